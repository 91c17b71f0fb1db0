// What an optimizer is: an update rule θ_t → θ_{t+1} from the gradient and a learning rate, and the catalogue of those
// that Ravine knows. Names, hyper-parameters and defaults are PyTorch's. Settings and per-run state are two types; an
// Optimizer holds both for one run and must not be shared between runs.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"
#include "core/loss/loss_function.h"
#include "core/optimizer/lane_optimizer.h"

namespace ravine {

struct StepInput {
  std::int64_t t;  // 0 for the first step
  Vector2 theta;
  double loss;       // at theta
  Vector2 gradient;  // at theta, without weight decay
  double lr;
  // What this step sees of the loss: all of it, or a batch, or with noise in its gradient. `loss` and `gradient` are
  // its; rules that look elsewhere too ask it.
  const LossFunction& function;
};

// One quantity of an update, by the name it has in the rule: "m̂" and what it is, for each coordinate.
struct Term {
  enum class Role {
    quantity,
    momentum,
    divisor
  };  // momentum has a direction to draw; η over the divisor is the
      // rate that each coordinate feels
  std::string symbol;
  Message meaning;
  Vector2 value;
  Role role = Role::quantity;
};

class Optimizer {
 public:
  virtual ~Optimizer() = default;
  // θ_{t+1}; to be called once per step, in order.
  virtual Vector2 step(const StepInput& input) = 0;

  // The largest η with which steps die away where the loss has this Hessian, the state being what the last step left:
  // OptimizerInfo::stabilityLimit of the sharpness, after an adaptive rule has rescaled it. NaN where nothing is known.
  virtual double stabilityLimit(const Matrix2& hessian) const = 0;

  // What the rule made of the gradient on its way to the step that was last asked for, in the order of its arithmetic;
  // `input` as it was given to step(). Empty for a rule that uses the gradient as it is.
  virtual std::vector<Term> terms(const StepInput& input) const = 0;

  // As it stands now, to go on from here another time.
  virtual std::unique_ptr<Optimizer> clone() const = 0;
};

// What the stability limit of a rule is worth.
enum class Stability {
  exact,        // on a quadratic with a constant rate steps die away below it and grow above it
  ruleOfThumb,  // steps bounce above it, but the rule adapts and may hold them
  none,         // the rule has none: the length of its steps does not depend on the gradient's
};

// What a rule does, step by step, to the distance from the floor of a quadratic along a principal direction.
struct ModeFactor {
  double factor;            // of the slowest part: θ ← factor · θ in the long run; negative where it jumps across
  bool memoryless = true;   // the factor holds for every single step, and is linear in η
  double discriminant = 0;  // of the rule's characteristic polynomial

  // It swings instead, and `factor` is how its amplitude shrinks or grows.
  bool rotates() const { return discriminant < 0; }
};

struct OptimizerInfo {
  std::string id;
  Message name;        // PyTorch's
  Message updateRule;  // one line
  std::vector<ParameterInfo> parameters;
  Message description;  // one sentence
  std::string source;   // author and year
  // What is wrong with a combination of values that are each allowed.
  std::function<Problems(const ParameterSet&)> check;
  std::function<std::unique_ptr<Optimizer>(const ParameterSet&)> make;
  // Empty for a rule that asks the loss elsewhere too.
  std::function<std::unique_ptr<LaneOptimizer>(const ParameterSet&)> makeLanes;

  // The largest η with which steps along a direction of curvature `sharpness` die away on a quadratic, and the formula
  // it comes from, e.g. "2/λ"; for an adaptive rule λ is the curvature as it rescales it. Infinite where sharpness ≤ 0:
  // nothing bounds η there. NaN and "" if `stability` is none.
  Stability stability = Stability::exact;
  std::function<double(const ParameterSet&, double sharpness)> stabilityLimit;
  std::function<std::string(const ParameterSet&)> stabilityFormula;
  // What weight decay in the gradient adds to every curvature; 0 where there is none or it is decoupled.
  std::function<double(const ParameterSet&)> curvatureOfDecay;
  // The update rule without the terms that these settings make zero.
  std::function<Message(const ParameterSet&)> ruleInForce;
  // Why its steps need not become short at a minimum where the gradient does, as long as η stays; nothing where they
  // do.
  std::function<std::optional<Message>(const ParameterSet&)> restlessness;
  // For Stability::exact, otherwise empty.
  std::function<ModeFactor(const ParameterSet&, double lr, double curvature)> modeFactor;
};

const std::vector<OptimizerInfo>& optimizers();
const OptimizerInfo* findOptimizer(std::string_view id);

}  // namespace ravine
