// The arithmetic of the update rules, each written once for a number, as a run has it, and for a pack of lanes, as maps
// have it. A rule is its settings, which are numbers in both, and
//   template <class T> struct State                                     what it remembers from step to step, and what
//                                                                       is told of the last; if not all is remembered,
//   template <class T> struct Memory                                    the base of State that is,
//   bool remembers() const                                              if these settings may need none of it,
//   AtStep at(std::int64_t t) const                                     what is the same for all lanes in step t,
//   Pair<T> step(State<T>&, const StepOf<T>&, const AtStep&) const      θ_{t+1}.
// All operations are per coordinate. Rules that ask the loss elsewhere too are not among them. Light enough for
// kernels.
#pragma once

#include <cstdint>

#include "core/base/pair.h"

namespace ravine {

template <class T>
struct StepOf {
  std::int64_t t;  // 0 for the first step
  Pair<T> theta;
  Pair<T> gradient;  // at theta, without weight decay
  T lr;
};

namespace rules {

// A rule without bias corrections.
struct AlwaysTheSame {
  struct AtStep {};
  AtStep at(std::int64_t) const { return {}; }
};

// 1 − β^t for t = 1, 2, …; exactly 1 as soon as rounding makes it so.
inline double biasCorrection(double beta, std::int64_t t) {
  const auto steps = static_cast<double>(t);
  return (1 - beta) * steps > 42 ? 1 : 1 - std::pow(beta, steps);
}

template <class T>
Pair<T> decayedGradient(const StepOf<T>& in, double weightDecay) {
  return weightDecay == 0 ? in.gradient : in.gradient + T(weightDecay) * in.theta;
}

constexpr double sign(double value) {
  return value > 0 ? 1 : value < 0 ? -1 : value;  // zero and NaN stay
}

// SGD as in PyTorch (heavy ball: Polyak 1964; Nesterov: Sutskever et al. 2013 in PyTorch's form):
// g ← ∇f + w θ, b ← μ b + (1 − d) g (first step: b ← g), θ ← θ − η b, or θ ← θ − η (g + μ b) with nesterov.
struct Sgd : AlwaysTheSame {
  double momentum = 0;
  double dampening = 0;
  double weightDecay = 0;
  bool nesterov = false;

  template <class T>
  struct State {
    Pair<T> buffer = Pair<T>::both(0);
  };
  bool remembers() const { return momentum != 0; }

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep&) const {
    const Pair<T> g = decayedGradient(in, weightDecay);
    if (momentum == 0) return in.theta - in.lr * g;
    state.buffer = in.t == 0 ? g : T(momentum) * state.buffer + T(1 - dampening) * g;
    return in.theta - in.lr * (nesterov ? g + T(momentum) * state.buffer : state.buffer);
  }
};

// Quasi-hyperbolic momentum (Ma & Yarats 2019): m ← β m + (1 − β) g, θ ← θ − η ((1 − ν) g + ν m).
struct Qhm : AlwaysTheSame {
  double nu = 0.7;
  double beta = 0.999;
  double weightDecay = 0;

  template <class T>
  struct State {
    Pair<T> momentum = Pair<T>::both(0);
  };

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep&) const {
    const Pair<T> g = decayedGradient(in, weightDecay);
    state.momentum = T(beta) * state.momentum + T(1 - beta) * g;
    return in.theta - in.lr * (T(1 - nu) * g + T(nu) * state.momentum);
  }
};

// Adagrad (Duchi et al. 2011): s ← s + g², θ ← θ − η/(1 + (t − 1) lr_decay) · g / (√s + ε)
struct Adagrad {
  double lrDecay = 0;
  double weightDecay = 0;
  double initialAccumulatorValue = 0;
  double eps = 1e-10;

  template <class T>
  struct Memory {
    Pair<T> sum = Pair<T>::both(0);
  };
  template <class T>
  struct State : Memory<T> {
    T slowing = T(1.0);
  };
  struct AtStep {
    double slowing;  // 1 + (t − 1) lr_decay
  };
  AtStep at(std::int64_t t) const { return {1 + static_cast<double>(t) * lrDecay}; }

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep& now) const {
    const Pair<T> g = decayedGradient(in, weightDecay);
    if (in.t == 0) state.sum = Pair<T>::both(initialAccumulatorValue);
    state.sum = state.sum + square(g);
    state.slowing = T(now.slowing);
    return in.theta - in.lr / state.slowing * (g / (sqrt(state.sum) + T(eps)));
  }
};

// Adadelta (Zeiler 2012): v ← ρ v + (1 − ρ) g², d = √(u + ε)/√(v + ε) · g, u ← ρ u + (1 − ρ) d², θ ← θ − η d
struct Adadelta : AlwaysTheSame {
  double rho = 0.9;
  double eps = 1e-6;
  double weightDecay = 0;

