// Everything that Ravine has in common with PyTorch is equal to it. The files' README says where they come from.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/loss/landscape.h"
#include "core/run/simulate.h"

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

// The parameters of a file as Ravine's. Every one of them must be known.
ParameterSet parametersFrom(const Json& json, const std::vector<ParameterInfo>& infos) {
  ParameterSet set;
  for (const auto& [key, value] : json.items()) {
    const ParameterInfo* info = findParameter(infos, key);
    if (!info) {
      ADD_FAILURE() << "unknown parameter " << key;
      continue;
    }
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

// The function of a file by its id and as its formula text.
std::vector<LossChoice> lossChoices(const Json& function) {
  const LossChoice byId{function["name"], {}};
  const LossChoice asText{"", {}, function["formula"]};
  std::vector<LossChoice> choices;
  for (LossChoice choice : {byId, asText}) {
    Problems problems;
    const auto info = resolve(choice, problems);
    if (!info) {
      ADD_FAILURE() << choice.id << choice.formula << ": " << english(problems.front());
      continue;
    }
    choice.parameters = parametersFrom(function["params"], info->parameters);
    choices.push_back(choice);
  }
  return choices;
}

std::shared_ptr<const LossFunction> functionOf(const LossChoice& choice) {
  return makeLossFunction(lossFunctionInfo(choice), choice.parameters);
}

Vector2 point(const Json& json) {
  return {json[0].get<double>(), json[1].get<double>()};
}

TEST(Reference, LossFunctionsHaveTheSameValuesGradientsAndHessians) {
  const auto files = filesNamed("function_");
  for (const auto& [name, json] : files) {
    SCOPED_TRACE(name);
    for (const LossChoice& choice : lossChoices(json["function"])) {
      const auto function = functionOf(choice);
      for (const Json& sample : json["samples"]) {
        const Derivatives f = function->derivatives(point(sample["point"]));
        EXPECT_NEAR(f.value, sample["value"].get<double>(), json["tolerance"]["value_abs"].get<double>());
        for (int i = 0; i < 2; ++i) {
          const auto row = static_cast<std::size_t>(i);
          EXPECT_NEAR(f.gradient[i], sample["gradient"][row].get<double>(),
                      json["tolerance"]["gradient_abs"].get<double>());
          for (int j = 0; j < 2; ++j)
            EXPECT_NEAR(f.hessian(i, j), sample["hessian"][row][static_cast<std::size_t>(j)].get<double>(),
                        json["tolerance"]["hessian_abs"].get<double>());
        }
      }
    }
  }
  EXPECT_FALSE(files.empty());
}

CriticalKind kindFrom(const std::string& word) {
  return word == "minimum"   ? CriticalKind::minimum
         : word == "maximum" ? CriticalKind::maximum
         : word == "saddle"  ? CriticalKind::saddle
                             : CriticalKind::degenerateSaddle;
}

TEST(Reference, CriticalPointsAreExactlyThoseListed) {
  for (const auto& [name, json] : filesNamed("function_")) {
    if (!json.contains("stationary_points")) continue;
    SCOPED_TRACE(name);
    const Json& box = json["stationary"]["box"];
    for (const LossChoice& choice : lossChoices(json["function"])) {
      const auto found = criticalPoints(*functionOf(choice), {{box[0][0], box[0][1]}, {box[1][0], box[1][1]}});
      EXPECT_EQ(found.size(), json["stationary_points"].size());
      for (const Json& expected : json["stationary_points"]) {
        const Vector2 at = point(expected["point"]);
        const auto nearest = std::min_element(found.begin(), found.end(), [&](const auto& a, const auto& b) {
          return (a.point - at).norm() < (b.point - at).norm();
        });
        ASSERT_NE(nearest, found.end());
        EXPECT_LT((nearest->point - at).norm(), 1e-7) << "at " << at.transpose();
        EXPECT_NEAR(nearest->value, expected["value"].get<double>(), 1e-9 * (1 + std::abs(nearest->value)));
        EXPECT_EQ(nearest->kind, kindFrom(expected["kind"])) << "at " << at.transpose();
      }
    }
  }
}

// Where only the global minima are listed, the lowest ones found in the domain are they.
TEST(Reference, GlobalMinimaAreTheLowestFound) {
  for (const auto& [name, json] : filesNamed("function_")) {
    SCOPED_TRACE(name);
    const LossChoice choice = lossChoices(json["function"]).front();
    const Landscape landscape = surveyLandscape(choice);
    for (const Json& expected : json["global_minima"]) {
      ASSERT_TRUE(landscape.lowestMinimum());
      EXPECT_NEAR(landscape.lowestMinimum()->value, expected["value"].get<double>(), 1e-9 * landscape.spread);
      EXPECT_LT((landscape.nearestMinimum(point(expected["point"]))->point - point(expected["point"])).norm(), 1e-7);
    }
  }
}

TEST(Reference, SchedulesGiveTheSameRates) {
  const auto files = filesNamed("schedules_");
  for (const auto& [name, json] : files)
    for (const Json& entry : json["schedules"]) {
      SCOPED_TRACE(entry["id"].get<std::string>());
      const ScheduleInfo* info = findSchedule(entry["kind"].get<std::string>());
      ASSERT_TRUE(info);
      const LearningRate lr = info->make(parametersFrom(entry["params"], info->parameters), entry["base_lr"]);
      const auto rates = entry["lr"].get<std::vector<double>>();
      const double peak = *std::max_element(rates.begin(), rates.end());
      for (std::size_t t = 0; t < rates.size(); ++t)
        EXPECT_NEAR(lr(static_cast<std::int64_t>(t), 0), rates[t], 1e-13 * peak) << "at t = " << t;
    }
  EXPECT_FALSE(files.empty());
}

ravine::Run runFrom(const Json& json, const LossChoice& function) {
  const OptimizerInfo* optimizer = findOptimizer(lowerCase(json["optimizer"]["name"]));
  const ScheduleInfo* schedule = findSchedule(json["schedule"]["kind"].get<std::string>());
  ravine::Run run;
  run.lossFunction = function;
  if (optimizer)
    run.optimizer = {optimizer->id, parametersFrom(json["optimizer"]["hyperparameters"], optimizer->parameters)};
  else
    ADD_FAILURE() << "unknown optimizer";
  if (schedule)
    run.schedule = {schedule->id, parametersFrom(json["schedule"]["params"], schedule->parameters)};
  else
    ADD_FAILURE() << "unknown schedule";
  run.start = point(json["start"]);
  run.lr = json["schedule"]["base_lr"];
  run.steps = json["steps"];
  return run;
}

TEST(Reference, TrajectoriesAreTheSameStepByStep) {
  const auto files = filesNamed("trajectory_");
  for (const auto& [name, json] : files) {
    SCOPED_TRACE(name);
    for (const LossChoice& function : lossChoices(json["function"])) {
      const ravine::Run run = runFrom(json, function);
      ASSERT_TRUE(validate(run).empty()) << validate(run).front().where;
      const Trajectory t = simulate(run);
      ASSERT_EQ(t.points.size(), json["points"].size());
      for (std::size_t i = 0; i < t.points.size(); ++i) {
        ASSERT_LE((t.points[i] - point(json["points"][i])).cwiseAbs().maxCoeff(),
                  json["tolerance"]["points_abs"].get<double>())
            << "at step " << i;
        ASSERT_NEAR(t.losses[i], json["losses"][i].get<double>(), json["tolerance"]["losses_abs"].get<double>())
            << "at step " << i;
      }
      for (std::size_t i = 0; i < t.lrs.size(); ++i)
        ASSERT_NEAR(t.lrs[i], json["lrs"][i].get<double>(), 1e-12 * run.lr + 1e-13 * t.lrs[i]) << "at step " << i;
    }
  }
  EXPECT_FALSE(files.empty());
}

}  // namespace
}  // namespace ravine
