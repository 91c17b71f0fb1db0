// Predict, then run: while somebody is asked what the runs will do, their results are kept back; then they are played
// up to the end, and what was predicted is held against what happened. Shared by all views; never undoable; forgotten
// when another experiment is loaded, but for the score, which lasts as long as the window. Lives on the main thread.
#pragma once

#include <QObject>
#include <map>

#include "core/lesson/prediction.h"

namespace ravine {

class Predictions : public QObject {
  Q_OBJECT

 public:
  enum class Stage {
    none,
    asking,   // nothing of the runs is known but where they start
    playing,  // known up to the playhead
    answered
  };
  struct Score {
    int right = 0;
    int asked = 0;
  };

  using QObject::QObject;

  Stage stage() const { return m_stage; }
  bool isAsking() const { return m_stage == Stage::asking; }
  // How the runs end is not to be told yet.
  bool conceals() const { return m_stage == Stage::asking || m_stage == Stage::playing; }
  // Nothing is told before something was predicted of each run.
  bool isLocked() const { return m_isLocked; }

  const Prediction& of(RunId run) const;
  void set(RunId run, const Prediction& prediction);  // while asking

  // The first question for these runs, or another.
  void ask(bool locked = false);
  // Whether they may be played: those that are locked need a prediction for each of these runs.
  bool play(const std::vector<RunId>& runs);
  // The runs were played to their end: counts what was right.
  void answer(const std::map<RunId, RunResultPtr>& results);
  void dismiss();
  // Another experiment: nothing is asked.
  void forget();
  const Score& score() const { return m_score; }

 signals:
  void stageChanged();
  void changed();  // what is predicted of a run
  void refused();  // somebody wanted to see a run that is locked

 private:
  void setStage(Stage stage);

  Stage m_stage = Stage::none;
  bool m_isLocked = false;
  std::map<RunId, Prediction> m_predictions;
  Score m_score;
};

}  // namespace ravine
