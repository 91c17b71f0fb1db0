#include "core/optimizer/stride_kernels.h"

#include <array>
#include <limits>
#include <type_traits>
#include <utility>

#include "core/base/pack.h"
#include "core/loss/formulas.h"
#include "core/loss/loss_kernels.h"
#include "core/loss/play_tape.h"
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
  template <class... Walkers>
  void play(const Walkers&...) const {}
  Gradient<Pack> at(std::size_t, const Pack& x, const Pack& y) const {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return F()(knownX(x), knownY(y), m_parameters[I]...);
    }
    (std::make_index_sequence<kParameters>());
  }

 private:
  std::array<double, kParameters> m_parameters;
};

// A typed formula where so many packs of lanes are at once.
template <std::size_t packs>
class Played {
 public:
  Played(const Tape& tape, double* registers) : m_tape(tape), m_registers(registers) {
    putConstants<Pack, packs>(tape, registers);
  }
  template <class... Walkers>
  void play(Walkers&... walkers) const {
    std::size_t k = 0;
    ((walkers.x.store(at(0, k)), walkers.y.store(at(1, k)), ++k), ...);
    ravine::play<Pack, packs>(m_tape, m_registers);
    k = 0;  // from where they are anyway, so that they need not be kept elsewhere meanwhile
    ((walkers.x = Pack::load(at(0, k)), walkers.y = Pack::load(at(1, k)), ++k), ...);
  }
  Gradient<Pack> at(std::size_t k, const Pack&, const Pack&) const {
    return {Pack::load(at(m_tape.value, k)), Pack::load(at(m_tape.x, k)), Pack::load(at(m_tape.y, k))};
  }

 private:
  double* at(std::size_t number, std::size_t k) const { return m_registers + (number * packs + k) * kLanesAtOnce; }

  Tape m_tape;
  double* m_registers;
};

// What is the same for all lanes. Copies, which what is stored cannot change, so that the compiler keeps them.
template <class Rule, class F>
struct Way {
  Rule rule;
  F formula;
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

  // With what the formula gives there. `sound` is finite as long as all is, and inside.
  void look(const Gradient<Pack>& f, const LaneStride& s, double* row, Pack& sound) {
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
  }

  template <class F>
  void step(const Gradient<Pack>& f, const Way<Rule, F>& way, const typename Rule::AtStep& now, std::int64_t t,
            double* row, Pack& sound) {
    const LaneStride& s = way.stride;
    look(f, s, row, sound);
    if (s.lrOfSteps) lr = Pack(s.lrOfSteps[t - s.t]);
    const Pair<Pack> next = way.rule.step(state, StepOf<Pack>{t, {x, y}, {f.x, f.y}, lr}, now);
    x = next.x;
    y = next.y;
  }

  // Places and gradients that are not finite stay so by these rules: it is enough to look at the last.
  void arrive(const Gradient<Pack>& f, const LaneStride& s, double* row, Pack& sound) {
    look(f, s, row, sound);
    sound = sound + ((x + y) + (f.x + f.y));
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
    way.formula.play(walkers...);
    std::size_t k = 0;
    (walkers.step(way.formula.at(k++, walkers.x, walkers.y), way, now, way.stride.t + i, row, sound), ...);
  }
  double* row = rows.next();
  way.formula.play(walkers...);
  std::size_t k = 0;
  (walkers.arrive(way.formula.at(k++, walkers.x, walkers.y), way.stride, row, sound), ...);
  if (of.remembers) (walkers.remember(of.nextMemory), ...);
  return sound;
}

// From `lane` on, as long as there are so many packs. What is not 0 tells that one failed.
template <std::size_t packs, class Rule, class F>
Pack walkAll(const StridingRule<Rule>& of, const Way<Rule, F>& way, std::size_t& lane) {
  constexpr std::size_t together = packs * kLanesAtOnce;
  Pack sound(0.0);
  for (; lane + together <= way.stride.count; lane += together) [&]<std::size_t... K>(std::index_sequence<K...>) {
      sound = sound + 0.0 * walk(of, way, Walker<Rule>(way.stride, lane + K * kLanesAtOnce)...);
    }
  (std::make_index_sequence<packs>());
  return sound;
}

// Without momentum and decay SGD has so little to do that asking for them would be a good part of it.
template <class Rule, class Go>
bool withRule(const StridingRule<Rule>& of, const Go& go) {
  if constexpr (std::is_same_v<Rule, rules::Sgd>)
    if (!of.remembers && of.rule.weightDecay == 0) return go(Rule());
  return go(of.rule);
}

template <class Rule, class F>
[[gnu::flatten]] bool stride(const StridingRule<Rule>& of, const double* parameters, const LaneStride& stride) {
  return withRule(of, [&](const Rule& rule) {
    const Way<Rule, Formula<F>> way{rule, Formula<F>(parameters), stride};
    constexpr std::size_t packs = kPacks<Rule>;
    std::size_t lane = 0;
    Pack sound = walkAll<packs>(of, way, lane);
    if constexpr (packs != 1) sound = sound + walkAll<1>(of, way, lane);
    return sum(sound) == 0;
  });
}

template <class Rule>
[[gnu::flatten]] bool tapeStride(const StridingRule<Rule>& of, const Tape& tape, double* registers,
                                 const LaneStride& stride) {
  return withRule(of, [&](const Rule& rule) {
    constexpr std::size_t packs = kPlacesPlayed / kLanesAtOnce;
    std::size_t lane = 0;
    Pack sound(0.0);
    if (stride.count >= kPlacesPlayed)
      sound = walkAll<packs>(of, Way<Rule, Played<packs>>{rule, {tape, registers}, stride}, lane);
    if (lane < stride.count)
      sound = sound + walkAll<1>(of, Way<Rule, Played<1>>{rule, {tape, registers}, stride}, lane);
    return sum(sound) == 0;
  });
}

}  // namespace

template <class Rule>
TapeStrideKernel<Rule> tapeStrideKernel() {
  if constexpr (kStrides<Rule>)
    return tapeStride<Rule>;
  else
    return nullptr;
}

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

#define RAVINE_INSTANTIATE(Rule)                                      \
  template StrideKernel<rules::Rule> strideKernel(FormulaId formula); \
  template TapeStrideKernel<rules::Rule> tapeStrideKernel();
RAVINE_RULES(RAVINE_INSTANTIATE)

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
