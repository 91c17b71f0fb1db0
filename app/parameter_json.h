// How the value of a parameter stands in what the commands print as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "core/base/parameters.h"

namespace ravine {

inline nlohmann::ordered_json toJson(const ParameterValue& value) {
  return std::visit([](const auto& v) { return nlohmann::ordered_json(v); }, value);
}

}  // namespace ravine
