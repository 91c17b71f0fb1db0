#include "ui/control/entry_field.h"

#include <QDialog>
#include <QKeyEvent>
#include <QToolTip>

#include "ui/look/card.h"
#include "ui/words/wording.h"

namespace ravine {

EntryField::EntryField(Take take, QWidget* parent) : QLineEdit(parent), m_take(std::move(take)) {
  connect(this, &QLineEdit::editingFinished, this, [this] {
    if (!m_takesProposal) commit();  // which waits for Return
  });
  // After Return the keys are the window's again, unless there is something to mend.
  connect(this, &QLineEdit::returnPressed, this, [this] {
    commit();
    if (!isInvalid()) clearFocus();
  });
}

void EntryField::show(const std::optional<QString>& value, RunId run) {
  const QString text = value.value_or(QString());
  setPlaceholderText(value ? QString() : kMixed);
  if (text == m_shown && run == m_run && isInvalid()) return;
  m_shown = text;
  m_run = run;
  if (QLineEdit::text() != text) {
    setText(text);
    setCursorPosition(0);
  }
  setProblems({});
}

void EntryField::setHint(const QString& hint) {
  m_hint = hint;
  if (!isInvalid()) setToolTip(hint);
}

void EntryField::commit() {
  const Problems problems = text() == m_shown && !m_takesProposal ? Problems{} : m_take(text());
  setProblems(problems);
  // Taken: the document has shown its value meanwhile, or the text meant the same value in other words.
  if (problems.empty() && !m_takesProposal) {
    setText(m_shown);
    setCursorPosition(0);
  }
}

void EntryField::setProblems(const Problems& problems) {
  if (problems.empty() && !isInvalid()) return;
  setStyleProperty(*this, "invalid", !problems.empty());
  const QString sentence = problems.empty() ? QString() : wording::problem(problems.front());
  setToolTip(problems.empty() ? m_hint : sentence);
  if (m_tellsAtOnce && !problems.empty()) QToolTip::showText(mapToGlobal(rect().bottomLeft()), sentence, this);
  emit problemChanged(sentence);
}

// A click into the field selects what is in it, so that what one types takes its place; a second click sets the cursor.
void EntryField::focusInEvent(QFocusEvent* event) {
  QLineEdit::focusInEvent(event);
  m_entered = event->reason() == Qt::MouseFocusReason;
}

void EntryField::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  if (m_tellsAtOnce && isInvalid()) revert();
}

void EntryField::revert() {
  setText(m_shown);
  setProblems({});
}

void EntryField::mouseReleaseEvent(QMouseEvent* event) {
  QLineEdit::mouseReleaseEvent(event);
  if (m_entered && !hasSelectedText()) selectAll();
  m_entered = false;
}

void EntryField::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    const bool isAsItWas = text() == m_shown && !isInvalid();
    if (m_takesProposal || (isAsItWas && qobject_cast<QDialog*>(window()))) return event->ignore();  // to the dialog
    revert();
    clearFocus();
    return;
  }
  QLineEdit::keyPressEvent(event);
}

}  // namespace ravine
