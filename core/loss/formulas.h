// The formulas of the catalogue, f(x, y, parameters…), each written once for numbers, jets and packs. Each follows its
// text in the catalogue operation by operation, so that both round alike. Light enough for kernels.
#pragma once

#include <numbers>

#include "core/base/activation.h"
#include "core/base/jet.h"
#include "core/loss/formula_call.h"

namespace ravine::formulas {

using std::numbers::pi;

struct Bowl {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y, double a, double b) const {
    return 0.5 * (a * square(x) + b * square(y));
  }
};

using Ravine = Bowl;

struct Booth {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(x + 2 * y - 7) + square(2 * x + y - 5);
  }
};

struct Matyas {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return 0.26 * (square(x) + square(y)) - 0.48 * x * y;
  }
};

struct Parabola {
  template <class X, class Y>
  auto operator()(const X& x, const Y&, double a) const {
    return a * square(x);
  }
};

struct DoubleWellCurve {
  template <class X, class Y>
  auto operator()(const X& x, const Y&) const {
    return square(square(x) - 1) + 0.3 * x;
  }
};

struct FlatBottom {
  template <class X, class Y>
  auto operator()(const X& x, const Y&) const {
    return power(x, 4);
  }
};

struct AbsoluteValue {
  template <class X, class Y>
  auto operator()(const X& x, const Y&) const {
    return abs(x);
  }
};

struct WavyCurve {
  template <class X, class Y>
  auto operator()(const X& x, const Y&) const {
    return sin(x) + square(x) / 20;
  }
};

struct Rosenbrock {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y, double a, double b) const {
    return square(a - x) + b * square(y - square(x));
  }
};

struct RiverValley {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y, double b, double c) const {
    return b * (sqrt(1 + square(y - sin(x))) - 1) + 0.5 * c * square(x - 4);
  }
};

struct Beale {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(1.5 - x + x * y) + square(2.25 - x + x * square(y)) + square(2.625 - x + x * power(y, 3));
  }
};

struct Mccormick {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return sin(x + y) + square(x - y) - 1.5 * x + 2.5 * y + 1;
  }
};

struct Catapult {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return 0.5 * square(x * y - 1);
  }
};

struct QuadraticSaddle {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(x) - square(y);
  }
};

struct Saddle {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return 0.5 * (square(x) - square(y));
  }
};

struct Plateau {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y, double a) const {
    return a * (square(x) + square(y)) + sigmoid(square(x) + square(y) - 4);
  }
};

struct EscapeSaddle {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(x) - square(y) + power(y, 4);
  }
};

struct BoundedSaddle {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(x) - square(y) + power(y, 4) / 4;
  }
};

struct MonkeySaddle {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return power(x, 3) - 3 * x * square(y);
  }
};

struct DoubleWell {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(square(x) - 1) + 0.3 * x + square(y);
  }
};

struct TiltedDoubleWell {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(square(x) - 1) + 0.3 * x + 0.5 * square(y);
  }
};

struct TwoTrenches {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(x) + square(y) - 2 * exp(-(square(x - 1) + square(y)) / 0.2) -
           3 * exp(-(square(x + 1) + square(y)) / 0.2);
  }
};

struct Himmelblau {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(square(x) + y - 11) + square(x + square(y) - 7);
  }
};

struct StyblinskiTang {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return 0.5 * ((power(x, 4) - 16 * square(x) + 5 * x) + (power(y, 4) - 16 * square(y) + 5 * y));
  }
};

struct ThreeHumpCamel {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return 2 * square(x) - 1.05 * power(x, 4) + power(x, 6) / 6 + x * y + square(y);
  }
};

struct SixHumpCamel {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return (4 - 2.1 * square(x) + power(x, 4) / 3) * square(x) + x * y + (-4 + 4 * square(y)) * square(y);
  }
};

struct GoldsteinPrice {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return (1 + square(x + y + 1) * (19 - 14 * x + 3 * square(x) - 14 * y + 6 * x * y + 3 * square(y))) *
           (30 + square(2 * x - 3 * y) * (18 - 32 * x + 12 * square(x) + 48 * y - 36 * x * y + 27 * square(y)));
  }
};

struct RippleBowl {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return 0.1 * square(x) + 0.3 * (1 - cos(3 * x)) + square(y);
  }
};

struct Rastrigin {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y, double A) const {
    return 2 * A + square(x) - A * cos(2 * pi * x) + square(y) - A * cos(2 * pi * y);
  }
};

struct Ackley {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return -20 * exp(-0.2 * sqrt(0.5 * (square(x) + square(y)))) - exp(0.5 * (cos(2 * pi * x) + cos(2 * pi * y))) +
           std::numbers::e + 20;
  }
};

struct Griewank {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return 1 + (square(x) + square(y)) / 4000 - cos(x) * cos(y / std::numbers::sqrt2);
  }
};

struct LevyN13 {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return square(sin(3 * pi * x)) + square(x - 1) * (1 + square(sin(3 * pi * y))) +
           square(y - 1) * (1 + square(sin(2 * pi * y)));
  }
};

struct Easom {
  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return -cos(x) * cos(y) * exp(-(square(x - pi) + square(y - pi)));
  }
};

}  // namespace ravine::formulas

// clang-format off
// X(Formula) for each.
#define RAVINE_FORMULAS(X) \
  X(Bowl) X(Booth) X(Matyas) X(Parabola) X(DoubleWellCurve) X(FlatBottom) \
  X(AbsoluteValue) X(WavyCurve) X(Rosenbrock) X(RiverValley) X(Beale) X(Mccormick) \
  X(Catapult) X(QuadraticSaddle) X(Saddle) X(Plateau) X(EscapeSaddle) X(BoundedSaddle) \
  X(MonkeySaddle) X(DoubleWell) X(TiltedDoubleWell) X(TwoTrenches) X(Himmelblau) X(StyblinskiTang) \
  X(ThreeHumpCamel) X(SixHumpCamel) X(GoldsteinPrice) X(RippleBowl) X(Rastrigin) X(Ackley) \
  X(Griewank) X(LevyN13) X(Easom)
// clang-format on

namespace ravine {

enum class FormulaId : int {
#define RAVINE_ENUMERATOR(Formula) Formula,
  RAVINE_FORMULAS(RAVINE_ENUMERATOR)
#undef RAVINE_ENUMERATOR
};

template <class F>
inline constexpr FormulaId formulaId{};
#define RAVINE_ID(Formula) \
  template <>              \
  inline constexpr FormulaId formulaId<formulas::Formula> = FormulaId::Formula;
RAVINE_FORMULAS(RAVINE_ID)
#undef RAVINE_ID

}  // namespace ravine