  template <class T>
  struct Memory {
    Pair<T> squares = Pair<T>::both(0);
    Pair<T> steps = Pair<T>::both(0);
  };
  template <class T>
  struct State : Memory<T> {
    Pair<T> divisor = Pair<T>::both(1);
  };

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep&) const {
    const Pair<T> g = decayedGradient(in, weightDecay);
    state.squares = T(rho) * state.squares + T(1 - rho) * square(g);
    const Pair<T> ofSquares = sqrt(state.squares + T(eps));
    const Pair<T> ofSteps = sqrt(state.steps + T(eps));
    state.divisor = ofSquares / ofSteps;
    const Pair<T> d = ofSteps / ofSquares * g;
    state.steps = T(rho) * state.steps + T(1 - rho) * square(d);
    return in.theta - in.lr * d;
  }
};

// RMSprop (Tieleman & Hinton 2012): v ← α v + (1 − α) g², centered: v' = v − a² with a ← α a + (1 − α) g;
// d = g / (√v' + ε), with momentum b ← μ b + d and d = b; θ ← θ − η d
struct RmsProp : AlwaysTheSame {
  double alpha = 0.99;
  double eps = 1e-8;
  double weightDecay = 0;
  double momentum = 0;
  bool centered = false;

  template <class T>
  struct Memory {
    Pair<T> squares = Pair<T>::both(0);
    Pair<T> average = Pair<T>::both(0);
    Pair<T> buffer = Pair<T>::both(0);
  };
  template <class T>
  struct State : Memory<T> {
    Pair<T> divisor = Pair<T>::both(1);
  };

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep&) const {
    const Pair<T> g = decayedGradient(in, weightDecay);
    state.squares = T(alpha) * state.squares + T(1 - alpha) * square(g);
    Pair<T> variance = state.squares;
    if (centered) {
      state.average = T(alpha) * state.average + T(1 - alpha) * g;
      variance = variance - square(state.average);
    }
    state.divisor = sqrt(variance) + T(eps);
    if (momentum == 0) return in.theta - in.lr * (g / state.divisor);
    state.buffer = T(momentum) * state.buffer + g / state.divisor;
    return in.theta - in.lr * state.buffer;
  }
};

// What Adam and its relatives remember.
template <class T>
struct Moments {
  Pair<T> first = Pair<T>::both(0);   // m
  Pair<T> second = Pair<T>::both(0);  // v

  void update(const Pair<T>& g, double beta1, double beta2) {
    first = T(beta1) * first + T(1 - beta1) * g;
    second = T(beta2) * second + T(1 - beta2) * square(g);
  }
};

enum class WeightDecayKind { inGradient, decoupled };

// Adam (Kingma & Ba 2015): m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − η m̂ / (√v̂ + ε) with
// m̂ = m/(1 − β₁^t), v̂ = v/(1 − β₂^t); amsgrad (Reddi et al. 2018): the largest v so far in place of v.
// AdamW (Loshchilov & Hutter 2019): θ ← θ (1 − η w) first, and no decay in the gradient.
template <WeightDecayKind kind>
struct Adam {
  static constexpr bool decoupled = kind == WeightDecayKind::decoupled;

  double beta1 = 0.9;
  double beta2 = 0.999;
  double eps = 1e-8;
  double weightDecay = decoupled ? 0.01 : 0;
  bool amsgrad = false;

  template <class T>
  struct Memory : Moments<T> {
    Pair<T> largest = Pair<T>::both(0);
  };
  template <class T>
  struct State : Memory<T> {
    Pair<T> divisor = Pair<T>::both(1);
  };
  struct AtStep {
    double correction1;
    double rootOfCorrection2;
  };
  AtStep at(std::int64_t t) const { return {biasCorrection(beta1, t + 1), std::sqrt(biasCorrection(beta2, t + 1))}; }

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep& now) const {
    const Pair<T> g = decayedGradient(in, decoupled ? 0 : weightDecay);
    state.update(g, beta1, beta2);
    if (amsgrad) state.largest = greater(state.largest, state.second);
    const Pair<T>& v = amsgrad ? state.largest : state.second;
    state.divisor = sqrt(v) / T(now.rootOfCorrection2) + T(eps);
    const T rate = in.lr / T(now.correction1);
    const Pair<T> kept = decoupled ? (T(1.0) - in.lr * T(weightDecay)) * in.theta : in.theta;
    return kept - rate * (state.first / state.divisor);
  }
};

// Adamax (Kingma & Ba 2015): u ← max(β₂ u, |g| + ε), θ ← θ − η/(1 − β₁^t) · m/u
struct Adamax {
  double beta1 = 0.9;
  double beta2 = 0.999;
  double eps = 1e-8;
  double weightDecay = 0;

