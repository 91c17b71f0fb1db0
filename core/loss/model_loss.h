// Makes the DataLoss of a model: a struct with
//   static auto predict(a, b, x, x2)              what it says of an input, for θ = (a, b): doubles, packs or jets,
//   auto loss(prediction, target) const           of one row,
//   static double shown(double prediction)        what is drawn of a prediction, if that is another: a probability,
//   static bool fallsForEver(const DataTable&)        if there are data without a minimum.
// Included only where models are made.
#pragma once

#include <array>
#include <utility>
#include <xsimd/xsimd.hpp>

#include "core/base/jet.h"
#include "core/loss/data_loss.h"

namespace ravine {

template <class Model>
class ModelLoss final : public DataLoss {
 public:
  ModelLoss(Model model, DataTable table) : m_model(std::move(model)), m_table(std::move(table)) {
    const std::size_t n = m_table.rows.size();
    for (auto* column : {&m_x, &m_x2, &m_y}) column->resize(n);
    for (std::size_t i = 0; i < n; ++i) {
      m_x[i] = m_table.rows[i].x;
      m_x2[i] = m_table.rows[i].x2;
      m_y[i] = m_table.rows[i].y;
    }
  }

  double value(const Vector2& theta) const override {
    double sum = 0;
    Pack packs(0.0);
    const std::size_t i = overPacks(Pack(theta.x()), Pack(theta.y()), packs);
    sum = xsimd::hadd(packs);
    overRest(i, theta.x(), theta.y(), sum);
    return sum / count();
  }

  ValueAndGradient gradient(const Vector2& theta) const override {
    Gradient<Pack> packs(0.0);
    const std::size_t i =
        overPacks(Gradient<Pack>::variableX(Pack(theta.x())), Gradient<Pack>::variableY(Pack(theta.y())), packs);
    Gradient<double> sum(reduced(packs.v), reduced(packs.x), reduced(packs.y));
    overRest(i, Gradient<double>::variableX(theta.x()), Gradient<double>::variableY(theta.y()), sum);
    return {sum.v / count(), Vector2(sum.x, sum.y) / count()};
  }

  Derivatives derivatives(const Vector2& theta) const override {
    Hessian<Pack> packs(0.0);
    const std::size_t i =
        overPacks(Hessian<Pack>::variableX(Pack(theta.x())), Hessian<Pack>::variableY(Pack(theta.y())), packs);
    Hessian<double> sum(reduced(packs.v), reduced(packs.x), reduced(packs.y), reduced(packs.xx), reduced(packs.xy),
                        reduced(packs.yy));
    overRest(i, Hessian<double>::variableX(theta.x()), Hessian<double>::variableY(theta.y()), sum);
    Matrix2 hessian;
    hessian << sum.xx, sum.xy, sum.xy, sum.yy;
    return {sum.v / count(), Vector2(sum.x, sum.y) / count(), hessian / count()};
  }

  void sampleRow(double x, double dx, double y, std::span<double> out) const override {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = value({x + static_cast<double>(i) * dx, y});
  }

  const DataTable& table() const override { return m_table; }

  std::shared_ptr<const DataLoss> ofRows(std::span<const std::size_t> rows) const override {
    DataTable some{m_table.inputs, {}};
    some.rows.reserve(rows.size());
    for (const std::size_t row : rows) some.rows.push_back(m_table.rows[row]);
    return std::make_shared<ModelLoss>(m_model, std::move(some));
  }

  ValueAndGradient ofRow(std::size_t row, const Vector2& theta) const override {
    const Gradient<double> f =
        lossAt(row, Gradient<double>::variableX(theta.x()), Gradient<double>::variableY(theta.y()));
    return {f.v, {f.x, f.y}};
  }

  double predict(const Vector2& theta, const Vector2& input) const override {
    const double prediction = Model::predict(theta.x(), theta.y(), input.x(), input.y());
    if constexpr (requires { Model::shown(prediction); })
      return Model::shown(prediction);
    else
      return prediction;
  }

  bool fallsForEver() const override {
    if constexpr (requires { Model::fallsForEver(m_table); })
      return Model::fallsForEver(m_table);
    else
      return false;
  }

 private:
  using Pack = xsimd::batch<double>;

  double count() const { return static_cast<double>(m_x.size()); }
  static double reduced(const Pack& pack) { return xsimd::hadd(pack); }

  // Adds the loss of as many rows as fill packs; gives the first that is left.
  template <class T>
  std::size_t overPacks(const T& a, const T& b, T& sum) const {
    std::size_t i = 0;
    for (; i + Pack::size <= m_x.size(); i += Pack::size) {
      const auto x = Pack::load_unaligned(&m_x[i]);
      const auto x2 = Pack::load_unaligned(&m_x2[i]);
      sum = sum + m_model.loss(Model::predict(a, b, x, x2), Pack::load_unaligned(&m_y[i]));
    }
    return i;
  }
  template <class T>
  T lossAt(std::size_t row, const T& a, const T& b) const {
    return m_model.loss(Model::predict(a, b, m_x[row], m_x2[row]), m_y[row]);
  }
  template <class T>
  void overRest(std::size_t first, const T& a, const T& b, T& sum) const {
    for (std::size_t i = first; i < m_x.size(); ++i) sum = sum + lossAt(i, a, b);
  }

  Model m_model;
  DataTable m_table;
  std::vector<double> m_x;
  std::vector<double> m_x2;
  std::vector<double> m_y;
};

}  // namespace ravine
