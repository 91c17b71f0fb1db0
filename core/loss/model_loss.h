// Makes the DataLoss of a model from its rule (model_rules.h). Included only where models are made.
#pragma once

#include <utility>
#include <vector>

#include "core/loss/data_loss.h"
#include "core/loss/model_kernels.h"
#include "core/loss/model_rules.h"

namespace ravine {

template <class Model>
class ModelLoss final : public DataLoss {
 public:
  ModelLoss(Model model, DataTable table)
      : m_model(std::move(model)), m_kernels(modelKernels<Model>(instructionSet())), m_table(std::move(table)) {
    const std::size_t n = m_table.rows.size();
    for (auto* column : {&m_x, &m_x2, &m_y}) column->resize(roomFor(n));
    for (std::size_t i = 0; i < n; ++i) {
      m_x[i] = m_table.rows[i].x;
      m_x2[i] = m_table.rows[i].x2;
      m_y[i] = m_table.rows[i].y;
    }
  }

  double value(const Vector2& theta) const override {
    double sum;
    m_kernels.value(m_model, rows(), theta.x(), theta.y(), &sum);
    return sum / count();
  }

  ValueAndGradient gradient(const Vector2& theta) const override {
    double sums[3];
    m_kernels.gradient(m_model, rows(), theta.x(), theta.y(), sums);
    return {sums[0] / count(), Vector2(sums[1], sums[2]) / count()};
  }

  Derivatives derivatives(const Vector2& theta) const override {
    double sums[6];
    m_kernels.derivatives(m_model, rows(), theta.x(), theta.y(), sums);
    Matrix2 hessian;
    hessian << sums[3], sums[4], sums[4], sums[5];
    return {sums[0] / count(), Vector2(sums[1], sums[2]) / count(), hessian / count()};
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
    using J = Gradient<double>;
    const Datum& at = m_table.rows[row];
    const J prediction = Model::predict(J::variableX(theta.x()), J::variableY(theta.y()), at.x, at.x2);
    const J f = whole(m_model.loss(prediction, at.y));
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
  double count() const { return static_cast<double>(m_table.rows.size()); }
  Rows rows() const { return {m_x.data(), m_x2.data(), m_y.data(), m_table.rows.size()}; }

  Model m_model;
  ModelKernels<Model> m_kernels;
  DataTable m_table;
  std::vector<double> m_x;  // padded, as Rows wants them
  std::vector<double> m_x2;
  std::vector<double> m_y;
};

}  // namespace ravine
