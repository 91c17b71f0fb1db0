#include "core/optimizer/stride_kernels.h"

#include <array>
#include <limits>
#include <type_traits>
#include <utility>

#include "core/base/pack.h"
#include "core/loss/formulas.h"
#include "core/loss/loss_kernels.h"
#include "core/optimizer/lane_memory.h"

namespace ravine::RAVINE_SIMD_NAMESPACE {
namespace {

template <class Rule>
inline constexpr bool kStrides =
    std::is_same_v<Rule, rules::Sgd> || std::is_same_v<Rule, rules::AdamL2> || std::is_same_v<Rule, rules::AdamW>;

// So many packs at a time that the latency of one is hidden. A pack of four registers hides its own.
template <class Rule>
inline constexpr std::size_t kPacks = kRegistersOfAPack > 2              ? 1
                                      : std::is_same_v<Rule, rules::Sgd> ? 4
                                                                         : 2;

template <class F>
class Formula {
  static constexpr std::size_t kParameters = parameterCount<F>();

 public:
  explicit Formula(const double* parameters) {
    for (std::size_t i = 0; i < kParameters; ++i) m_parameters[i] = parameters[i];
  }
  Gradient<Pack> operator()(const Pack& x, const Pack& y) const {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return F()(knownX(x), knownY(y), m_parameters[I]...);
    }
    (std::make_index_sequence<kParameters>());
  }

 private:
  std::array<double, kParameters> m_parameters;
};

// What is the same for all lanes. Copies, which what is stored cannot change, so that the compiler keeps them.
template <class Rule, class F>
struct Way {
  Rule rule;
  Formula<F> formula;
  LaneStride stride;
};

// A pack of lanes on its way.
template <class Rule>
struct Walker {
  std::size_t lane;  // its first
  Pack x, y, lr, lowest;
  typename Rule::template State<Pack> state;

  Walker(const LaneStride& s, std::size_t first)
      : lane(first),
        x(Pack::load(s.x + first)),
        y(Pack::load(s.y + first)),
        lr(s.lr ? Pack::load(s.lr + first) : Pack(0.0)),
        lowest(Pack::load(s.lowest + first)) {}

  void recall(const double* memory) { LaneMemory<Rule>::load(state, memory + LaneMemory<Rule>::at(lane)); }
  void remember(double* memory) const { LaneMemory<Rule>::store(memory + LaneMemory<Rule>::at(lane), state); }

  // `sound` is finite as long as all is, and inside.
  template <class F>
  Gradient<Pack> look(const Way<Rule, F>& way, double* row, Pack& sound) {
    const LaneStride& s = way.stride;
    const Gradient<Pack> f = way.formula(x, y);
    lowest = lesser(f.v, lowest);
    sound = sound + f.v;
    if (row) {
      x.store(row + lane);
      y.store(row + s.ring.column + lane);
      f.v.store(row + 2 * s.ring.column + lane);
    }
    if (s.circles.x) {
      const Pack apartX = x - Pack::load(s.circles.x + lane);
      const Pack apartY = y - Pack::load(s.circles.y + lane);
      constexpr double no = std::numeric_limits<double>::quiet_NaN();
      sound = select(apartX * apartX + apartY * apartY < Pack::load(s.circles.squaredRadius + lane), sound, Pack(no));
    }
    return f;
  }

  template <class F>
  void step(const Way<Rule, F>& way, const typename Rule::AtStep& now, std::int64_t t, double* row, Pack& sound) {
    const Gradient<Pack> f = look(way, row, sound);
    const LaneStride& s = way.stride;
    if (s.lrOfSteps) lr = Pack(s.lrOfSteps[t - s.t]);
    const Pair<Pack> next = way.rule.step(state, StepOf<Pack>{t, {x, y}, {f.x, f.y}, lr}, now);
    x = next.x;
    y = next.y;
  }

  // Places and gradients that are not finite stay so by these rules: it is enough to look at the last.
  template <class F>
  void arrive(const Way<Rule, F>& way, double* row, Pack& sound) {
    const Gradient<Pack> f = look(way, row, sound);
    sound = sound + ((x + y) + (f.x + f.y));
    const LaneStride& s = way.stride;
    x.store(s.nextX + lane);
    y.store(s.nextY + lane);
    f.v.store(s.nextLoss + lane);
    f.x.store(s.nextGradientX + lane);
    f.y.store(s.nextGradientY + lane);
    lowest.store(s.nextLowest + lane);
  }
};

class Rows {
 public:
  explicit Rows(const StateRing& ring) : m_ring(ring), m_at(ring.at) {}
  double* next() {
    if (!m_ring.states) return nullptr;
    double* row = m_ring.states + 3 * m_ring.column * static_cast<std::size_t>(m_at);
    m_at = m_at + 1 == m_ring.length ? 0 : m_at + 1;
    return row;
  }

 private:
  StateRing m_ring;
  std::int64_t m_at;
};

// All of them step by step, so that one need not wait for another. What is not finite tells that one failed.
template <class Rule, class F, class... Walkers>
Pack walk(const StridingRule<Rule>& of, const Way<Rule, F>& way, Walkers... walkers) {
  if (of.remembers) (walkers.recall(of.memory), ...);
  Rows rows(way.stride.ring);
  Pack sound(0.0);
  for (std::int64_t i = 0; i < way.stride.steps; ++i) {
    const typename Rule::AtStep now = of.atSteps[i];
    double* row = rows.next();
    (walkers.step(way, now, way.stride.t + i, row, sound), ...);
  }
  double* row = rows.next();
  (walkers.arrive(way, row, sound), ...);
  if (of.remembers) (walkers.remember(of.nextMemory), ...);
  return sound;
}

template <class Rule, class F>
[[gnu::flatten]] bool stride(const StridingRule<Rule>& of, const double* parameters, const LaneStride& stride) {
  const Way<Rule, F> way{of.rule, Formula<F>(parameters), stride};
  constexpr std::size_t together = kPacks<Rule> * kLanesAtOnce;
  const std::size_t count = stride.count;
  Pack sound(0.0);  // stays 0 as long as all is finite
  std::size_t lane = 0;
  for (; lane + together <= count; lane += together) [&]<std::size_t... K>(std::index_sequence<K...>) {
      sound = sound + 0.0 * walk(of, way, Walker<Rule>(way.stride, lane + K * kLanesAtOnce)...);
    }
  (std::make_index_sequence<kPacks<Rule>>());
  for (; lane < count; lane += kLanesAtOnce) sound = sound + 0.0 * walk(of, way, Walker<Rule>(way.stride, lane));
  return sum(sound) == 0;
}

}  // namespace

template <class Rule>
StrideKernel<Rule> strideKernel(FormulaId formula) {
  if constexpr (kStrides<Rule>) {
    switch (formula) {
#define RAVINE_CASE(Formula) \
  case FormulaId::Formula:   \
    return stride<Rule, formulas::Formula>;
      RAVINE_FORMULAS(RAVINE_CASE)
#undef RAVINE_CASE
    }
  }
  return nullptr;
}

#define RAVINE_INSTANTIATE(Rule) template StrideKernel<rules::Rule> strideKernel(FormulaId formula);
RAVINE_RULES(RAVINE_INSTANTIATE)

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
