#include "core/run/run_parameters.h"

#include "core/loss/models.h"

namespace ravine {

std::vector<OwnedParameters> parametersOf(Run& run) {
  Problems ignored;
  const auto loss = resolve(run.lossFunction, ignored);
  const auto* optimizer = findOptimizer(run.optimizer.id);
  const auto* schedule = findSchedule(run.schedule.id);
  const auto* set = findDataSet(run.lossFunction.data.id);
  using Infos = std::vector<ParameterInfo>;
  return {{"loss", run.lossFunction.parameters, loss ? loss->parameters : Infos{}, loss.has_value()},
          {"data", run.lossFunction.data.parameters, set ? set->parameters : Infos{},
           set != nullptr || run.lossFunction.data.rows},
          {"optimizer", run.optimizer.parameters, optimizer ? optimizer->parameters : Infos{}, optimizer != nullptr},
          {"schedule", run.schedule.parameters, schedule ? schedule->parameters : Infos{}, schedule != nullptr},
          {"noise", run.noise, noiseParameters(), true},
          {"batches", run.batches, batchParameters(), true}};
}

}  // namespace ravine
