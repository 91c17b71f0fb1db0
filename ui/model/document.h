// The one place where an Experiment changes. Every edit is one undo step; edits that carry the same gesture number
// merge into one, and a gesture that ends where it began leaves none. An edit that would make the experiment unsound is
// refused and says why. Runs that come without an id are given one that no run has had. Lives on the main thread.
#pragma once

#include <QUndoStack>
#include <functional>

#include "core/run/experiment.h"

namespace ravine {

class Document {
 public:
  // Identifies one drag, one burst of typing …; kSingleEdit never merges.
  using Gesture = int;
  static constexpr Gesture kSingleEdit = 0;

  enum class Change { edit, load };  // load: ids mean other runs than before
  // Told after each change. Only one listens, which tells the others when all agree (Laboratory).
  using Listener = std::function<void(Change change, const Experiment& before)>;

  // Precondition: validate(experiment) is empty.
  explicit Document(Experiment experiment, Listener listener = {});
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const Experiment& experiment() const { return m_experiment; }
  QUndoStack& undoStack() { return m_undoStack; }

  static Gesture newGesture();

  // `text` names the undo step. Returns why the edit was refused; empty if it was made (or changed nothing).
  Problems edit(const QString& text, const std::function<void(Experiment&)>& change, Gesture gesture = kSingleEdit);
  // The same change in each of these runs. Precondition: they exist.
  Problems editRuns(const QString& text, const std::vector<RunId>& runs, const std::function<void(Run&)>& change,
                    Gesture gesture = kSingleEdit);
  Problems editRun(const QString& text, RunId run, const std::function<void(Run&)>& change,
                   Gesture gesture = kSingleEdit) {
    return editRuns(text, {run}, change, gesture);
  }

  // Another experiment in place of this one, as one undo step. Precondition: validate(experiment) is empty.
  void load(const QString& text, Experiment experiment);

  // Changes words everywhere, in what undo and redo lead to too, as if they had always been so: no undo step. `change`
  // is given each state with its origin, and leaves it sound.
  void relabel(const std::function<void(int origin, Experiment&)>& change);

  // Names what was loaded last, of which this is an edited state: 0 at first, then counting up. Undo brings the old
  // one back with its experiment.
  int origin() const { return m_origin; }
  // The experiments that later ones have been loaded over, as they then were: undo leads back to them.
  struct Replaced {
    int origin;
    const Experiment& experiment;
  };
  std::vector<Replaced> replaced() const;

 private:
  class EditCommand;
  void numberRuns(Experiment& experiment);
  void set(const Experiment& experiment, int origin, Change change);

  Listener m_listener;
  std::int64_t m_lastId = 0;  // the highest that any run has had
  Experiment m_experiment;
  int m_origin = 0;
  int m_lastOrigin = 0;
  QUndoStack m_undoStack;
};

}  // namespace ravine
