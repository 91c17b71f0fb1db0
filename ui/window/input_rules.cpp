#include "ui/window/input_rules.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QToolTip>

#include "ui/inspector/rate_slider.h"
#include "ui/look/reading_order.h"

namespace ravine {
namespace {

// Whether a key is the widget's before it is a shortcut's.
bool isWorkedBy(const QObject* watched, int key) {
  const bool arrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
  const bool entered = key == Qt::Key_Return || key == Qt::Key_Enter;
  const bool pressable = qobject_cast<const QAbstractButton*>(watched) || qobject_cast<const QComboBox*>(watched);
  if (qobject_cast<const RateSlider*>(watched)) return arrow || entered;
  if (pressable) return entered || key == Qt::Key_Space;
  return qobject_cast<const QLineEdit*>(watched) && entered;
}

}  // namespace

InputRules::InputRules(QMainWindow& window) : QObject(&window), m_window(window) {
  qApp->installEventFilter(this);
}

void InputRules::takeWhatIsTyped() {
  const auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
  if (field && field->window() == &m_window) m_window.centralWidget()->setFocus();
}

bool InputRules::eventFilter(QObject* watched, QEvent* event) {
  auto* dialog = qobject_cast<QDialog*>(watched);
  const bool ofOurs = dialog && dialog->parentWidget() == &m_window;
  switch (event->type()) {
    case QEvent::MouseButtonPress: {
      const auto* pressed = qobject_cast<QWidget*>(watched);
      const QWidget* field = QApplication::focusWidget();
      if (pressed && pressed->window() == &m_window && field && pressed != field && !field->isAncestorOf(pressed))
        takeWhatIsTyped();
      break;
    }
    case QEvent::Show:
      if (ofOurs)
        for (QPushButton* button : dialog->findChildren<QPushButton*>()) button->setIcon({});
      break;
    case QEvent::Hide:
      if (ofOurs) m_window.centralWidget()->setFocus();  // Qt would give the keys to some button
      break;
    case QEvent::KeyPress: {
      const int key = static_cast<QKeyEvent*>(event)->key();
      const auto* widget = qobject_cast<const QWidget*>(watched);
      if (widget && (key == Qt::Key_Tab || key == Qt::Key_Backtab)) followReadingOrder(*widget->window());
      break;
    }
    case QEvent::ToolTip:
      return showToolTip(watched);
    case QEvent::ShortcutOverride:
      if (QApplication::activePopupWidget() || isWorkedBy(watched, static_cast<QKeyEvent*>(event)->key()))
        event->accept();
      break;
    default:
      break;
  }
  return QObject::eventFilter(watched, event);
}

// Under what it explains, and no wider than is read with ease.
bool InputRules::showToolTip(QObject* watched) {
  const auto* widget = qobject_cast<QWidget*>(watched);
  if (!widget || widget->toolTip().isEmpty() || widget->window() != &m_window) return false;
  constexpr qsizetype inOneLine = 60;  // characters
  QString text = widget->toolTip();
  if (text.size() > inOneLine && !Qt::mightBeRichText(text))
    text = QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
  constexpr int overlap = 8;  // pixels
  // The tip is the window's, lest it looks as the widget does.
  QToolTip::showText(widget->mapToGlobal(QPoint(0, widget->height() - overlap)), text, &m_window,
                     QRect(widget->mapTo(&m_window, QPoint()), widget->size()));
  return true;
}

}  // namespace ravine
