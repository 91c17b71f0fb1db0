// The models of two parameters that learn from data: each a row. A model makes of a table the loss function of its
// parameters, which are x and y to everything else.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/data_sets.h"
#include "core/loss/data_loss.h"

namespace ravine {

struct ModelInfo {
  std::string id;
  Message name;
  std::string prediction;            // "w x + b"
  std::string lossText;              // "1/n Σ (ŷ − y)²"
  std::array<std::string, 2> theta;  // what its parameters are called: "w", "b"
  // The loss of one row as a formula that Formula reads: x and y are θ, u and v the inputs, t the target.
  std::string formulaOfRow;
  int inputs = 1;
  bool labels = false;                    // its targets are the classes 0 and 1
  std::vector<ParameterInfo> parameters;  // "standardize" among them
  DataChoice data;                        // with which it shows what it is good for
  Message teaches;
  std::string source;
  std::function<std::shared_ptr<const DataLoss>(const ParameterSet&, const DataTable&)> make;
  bool hasBias = false;  // θ is (w, b), so that each model of measured inputs is one of standardized inputs, too
};

// θ of the model with a bias that says of standardized inputs what `theta` says of those as measured.
Vector2 thetaOfStandardized(const Vector2& theta, const Scales& scales);
// And back.
Vector2 thetaOfMeasured(const Vector2& theta, const Scales& scales);

const std::vector<ModelInfo>& models();
const ModelInfo* findModel(std::string_view id);

// The model has to be given rows of its kind.
Problems check(const ModelInfo& model, const DataTable& table);

// Where Newton's method, damped, leads from beside the origin: the minimum of a convex loss, if it has one.
Vector2 lowestOf(const DataLoss& loss);

// What there is to see of a model on its data.
struct ModelView {
  Box domain;
  Vector2 start;
  double lr;  // with which plain descent arrives
};
ModelView viewOf(const DataLoss& loss);

}  // namespace ravine
