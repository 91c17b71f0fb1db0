#include "core/optimizer/step_kernels.h"

#include <cstring>

#include "core/base/pack.h"

namespace ravine::RAVINE_SIMD_NAMESPACE {
namespace {

template <class Rule>
using State = typename Rule::template State<Pack>;

// Nothing but packs, so that a lane of it can be moved.
template <class Rule>
using Memory = rules::Memory<Rule, Pack>;
template <class Rule>
inline constexpr std::size_t kNumbers = sizeof(Memory<Rule>) / sizeof(double);

// Pack by pack: of a whole state at once the compiler makes an instruction that copies bytes in a loop of its own.
template <class Rule>
inline void copy(void* to, const void* from) {
  for (std::size_t k = 0; k < kNumbers<Rule> / kLanesAtOnce; ++k)
    std::memcpy(static_cast<char*>(to) + k * sizeof(Pack), static_cast<const char*>(from) + k * sizeof(Pack),
                sizeof(Pack));
}

template <class Rule>
void begin(double* states, std::size_t lanes) {
  static_assert(sizeof(Memory<Rule>) == kLanesAtOnce * sizeof(rules::Memory<Rule, double>));
  const Memory<Rule> first{};
  for (std::size_t i = 0; i < lanes; i += kLanesAtOnce, states += kNumbers<Rule>)
    std::memcpy(states, &first, sizeof first);
}

// Flattened: states of packs are too large to be passed from function to function. The settings are copies, which what
// is stored cannot change: so the compiler asks them once, and not in every turn of the loop.
template <class Rule>
[[gnu::flatten]] void step(const Rule& settings, const typename Rule::AtStep& atStep, bool remembers, double* states,
                           const LaneStep& step) {
  const Rule rule = settings;
  const typename Rule::AtStep now = atStep;
  const LaneStep s = step;
  for (std::size_t i = 0; i < s.count; i += kLanesAtOnce, states += kNumbers<Rule>) {
    State<Rule> state;
    Memory<Rule>& memory = state;
    if (remembers) copy<Rule>(&memory, states);
    const StepOf<Pack> in{s.t,
                          {Pack::load(s.x + i), Pack::load(s.y + i)},
                          {Pack::load(s.gradientX + i), Pack::load(s.gradientY + i)},
                          Pack::load(s.lr + i)};
    const Pair<Pack> next = rule.step(state, in, now);
    next.x.store(s.nextX + i);
    next.y.store(s.nextY + i);
    if (remembers) copy<Rule>(states, &memory);
  }
}

}  // namespace

template <class Rule>
StepKernels<Rule> stepKernels() {
  return {begin<Rule>, step<Rule>};
}

#define RAVINE_INSTANTIATE(Rule) template StepKernels<rules::Rule> stepKernels();
RAVINE_RULES(RAVINE_INSTANTIATE)

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
