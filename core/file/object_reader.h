// Reads a JSON object member by member and collects what is wrong with it, each problem with its place. A member that
// nobody asked for is kept, and remarked on.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/base/types.h"
#include "core/file/file_words.h"
#include "core/file/json_node.h"

namespace ravine {

// What there is to say of one part of a file. More than anybody reads is not kept, whatever the file is like.
class Notes {
 public:
  void add(Problem note);
  void add(const Notes& more);
  bool empty() const { return m_notes.empty(); }
  bool isFull() const { return m_notes.size() >= kMost; }
  Problems sorted() &&;  // in the order of the file

 private:
  static constexpr std::size_t kMost = 40;
  Problems m_notes;
};

struct Told {
  Notes problems;
  Notes remarks;
};

bool isNumbers(const JsonNode& node);
// Precondition: isNumbers(node).
std::vector<double> numbersOf(const JsonNode& node);
// [x0, x1, y0, y1]
std::optional<Box> boxOf(const JsonNode& node);

class ObjectReader {
 public:
  // `run` and `where` say which object it is, as in a Problem. What is no object is a problem, and has no members.
  ObjectReader(const JsonNode& node, int run, std::string where, Told& told);

  // Null if it is not there, which for require() is a problem.
  const JsonNode* find(const char* key);
  const JsonNode* require(const char* key);

  // A value of the wrong kind is a problem and leaves `to` as it was.
  template <class Value>
  void read(const char* key, Value& to) {
    if (const JsonNode* node = require(key)) take(key, *node, to);
  }
  template <class Value>
  void readIfThere(const char* key, Value& to) {
    if (const JsonNode* node = find(key)) take(key, *node, to);
  }
  // One of the words in a table; `mend` says which there are.
  template <class Value, std::size_t size>
  void readIfThere(const char* key, const file_words::Table<Value, size>& table, Value& to, const Message& mend) {
    const JsonNode* node = find(key);
    if (!node) return;
    const bool isText = node->value.is_string();
    if (const auto value = isText ? file_words::valueOf(node->value.get<std::string>(), table) : std::nullopt)
      to = *value;
    else
      reportWord(key, *node, mend);
  }

  // What nobody asked for: an object.
  nlohmann::ordered_json unknown();

  void report(const std::string& key, const JsonNode& node, const Message& what, const Message& mend);
  void reportNoObject(const std::string& key, const JsonNode& node);
  void reportWord(const std::string& key, const JsonNode& node, const Message& mend);

 private:
  bool isKnown(const std::string& name) const;
  std::string placeOf(const std::string& key) const;
  void reportMissing(const char* key);
  void reportNotWhole(const char* key, const JsonNode& node);

  void take(const char* key, const JsonNode& node, std::string& to);
  void take(const char* key, const JsonNode& node, bool& to);
  void take(const char* key, const JsonNode& node, double& to);
  void take(const char* key, const JsonNode& node, RunId& to);
  void take(const char* key, const JsonNode& node, Vector2& to);
  void take(const char* key, const JsonNode& node, Box& to);
  // One that is too large is left to validate(), which says what is possible.
  template <std::integral Integer>
  void take(const char* key, const JsonNode& node, Integer& to) {
    constexpr double most = 0.5 * static_cast<double>(std::numeric_limits<Integer>::max());
    if (node.value.is_number_integer())
      to = static_cast<Integer>(std::clamp(node.value.get<double>(), -most, most));
    else
      reportNotWhole(key, node);
  }

  const JsonNode& m_node;
  int m_run;
  std::string m_where;
  Told& m_told;
  std::vector<std::string> m_known;  // asked for
};

}  // namespace ravine
