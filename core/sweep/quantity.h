// The numbers of a run that can be swept, by name: "lr", "start.x", "start.y", or OWNER.NAME of a number of the
// optimizer, schedule or noise.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/run/experiment.h"

namespace ravine {

namespace quantity {

inline const std::string rate = "lr";
inline const std::string startX = "start.x";
inline const std::string startY = "start.y";

bool isStart(std::string_view name);
// Of parameters, OWNER and NAME; of the others nothing.
std::string_view ownerOf(std::string_view name);
std::string_view idOf(std::string_view name);

}  // namespace quantity

// Those of this run, in the order in which they are offered.
std::vector<std::string> sweepableQuantities(const Run& run);
// The one that is meant by a name of no quantity, such as "momentum" or "optimiser.momentum", as `didYouMean` says it.
Message sweepableInstead(const Run& run, const std::string& name);

// Precondition of these: it is one of the run's.
double quantityOf(const Run& run, std::string_view quantity);
// Precondition: the value is whole where it must be.
void setQuantity(Run& run, std::string_view quantity, double value);
// What is known of a parameter; of rate and start nothing.
std::optional<ParameterInfo> infoOf(const Run& run, std::string_view quantity);
bool isWhole(const Run& run, std::string_view quantity);

}  // namespace ravine
