// Rules on many lanes at once make, bit for bit, the steps that they make alone. Run with every instruction set.
#include <gtest/gtest.h>

#include <random>

#include "core/optimizer/optimizer.h"
#include "tests/core/same_bits.h"

namespace ravine {
namespace {

constexpr std::size_t kLanes = 24;

// θ ← θ − … under gradients that a lane has of its own, some of them zero, huge or no numbers.
class Lanes {
 public:
  Lanes(const OptimizerInfo& info, const ParameterSet& parameters)
      : m_lanes(info.makeLanes(parameters)), m_function(makeLossFunction(*findLossFunction("bowl"), {})) {
    m_lanes->begin(kLanes);
    std::uniform_real_distribution<double> inBox(-3, 3);
    for (std::size_t i = 0; i < kLanes; ++i) {
      m_alone.push_back(info.make(parameters));
      m_x.push_back(inBox(m_random));
      m_y.push_back(inBox(m_random));
      m_lr.push_back(std::pow(10, inBox(m_random)));
    }
  }

  // The lane in which the two differ, if there is one.
  std::optional<std::size_t> step(std::int64_t t) {
    std::normal_distribution<double> slope(0, 2);
    std::vector<double> gx(kLanes);
    std::vector<double> gy(kLanes);
    for (std::size_t i = 0; i < kLanes; ++i) {
      gx[i] = (t + static_cast<std::int64_t>(i)) % 7 == 0 ? 0 : slope(m_random);
      gy[i] = i == 5 && t > 20 ? 1e200 * slope(m_random) : i == 6 && t == 30 ? std::nan("") : slope(m_random);
    }
    std::vector<double> nextX(kLanes);
    std::vector<double> nextY(kLanes);
    m_lanes->step({t, m_x.data(), m_y.data(), gx.data(), gy.data(), m_lr.data(), nextX.data(), nextY.data(), kLanes});
    std::optional<std::size_t> other;
    for (std::size_t i = 0; i < kLanes; ++i) {
      const Vector2 next = m_alone[i]->step({.t = t,
                                             .theta = {m_x[i], m_y[i]},
                                             .loss = 0,
                                             .gradient = {gx[i], gy[i]},
                                             .lr = m_lr[i],
                                             .function = *m_function});
      if (!haveSameBits(next.x(), nextX[i]) || !haveSameBits(next.y(), nextY[i])) other = i;
    }
    m_x = nextX;
    m_y = nextY;
    return other;
  }

  void move(std::size_t from, std::size_t to) {
    m_lanes->move(from, to);
    m_alone[to] = m_alone[from]->clone();
    for (auto* column : {&m_x, &m_y, &m_lr}) (*column)[to] = (*column)[from];
  }

 private:
  std::mt19937_64 m_random{11};
  std::unique_ptr<LaneOptimizer> m_lanes;
  std::vector<std::unique_ptr<Optimizer>> m_alone;
  std::shared_ptr<const LossFunction> m_function;
  std::vector<double> m_x, m_y, m_lr;
};

void expectTheSameSteps(const OptimizerInfo& info, const ParameterSet& parameters) {
  if (!info.makeLanes) return;
  Lanes lanes(info, parameters);
  for (std::int64_t t = 0; t < 60; ++t) {
    if (t == 17) lanes.move(23, 2);
    if (t == 25) lanes.move(9, 0);
    if (const auto lane = lanes.step(t)) {
      ADD_FAILURE() << info.id << " at step " << t << " in lane " << *lane;
      return;
    }
  }
}

TEST(LaneOptimizer, MakesTheStepsOfEachRuleAlone) {
  for (const OptimizerInfo& info : optimizers()) expectTheSameSteps(info, {});
}

TEST(LaneOptimizer, WithEverySettingToo) {
  for (const OptimizerInfo& info : optimizers())
    for (const ParameterInfo& parameter : info.parameters) {
      std::vector<ParameterValue> values;
      if (std::holds_alternative<bool>(parameter.defaultValue)) values = {true};
      if (std::holds_alternative<double>(parameter.defaultValue)) values = {0.5, 0.9};
      for (const std::string& choice : parameter.choices) values.emplace_back(choice);
      for (const ParameterValue& value : values) {
        ParameterSet parameters{{parameter.id, value}};
        if (findParameter(info.parameters, "momentum") && parameter.id != "momentum") parameters["momentum"] = 0.9;
        if (!check(info.parameters, parameters, "optimizer").empty() || !info.check(parameters).empty()) continue;
        expectTheSameSteps(info, parameters);
      }
    }
}

TEST(LaneOptimizer, IsThereForAllRulesThatAskTheLossWhereTheyStand) {
  for (const OptimizerInfo& info : optimizers()) {
    const bool asksElsewhere = info.id == "armijo" || info.id == "damped_newton" || info.id == "sam";
    EXPECT_NE(static_cast<bool>(info.makeLanes), asksElsewhere) << info.id;
  }
}

}  // namespace
}  // namespace ravine