  template <class T>
  struct State {
    Pair<T> first = Pair<T>::both(0);
    Pair<T> norm = Pair<T>::both(0);
  };
  struct AtStep {
    double correction1;
  };
  AtStep at(std::int64_t t) const { return {biasCorrection(beta1, t + 1)}; }

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep& now) const {
    const Pair<T> g = decayedGradient(in, weightDecay);
    state.first = T(beta1) * state.first + T(1 - beta1) * g;
    state.norm = greater(T(beta2) * state.norm, abs(g) + T(eps));
    return in.theta - in.lr / T(now.correction1) * (state.first / state.norm);
  }
};

// NAdam (Dozat 2016): μ_t = β₁ (1 − 0.5 · 0.96^(t·ψ)), P_t = μ₁ … μ_t,
// θ ← θ − η ((1 − μ_t) g/(1 − P_t) + μ_{t+1} m/(1 − P_{t+1})) / (√v̂ + ε).
// PyTorch 1.13's default path counts μ_t twice in the last denominator, 1 − P_t μ_t μ_{t+1}; mended in PyTorch 2.0.
struct NAdam {
  enum class Variant { documented, torch113 };

  double beta1 = 0.9;
  double beta2 = 0.999;
  double eps = 1e-8;
  double weightDecay = 0;
  double momentumDecay = 4e-3;
  Variant variant = Variant::documented;

  template <class T>
  struct Memory : Moments<T> {
    T product = T(1.0);  // P_t
  };
  template <class T>
  struct State : Memory<T> {
    Pair<T> divisor = Pair<T>::both(1);
    T ofGradient = T(0.0);  // its part in the step, and that of m
    T ofFirst = T(1.0);
  };
  struct AtStep {
    double momentum;  // μ_t
    double next;      // μ_{t+1}
    double correction2;
  };
  double momentumAt(std::int64_t t) const {
    return beta1 * (1 - 0.5 * std::pow(0.96, static_cast<double>(t) * momentumDecay));
  }
  AtStep at(std::int64_t t) const { return {momentumAt(t + 1), momentumAt(t + 2), biasCorrection(beta2, t + 1)}; }

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep& now) const {
    const Pair<T> g = decayedGradient(in, weightDecay);
    state.update(g, beta1, beta2);
    state.product = state.product * T(now.momentum);
    const T nextProduct = state.product * T(now.next) * T(variant == Variant::torch113 ? now.momentum : 1.0);
    state.divisor = sqrt(state.second / T(now.correction2)) + T(eps);
    state.ofGradient = T(1 - now.momentum) / (T(1.0) - state.product);
    state.ofFirst = T(now.next) / (T(1.0) - nextProduct);
    const Pair<T> direction = state.ofGradient * g + state.ofFirst * state.first;
    return in.theta - in.lr * (direction / state.divisor);
  }
};

// RAdam (Liu et al. 2020): Adam once the variance of its divisor is known well enough, ρ_t > 5, with the rectification
// r_t = √((ρ_t − 4)(ρ_t − 2) ρ_∞ / ((ρ_∞ − 4)(ρ_∞ − 2) ρ_t)); until then θ ← θ − η m̂.
struct RAdam {
  double beta1 = 0.9;
  double beta2 = 0.999;
  double eps = 1e-8;
  double weightDecay = 0;

  template <class T>
  using Memory = Moments<T>;
  template <class T>
  struct State : Memory<T> {
    Pair<T> divisor = Pair<T>::both(1);
  };
  struct AtStep {
    double correction1;
    double scale;  // r_t √(1 − β₂^t); 0 while ρ_t ≤ 5
  };
  AtStep at(std::int64_t step) const {
    const auto t = static_cast<double>(step + 1);
    const double correction2 = biasCorrection(beta2, step + 1);
    const double atInfinity = 2 / (1 - beta2) - 1;
    const double rho = atInfinity - 2 * t * (1 - correction2) / correction2;
    if (!(rho > 5)) return {biasCorrection(beta1, step + 1), 0};
    const double rectification =
        std::sqrt((rho - 4) * (rho - 2) * atInfinity / ((atInfinity - 4) * (atInfinity - 2) * rho));
    return {biasCorrection(beta1, step + 1), rectification * std::sqrt(correction2)};
  }

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep& now) const {
    const Pair<T> g = decayedGradient(in, weightDecay);
    state.update(g, beta1, beta2);
    const Pair<T> mean = state.first / T(now.correction1);
    state.divisor = now.scale > 0 ? (sqrt(state.second) + T(eps)) / T(now.scale) : Pair<T>::both(1);
    return in.theta - in.lr * (mean / state.divisor);
  }
};

