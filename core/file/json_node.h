// JSON text as a tree whose values know where they stand in it. Text that could cost too much (long, or nested deep) is
// refused, and so is an object that has a member twice, which would be lost in silence.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"

namespace ravine {

struct JsonMember;

struct JsonNode {
  static constexpr std::size_t kMostMembers = 1000;    // of an object
  static constexpr std::size_t kMostValues = 320'000;  // in all
  static constexpr std::size_t kMostParents = 60'000;  // objects and arrays among them
  static constexpr std::size_t kDeepest = 40;

  nlohmann::ordered_json value;     // of a scalar; of an array or object only the kind
  std::vector<JsonMember> members;  // of an array (without names) or object, in the order of the text
  TextPlace at;                     // of its first character

  bool isObject() const { return value.is_object(); }
  bool isArray() const { return value.is_array(); }
  // Null if there is none.
  const JsonNode* find(std::string_view name) const;
  // All of it, without the places.
  nlohmann::ordered_json toJson() const;
};

struct JsonMember {
  std::string name;
  JsonNode node;
  TextPlace at;  // of the name
};

// Nothing, and why, if the text is no JSON, longer than `mostBytes` or goes beyond the other limits.
std::optional<JsonNode> parseJson(std::string_view text, std::size_t mostBytes, Problems& problems);

}  // namespace ravine
