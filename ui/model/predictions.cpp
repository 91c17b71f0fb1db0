#include "ui/model/predictions.h"

#include <algorithm>

namespace ravine {

const Prediction& Predictions::of(RunId run) const {
  static const Prediction none;
  const auto found = m_predictions.find(run);
  return found == m_predictions.end() ? none : found->second;
}

void Predictions::set(RunId run, const Prediction& prediction) {
  if (!isAsking() || prediction == of(run)) return;
  m_predictions[run] = prediction;
  emit changed();
}

void Predictions::ask(bool locked) {
  m_predictions.clear();
  m_isLocked = locked;
  setStage(Stage::asking);
}

bool Predictions::play(const std::vector<RunId>& runs) {
  if (m_isLocked && std::any_of(runs.begin(), runs.end(), [this](RunId run) { return of(run).empty(); })) {
    emit refused();
    return false;
  }
  setStage(Stage::playing);
  return true;
}

void Predictions::answer(const std::map<RunId, RunResultPtr>& results) {
  if (m_stage != Stage::playing) return;
  for (const auto& [run, result] : results) {
    const Judgement judgement = judge(of(run), *result);
    m_score.right += judgement.right();
    m_score.asked += judgement.asked();
  }
  m_isLocked = false;
  setStage(Stage::answered);
}

void Predictions::dismiss() {
  m_predictions.clear();
  m_isLocked = false;
  setStage(Stage::none);
}

void Predictions::forget() {
  const QSignalBlocker silent(this);  // whoever loads tells
  dismiss();
}

void Predictions::setStage(Stage stage) {
  m_stage = stage;
  emit stageChanged();
}

}  // namespace ravine