using AdamL2 = Adam<WeightDecayKind::inGradient>;
using AdamW = Adam<WeightDecayKind::decoupled>;

// QHAdam (Ma & Yarats 2019): θ ← θ − η ((1 − ν₁) g + ν₁ m̂) / (√((1 − ν₂) g² + ν₂ v̂) + ε)
struct QhAdam {
  double nu1 = 0.7;
  double nu2 = 1;
  double beta1 = 0.995;
  double beta2 = 0.999;
  double eps = 1e-8;
  double weightDecay = 0;

  template <class T>
  using Memory = Moments<T>;
  template <class T>
  struct State : Memory<T> {
    Pair<T> divisor = Pair<T>::both(1);
  };
  struct AtStep {
    double correction1;
    double correction2;
  };
  AtStep at(std::int64_t t) const { return {biasCorrection(beta1, t + 1), biasCorrection(beta2, t + 1)}; }

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep& now) const {
    const Pair<T> g = decayedGradient(in, weightDecay);
    state.update(g, beta1, beta2);
    const Pair<T> mean = state.first / T(now.correction1);
    const Pair<T> squares = state.second / T(now.correction2);
    state.divisor = sqrt(T(1 - nu2) * square(g) + T(nu2) * squares) + T(eps);
    return in.theta - in.lr * ((T(1 - nu1) * g + T(nu1) * mean) / state.divisor);
  }
};

// Rprop (Riedmiller & Braun 1993), without backtracking: each coordinate has its own step length s, s₀ = η of the first
// step; s grows by η₊ while the gradient keeps its sign and shrinks by η₋, without a move, when it changes.
struct Rprop : AlwaysTheSame {
  double etaMinus = 0.5;
  double etaPlus = 1.2;
  double stepMin = 1e-6;
  double stepMax = 50;

  template <class T>
  struct State {
    Pair<T> lastGradient = Pair<T>::both(0);
    Pair<T> length = Pair<T>::both(0);
  };

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep&) const {
    if (in.t == 0) state.length = {in.lr, in.lr};
    return {along(state.length.x, state.lastGradient.x, in.theta.x, in.gradient.x),
            along(state.length.y, state.lastGradient.y, in.theta.y, in.gradient.y)};
  }

 private:
  template <class T>
  T along(T& length, T& last, const T& theta, const T& gradient) const {
    const T zero(0.0);
    const T agreement = gradient * last;
    length = select(agreement > zero, length * T(etaPlus), length);
    length = select(agreement < zero, length * T(etaMinus), length);
    const T g = select(agreement < zero, zero, gradient);
    // As std::clamp has it.
    length = select(length < T(stepMin), T(stepMin), select(T(stepMax) < length, T(stepMax), length));
    last = g;
    return theta - length * sign(g);
  }
};

// Lion (Chen et al. 2023): c = β₁ m + (1 − β₁) g, θ ← θ − η (sign(c) + w θ), m ← β₂ m + (1 − β₂) g
struct Lion : AlwaysTheSame {
  double beta1 = 0.9;
  double beta2 = 0.99;
  double weightDecay = 0;

  template <class T>
  struct Memory {
    Pair<T> momentum = Pair<T>::both(0);
  };
  template <class T>
  struct State : Memory<T> {
    Pair<T> mixed = Pair<T>::both(0);  // c
  };

  template <class T>
  Pair<T> step(State<T>& state, const StepOf<T>& in, const AtStep&) const {
    state.mixed = T(beta1) * state.momentum + T(1 - beta1) * in.gradient;
    const Pair<T> direction{sign(state.mixed.x), sign(state.mixed.y)};
    state.momentum = T(beta2) * state.momentum + T(1 - beta2) * in.gradient;
    return in.theta - in.lr * (direction + T(weightDecay) * in.theta);
  }
};

template <class Rule, class T>
struct MemoryOf {
  using Type = typename Rule::template State<T>;
};
template <class Rule, class T>
requires requires {
  typename Rule::template Memory<T>;
}
struct MemoryOf<Rule, T> {
  using Type = typename Rule::template Memory<T>;
};
template <class Rule, class T>
using Memory = typename MemoryOf<Rule, T>::Type;

template <class Rule>
bool remembers(const Rule& rule) {
  if constexpr (requires { rule.remembers(); })
    return rule.remembers();
  else
    return true;
}

}  // namespace rules
}  // namespace ravine

// clang-format off
// X(Rule) for each.
#define RAVINE_RULES(X) \
  X(Sgd) X(Qhm) X(Adagrad) X(Adadelta) X(RmsProp) X(AdamL2) X(AdamW) X(Adamax) X(NAdam) X(RAdam) X(QhAdam) X(Rprop) \
  X(Lion)
// clang-format on
