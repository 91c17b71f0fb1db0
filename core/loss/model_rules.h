// The rules of the models: what each says of an input, and the loss of one row; a struct with
//   static auto predict(a, b, x, x2)              for θ = (a, b): doubles, packs or jets,
//   auto loss(prediction, target) const           of one row, whole or WithLog,
//   static double shown(double prediction)        what is drawn of a prediction, if that is another: a probability,
//   static bool fallsForEver(const DataTable&)    if there are data without a minimum.
// Written once for numbers of every kind. Included only where models and their kernels are made.
#pragma once

#include "core/base/activation.h"
#include "core/base/linear_jet.h"

namespace ravine {

struct DataTable;

struct SquaredError {
  template <class P, class Y>
  auto loss(const P& prediction, const Y& target) const {
    return square(prediction - target);
  }
};

// log(1 + eᶻ) − y z. As y is 0 or 1 that is log(1 + e^±z), without the difference of two large numbers.
struct CrossEntropyWithLogits {
  template <class P, class Y>
  auto loss(const P& logit, const Y& label) const {
    return softplusInParts(P(logit * Y(1.0 - 2.0 * label)));
  }
  static double shown(double logit) { return sigmoid(logit); }
};

struct Line : SquaredError {
  template <class T, class X>
  static auto predict(const T& w, const T& b, const X& x, const X&) {
    return w * x + b;
  }
};

struct HuberLine {
  double delta = 1;

  template <class T, class X>
  static auto predict(const T& w, const T& b, const X& x, const X& x2) {
    return Line::predict(w, b, x, x2);
  }
  template <class P, class Y>
  auto loss(const P& prediction, const Y& target) const {
    const P residual = prediction - target;
    const auto size = abs(residual);
    using Number = std::remove_cvref_t<decltype(valueOf(size))>;
    return select(valueOf(size) <= Number(delta), 0.5 * square(residual), delta * (size - 0.5 * delta));
  }
};

struct Logistic : CrossEntropyWithLogits {
  template <class T, class X>
  static auto predict(const T& w1, const T& w2, const X& x, const X& x2) {
    return w1 * x + w2 * x2;
  }
  static bool fallsForEver(const DataTable& table);
};

struct LogisticWithBias : CrossEntropyWithLogits {
  template <class T, class X>
  static auto predict(const T& w, const T& b, const X& x, const X&) {
    return w * x + b;
  }
  static bool fallsForEver(const DataTable& table);
};

// tanh; packs have a faster one.
inline double squash(double x) {
  return tanh(x);
}
template <Jet J>
auto squash(const J& j) {
  const auto t = squash(j.v);
  const auto slope = 1.0 - t * t;
  return J::chain(j, t, slope, -2.0 * t * slope);
}

struct TanhNeuron : SquaredError {
  template <class T, class X>
  static auto predict(const T& w, const T& b, const X& x, const X&) {
    return squash(w * x + b);
  }
};

struct TanhNetwork : SquaredError {
  template <class T, class X>
  static auto predict(const T& w1, const T& w2, const X& x, const X&) {
    return w2 * squash(w1 * x);
  }
};

}  // namespace ravine
