#include "ui/look/theme_source.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>
#include <algorithm>

namespace ravine {
namespace {

constexpr auto kPortal = "org.freedesktop.portal.Desktop";
constexpr auto kPortalPath = "/org/freedesktop/portal/desktop";
constexpr auto kPortalSettings = "org.freedesktop.portal.Settings";
constexpr auto kAppearance = "org.freedesktop.appearance";
constexpr auto kColourScheme = "color-scheme";

}  // namespace

ThemeSource::ThemeSource(ThemeChoice choice, QObject* parent) : QObject(parent), m_choice(choice) {
  m_systemDark = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5;
  m_theme = Theme::light();
  refresh();
  if (choice == ThemeChoice::system) askPortal();
}

void ThemeSource::refresh() {
  const bool dark = m_choice == ThemeChoice::dark || (m_choice == ThemeChoice::system && m_systemDark);
  Theme next = m_choice == ThemeChoice::projector ? Theme::projector() : dark ? Theme::darkTheme() : Theme::light();
  next.scale = m_theme.scale;
  if (next == m_theme) return;
  m_theme = next;
  emit changed();
}

void ThemeSource::setScale(double scale) {
  m_scale = std::clamp(scale, kSmallestScale, kLargestScale);
  rescale();
}

void ThemeSource::setRoom(double largest) {
  m_room = largest;
  rescale();
}

void ThemeSource::rescale() {
  const double scale = std::max(kSmallestScale, std::min(m_scale, m_room));
  if (scale == m_theme.scale) return;
  m_theme.scale = scale;
  emit changed();
}

void ThemeSource::choose(ThemeChoice choice) {
  if (choice == m_choice) return;
  m_choice = choice;
  if (choice == ThemeChoice::system) askPortal();
  refresh();
}

// The desktop portal tells the preference on every freedesktop system; without it the palette's word stands.
void ThemeSource::askPortal() {
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  bus.connect(kPortal, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this,
              SLOT(onPortalSettingChanged(QString, QString, QDBusVariant)));
  QDBusMessage ask = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, QStringLiteral("Read"));
  ask << QString::fromLatin1(kAppearance) << QString::fromLatin1(kColourScheme);
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
    watcher->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *watcher;
    if (reply.isValid()) onPortalSettingChanged(kAppearance, kColourScheme, reply.value());
  });
}

void ThemeSource::onPortalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
  if (group != kAppearance || key != kColourScheme) return;
  QVariant inner = value.variant();
  if (inner.canConvert<QDBusVariant>()) inner = inner.value<QDBusVariant>().variant();
  constexpr uint prefersDark = 1;
  const uint scheme = inner.toUInt();
  if (scheme != 0) setSystemDark(scheme == prefersDark);
}

void ThemeSource::setSystemDark(bool dark) {
  if (dark == m_systemDark) return;
  m_systemDark = dark;
  refresh();
}

}  // namespace ravine
