#include "core/diagnosis/run_result.h"

#include <algorithm>

namespace ravine {

RunResultPtr computeRun(const Run& run, std::shared_ptr<const Landscape> landscape, const CancelPredicate& cancelled) {
  auto result = std::make_shared<RunResult>();
  result->run = run;
  result->landscape = std::move(landscape);
  if (!result->landscape)
    result->landscape = std::make_shared<const Landscape>(surveyLandscape(run.lossFunction, cancelled));
  if (isCancelled(cancelled)) return nullptr;
  result->trajectory = simulate(run, {.cancelled = cancelled});
  if (result->trajectory.end == TrajectoryEnd::cancelled) return nullptr;
  result->diagnosis = diagnose(run, result->trajectory, *result->landscape, {}, cancelled);
  if (isCancelled(cancelled)) return nullptr;
  result->summary = summarize(result->trajectory);
  return result;
}

double rateAt(const RunResult& result, std::size_t t) {
  const auto& lrs = result.trajectory.lrs;
  if (lrs.empty()) return learningRate(result.run)(0, result.trajectory.losses.front());
  return lrs[std::min(t, lrs.size() - 1)];
}

}  // namespace ravine
