#include "core/loss/model_kernels.h"

#include "core/base/pack.h"
#include "core/loss/model_rules.h"

namespace ravine::RAVINE_SIMD_NAMESPACE {
namespace {

// Of as many rows at once as a pack has lanes.
template <class T>
class Sum {
 public:
  void add(const T& losses) { m_sum = m_sum + losses; }
  void add(const WithLog<T, Pack>& losses) {
    m_sum = m_sum + losses.rest;
    m_product = m_product * losses.factor;
    if (++m_factors == kMostFactors) takeLogarithm();
  }
  const T& total() {
    takeLogarithm();
    return m_sum;
  }

 private:
  static constexpr int kMostFactors = 512;  // their product is at most 2⁵¹²

  void takeLogarithm() {
    if (m_factors == 0) return;
    if constexpr (Jet<T>)
      m_sum.v = m_sum.v + log(m_product);
    else
      m_sum = m_sum + log(m_product);
    m_product = Pack(1.0);
    m_factors = 0;
  }

  T m_sum{0.0};
  Pack m_product{1.0};
  int m_factors = 0;
};

template <class T>
T only(const Pack::Mask& rows, const T& losses) {
  return select(rows, losses, T(0.0));
}
template <class T>
WithLog<T, Pack> only(const Pack::Mask& rows, const WithLog<T, Pack>& losses) {
  return {select(rows, losses.rest, T(0.0)), select(rows, losses.factor, Pack(1.0))};
}

Pack::Mask firstLanes(std::size_t count) {
  constexpr double lanes[kLanesAtOnce]{0, 1, 2, 3, 4, 5, 6, 7};
  return Pack::load(lanes) < Pack(static_cast<double>(count));
}

template <class T, class Variable, class Model>
T overRows(const Model& model, const Rows& rows, const Variable& a, const Variable& b) {
  const auto lossesFrom = [&](std::size_t i) {
    return model.loss(Model::predict(a, b, Pack::load(rows.x + i), Pack::load(rows.x2 + i)), Pack::load(rows.y + i));
  };
  Sum<T> sum;
  const std::size_t whole = rows.count / kLanesAtOnce * kLanesAtOnce;
  for (std::size_t i = 0; i < whole; i += kLanesAtOnce) sum.add(lossesFrom(i));
  if (whole < rows.count) sum.add(only(firstLanes(rows.count - whole), lossesFrom(whole)));
  return sum.total();
}

// Flattened: jets of packs are too large to be passed from function to function.
template <class Model>
[[gnu::flatten]] void value(const Model& model, const Rows& rows, double a, double b, double* to) {
  *to = sum(overRows<Pack>(model, rows, Pack(a), Pack(b)));
}

template <class Model>
[[gnu::flatten]] void gradient(const Model& model, const Rows& rows, double a, double b, double* to) {
  using J = Gradient<Pack>;
  const J f = overRows<J>(model, rows, J::variableX(a), J::variableY(b));
  for (const Pack& part : {f.v, f.x, f.y}) *to++ = sum(part);
}

template <class Model>
[[gnu::flatten]] void derivatives(const Model& model, const Rows& rows, double a, double b, double* to) {
  const auto f = overRows<Hessian<Pack>>(model, rows, Linear<Pack>::variableX(a), Linear<Pack>::variableY(b));
  for (const Pack& part : {f.v, f.x, f.y, f.xx, f.xy, f.yy}) *to++ = sum(part);
}

}  // namespace

template <class Model>
ModelKernels<Model> kernels() {
  return {value<Model>, gradient<Model>, derivatives<Model>};
}

template ModelKernels<Line> kernels();
template ModelKernels<HuberLine> kernels();
template ModelKernels<Logistic> kernels();
template ModelKernels<LogisticWithBias> kernels();
template ModelKernels<TanhNeuron> kernels();
template ModelKernels<TanhNetwork> kernels();

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
