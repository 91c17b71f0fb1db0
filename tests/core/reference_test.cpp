// Everything that Ravine has in common with PyTorch is equal to it. The files' README says where they come from.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/critical_points.h"
#include "core/simulate.h"

namespace ravine {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

fs::path referenceDir() {
  const char* chosen = std::getenv("RAVINE_REFERENCE_DIR");
  return chosen && *chosen ? fs::path(chosen) : fs::path(RAVINE_TESTS_DIR) / "reference";
}

std::vector<std::pair<std::string, Json>> filesNamed(const std::string& prefix) {
  std::vector<std::pair<std::string, Json>> files;
  for (const auto& entry : fs::directory_iterator(referenceDir())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix) || entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path());
    files.emplace_back(name, Json::parse(file));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return files;
}

std::string lowerCase(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// The parameters of a file as Ravine's; nothing if Ravine has no such parameter.
std::optional<ParameterSet> parametersFrom(const Json& json, const std::vector<ParameterInfo>& infos) {
  ParameterSet set;
  for (const auto& [key, value] : json.items()) {
    const ParameterInfo* info = findParameter(infos, key);
    if (!info) return std::nullopt;
    switch (info->kind()) {
      case ParameterKind::boolean:
        set[key] = value.get<bool>();
        break;
      case ParameterKind::integer:
        set[key] = value.get<std::int64_t>();
        break;
      case ParameterKind::number:
        set[key] = value.get<double>();
        break;
      case ParameterKind::choice:
        set[key] = value.get<std::string>();
        break;
      case ParameterKind::numbers:
        set[key] = value.get<std::vector<double>>();
        break;
    }
  }
  return set;
}

Vector2 point(const Json& json) {
  return {json[0].get<double>(), json[1].get<double>()};
}

// Says at the end how much was compared and what was left out.
class Tally {
 public:
  explicit Tally(std::string what) : m_what(std::move(what)) {}
  ~Tally() {
    std::cout << m_compared << ' ' << m_what << " compared, " << m_skipped.size() << " skipped";
    for (std::size_t i = 0; i < m_skipped.size(); ++i) std::cout << (i ? ", " : ": ") << m_skipped[i];
    std::cout << '\n';
  }
  void compared() { ++m_compared; }
  void skipped(const std::string& name) { m_skipped.push_back(name); }
  int comparedCount() const { return m_compared; }

 private:
  std::string m_what;
  int m_compared = 0;
  std::vector<std::string> m_skipped;
};

TEST(Reference, LossFunctionsHaveTheSameValuesGradientsAndHessians) {
  Tally tally("loss functions");
  for (const auto& [name, json] : filesNamed("function_")) {
    const LossFunctionInfo* info = findLossFunction(json["function"]["name"].get<std::string>());
    const auto parameters = info ? parametersFrom(json["function"]["params"], info->parameters) : std::nullopt;
    if (!parameters) {
      tally.skipped(name);
      continue;
    }
    tally.compared();
    const auto function = makeLossFunction(*info, *parameters);
    const double valueTolerance = json["tolerance"]["value_abs"];
    const double gradientTolerance = json["tolerance"]["gradient_abs"];
    const double hessianTolerance = json["tolerance"]["hessian_abs"];
    for (const Json& sample : json["samples"]) {
      const Derivatives f = function->derivatives(point(sample["point"]));
      EXPECT_NEAR(f.value, sample["value"].get<double>(), valueTolerance) << name;
      for (int i = 0; i < 2; ++i) {
        const auto row = static_cast<std::size_t>(i);
        EXPECT_NEAR(f.gradient[i], sample["gradient"][row].get<double>(), gradientTolerance) << name;
        for (int j = 0; j < 2; ++j)
          EXPECT_NEAR(f.hessian(i, j), sample["hessian"][row][static_cast<std::size_t>(j)].get<double>(),
                      hessianTolerance)
              << name;
      }
    }
  }
  EXPECT_GT(tally.comparedCount(), 0);
}

CriticalKind kindFrom(const std::string& word) {
  return word == "minimum"   ? CriticalKind::minimum
         : word == "maximum" ? CriticalKind::maximum
         : word == "saddle"  ? CriticalKind::saddle
                             : CriticalKind::degenerateSaddle;
}

TEST(Reference, CriticalPointsAreExactlyThoseListed) {
  Tally tally("lists of critical points");
  for (const auto& [name, json] : filesNamed("function_")) {
    const LossFunctionInfo* info = findLossFunction(json["function"]["name"].get<std::string>());
    const auto parameters = info ? parametersFrom(json["function"]["params"], info->parameters) : std::nullopt;
    if (!parameters || !json.contains("stationary_points")) {
      tally.skipped(name);
      continue;
    }
    tally.compared();
    const Json& box = json["stationary"]["box"];
    const auto found =
        criticalPoints(*makeLossFunction(*info, *parameters), {{box[0][0], box[0][1]}, {box[1][0], box[1][1]}});
    EXPECT_EQ(found.size(), json["stationary_points"].size()) << name;
    for (const Json& expected : json["stationary_points"]) {
      const Vector2 at = point(expected["point"]);
      const auto nearest = std::min_element(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        return (a.point - at).norm() < (b.point - at).norm();
      });
      ASSERT_NE(nearest, found.end()) << name;
      EXPECT_LT((nearest->point - at).norm(), 1e-7) << name << " at " << at.transpose();
      EXPECT_NEAR(nearest->value, expected["value"].get<double>(), 1e-9 * (1 + std::abs(nearest->value))) << name;
      EXPECT_EQ(nearest->kind, kindFrom(expected["kind"])) << name << " at " << at.transpose();
    }
  }
  EXPECT_GT(tally.comparedCount(), 0);
}

