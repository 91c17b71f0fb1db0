#include "ui/look/style_sheet.h"

#include <vector>

namespace ravine {
namespace {

QString rgba(const QColor& colour) {
  return colour.name(QColor::HexRgb);
}

// Writes the style sheet of a theme; names in braces are replaced by its colours.
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
QLabel[section="true"] { font-size: {smallSize}px; font-weight: 600; color: {quiet}; }
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
             selection-color: {ink}; }
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
                                                       {"{smallSize}", QString::number(kSmallText)},
                                                       {"{textSize}", QString::number(kText)},
                                                       {"{largeSize}", QString::number(kLargeText)},
                                                       {"{family}", fontFamily()}};
  QString sheet = QString::fromLatin1(kStyleSheet);
  for (const auto& [word, value] : words) sheet.replace(word, value);
  return sheet;
}

}  // namespace ravine
