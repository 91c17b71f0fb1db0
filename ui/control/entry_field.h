// A text field for numbers in the way one types them, 0.05, 3e-4 or -4, 2, or for other text with rules. What cannot be
// taken stays in the field, marked, with a sentence that says what is wrong; the last good value stays in force.
#pragma once

#include <QLineEdit>
#include <functional>

#include "core/base/problem.h"
#include "core/run/experiment.h"

namespace ravine {

class EntryField : public QLineEdit {
  Q_OBJECT

 public:
  // Tries to take the text; gives what is wrong with it, or nothing.
  using Take = std::function<Problems(const QString& text)>;

  explicit EntryField(Take take, QWidget* parent = nullptr);

  // Shows the value in force for this run. A text that could not be taken stays until the value or the run changes.
  void show(const QString& text, RunId run);
  // What is shown belongs to nobody any more; the next value is shown whatever it is.
  void forget() { m_run = RunId::none; }
  void setHint(const QString& hint);
  bool isInvalid() const { return property("invalid").toBool(); }

 signals:
  void problemChanged(const QString& sentence);  // empty when all is well

 protected:
  void keyPressEvent(QKeyEvent* event) override;

  void setProblems(const Problems& problems);

 private:
  void commit();

  Take m_take;
  QString m_shown;
  RunId m_run = RunId::none;  // whose value it is
  QString m_hint;
};

}  // namespace ravine
