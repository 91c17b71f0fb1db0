// Models, mini-batches and what they lead to are PyTorch's; minima are those that scikit-learn finds.
#include <gtest/gtest.h>

#include "core/loss/landscape.h"
#include "core/loss/models.h"
#include "tests/core/reference.h"

namespace ravine {
namespace {

using namespace reference;

const Json& file(const std::string& name) {
  static std::map<std::string, Json> files;
  if (!files.contains(name)) files[name] = filesNamed(name).front().second;
  return files[name];
}

DataTable tableFrom(const Json& rows) {
  DataTable table;
  for (const Json& row : rows) {
    table.inputs = static_cast<int>(row.size()) - 1;
    table.rows.push_back({row[0], table.inputs == 2 ? row[1].get<double>() : 0, row.back()});
  }
  return table;
}

LossChoice lossFrom(const Json& entry) {
  const Json& model = entry["model"];
  LossChoice choice{.id = model["name"], .parameters = {}, .data = {.rows = Shared(tableFrom(entry["data"]["rows"]))}};
  choice.parameters = parametersFrom(model["params"], findModel(choice.id)->parameters);
  if (entry["data"]["standardize"]) choice.parameters["standardize"] = true;
  return choice;
}

std::shared_ptr<const LossFunction> functionOf(const LossChoice& choice) {
  return makeLossFunction(lossFunctionInfo(choice), choice.parameters);
}

TEST(DataReference, LossesHaveTheSameValuesGradientsAndHessians) {
  for (const Json& entry : file("data_losses")["cases"]) {
    SCOPED_TRACE(entry["id"].get<std::string>());
    const auto function = functionOf(lossFrom(entry));
    const Json& tolerance = entry["tolerance"];
    for (const Json& sample : entry["samples"]) {
      const Vector2 theta = point(sample["point"]);
      const Derivatives f = function->derivatives(theta);
      EXPECT_NEAR(f.value, sample["value"].get<double>(), tolerance["value_abs"].get<double>());
      EXPECT_NEAR(function->value(theta), f.value, tolerance["value_abs"].get<double>());
      EXPECT_LE((f.gradient - point(sample["gradient"])).cwiseAbs().maxCoeff(),
                tolerance["gradient_abs"].get<double>());
      EXPECT_LE((function->gradient(theta).gradient - f.gradient).norm(), tolerance["gradient_abs"].get<double>());
      for (int i = 0; i < 2; ++i)
        for (int j = 0; j < 2; ++j)
          EXPECT_NEAR(f.hessian(i, j),
                      sample["hessian"][static_cast<std::size_t>(i)][static_cast<std::size_t>(j)].get<double>(),
                      tolerance["hessian_abs"].get<double>());
    }
  }
}

TEST(DataReference, InputsAreStandardizedAsByScikitLearn) {
  int seen = 0;
  for (const Json& entry : file("data_losses")["cases"]) {
    if (!entry["data"]["standardize"]) continue;
    SCOPED_TRACE(entry["id"].get<std::string>());
    const DataTable made = standardized(tableFrom(entry["data"]["rows"]));
    const DataTable expected = tableFrom(entry["data"]["standardized"]["rows"]);
    ASSERT_EQ(made.rows.size(), expected.rows.size());
    for (std::size_t i = 0; i < made.rows.size(); ++i) {
      EXPECT_NEAR(made.rows[i].x, expected.rows[i].x, 1e-12);
      EXPECT_NEAR(made.rows[i].x2, expected.rows[i].x2, 1e-12);
      EXPECT_EQ(made.rows[i].y, expected.rows[i].y);
    }
    ++seen;
  }
  EXPECT_GT(seen, 0);
}

TEST(DataReference, EpochsHaveTheOrdersOfRandperm) {
  for (const Json& entry : file("data_orders")["cases"]) {
    const auto n = entry["n"].get<std::size_t>();
    const auto seed = entry["seed"].get<std::int64_t>();
    SCOPED_TRACE("n = " + std::to_string(n) + ", seed = " + std::to_string(seed));
    // Of more than half, so that an epoch has two steps at most.
    const std::size_t size = n == 1 ? 1 : n - n / 3;
    Batches batches({.batchSize = static_cast<std::int64_t>(size), .seed = seed}, n);
    std::int64_t t = 0;
    for (const Json& epoch : entry["epochs"]) {
      std::vector<std::size_t> order;
      while (order.size() < n)
        for (const std::size_t row : batches.at(t++)) order.push_back(row);
      EXPECT_EQ(order, epoch.get<std::vector<std::size_t>>());
    }
  }
}

TEST(DataReference, TrajectoriesAreTheSameStepByStep) {
  for (const Json& entry : file("data_trajectories")["cases"]) {
    SCOPED_TRACE(entry["id"].get<std::string>());
    ravine::Run run = runFrom(entry, lossFrom(entry));
    const Json& batches = entry["batches"];
    run.batches = {{"batch_size", batches["batch_size"].get<std::int64_t>()},
                   {"shuffle", batches["shuffle"].get<bool>()},
                   {"drop_last", batches["drop_last"].get<bool>()},
                   {"seed", batches["seed"].get<std::int64_t>()}};
    if (entry["schedule"]["unit"] == "epochs") run.scheduleUnit = TimeUnit::epochs;
    ASSERT_TRUE(validate(run).empty()) << english(validate(run).front());
    const Trajectory t = simulate(run);
    ASSERT_EQ(t.points.size(), entry["points"].size());
    const auto near = entry["tolerance"]["points_abs"].get<double>();
    const auto nearLoss = entry["tolerance"]["losses_abs"].get<double>();
    for (std::size_t i = 0; i < t.points.size(); ++i) {
      ASSERT_LE((t.points[i] - point(entry["points"][i])).cwiseAbs().maxCoeff(), near) << "at step " << i;
      ASSERT_NEAR(t.losses[i], entry["losses"][i].get<double>(), nearLoss) << "at step " << i;
    }
    for (std::size_t i = 0; i < t.lrs.size(); ++i) {
      ASSERT_NEAR(t.lrs[i], entry["lrs"][i].get<double>(), 1e-12 * run.lr + 1e-13 * t.lrs[i]) << "at step " << i;
      if (!hasBatches(run)) continue;
      ASSERT_NEAR(t.seenLosses[i], entry["batch_losses"][i].get<double>(), nearLoss) << "at step " << i;
    }
  }
}

TEST(DataReference, MinimaAreThoseOfScikitLearn) {
  for (const Json& entry : file("data_optima")["cases"]) {
    SCOPED_TRACE(entry["id"].get<std::string>());
    const Landscape landscape = surveyLandscape(lossFrom(entry));
    const auto minimum = landscape.lowestMinimum();
    ASSERT_TRUE(minimum);
    EXPECT_LE((minimum->point - point(entry["point"])).norm(), 1e-7);
    EXPECT_NEAR(minimum->value, entry["value"].get<double>(), 1e-10);
    EXPECT_NEAR(minimum->curvature.upper, entry["hessian_eigenvalues"][1].get<double>(), 1e-6);
    EXPECT_FALSE(landscape.fallsForEver);
  }
}

}  // namespace
}  // namespace ravine
