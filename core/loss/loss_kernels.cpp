#include "core/loss/loss_kernels.h"

#include <utility>

#include "core/base/pack.h"
#include "core/loss/formulas.h"
#include "core/loss/program.h"

namespace ravine::RAVINE_SIMD_NAMESPACE {
namespace {

using J = Gradient<Pack>;

template <class F>
void overPlaces(const Places& places, const GradientsTo& to, const F& f) {
  for (std::size_t i = 0; i < places.count; i += kLanesAtOnce) {
    const J value = f(J::variableX(Pack::load(places.x + i)), J::variableY(Pack::load(places.y + i)));
    value.v.store(to.value + i);
    value.x.store(to.x + i);
    value.y.store(to.y + i);
  }
}

template <class F, std::size_t... I>
J filled(const double* parameters, const J& x, const J& y, std::index_sequence<I...>) {
  return F()(x, y, parameters[I]...);
}

// Flattened: jets of packs are too large to be passed from function to function.
template <class F>
[[gnu::flatten]] void gradient(const double* parameters, const Places& places, const GradientsTo& to) {
  overPlaces(places, to, [parameters](const J& x, const J& y) {
    return filled<F>(parameters, x, y, std::make_index_sequence<parameterCount<F>()>());
  });
}

void ofProgram(const Instruction* code, std::size_t count, const Places& places, const GradientsTo& to) {
  overPlaces(places, to, [code, count](const J& x, const J& y) { return execute(code, count, x, y); });
}

}  // namespace

template <class F>
BlockGradient blockGradient() {
  return gradient<F>;
}
ProgramGradient programGradient() {
  return ofProgram;
}

#define RAVINE_INSTANTIATE(Formula) template BlockGradient blockGradient<formulas::Formula>();
RAVINE_FORMULAS(RAVINE_INSTANTIATE)

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
