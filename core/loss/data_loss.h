// The loss of a model on data: the mean over all rows of a table, as PyTorch's reduction="mean".
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "core/data/table.h"
#include "core/loss/loss_function.h"

namespace ravine {

class DataLoss : public LossFunction {
 public:
  // What the model sees: standardized, if it wants that.
  virtual const DataTable& table() const = 0;
  // The mean over these rows alone, each less than the number of rows.
  virtual std::shared_ptr<const DataLoss> ofRows(std::span<const std::size_t> rows) const = 0;
  // The loss of one row.
  virtual ValueAndGradient ofRow(std::size_t row, const Vector2& theta) const = 0;
  // What the model says of an input, as the model sees it: a number, or how likely it is of the class 1.
  virtual double predict(const Vector2& theta, const Vector2& input) const = 0;
  // There is no minimum: the loss falls along some direction for ever, towards a value that it never reaches.
  virtual bool fallsForEver() const = 0;

  std::size_t terms() const override { return table().rows.size(); }
};

// Null for a function without data.
const DataLoss* asDataLoss(const LossFunction& function);

}  // namespace ravine
