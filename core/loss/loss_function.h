// What a loss function is: f(θ) of two parameters θ = (x, y) with exact gradient and Hessian, and the catalogue of
// those that Ravine knows. A LossFunction is immutable and may be used from any number of threads at once.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"
#include "core/base/types.h"
#include "core/data/data_sets.h"
#include "core/data/grid.h"
#include "core/loss/formula_call.h"
#include "core/loss/places.h"

namespace ravine {

struct ModelInfo;

struct ValueAndGradient {
  double value;
  Vector2 gradient;
};

struct Derivatives {
  double value;
  Vector2 gradient;
  Matrix2 hessian;
};

// Both eigenvalues of a symmetric 2×2 matrix, ascending.
struct Eigenvalues {
  double lower;
  double upper;
};
Eigenvalues eigenvalues(const Matrix2& symmetric);

// The eigenvalues of a Hessian with the direction of the upper one; the lower one's is perpendicular.
struct PrincipalCurvatures {
  Eigenvalues values;
  Vector2 upperDirection;  // unit

  Vector2 lowerDirection() const { return {-upperDirection.y(), upperDirection.x()}; }
};
PrincipalCurvatures principalCurvatures(const Matrix2& hessian);

// A loss function with its parameters filled in. Values may be infinite or NaN where the formula is.
class LossFunction {
 public:
  virtual ~LossFunction() = default;

  virtual double value(const Vector2& theta) const = 0;
  virtual ValueAndGradient gradient(const Vector2& theta) const = 0;
  virtual Derivatives derivatives(const Vector2& theta) const = 0;

  // out[i] = f(x + i·dx, y), several at a time with SIMD. May differ from value() by rounding.
  virtual void sampleRow(double x, double dx, double y, std::span<double> out) const = 0;

  // gradient() of each place, bit for bit. Lane by lane unless a function can take several at once.
  virtual void gradients(const Places& places, const GradientsTo& to) const;

  // What kernels can compute without asking this, if it is a formula. Refers to this.
  virtual std::optional<KernelFormula> kernelFormula() const { return std::nullopt; }

  // How many terms each value is a sum of: what it costs, against a formula.
  virtual std::size_t terms() const { return 1; }
};

// By what a loss function has to show.
enum class LossGroup { curves, valleys, saddles, manyMinima, models, measured, own };
Message lossGroupName(LossGroup group);

// One row of the catalogue: all there is to a loss function.
struct LossFunctionInfo {
  std::string id;
  Message name;
  std::string formula;  // as a person would type it
  std::vector<ParameterInfo> parameters;
  Box domain;  // the box to look at
  Vector2 start;
  // With which plain descent shows from there what the function is good for; both 0 for a formula of one's own.
  double lr = 0;
  std::int64_t steps = 0;
  Message teaches;     // one sentence on what it is good for
  std::string source;  // author and year, or what else it comes from
  // The function of a row with these values of its parameters. Called by makeLossFunction().
  std::function<std::shared_ptr<const LossFunction>(const LossFunctionInfo&, const ParameterSet&)> make;
  LossGroup group = LossGroup::own;           // that of its table
  bool ofXAlone = false;                      // there is no y in its formula: a function of one parameter
  std::array<std::string, 2> axes{"x", "y"};  // what its two parameters are called
};

const std::vector<LossFunctionInfo>& lossFunctions();
const LossFunctionInfo* findLossFunction(std::string_view id);

// Which loss function: a row of the catalogue or a model by its id, a formula of one's own, or what others measured.
struct LossChoice {
  std::string id;           // empty where there is a formula or a grid
  ParameterSet parameters;  // those that differ from their defaults or were set on purpose
  std::string formula = {};
  std::optional<Box> domain = {};  // the box to look at, instead of the row's own
  DataChoice data = {};            // what a model learns from, instead of its own
  Shared<Grid> grid = {};          // losses that others measured

  bool operator==(const LossChoice&) const = default;
};

inline constexpr Box kFormulaDomain{{-5, 5}, {-5, 5}};  // of a formula of one's own, unless another is chosen

// The row that a choice stands for, made on the spot for a formula: its letters are the parameters, each 1 by default.
// Nothing, and why, if there is none.
std::optional<LossFunctionInfo> resolve(const LossChoice& choice, Problems& problems);
// The same where it is known that there is one.
LossFunctionInfo lossFunctionInfo(const LossChoice& choice);

// The most points of a grid that an experiment can hold.
inline constexpr std::size_t kMostGridPoints = 90'000;

// resolve(choice)->ofXAlone; false if there is no such row.
bool isOfXAlone(const LossChoice& choice);

// What the model of a choice learns from; empty for a function without data.
DataChoice dataOf(const LossChoice& choice);

// The choice as a formula of one's own: with its view, and with those of its numbers whose letters `formula` has.
// Precondition: resolve(choice) finds a row, and that is not of a model.
LossChoice asFormula(const LossChoice& choice, const std::string& formula);

// Precondition: check(info.parameters, parameters) finds no problem.
std::shared_ptr<const LossFunction> makeLossFunction(const LossFunctionInfo& info, const ParameterSet& parameters);

// The Hessian is the same everywhere in `box`, and the gradient is what follows from it (to rounding, at a grid of
// points): the theory of quadratics is exact.
bool isQuadratic(const LossFunction& function, const Box& box);

}  // namespace ravine
