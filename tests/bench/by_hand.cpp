#include "tests/bench/by_hand.h"

#include <cmath>
#include <cstring>
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
struct Rosenbrock {
  static Gradient gradient(const Pack& x, const Pack& y) {
    const Pack r = y - x * x;
    return {-2.0 * (1.0 - x) - 400.0 * x * r, 200.0 * r};
  }
  static Pack loss(const Pack& x, const Pack& y) {
    const Pack r = y - x * x;
    const Pack s = 1.0 - x;
    return s * s + 100.0 * r * r;
  }
};
struct Rastrigin {
  static Pack sine(const Pack& angle) {
#if defined(__AVX512F__)
    return Sleef_cinz_sind8_u10avx512fnofma(angle);
#elif defined(__AVX__)
    return Sleef_cinz_sind4_u10avx(angle);
#elif defined(__x86_64__)
    return Sleef_cinz_sind2_u10sse2(angle);
#else
    return xsimd::sin(angle);
#endif
  }
  static Pack along(const Pack& x) {
    constexpr double twoPi = 2 * std::numbers::pi;
    return 2.0 * x + 10 * twoPi * sine(twoPi * x);
  }
  static Gradient gradient(const Pack& x, const Pack& y) {
    return {along(x), along(y)};
  }
};

template <class F>
void sgd(double* x, double* y, std::size_t count, int steps, double lr) {
  for (std::size_t i = 0; i < count; i += kLanes) {
    Block px(x + i);
    Block py(y + i);
    for (int t = 0; t < steps; ++t)
      for (std::size_t k = 0; k < kPacks; ++k) {
        const Gradient g = F::gradient(px.of[k], py.of[k]);
        px.of[k] -= lr * g.x;
        py.of[k] -= lr * g.y;
      }
    px.store(x + i);
    py.store(y + i);
  }
}

template <class F>
void sgdWatched(double* x, double* y, std::size_t count, int steps, double lr) {
  for (std::size_t i = 0; i < count; i += kLanes) {
    Block px(x + i);
    Block py(y + i);
    Block lowest(1e300);
    Block nothing(0.0);
    for (int t = 0; t < steps; ++t)
      for (std::size_t k = 0; k < kPacks; ++k) {
        const Gradient g = F::gradient(px.of[k], py.of[k]);
        px.of[k] -= lr * g.x;
        py.of[k] -= lr * g.y;
        const Pack loss = F::loss(px.of[k], py.of[k]);
        lowest.of[k] = xsimd::min(loss, lowest.of[k]);
        nothing.of[k] += 0.0 * (loss + px.of[k] + py.of[k] + g.x + g.y);
      }
    for (std::size_t k = 0; k < kPacks; ++k) px.of[k] += 0.0 * (lowest.of[k] + nothing.of[k]);  // which needs them
    px.store(x + i);
    py.store(y + i);
  }
}

template <class F>
void adam(double* x, double* y, std::size_t count, int steps, double lr) {
  constexpr double beta1 = 0.9;
  constexpr double beta2 = 0.999;
  constexpr double eps = 1e-8;
  for (std::size_t i = 0; i < count; i += kLanes) {
    Block px(x + i);
    Block py(y + i);
    Block mx(0.0), my(0.0), vx(0.0), vy(0.0);
    double power1 = 1;
    double power2 = 1;
    for (int t = 0; t < steps; ++t) {
      power1 *= beta1;
      power2 *= beta2;
      const double rate = lr / (1 - power1);
      const double rootOfCorrection = std::sqrt(1 - power2);
      for (std::size_t k = 0; k < kPacks; ++k) {
        const Gradient g = F::gradient(px.of[k], py.of[k]);
        mx.of[k] = beta1 * mx.of[k] + (1 - beta1) * g.x;
        my.of[k] = beta1 * my.of[k] + (1 - beta1) * g.y;
        vx.of[k] = beta2 * vx.of[k] + (1 - beta2) * g.x * g.x;
        vy.of[k] = beta2 * vy.of[k] + (1 - beta2) * g.y * g.y;
        px.of[k] -= rate * mx.of[k] / (xsimd::sqrt(vx.of[k]) / rootOfCorrection + eps);
        py.of[k] -= rate * my.of[k] / (xsimd::sqrt(vy.of[k]) / rootOfCorrection + eps);
      }
    }
    px.store(x + i);
    py.store(y + i);
  }
}

}  // namespace

LoopsByHand loopsByHand() {
  return {sgd<Rosenbrock>, sgdWatched<Rosenbrock>, adam<Rosenbrock>, sgd<Rastrigin>, adam<Rastrigin>};
}

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
