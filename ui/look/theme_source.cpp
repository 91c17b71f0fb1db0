#include "ui/look/theme_source.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>

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
  if (choice == ThemeChoice::system) askPortal();
}

const Theme& ThemeSource::theme() const {
  const bool dark = m_choice == ThemeChoice::dark || (m_choice == ThemeChoice::system && m_systemDark);
  return dark ? Theme::darkTheme() : Theme::light();
}

void ThemeSource::choose(ThemeChoice choice) {
  if (choice == m_choice) return;
  m_choice = choice;
  if (choice == ThemeChoice::system) askPortal();
  emit changed();
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
  if (m_choice == ThemeChoice::system) emit changed();
}

}  // namespace ravine
