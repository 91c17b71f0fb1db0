// A text field for numbers in the way one types them, 0.05, 3e-4 or -4, 2, or for other text with rules. What cannot be
// taken stays in the field, marked, with a sentence that says what is wrong; the last good value stays in force.
#pragma once

#include <QLineEdit>
#include <functional>
#include <optional>

#include "core/base/problem.h"
#include "core/run/experiment.h"

namespace ravine {

class EntryField : public QLineEdit {
  Q_OBJECT

 public:
  // Tries to take the text; gives what is wrong with it, or nothing.
  using Take = std::function<Problems(const QString& text)>;

  explicit EntryField(Take take, QWidget* parent = nullptr);

  static inline const QString kMixed = QStringLiteral("—");  // stands where runs differ

  // Shows the value in force for this run; nothing where several selected runs differ. A text that could not be taken
  // stays until the value or the run changes.
  void show(const std::optional<QString>& text, RunId run);
  // What is shown belongs to nobody any more; the next value is shown whatever it is.
  void forget() { m_run = RunId::none; }
  void setHint(const QString& hint);
  // For a field with no room for a sentence beside it: what is wrong is told in a tool tip at once, and a text that
  // could not be taken does not stay when the field is left.
  void setTellsAtOnce() { m_tellsAtOnce = true; }
  // For a field whose text is a proposal rather than what is in force: it is taken as it stands.
  void setTakesProposal() { m_takesProposal = true; }
  bool isInvalid() const { return property("invalid").toBool(); }

  // Takes the text as Return does.
  void commit();

 signals:
  void problemChanged(const QString& sentence);  // empty when all is well

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

  const QString& shown() const { return m_shown; }

  void setProblems(const Problems& problems);

 private:
  void revert();

  Take m_take;
  QString m_shown;
  RunId m_run = RunId::none;  // whose value it is
  QString m_hint;
  bool m_takesProposal = false;
  bool m_tellsAtOnce = false;
  bool m_entered = false;  // by a press of the mouse that is not over yet
};

}  // namespace ravine
