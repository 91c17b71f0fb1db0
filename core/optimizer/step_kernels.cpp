#include "core/optimizer/step_kernels.h"

#include "core/base/pack.h"
#include "core/optimizer/lane_memory.h"

namespace ravine::RAVINE_SIMD_NAMESPACE {
namespace {

template <class Rule>
using State = typename Rule::template State<Pack>;

template <class Rule>
void begin(double* states, std::size_t lanes) {
  const typename LaneMemory<Rule>::OfPack first{};
  for (std::size_t i = 0; i < lanes; i += kLanesAtOnce)
    LaneMemory<Rule>::store(states + LaneMemory<Rule>::at(i), first);
}

// Flattened: states of packs are too large to be passed from function to function. The settings are copies, which what
// is stored cannot change: so the compiler asks them once, and not in every turn of the loop.
template <class Rule>
[[gnu::flatten]] void step(const Rule& settings, const typename Rule::AtStep& atStep, bool remembers, double* states,
                           const LaneStep& step) {
  const Rule rule = settings;
  const typename Rule::AtStep now = atStep;
  const LaneStep s = step;
  for (std::size_t i = 0; i < s.count; i += kLanesAtOnce) {
    State<Rule> state;
    double* memory = states + LaneMemory<Rule>::at(i);
    if (remembers) LaneMemory<Rule>::load(state, memory);
    const StepOf<Pack> in{s.t,
                          {Pack::load(s.x + i), Pack::load(s.y + i)},
                          {Pack::load(s.gradientX + i), Pack::load(s.gradientY + i)},
                          Pack::load(s.lr + i)};
    const Pair<Pack> next = rule.step(state, in, now);
    next.x.store(s.nextX + i);
    next.y.store(s.nextY + i);
    if (remembers) LaneMemory<Rule>::store(memory, state);
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
