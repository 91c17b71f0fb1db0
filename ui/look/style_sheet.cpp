#include "ui/look/style_sheet.h"

#include <QRegularExpression>
#include <vector>

namespace ravine {
namespace {

QString rgba(const QColor& colour) {
  return colour.name(colour.alpha() < 255 ? QColor::HexArgb : QColor::HexRgb);
}

// The style sheet of a theme; names in braces are replaced by its colours, {px6} by 6 at its scale.
constexpr auto kStyleSheet = R"(
* { font-family: "{family}"; font-size: {textSize}px; }
QMainWindow, QWidget#ground { background: {ground}; }
QFrame[card="true"] { background: {card}; border: 1px solid {border}; border-radius: {radius}px; }
QWidget#topBar { background: {card}; border-bottom: 1px solid {border}; }
QLabel { background: transparent; color: {ink}; }
QLabel[quiet="true"] { color: {quiet}; }
QLabel[small="true"] { font-size: {smallSize}px; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[title="true"] { font-size: {largeSize}px; font-weight: 600; }
QLabel[headline="true"] { font-size: {headlineSize}px; font-weight: 700; }
QLabel[formula="true"] { font-size: {largeSize}px; }
QLabel[section="true"] { font-size: {smallSize}px; font-weight: 600; color: {quiet}; }
QLabel[danger="true"] { color: {danger}; }
QToolButton, QPushButton, QComboBox, QLineEdit, QPlainTextEdit {
  background: {control}; color: {ink}; border: 1px solid {border}; border-radius: {radius6}px; min-height: {px18}px; padding: {px2}px {px8}px;
}
QToolButton:hover, QPushButton:hover, QComboBox:hover, QLineEdit:hover { background: {hover}; }
QToolButton:focus, QPushButton:focus, QComboBox:focus, QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid {accent}; }
QToolButton:checked { background: {accent}; color: {onAccent}; border-color: {accent}; }
QToolButton:checked:focus { border: 2px solid {ink}; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolButton:disabled, QPushButton:disabled { color: {disabled}; }
QToolButton[flat="true"] { background: transparent; border: 1px solid transparent; padding: {px3}px; }
QToolButton[flat="true"]:hover { background: {hover}; }
QToolButton[flat="true"]:focus { border: 1px solid {accent}; }
QToolButton[flat="true"]:checked { background: {control}; border-color: {border}; color: {accent}; }
QToolButton[flat="true"]:checked:focus { border: 1px solid {accent}; }
QToolButton[tight="true"] { padding: {px2}px {px2}px; }
QToolButton[play="true"] { background: {accent}; border: {px2}px solid {accent}; border-radius: {radius20}px; padding: 0;
  min-width: {px36}px; max-width: {px36}px; min-height: {px36}px; max-height: {px36}px; }
QToolButton[play="true"]:focus { border: {px2}px solid {ink}; }
#schedulePreview { background: {card}; }
#lookButtons { background: {card}; border: 1px solid {border}; border-radius: {radius6}px; }
#lookButtons[alone="true"] { background: {glass}; border: none; }
#lookButtons QToolButton { padding: {px1}px {px4}px; min-height: {px15}px; font-size: {px12}px; }
QToolButton[alone="true"], QToolButton[alone="true"]:checked { background: transparent; border: none; }
QToolButton[alone="true"]:focus, QToolButton[alone="true"]:checked:focus { border: 1px solid {accent}; }
QToolButton[alone="true"]:hover { background: {hover}; }
QToolButton[primary="true"] { background: {accent}; color: {onAccent}; border-color: {accent}; font-weight: 600; }
QToolButton[primary="true"]:focus { border: 2px solid {ink}; }
QPushButton[rail="true"] { background: transparent; border: 1px solid transparent; text-align: left; }
QPushButton[rail="true"]:hover { background: {hover}; }
QPushButton[rail="true"]:focus { border: 1px solid {accent}; }
QWidget#gallery { background: {ground}; }
QWidget#gallery QScrollArea, QWidget#galleryPage { background: transparent; }
QTextBrowser { background: transparent; color: {ink}; border: none; }
QSpinBox { background: {control}; color: {ink}; border: 1px solid {border}; border-radius: {radius6}px; min-height: {px18}px; padding: {px2}px {px4}px; }
QSpinBox:focus { border: 1px solid {accent}; }
QToolButton[strong="true"] { font-weight: 600; padding: {px2}px {px2}px; }
QToolButton::menu-indicator { image: none; }
QComboBox { padding-right: {px20}px; }
QComboBox::drop-down { border: none; width: {px20}px; }
QComboBox::down-arrow { image: url(:/icons/{arrow}.svg); width: {px10}px; height: {px10}px; }
QComboBox QAbstractItemView {
  background: {card}; color: {ink}; border: 1px solid {border}; selection-background-color: {accent};
  selection-color: {onAccent}; outline: none; padding: {px4}px;
}
QLineEdit[invalid="true"] { border: 1px solid {danger}; }
QCheckBox { color: {ink}; spacing: {px6}px; background: transparent; }
QCheckBox::indicator { width: {px14}px; height: {px14}px; border: 1px solid {quiet}; border-radius: {radius4}px; background: {control}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/icons/check.svg); }
QCheckBox:focus { color: {accent}; }
QTableView { background: {card}; border: 1px solid {border}; border-radius: {radius8}px; selection-background-color: {control};
             selection-color: {ink}; }
QTableView:focus { border: 1px solid {accent}; }
QTableView[small="true"], QTableView[small="true"] QHeaderView { font-size: {smallSize}px; }
QTreeView, QListView { background: {card}; color: {ink}; border: 1px solid {border}; selection-background-color: {accent};
  selection-color: {onAccent}; }
QHeaderView { background: {control}; }
QScrollBar:horizontal { background: transparent; height: {px8}px; margin: 0; }
QScrollBar::handle:horizontal { background: {disabled}; border-radius: {radius4}px; min-width: {px24}px; }
QHeaderView::section { background: {control}; color: {quiet}; border: none; padding: {px5}px {px4}px; }
QTableView::item { padding: {px3}px {px4}px; }
QDialog { background: {card}; }
QScrollArea, QScrollArea > QWidget > QWidget#inspectorForm, QScrollArea > QWidget > QWidget#stepView,
QScrollArea > QWidget > QWidget#keysPage, QScrollArea > QWidget > QWidget#guidePage,
QScrollArea > QWidget > QWidget#panelGrid, QScrollArea#panels > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: {px8}px; margin: 0; }
QScrollBar::handle:vertical { background: {disabled}; border-radius: {radius4}px; min-height: {px24}px; }
QScrollBar::handle:vertical:hover { background: {quiet}; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; height: 0; width: 0; }
QMenu { background: {card}; color: {ink}; border: 1px solid {border}; padding: {px4}px; }
QMenu::item { padding: {px5}px {px24}px {px5}px {px12}px; border-radius: {radius4}px; }
QMenu::item:selected { background: {accent}; color: {onAccent}; }
QMenu::item:disabled { color: {disabled}; }
QMenu::separator { height: 1px; background: {border}; margin: {px4}px {px8}px; }
QMenu::icon { padding-left: {px8}px; }
QToolTip { background: {card}; color: {ink}; border: 1px solid {border}; padding: {px4}px; }
QDialog { background: {card}; }
)";

}  // namespace

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
  const auto px = [&t](double length) { return QString::number(qRound(t.px(length))); };
  QColor glass = t.card;  // through which a picture is seen
  glass.setAlpha(110);
  const std::vector<std::pair<QString, QString>> words{{"{glass}", rgba(glass)},
                                                       {"{ground}", rgba(t.ground)},
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
                                                       {"{radius}", px(kCardRadius)},
                                                       {"{smallSize}", px(kSmallText)},
                                                       {"{textSize}", px(kText)},
                                                       {"{largeSize}", px(kLargeText)},
                                                       {"{headlineSize}", px(kHeadline)},
                                                       {"{family}", fontFamily()}};
  QString sheet = QString::fromLatin1(kStyleSheet);
  for (const auto& [word, value] : words) sheet.replace(word, value);
  // Lengths: "{px6}px".
  static const QRegularExpression length(QStringLiteral(R"(\{px(\d+)\})"));
  for (auto found = length.match(sheet); found.hasMatch(); found = length.match(sheet, found.capturedStart()))
    sheet.replace(found.capturedStart(), found.capturedLength(), px(found.captured(1).toDouble()));
  // Radii a little smaller: Qt draws a corner square whose radius is more than half of its side, by a rounding error
  // too.
  static const QRegularExpression radius(QStringLiteral(R"(\{radius(\d+)\})"));
  for (auto found = radius.match(sheet); found.hasMatch(); found = radius.match(sheet, found.capturedStart()))
    sheet.replace(found.capturedStart(), found.capturedLength(),
                  QString::number(static_cast<int>(t.px(found.captured(1).toDouble()) - 0.5)));
  return sheet;
}

}  // namespace ravine
