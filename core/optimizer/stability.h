// What an optimizer's theory says of a learning rate, for rules that have one: the stability limit read the other way
// round, the formula it comes from, and which of its factors is that of plain descent.
#pragma once

#include <optional>
#include <string>

#include "core/optimizer/optimizer.h"

namespace ravine {

// The largest curvature at which steps with this η still die away; infinite if they do at any, 0 if at none. Nothing
// where the rule has no exact limit.
std::optional<double> sharpestStable(const OptimizerInfo& optimizer, const ParameterSet& parameters, double lr);

// "2/λ"; "≈ 2/λ̃" where the limit is a rule of thumb; empty where there is none.
std::string limitFormula(const OptimizerInfo& optimizer, const ParameterSet& parameters);

// Whether a method moves less the less curvature there is, unlike one that divides by it. False where it has no exact
// theory.
bool followsTheGradient(const OptimizerInfo& optimizer, const ParameterSet& parameters);

// Whether each step leaves 1 − ηλ of the distance along a direction of curvature λ, as plain gradient descent does.
bool isPlainDescent(const ModeFactor& mode, double lr, double curvature);

}  // namespace ravine
