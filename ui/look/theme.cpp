#include "ui/look/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QFontDatabase>
#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QSvgRenderer>
#include <cmath>
#include <numbers>

namespace ravine {
namespace {

constexpr auto kPortal = "org.freedesktop.portal.Desktop";
constexpr auto kPortalPath = "/org/freedesktop/portal/desktop";
constexpr auto kPortalSettings = "org.freedesktop.portal.Settings";
constexpr auto kAppearance = "org.freedesktop.appearance";
constexpr auto kColourScheme = "color-scheme";

QString rgba(const QColor& colour) {
  return colour.name(QColor::HexRgb);
}

// Writes the style sheet of a theme; names in braces are replaced by its colours.
constexpr auto kStyleSheet = R"(
* { font-family: "{family}"; font-size: {text}px; }
QMainWindow, QWidget#ground { background: {ground}; }
QFrame[card="true"] { background: {card}; border: 1px solid {border}; border-radius: {radius}px; }
QFrame[card="true"][selected="true"] { border: 1px solid {accent}; }
QWidget#topBar { background: {card}; border-bottom: 1px solid {border}; }
QLabel { background: transparent; color: {ink}; }
QLabel[quiet="true"] { color: {quiet}; }
QLabel[small="true"] { font-size: {small}px; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[title="true"] { font-size: {large}px; font-weight: 600; }
QLabel[section="true"] { font-size: {small}px; font-weight: 600; color: {quiet}; }
QLabel[danger="true"] { color: {danger}; }
QToolButton, QPushButton, QComboBox, QLineEdit {
  background: {control}; color: {ink}; border: 1px solid {border}; border-radius: 6px; min-height: 18px; padding: 2px 8px;
}
QToolButton:hover, QPushButton:hover, QComboBox:hover, QLineEdit:hover { background: {hover}; }
QToolButton:focus, QPushButton:focus, QComboBox:focus, QLineEdit:focus { border: 1px solid {accent}; }
QToolButton:checked { background: {accent}; color: {onAccent}; border-color: {accent}; }
QToolButton:disabled, QPushButton:disabled { color: {disabled}; }
QToolButton[flat="true"] { background: transparent; border: 1px solid transparent; padding: 3px; }
QToolButton[flat="true"]:hover { background: {hover}; }
QToolButton[flat="true"]:focus { border: 1px solid {accent}; }
QToolButton[flat="true"]:checked { background: {control}; border-color: {border}; color: {accent}; }
QToolButton[play="true"] { background: {accent}; border: 2px solid {accent}; border-radius: 20px; padding: 0;
  min-width: 36px; max-width: 36px; min-height: 36px; max-height: 36px; }
QToolButton[play="true"]:focus { border: 2px solid {ink}; }
QToolButton::menu-indicator { image: none; }
QComboBox { padding-right: 20px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/{arrow}.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
  background: {card}; color: {ink}; border: 1px solid {border}; selection-background-color: {accent};
  selection-color: {onAccent}; outline: none; padding: 4px;
}
QLineEdit[invalid="true"] { border: 1px solid {danger}; }
QCheckBox { color: {ink}; spacing: 6px; background: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid {quiet}; border-radius: 4px; background: {control}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/icons/check.svg); }
QCheckBox:focus { color: {accent}; }
QTableView { background: {card}; border: 1px solid {border}; border-radius: 8px; selection-background-color: {control};
             selection-color: {text}; }
QHeaderView::section { background: {control}; color: {quiet}; border: none; padding: 5px 8px; }
QTableView::item { padding: 3px 8px; }
QDialog { background: {card}; }
QScrollArea, QScrollArea > QWidget > QWidget#inspectorForm, QScrollArea > QWidget > QWidget#stepView { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; }
QScrollBar::handle:vertical { background: {border}; border-radius: 4px; min-height: 24px; }
QScrollBar::handle:vertical:hover { background: {quiet}; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; height: 0; }
QMenu { background: {card}; color: {ink}; border: 1px solid {border}; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: {accent}; color: {onAccent}; }
QMenu::item:disabled { color: {disabled}; }
QMenu::separator { height: 1px; background: {border}; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QToolTip { background: {card}; color: {ink}; border: 1px solid {border}; padding: 4px; }
QDialog { background: {card}; }
)";

Theme makeLight() {
  Theme t;
  t.dark = false;
  t.ground = QColor(0xf3f4f6);
  t.card = QColor(0xffffff);
  t.border = QColor(0xdfe2e7);
  t.text = QColor(0x16191f);
  t.quietText = QColor(0x5b6270);
  t.control = QColor(0xeef0f3);
  t.controlHover = QColor(0xe2e5ea);
  t.accent = QColor(0x1f6feb);
  t.onAccent = QColor(0xffffff);
  t.grid = QColor(0xe3e5e9);
  t.halo = QColor(0xffffff);
  t.stable = QColor(0x6cc3ae);
  t.unstable = QColor(0xe8ad7d);
  t.danger = QColor(0xc62828);
  return t;
}

Theme makeDark() {
  Theme t;
  t.dark = true;
  t.ground = QColor(0x16181c);
  t.card = QColor(0x1f2127);
  t.border = QColor(0x33363e);
  t.text = QColor(0xf1f2f4);
  t.quietText = QColor(0x9aa1ad);
  t.control = QColor(0x2a2d34);
  t.controlHover = QColor(0x363a43);
  t.accent = QColor(0x5b9bff);
  t.onAccent = QColor(0x0b1220);
  t.grid = QColor(0x2f323a);
  t.halo = QColor(0xffffff);
  t.stable = QColor(0x1f7a66);
  t.unstable = QColor(0x96572a);
  t.danger = QColor(0xff7a70);
  return t;
}

QString fontFamily() {
  static const QString family = [] {
    const QStringList installed = QFontDatabase::families();
    return installed.contains(QStringLiteral("Inter")) ? QStringLiteral("Inter") : QApplication::font().family();
  }();
  return family;
}

QPolygonF regularPolygon(const QPointF& centre, double radius, int corners, double startDegrees) {
  QPolygonF polygon;
  for (int i = 0; i < corners; ++i) {
    const double angle = (startDegrees + 360.0 * i / corners) * std::numbers::pi / 180;
    polygon << centre + radius * QPointF(std::cos(angle), -std::sin(angle));
  }
  return polygon;
}

QPolygonF cross(const QPointF& c, double radius, double arm) {
  const double a = arm * radius;
  const double r = radius;
  QPolygonF p;
  for (const auto& [x, y] : {std::pair(a, a),
                             {r, a},
                             {r, -a},
                             {a, -a},
                             {a, -r},
                             {-a, -r},
                             {-a, -a},
                             {-r, -a},
                             {-r, a},
                             {-a, a},
                             {-a, r},
                             {a, r}})
    p << c + QPointF(x, y);
  return p;
}

// Towards black or white until the contrast with the theme's cards is enough (WCAG 2: 4.5 for text, 3 for graphics).
QColor withContrast(QColor colour, const Theme& theme, double enough) {
  const auto luminance = [](const QColor& q) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(q.redF()) + 0.7152 * linear(q.greenF()) + 0.0722 * linear(q.blueF());
  };
  const double card = luminance(theme.card);
  for (int i = 0; i < 20; ++i) {
    const double own = luminance(colour);
    if ((std::max(own, card) + 0.05) / (std::min(own, card) + 0.05) >= enough) break;
    colour = theme.dark ? colour.lighter(112) : colour.darker(112);
  }
  return colour;
}

}  // namespace

