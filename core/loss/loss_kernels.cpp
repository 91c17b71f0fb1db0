#include "core/loss/loss_kernels.h"

#include <utility>

#include "core/base/pack.h"
#include "core/loss/formulas.h"
#include "core/loss/play_tape.h"

namespace ravine::RAVINE_SIMD_NAMESPACE {
namespace {

using J = Gradient<Pack>;

template <class F>
void overPlaces(const Places& places, const GradientsTo& to, const F& f) {
  for (std::size_t i = 0; i < places.count; i += kLanesAtOnce) {
    const J value = f(knownX(Pack::load(places.x + i)), knownY(Pack::load(places.y + i)));
    value.v.store(to.value + i);
    value.x.store(to.x + i);
    value.y.store(to.y + i);
  }
}

template <class F, class X, class Y, std::size_t... I>
J filled(const double* parameters, const X& x, const Y& y, std::index_sequence<I...>) {
  return F()(x, y, parameters[I]...);
}

// Flattened: jets of packs are too large to be passed from function to function.
template <class F>
[[gnu::flatten]] void gradient(const double* parameters, const Places& places, const GradientsTo& to) {
  overPlaces(places, to, [parameters](const auto& x, const auto& y) {
    return filled<F>(parameters, x, y, std::make_index_sequence<parameterCount<F>()>());
  });
}

template <std::size_t packs>
void played(const Tape& tape, double* registers, std::size_t from, const Places& places, const GradientsTo& to) {
  constexpr std::size_t apart = packs * kLanesAtOnce;
  const auto copy = [](const double* source, double* target) {
    for (std::size_t k = 0; k < apart; k += kLanesAtOnce) Pack::load(source + k).store(target + k);
  };
  copy(places.x + from, registers);
  copy(places.y + from, registers + apart);
  play<Pack, packs>(tape, registers);
  copy(registers + tape.value * apart, to.value + from);
  copy(registers + tape.x * apart, to.x + from);
  copy(registers + tape.y * apart, to.y + from);
}

[[gnu::flatten]] void ofTape(const Tape& tape, double* registers, const Places& places, const GradientsTo& to) {
  constexpr std::size_t packs = kPlacesPlayed / kLanesAtOnce;
  std::size_t at = 0;
  putConstants<Pack, packs>(tape, registers);
  for (; at + kPlacesPlayed <= places.count; at += kPlacesPlayed) played<packs>(tape, registers, at, places, to);
  if (at < places.count) putConstants<Pack, 1>(tape, registers);
  for (; at < places.count; at += kLanesAtOnce) played<1>(tape, registers, at, places, to);
}

}  // namespace

template <class F>
BlockGradient blockGradient() {
  return gradient<F>;
}
TapeGradient tapeGradient() {
  return ofTape;
}

#define RAVINE_INSTANTIATE(Formula) template BlockGradient blockGradient<formulas::Formula>();
RAVINE_FORMULAS(RAVINE_INSTANTIATE)

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
