// Makes a LossFunction of a callable f(x, y) that works for double, for SIMD packs and for jets: a lambda of the
// catalogue or a formula that somebody typed. Included only where loss functions are made.
#pragma once

#include <array>
#include <memory>
#include <utility>
#include <xsimd/xsimd.hpp>

#include "core/base/jet.h"
#include "core/loss/loss_function.h"

namespace ravine {

template <class F>
class GenericFunction final : public LossFunction {
 public:
  explicit GenericFunction(F f) : m_f(std::move(f)) {}

  double value(const Vector2& theta) const override { return m_f(theta.x(), theta.y()); }

  ValueAndGradient gradient(const Vector2& theta) const override {
    const auto gradientOfTheta = [&]() -> Gradient<double> {
      if constexpr (requires { m_f.gradient(theta.x(), theta.y()); })
        return m_f.gradient(theta.x(), theta.y());
      else
        return m_f(knownX(theta.x()), knownY(theta.y()));
    };
    const Gradient<double> f = gradientOfTheta();
    return {f.v, {f.x, f.y}};
  }

  Derivatives derivatives(const Vector2& theta) const override {
    using J = Hessian<double>;
    const J f = m_f(J::variableX(theta.x()), J::variableY(theta.y()));
    Matrix2 hessian;
    hessian << f.xx, f.xy, f.xy, f.yy;
    return {f.v, {f.x, f.y}, hessian};
  }

  void sampleRow(double x, double dx, double y, std::span<double> out) const override {
    using Pack = xsimd::batch<double>;
    constexpr std::size_t width = Pack::size;
    std::array<double, width> lanes;
    for (std::size_t i = 0; i < width; ++i) lanes[i] = static_cast<double>(i);
    const Pack offsets = Pack::load_unaligned(lanes.data());
    const Pack packY(y);
    std::size_t i = 0;
    for (; i + width <= out.size(); i += width) {
      const Pack packX = Pack(x) + (Pack(static_cast<double>(i)) + offsets) * Pack(dx);
      const Pack values = m_f(packX, packY);
      values.store_unaligned(&out[i]);
    }
    for (; i < out.size(); ++i) out[i] = m_f(x + static_cast<double>(i) * dx, y);
  }

  void gradients(const Places& places, const GradientsTo& to) const override {
    if constexpr (requires { m_f.gradients(places, to); })
      m_f.gradients(places, to);
    else
      LossFunction::gradients(places, to);
  }

  std::optional<KernelFormula> kernelFormula() const override {
    if constexpr (requires { m_f.kernelFormula(); })
      return m_f.kernelFormula();
    else
      return std::nullopt;
  }

 private:
  F m_f;
};

template <class F>
std::shared_ptr<const LossFunction> asLossFunction(F f) {
  return std::make_shared<GenericFunction<F>>(std::move(f));
}

}  // namespace ravine