const Theme& Theme::light() {
  static const Theme theme = makeLight();
  return theme;
}

const Theme& Theme::darkTheme() {
  static const Theme theme = makeDark();
  return theme;
}

QFont textFont(int pixels, QFont::Weight weight) {
  QFont font(fontFamily());
  font.setPixelSize(pixels);
  font.setWeight(weight);
  return font;
}

QPalette paletteFor(const Theme& t) {
  QPalette palette;
  palette.setColor(QPalette::Window, t.ground);
  palette.setColor(QPalette::WindowText, t.text);
  palette.setColor(QPalette::Base, t.control);
  palette.setColor(QPalette::AlternateBase, t.controlHover);
  palette.setColor(QPalette::Text, t.text);
  palette.setColor(QPalette::Button, t.control);
  palette.setColor(QPalette::ButtonText, t.text);
  palette.setColor(QPalette::PlaceholderText, t.quietText);
  palette.setColor(QPalette::ToolTipBase, t.card);
  palette.setColor(QPalette::ToolTipText, t.text);
  palette.setColor(QPalette::Highlight, t.accent);
  palette.setColor(QPalette::HighlightedText, t.onAccent);
  palette.setColor(QPalette::Link, t.accent);
  return palette;
}

QString styleSheetFor(const Theme& t) {
  QColor disabled = t.quietText;
  disabled.setRgb((disabled.red() + t.control.red()) / 2, (disabled.green() + t.control.green()) / 2,
                  (disabled.blue() + t.control.blue()) / 2);
  const std::vector<std::pair<QString, QString>> words{{"{ground}", rgba(t.ground)},
                                                       {"{card}", rgba(t.card)},
                                                       {"{border}", rgba(t.border)},
                                                       {"{ink}", rgba(t.text)},
                                                       {"{quiet}", rgba(t.quietText)},
                                                       {"{control}", rgba(t.control)},
                                                       {"{hover}", rgba(t.controlHover)},
                                                       {"{accent}", rgba(t.accent)},
                                                       {"{onAccent}", rgba(t.onAccent)},
                                                       {"{danger}", rgba(t.danger)},
                                                       {"{disabled}", rgba(disabled)},
                                                       {"{arrow}", t.dark ? "arrow-down-dark" : "arrow-down"},
                                                       {"{radius}", QString::number(kCardRadius)},
                                                       {"{small}", QString::number(kSmallText)},
                                                       {"{text}", QString::number(kText)},
                                                       {"{large}", QString::number(kLargeText)},
                                                       {"{family}", fontFamily()}};
  QString sheet = QString::fromLatin1(kStyleSheet);
  for (const auto& [word, value] : words) sheet.replace(word, value);
  return sheet;
}

