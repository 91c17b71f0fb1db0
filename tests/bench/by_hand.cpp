#include "tests/bench/by_hand.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <xsimd/xsimd.hpp>

#if defined(__x86_64__)
#include <sleef.h>
#endif

namespace ravine::RAVINE_SIMD_NAMESPACE {
namespace {

using Pack = xsimd::batch<double>;
constexpr std::size_t kPacks = 8;  // at a time, which hides the latency of one
constexpr std::size_t kLanes = kPacks * Pack::size;

struct Block {
  Pack of[kPacks];

  explicit Block(double value) {
    for (Pack& pack : of) pack = Pack(value);
  }
  explicit Block(const double* from) {
    for (std::size_t k = 0; k < kPacks; ++k) of[k] = Pack::load_unaligned(from + k * Pack::size);
  }
  void store(double* to) const {
    for (std::size_t k = 0; k < kPacks; ++k) of[k].store_unaligned(to + k * Pack::size);
  }
};

struct Gradient {
  Pack x, y;
};
struct LossAndGradient {
  Pack loss, x, y;
};
struct Rosenbrock {
  static Gradient gradient(const Pack& x, const Pack& y) {
    const Pack r = y - x * x;
    return {-2.0 * (1.0 - x) - 400.0 * x * r, 200.0 * r};
  }
  static LossAndGradient both(const Pack& x, const Pack& y) {
    const Pack r = y - x * x;
    const Pack s = 1.0 - x;
    return {s * s + 100.0 * r * r, -2.0 * s - 400.0 * x * r, 200.0 * r};
  }
};
struct Rastrigin {
  static constexpr double kTwoPi = 2 * std::numbers::pi;

#if defined(__AVX512F__)
#define RAVINE_SLEEF(function) Sleef_cinz_##function##d8_u10avx512fnofma
#elif defined(__AVX__)
#define RAVINE_SLEEF(function) Sleef_cinz_##function##d4_u10avx
#elif defined(__x86_64__)
#define RAVINE_SLEEF(function) Sleef_cinz_##function##d2_u10sse2
#endif
  static Pack sine(const Pack& angle) {
#ifdef RAVINE_SLEEF
    return RAVINE_SLEEF(sin)(angle);
#else
    return xsimd::sin(angle);
#endif
  }
  struct Along {
    Pack loss, slope;
  };
  static Along along(const Pack& x) {
#ifdef RAVINE_SLEEF
    const auto wave = RAVINE_SLEEF(sincos)(kTwoPi * x);
    return {10.0 + x * x - 10.0 * Pack(wave.y), 2.0 * x + 10 * kTwoPi * Pack(wave.x)};
#else
    return {10.0 + x * x - 10.0 * xsimd::cos(kTwoPi * x), 2.0 * x + 10 * kTwoPi * xsimd::sin(kTwoPi * x)};
#endif
  }
  static Gradient gradient(const Pack& x, const Pack& y) {
    return {2.0 * x + 10 * kTwoPi * sine(kTwoPi * x), 2.0 * y + 10 * kTwoPi * sine(kTwoPi * y)};
  }
  static LossAndGradient both(const Pack& x, const Pack& y) {
    const Along alongX = along(x);
    const Along alongY = along(y);
    return {alongX.loss + alongY.loss, alongX.slope, alongY.slope};
  }
#undef RAVINE_SLEEF
};

// What a map needs of each run besides its end.
struct Watched {
  Block lowest{std::numeric_limits<double>::infinity()};
  Block sound{0.0};  // finite as long as the losses are

  void see(std::size_t k, const Pack& loss) {
    lowest.of[k] = xsimd::min(loss, lowest.of[k]);
    sound.of[k] += loss;
  }
  // Of places and gradients it is enough to look at the last.
  void store(std::size_t k, const LossAndGradient& last, Block& px, const Block& py) {
    see(k, last.loss);
    sound.of[k] += (px.of[k] + py.of[k]) + (last.x + last.y);
    px.of[k] += 0.0 * (lowest.of[k] + sound.of[k]);  // so that they are needed
  }
};

template <bool watches, class F>
Gradient look(F, std::size_t k, const Block& px, const Block& py, Watched& watched) {
  if constexpr (!watches) return F::gradient(px.of[k], py.of[k]);
  const LossAndGradient f = F::both(px.of[k], py.of[k]);
  watched.see(k, f.loss);
  return {f.x, f.y};
}

template <class F, bool watches>
void sgd(double* x, double* y, std::size_t count, int steps, double lr) {
  for (std::size_t i = 0; i < count; i += kLanes) {
    Block px(x + i);
    Block py(y + i);
    Watched watched;
    for (int t = 0; t < steps; ++t)
      for (std::size_t k = 0; k < kPacks; ++k) {
        const Gradient g = look<watches>(F(), k, px, py, watched);
        px.of[k] -= lr * g.x;
        py.of[k] -= lr * g.y;
      }
    if constexpr (watches)
      for (std::size_t k = 0; k < kPacks; ++k) watched.store(k, F::both(px.of[k], py.of[k]), px, py);
    px.store(x + i);
    py.store(y + i);
  }
}

template <class F, bool watches>
void adam(double* x, double* y, std::size_t count, int steps, double lr) {
  constexpr double beta1 = 0.9;
  constexpr double beta2 = 0.999;
  constexpr double eps = 1e-8;
  for (std::size_t i = 0; i < count; i += kLanes) {
    Block px(x + i);
    Block py(y + i);
    Block mx(0.0), my(0.0), vx(0.0), vy(0.0);
    Watched watched;
    double power1 = 1;
    double power2 = 1;
    for (int t = 0; t < steps; ++t) {
      power1 *= beta1;
      power2 *= beta2;
      const double rate = lr / (1 - power1);
      const double rootOfCorrection = std::sqrt(1 - power2);
      for (std::size_t k = 0; k < kPacks; ++k) {
        const Gradient g = look<watches>(F(), k, px, py, watched);
        mx.of[k] = beta1 * mx.of[k] + (1 - beta1) * g.x;
        my.of[k] = beta1 * my.of[k] + (1 - beta1) * g.y;
        vx.of[k] = beta2 * vx.of[k] + (1 - beta2) * g.x * g.x;
        vy.of[k] = beta2 * vy.of[k] + (1 - beta2) * g.y * g.y;
        px.of[k] -= rate * mx.of[k] / (xsimd::sqrt(vx.of[k]) / rootOfCorrection + eps);
        py.of[k] -= rate * my.of[k] / (xsimd::sqrt(vy.of[k]) / rootOfCorrection + eps);
      }
    }
    if constexpr (watches)
      for (std::size_t k = 0; k < kPacks; ++k) watched.store(k, F::both(px.of[k], py.of[k]), px, py);
    px.store(x + i);
    py.store(y + i);
  }
}

}  // namespace

LoopsByHand loopsByHand() {
  return {{sgd<Rosenbrock, false>, sgd<Rosenbrock, true>},
          {adam<Rosenbrock, false>, adam<Rosenbrock, true>},
          {sgd<Rastrigin, false>, sgd<Rastrigin, true>},
          {adam<Rastrigin, false>, adam<Rastrigin, true>}};
}

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
