// Many steps at once are, bit for bit, as many steps one by one. Run with every instruction set.
#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "core/base/instruction_set.h"
#include "core/optimizer/optimizer.h"
#include "tests/core/same_bits.h"

namespace ravine {
namespace {

constexpr std::size_t kLanes = 56;  // so many that some go together and some alone
using Column = std::vector<double>;

struct State {
  Column x = Column(kLanes), y = Column(kLanes), loss = Column(kLanes), gx = Column(kLanes), gy = Column(kLanes);

  bool operator==(const State& other) const {
    const auto areSame = [](const Column& a, const Column& b) {
      return std::equal(a.begin(), a.end(), b.begin(), haveSameBits);
    };
    return areSame(x, other.x) && areSame(y, other.y) && areSame(loss, other.loss) && areSame(gx, other.gx) &&
           areSame(gy, other.gy);
  }
};

// The same lanes twice: one by one, and at once.
class Strides {
 public:
  Strides(const LossFunctionInfo& loss, const OptimizerInfo& optimizer, const ParameterSet& parameters, double lr)
      : m_function(makeLossFunction(loss, {})),
        m_single(optimizer.makeLanes(parameters)),
        m_together(optimizer.makeLanes(parameters)),
        m_lr(kLanes, lr) {
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> part(0.3, 0.7);
    for (std::size_t i = 0; i < kLanes; ++i) {
      now.x[i] = loss.domain.x.lower + part(random) * loss.domain.x.length();
      now.y[i] = loss.domain.y.lower + part(random) * loss.domain.y.length();
    }
    evaluate(now);
    m_lowest = now.loss;
    m_single->begin(kLanes);
    m_together->begin(kLanes);
  }

  bool areThere() const {
    const auto formula = m_function->kernelFormula();
    return formula && m_together->canStride(*formula);
  }

  State single(std::int64_t t, std::int64_t steps) {
    State state = now;
    for (std::int64_t i = 0; i < steps; ++i) {
      State next;
      m_single->step({t + i, state.x.data(), state.y.data(), state.gx.data(), state.gy.data(), m_lr.data(),
                      next.x.data(), next.y.data(), kLanes});
      evaluate(next);
      for (std::size_t k = 0; k < kLanes; ++k) m_lowest[k] = std::min(m_lowest[k], next.loss[k]);
      state = next;
    }
    return state;
  }

  // Nothing if a lane fails.
  std::optional<State> together(std::int64_t t, std::int64_t steps, const Column* lrOfSteps = nullptr,
                                const Circles& circles = {}) {
    State next;
    Column lowest(kLanes);
    const Column none(kLanes, std::numeric_limits<double>::infinity());
    const StateRing ring{m_ring.data(), kLanes, kPlaces, 0};
    const bool made =
        m_together->stride(*m_function->kernelFormula(),
                           {t, steps, now.x.data(), now.y.data(), none.data(), lrOfSteps ? nullptr : m_lr.data(),
                            lrOfSteps ? lrOfSteps->data() : nullptr, next.x.data(), next.y.data(), next.loss.data(),
                            next.gx.data(), next.gy.data(), lowest.data(), ring, circles, kLanes});
    if (!made) return std::nullopt;
    lowestSeen = lowest;
    return next;
  }

  const Column& lowest() const { return m_lowest; }
  double stateOf(std::int64_t place, std::size_t column, std::size_t lane) const {
    return m_ring[(3 * static_cast<std::size_t>(place) + column) * kLanes + lane];
  }

  State now;
  Column lowestSeen;

 private:
  static constexpr std::int64_t kPlaces = 32;

  void evaluate(State& s) const {
    m_function->gradients({s.x.data(), s.y.data(), kLanes}, {s.loss.data(), s.gx.data(), s.gy.data()});
  }