TEST(Reference, SchedulesGiveTheSameRates) {
  Tally tally("schedules");
  for (const auto& [name, json] : filesNamed("schedules_"))
    for (const Json& entry : json["schedules"]) {
      const ScheduleInfo* info = findSchedule(entry["kind"].get<std::string>());
      const auto parameters = info ? parametersFrom(entry["params"], info->parameters) : std::nullopt;
      if (!parameters) {
        tally.skipped(entry["id"]);
        continue;
      }
      tally.compared();
      const LearningRate lr = info->make(*parameters, entry["base_lr"]);
      const auto rates = entry["lr"].get<std::vector<double>>();
      const double peak = *std::max_element(rates.begin(), rates.end());
      for (std::size_t t = 0; t < rates.size(); ++t)
        EXPECT_NEAR(lr(static_cast<std::int64_t>(t)), rates[t], 1e-13 * peak) << entry["id"] << " at t = " << t;
    }
  EXPECT_GT(tally.comparedCount(), 0);
}

TEST(Reference, TrajectoriesAreTheSameStepByStep) {
  Tally tally("trajectories");
  for (const auto& [name, json] : filesNamed("trajectory_")) {
    const LossFunctionInfo* function = findLossFunction(json["function"]["name"].get<std::string>());
    const OptimizerInfo* optimizer = findOptimizer(lowerCase(json["optimizer"]["name"]));
    const ScheduleInfo* schedule = findSchedule(json["schedule"]["kind"].get<std::string>());
    if (!function || !optimizer || !schedule) {
      tally.skipped(name);
      continue;
    }
    const auto functionParameters = parametersFrom(json["function"]["params"], function->parameters);
    const auto optimizerParameters = parametersFrom(json["optimizer"]["hyperparameters"], optimizer->parameters);
    const auto scheduleParameters = parametersFrom(json["schedule"]["params"], schedule->parameters);
    if (!functionParameters || !optimizerParameters || !scheduleParameters) {
      tally.skipped(name);
      continue;
    }
    tally.compared();
    ravine::Run run;
    run.lossFunction = {function->id, *functionParameters};
    run.optimizer = {optimizer->id, *optimizerParameters};
    run.schedule = {schedule->id, *scheduleParameters};
    run.start = point(json["start"]);
    run.lr = json["schedule"]["base_lr"];
    run.steps = json["steps"];
    ASSERT_TRUE(validate(run).empty()) << name;
    const Trajectory t = simulate(run);
    ASSERT_EQ(t.points.size(), json["points"].size()) << name;
    const double pointTolerance = json["tolerance"]["points_abs"];
    const double lossTolerance = json["tolerance"]["losses_abs"];
    for (std::size_t i = 0; i < t.points.size(); ++i) {
      ASSERT_LE((t.points[i] - point(json["points"][i])).cwiseAbs().maxCoeff(), pointTolerance)
          << name << " at step " << i;
      ASSERT_NEAR(t.losses[i], json["losses"][i].get<double>(), lossTolerance) << name << " at step " << i;
    }
    for (std::size_t i = 0; i < t.lrs.size(); ++i)
      ASSERT_NEAR(t.lrs[i], json["lrs"][i].get<double>(), 1e-12 * run.lr + 1e-13 * t.lrs[i])
          << name << " at step " << i;
  }
  EXPECT_GT(tally.comparedCount(), 0);
}

}  // namespace
}  // namespace ravine
