// Everything that Ravine has in common with PyTorch is equal to it. The files' README says where they come from.
#include <gtest/gtest.h>

#include "core/loss/landscape.h"
#include "tests/core/reference.h"

namespace ravine {
namespace {

using namespace reference;

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