QIcon themedIcon(const QString& name, const QColor& colour) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QByteArray svg = file.readAll();
  svg.replace("currentColor", colour.name().toLatin1());
  QSvgRenderer renderer(svg);
  QIcon icon;
  for (const int size : {16, 20, 24, 32, 48}) {
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    icon.addPixmap(pixmap);
  }
  return icon;
}

QColor runColour(int colour) {
  static const std::array<QColor, 9> colours{QColor(0x0072b2), QColor(0xd55e00), QColor(0x009e73),
                                             QColor(0xcc79a7), QColor(0xe69f00), QColor(0x56b4e9),
                                             QColor(0xf0e442), QColor(0x8a8f98), QColor(0x8c4a2f)};
  return colours.at(static_cast<std::size_t>(colour));
}

QColor runTextColour(int colour, const Theme& theme) {
  return withContrast(runColour(colour), theme, 4.5);
}

QColor runLineColour(int colour, const Theme& theme) {
  return withContrast(runColour(colour), theme, 3);
}

void drawRunMarker(QPainter& painter, const QPointF& centre, double radius, int colour) {
  switch (colour) {
    case 0:
      painter.drawEllipse(centre, radius, radius);
      break;
    case 1:
      painter.drawPolygon(regularPolygon(centre, 1.15 * radius, 4, 45));
      break;
    case 2:
      painter.drawPolygon(regularPolygon(centre, 1.25 * radius, 3, 90));
      break;
    case 3:
      painter.drawPolygon(regularPolygon(centre, 1.2 * radius, 4, 0));
      break;
    case 4:
      painter.drawPolygon(regularPolygon(centre, 1.25 * radius, 3, -90));
      break;
    case 5:
      painter.drawPolygon(regularPolygon(centre, 1.1 * radius, 5, 90));
      break;
    case 6:
      painter.drawPolygon(regularPolygon(centre, 1.1 * radius, 6, 0));
      break;
    case 7:
      painter.drawPolygon(cross(centre, 1.1 * radius, 0.38));
      break;
    default:
      painter.drawPolygon(regularPolygon(centre, 1.25 * radius, 3, 0));
      break;
  }
}

QPixmap runMarkerPixmap(int colour, double devicePixelRatio) {
  constexpr int size = 14;
  QPixmap pixmap(QSize(size, size) * devicePixelRatio);
  pixmap.setDevicePixelRatio(devicePixelRatio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(runColour(colour));
  drawRunMarker(painter, {size / 2.0, size / 2.0}, 5.5, colour);
  return pixmap;
}

QColor mapColour(double tone) {
  static constexpr std::array<QRgb, 20> anchors{0x440154, 0x481567, 0x482677, 0x453781, 0x404788, 0x39568c, 0x33638d,
                                                0x2d708e, 0x287d8e, 0x238a8d, 0x1f968b, 0x20a387, 0x29af7f, 0x3cbb75,
                                                0x55c667, 0x73d055, 0x95d840, 0xb8de29, 0xdce319, 0xfde725};
  const double position = std::clamp(tone, 0.0, 1.0) * (anchors.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(position), anchors.size() - 2);
  const double part = position - static_cast<double>(below);
  const QColor a(anchors[below]);
  const QColor b(anchors[below + 1]);
  const auto mix = [part](int from, int to) { return static_cast<int>(std::lround(from + part * (to - from))); };
  return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

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
