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

// So many that one reading of an instruction serves all of them.
template <std::size_t count>
struct Several {
  J of[count];

  Several() = default;  // undefined
  Several(double constant) {
    for (J& each : of) each = J(constant);
  }
  template <class F>
  static Several each(F f) {
    Several result;
    for (std::size_t i = 0; i < count; ++i) result.of[i] = f(i);
    return result;
  }

  Several operator-() const {
    return each([&](std::size_t i) { return -of[i]; });
  }
#define RAVINE_OPERATION(name, of_a_and_b)                                                                         \
  friend Several name(const Several& one, const Several& other) {                                                  \
    return each(                                                                                                   \
        [&](std::size_t i) { return [](const J& a, const J& b) { return of_a_and_b; }(one.of[i], other.of[i]); }); \
  }                                                                                                                \
  friend Several name(const Several& one, double b) {                                                              \
    return each([&](std::size_t i) { return [b](const J& a) { return of_a_and_b; }(one.of[i]); });                 \
  }                                                                                                                \
  friend Several name(double a, const Several& other) {                                                            \
    return each([&](std::size_t i) { return [a](const J& b) { return of_a_and_b; }(other.of[i]); });               \
  }
  RAVINE_OPERATION(operator+, a + b)
  RAVINE_OPERATION(operator-, a - b)
  RAVINE_OPERATION(operator*, a* b)
  RAVINE_OPERATION(operator/, a / b)
  RAVINE_OPERATION(pow, pow(a, b))
#undef RAVINE_OPERATION
  friend Several square(const Several& a) {
    return each([&](std::size_t i) { return square(a.of[i]); });
  }
  friend Several power(const Several& a, int n) {
    return each([&](std::size_t i) { return power(a.of[i], n); });
  }
  friend Several smaller(const Several& a, const Several& b) {
    return each([&](std::size_t i) { return smaller(a.of[i], b.of[i]); });
  }
  friend Several larger(const Several& a, const Several& b) {
    return each([&](std::size_t i) { return larger(a.of[i], b.of[i]); });
  }
  friend Several apply(FormulaFunction function, const Several& a) {
    return each([&](std::size_t i) { return apply(function, a.of[i]); });
  }
};

[[gnu::flatten]] void ofProgram(const Instruction* code, std::size_t count, const Places& places,
                                const GradientsTo& to) {
  constexpr std::size_t packs = 4;
  constexpr std::size_t lanes = packs * kLanesAtOnce;
  std::size_t at = 0;
  for (; at + lanes <= places.count; at += lanes) {
    Several<packs> x;
    Several<packs> y;
    for (std::size_t i = 0; i < packs; ++i) {
      x.of[i] = J::variableX(Pack::load(places.x + at + i * kLanesAtOnce));
      y.of[i] = J::variableY(Pack::load(places.y + at + i * kLanesAtOnce));
    }
    const Several<packs> value = execute(code, count, x, y);
    for (std::size_t i = 0; i < packs; ++i) {
      value.of[i].v.store(to.value + at + i * kLanesAtOnce);
      value.of[i].x.store(to.x + at + i * kLanesAtOnce);
      value.of[i].y.store(to.y + at + i * kLanesAtOnce);
    }
  }
  overPlaces({places.x + at, places.y + at, places.count - at}, {to.value + at, to.x + at, to.y + at},
             [code, count](const J& x, const J& y) { return execute(code, count, x, y); });
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
