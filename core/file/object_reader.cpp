#include "core/file/object_reader.h"

#include <tuple>
#include <utility>

#include "core/base/parameters.h"

namespace ravine {

using Json = nlohmann::ordered_json;

void Notes::add(Problem note) {
  if (!isFull()) m_notes.push_back(std::move(note));
}

void Notes::add(const Notes& more) {
  for (const Problem& note : more.m_notes) add(note);
}

Problems Notes::sorted() && {
  std::stable_sort(m_notes.begin(), m_notes.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.at.line, a.at.column) < std::tie(b.at.line, b.at.column);
  });
  return std::move(m_notes);
}

bool isNumbers(const JsonNode& node) {
  return node.isArray() && std::all_of(node.members.begin(), node.members.end(),
                                       [](const JsonMember& m) { return m.node.value.is_number(); });
}

std::vector<double> numbersOf(const JsonNode& node) {
  std::vector<double> numbers;
  for (const JsonMember& member : node.members) numbers.push_back(member.node.value.get<double>());
  return numbers;
}

std::optional<Box> boxOf(const JsonNode& node) {
  if (!isNumbers(node) || node.members.size() != 4) return std::nullopt;
  const std::vector<double> n = numbersOf(node);
  return Box{{n[0], n[1]}, {n[2], n[3]}};
}

ObjectReader::ObjectReader(const JsonNode& node, int run, std::string where, Told& told)
    : m_node(node), m_run(run), m_where(std::move(where)), m_told(told) {
  if (!node.isObject()) reportNoObject("", node);
}

const JsonNode* ObjectReader::find(const char* key) {
  m_known.emplace_back(key);
  return m_node.find(key);
}

const JsonNode* ObjectReader::require(const char* key) {
  const JsonNode* node = find(key);
  if (!node && m_node.isObject()) reportMissing(key);
  return node;
}

Json ObjectReader::unknown() {
  Json rest = Json::object();
  if (!m_node.isObject()) return rest;
  for (const JsonMember& member : m_node.members) {
    if (isKnown(member.name)) continue;
    rest[member.name] = member.node.toJson();
    if (m_told.remarks.isFull()) continue;
    m_told.remarks.add({placeOf(excerpt(member.name)), CORE_TEXT("Problem", "is not known; it is kept, without effect"),
                        didYouMean(member.name, m_known, CORE_TEXT("Problem", "look at how it is spelt")), m_run,
                        member.at});
  }
  return rest;
}

void ObjectReader::report(const std::string& key, const JsonNode& node, const Message& what, const Message& mend) {
  m_told.problems.add({placeOf(key), what, mend, m_run, node.at});
}

void ObjectReader::reportNoObject(const std::string& key, const JsonNode& node) {
  report(key, node, CORE_TEXT("Problem", "is not an object"), CORE_TEXT("Problem", "write { … } here"));
}

void ObjectReader::reportWord(const std::string& key, const JsonNode& node, const Message& mend) {
  report(key, node, CORE_TEXT("Problem", "cannot be %1").with(excerpt(node.toJson().dump())), mend);
}

void ObjectReader::reportNotWhole(const char* key, const JsonNode& node) {
  report(key, node, CORE_TEXT("Problem", "is not a whole number"),
         CORE_TEXT("Problem", "write a whole number such as %1").with(200));
}

bool ObjectReader::isKnown(const std::string& name) const {
  return std::find(m_known.begin(), m_known.end(), name) != m_known.end();
}

std::string ObjectReader::placeOf(const std::string& key) const {
  return m_where + (m_where.empty() || key.empty() ? "" : ", ") + key;
}

void ObjectReader::reportMissing(const char* key) {
  std::vector<std::string> strangers;
  for (const JsonMember& member : m_node.members)
    if (!isKnown(member.name)) strangers.push_back(member.name);
  const auto near = nearestId(key, strangers);
  report(key, m_node, CORE_TEXT("Problem", "is missing"),
         near ? CORE_TEXT("Problem", "write it instead of '%1'").with(excerpt(*near)) : CORE_TEXT("Problem", "add it"));
}

void ObjectReader::take(const char* key, const JsonNode& node, std::string& to) {
  if (node.value.is_string())
    to = node.value.get<std::string>();
  else
    report(key, node, CORE_TEXT("Problem", "is not a text"), CORE_TEXT("Problem", "put it in quotation marks"));
}

void ObjectReader::take(const char* key, const JsonNode& node, bool& to) {
  if (node.value.is_boolean())
    to = node.value.get<bool>();
  else
    report(key, node, CORE_TEXT("Problem", "is neither true nor false"), CORE_TEXT("Problem", "write true or false"));
}

void ObjectReader::take(const char* key, const JsonNode& node, double& to) {
  if (node.value.is_number())
    to = node.value.get<double>();
  else
    report(key, node, CORE_TEXT("Problem", "is not a number"),
           CORE_TEXT("Problem", "write a number such as %1").with("0.05"));
}

void ObjectReader::take(const char* key, const JsonNode& node, RunId& to) {
  std::int64_t number = 0;
  take(key, node, number);
  to = RunId{number};
}

void ObjectReader::take(const char* key, const JsonNode& node, Vector2& to) {
  if (isNumbers(node) && node.members.size() == 2) {
    const std::vector<double> pair = numbersOf(node);
    to = {pair[0], pair[1]};
  } else {
    report(key, node, CORE_TEXT("Problem", "is not a pair of numbers"), CORE_TEXT("Problem", "write it as [x, y]"));
  }
}

void ObjectReader::take(const char* key, const JsonNode& node, Box& to) {
  if (const auto box = boxOf(node))
    to = *box;
  else
    report(key, node, CORE_TEXT("Problem", "is not a box"), CORE_TEXT("Problem", "write it as [x0, x1, y0, y1]"));
}

}  // namespace ravine