  std::shared_ptr<const LossFunction> m_function;
  std::unique_ptr<LaneOptimizer> m_single;
  std::unique_ptr<LaneOptimizer> m_together;
  Column m_lr;
  Column m_lowest;
  Column m_ring = Column(3 * kLanes * kPlaces);
};

TEST(LaneStride, IsAsManyStepsOneByOneOnEveryFormula) {
  int pairs = 0;
  std::vector<LossFunctionInfo> losses = lossFunctions();
  for (const LossFunctionInfo& loss : lossFunctions())
    if (loss.group != LossGroup::models) losses.push_back(lossFunctionInfo(asFormula({loss.id, {}}, loss.formula)));
  for (const OptimizerInfo& optimizer : optimizers())
    for (const LossFunctionInfo& loss : losses) {
      if (!optimizer.makeLanes || !makeLossFunction(loss, {})->kernelFormula()) continue;
      Strides strides(loss, optimizer, {}, 1e-6);
      if (!strides.areThere()) continue;
      ++pairs;
      for (const auto& [t, steps] : {std::pair<std::int64_t, std::int64_t>{0, 1}, {1, 7}, {8, 20}}) {
        const State expected = strides.single(t, steps);
        const auto state = strides.together(t, steps);
        ASSERT_TRUE(state) << optimizer.id << " on " << loss.id;
        ASSERT_EQ(*state, expected) << optimizer.id << " on " << loss.id << " from step " << t;
        strides.now = expected;
      }
    }
  EXPECT_GT(pairs, 180);
}

TEST(LaneStride, WithTheSettingsOfARuleToo) {
  const LossFunctionInfo& loss = *findLossFunction("himmelblau");
  const std::vector<std::pair<const char*, ParameterSet>> all{
      {"sgd", {{"momentum", 0.9}}},
      {"sgd", {{"momentum", 0.9}, {"nesterov", true}}},
      {"sgd", {{"momentum", 0.9}, {"dampening", 0.3}, {"weight_decay", 0.01}}},
      {"adam", {{"amsgrad", true}, {"weight_decay", 0.1}}},
      {"adamw", {{"beta1", 0.0}, {"amsgrad", true}}}};
  for (const auto& [id, parameters] : all) {
    Strides strides(loss, *findOptimizer(id), parameters, 1e-3);
    for (std::int64_t t = 0; t < 40; t += 10) {
      const State expected = strides.single(t, 10);
      ASSERT_EQ(*strides.together(t, 10), expected) << id;
      strides.now = expected;
    }
  }
}

TEST(LaneStride, PutsDownEveryStateAndTheLowestLoss) {
  Strides strides(*findLossFunction("rosenbrock"), *findOptimizer("sgd"), {{"momentum", 0.9}}, 1e-3);
  ASSERT_TRUE(strides.together(0, 10));
  std::vector<State> states{strides.now};
  Strides again(*findLossFunction("rosenbrock"), *findOptimizer("sgd"), {{"momentum", 0.9}}, 1e-3);
  for (std::int64_t t = 0; t < 10; ++t) {
    again.now = again.single(t, 1);
    states.push_back(again.now);
  }
  for (std::int64_t place = 0; place <= 10; ++place)
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const State& state = states[static_cast<std::size_t>(place)];
      EXPECT_EQ(strides.stateOf(place, 0, lane), state.x[lane]);
      EXPECT_EQ(strides.stateOf(place, 1, lane), state.y[lane]);
      EXPECT_EQ(strides.stateOf(place, 2, lane), state.loss[lane]);
    }
  EXPECT_EQ(strides.lowestSeen, again.lowest());
}

TEST(LaneStride, TakesTheRateOfEachStepWhereItIsThatOfAll) {
  Strides strides(*findLossFunction("bowl"), *findOptimizer("sgd"), {}, 0.01);
  const Column rates(10, 0.01);
  const State expected = strides.single(0, 10);
  EXPECT_EQ(*strides.together(0, 10, &rates), expected);
  const Column others(10, 0.02);
  EXPECT_FALSE(*strides.together(0, 10, &others) == expected);
}

// A loss that overflows for one step alone, a gradient that does, and a place.
TEST(LaneStride, IsNotMadeWhereALaneIsNotFiniteAndForgetsIt) {
  for (const double far : {1e80, 1e160, std::numeric_limits<double>::quiet_NaN()})
    for (const std::size_t lane : {std::size_t{0}, std::size_t{33}, kLanes - 1}) {
      Strides strides(*findLossFunction("himmelblau"), *findOptimizer("sgd"), {{"momentum", 0.9}}, 1e-3);
      const State sound = strides.now;
      strides.now.x[lane] = far;
      EXPECT_FALSE(strides.together(0, 4)) << far << " in lane " << lane;
      strides.now = sound;
      const State expected = strides.single(0, 4);
      EXPECT_EQ(*strides.together(0, 4), expected) << "the rule remembers nothing of it";
    }
}

TEST(LaneStride, IsNotMadeWhereALaneLeavesItsCircle) {
  Strides strides(*findLossFunction("bowl"), *findOptimizer("sgd"), {}, 0.1);
  Column squares(kLanes);
  for (std::size_t i = 0; i < kLanes; ++i)
    squares[i] = 1.01 * (strides.now.x[i] * strides.now.x[i] + strides.now.y[i] * strides.now.y[i]);
  const Column zero(kLanes, 0.0);
  const Circles circles{zero.data(), zero.data(), squares.data()};
  EXPECT_TRUE(strides.together(0, 5, nullptr, circles)) << "downhill, towards the centre of all";
  squares[40] *= 0.9;
  EXPECT_FALSE(strides.together(5, 5, nullptr, circles)) << "where it began";
}

}  // namespace
}  // namespace ravine
