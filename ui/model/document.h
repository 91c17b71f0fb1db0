// The one place where an Experiment changes. Every edit is one undo step; edits that carry the same gesture number
// merge into one, and a gesture that ends where it began leaves none. An edit that would make the experiment unsound is
// refused and says why. Lives on the main thread.
#pragma once

#include <QObject>
#include <QUndoStack>
#include <functional>

#include "core/run/experiment.h"

namespace ravine {

class Document : public QObject {
  Q_OBJECT

 public:
  // Identifies one drag, one burst of typing …; kSingleEdit never merges.
  using Gesture = int;
  static constexpr Gesture kSingleEdit = 0;

  // Precondition: validate(experiment) is empty.
  explicit Document(Experiment experiment, QObject* parent = nullptr);

  const Experiment& experiment() const { return m_experiment; }
  QUndoStack& undoStack() { return m_undoStack; }

  static Gesture newGesture();

  // `text` names the undo step. Returns why the edit was refused; empty if it was made (or changed nothing).
  Problems edit(const QString& text, const std::function<void(Experiment&)>& change, Gesture gesture = kSingleEdit);
  Problems editRun(const QString& text, int run, const std::function<void(Run&)>& change,
                   Gesture gesture = kSingleEdit);

  // Another document in place of this one; forgets all undo steps. Precondition: validate(experiment) is empty.
  void load(Experiment experiment);

 signals:
  void changed(const ravine::Experiment& now, const ravine::Experiment& before);

 private:
  class EditCommand;
  void set(const Experiment& experiment);

  Experiment m_experiment;
  QUndoStack m_undoStack;
};

}  // namespace ravine
