#include "tests/bench/by_hand.h"

#include <cmath>
#include <cstring>

namespace ravine::by_hand {
namespace {

// As wide as the compiler's target has them, or several of those.
using Pack = double __attribute__((vector_size(32)));
constexpr std::size_t kPacks = 8;  // at a time, which hides the latency of one
constexpr std::size_t kLanes = kPacks * sizeof(Pack) / sizeof(double);

struct Block {
  Pack of[kPacks];

  void load(const double* from) { std::memcpy(of, from, sizeof of); }
  void store(double* to) const { std::memcpy(to, of, sizeof of); }
};

Pack root(const Pack& a) {
  return Pack{std::sqrt(a[0]), std::sqrt(a[1]), std::sqrt(a[2]), std::sqrt(a[3])};
}

struct Gradient {
  Pack x, y;
};
Gradient rosenbrock(const Pack& x, const Pack& y) {
  const Pack r = y - x * x;
  return {-2.0 * (1.0 - x) - 400.0 * x * r, 200.0 * r};
}

}  // namespace

void rosenbrockSgd(double* x, double* y, std::size_t count, int steps, double lr) {
  for (std::size_t i = 0; i < count; i += kLanes) {
    Block px, py;
    px.load(x + i);
    py.load(y + i);
    for (int t = 0; t < steps; ++t)
      for (std::size_t k = 0; k < kPacks; ++k) {
        const Gradient g = rosenbrock(px.of[k], py.of[k]);
        px.of[k] -= lr * g.x;
        py.of[k] -= lr * g.y;
      }
    px.store(x + i);
    py.store(y + i);
  }
}

void rosenbrockAdam(double* x, double* y, std::size_t count, int steps, double lr) {
  constexpr double beta1 = 0.9;
  constexpr double beta2 = 0.999;
  constexpr double eps = 1e-8;
  for (std::size_t i = 0; i < count; i += kLanes) {
    Block px, py, mx{}, my{}, vx{}, vy{};
    px.load(x + i);
    py.load(y + i);
    double power1 = 1;
    double power2 = 1;
    for (int t = 0; t < steps; ++t) {
      power1 *= beta1;
      power2 *= beta2;
      const double rate = lr / (1 - power1);
      const double rootOfCorrection = std::sqrt(1 - power2);
      for (std::size_t k = 0; k < kPacks; ++k) {
        const Gradient g = rosenbrock(px.of[k], py.of[k]);
        mx.of[k] = beta1 * mx.of[k] + (1 - beta1) * g.x;
        my.of[k] = beta1 * my.of[k] + (1 - beta1) * g.y;
        vx.of[k] = beta2 * vx.of[k] + (1 - beta2) * g.x * g.x;
        vy.of[k] = beta2 * vy.of[k] + (1 - beta2) * g.y * g.y;
        px.of[k] -= rate * mx.of[k] / (root(vx.of[k]) / rootOfCorrection + eps);
        py.of[k] -= rate * my.of[k] / (root(vy.of[k]) / rootOfCorrection + eps);
      }
    }
    px.store(x + i);
    py.store(y + i);
  }
}

}  // namespace ravine::by_hand
