#include "ui/model/scenarios.h"

#include <QFile>
#include <array>

#include "core/run/experiment_file.h"

namespace ravine {
namespace {

constexpr std::array kIds{"overshoot_divergence_trapped",
                          "every_outcome",
                          "rosenbrock",
                          "momentum",
                          "optimizers",
                          "schedules",
                          "river_valley",
                          "noise",
                          "catapult",
                          "saddle"};

}  // namespace

const std::vector<Scenario>& scenarios() {
  static const std::vector<Scenario> all = [] {
    std::vector<Scenario> read;
    for (const char* id : kIds) {
      QFile file(QStringLiteral(":/scenarios/%1.json").arg(QLatin1String(id)));
      [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
      Problems problems;
      auto experiment = experimentFromJson(file.readAll().toStdString(), problems);
      if (!experiment) qFatal("The scenario %s is damaged.", id);
      read.push_back({QString::fromLatin1(id), std::move(*experiment)});
    }
    return read;
  }();
  return all;
}

const Scenario* findScenario(const QString& id) {
  for (const Scenario& scenario : scenarios())
    if (scenario.id == id) return &scenario;
  return nullptr;
}

}  // namespace ravine
