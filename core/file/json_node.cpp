#include "core/file/json_node.h"

#include <algorithm>
#include <iterator>

#include "core/base/utf8.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

// Tells how far the parser has read: nlohmann's events do not say where they happen.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** farthest) : m_at(at), m_farthest(farthest) {}
  reference operator*() const { return *m_at; }
  CountingIterator& operator++() {
    ++m_at;
    *m_farthest = std::max(*m_farthest, m_at);
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }

 private:
  const char* m_at;
  const char** m_farthest;
};

// Lines and columns of places that are asked for in rising order.
class PlaceCounter {
 public:
  explicit PlaceCounter(std::string_view text) : m_text(text) {}

  TextPlace at(std::size_t offset) {
    for (const std::size_t end = std::min(offset, m_text.size()); m_offset < end; ++m_offset) {
      const auto byte = static_cast<unsigned char>(m_text[m_offset]);
      if (byte == '\n') {
        ++m_place.line;
        m_place.column = 1;
      } else if ((byte & 0xc0) != 0x80) {  // what continues a character takes no column
        ++m_place.column;
      }
    }
    return m_place;
  }

 private:
  std::string_view m_text;
  std::size_t m_offset = 0;
  TextPlace m_place{1, 1};
};

// Builds the tree from the parser's events, and stops it where a limit is reached.
class TreeBuilder : public nlohmann::json_sax<Json> {
 public:
  TreeBuilder(std::string_view text, const char* const& read) : m_text(text), m_read(read), m_places(text) {}

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    m_nameAt = placeOfToken();
    m_name = std::move(name);
    if (m_open.back()->members.size() >= JsonNode::kMostMembers)
      return refuse(m_nameAt, CORE_TEXT("Problem", "an object has more than %1 members").with(JsonNode::kMostMembers),
                    CORE_TEXT("Problem", "choose a file that Ravine has saved"));
    if (!m_open.back()->find(m_name)) return true;
    return refuse(m_nameAt, CORE_TEXT("Problem", "'%1' is there twice").with(excerpt(m_name)),
                  CORE_TEXT("Problem", "keep one of them"));
  }

  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& error) override {
    // Of the token's beginning, which is as long as it is shown unless it holds a control character.
    const bool asShown = token.find("<U+") == std::string::npos && token.size() <= position;
    const TextPlace at = m_places.at(position - std::min(position, asShown ? token.size() : 1));
    if (error.id == kOutOfRange)
      return refuse(at, CORE_TEXT("Problem", "%1 is larger than any number can be").with(excerpt(token)),
                    CORE_TEXT("Problem", "write a smaller one"));
    if (position > m_text.size())
      return refuse(at, CORE_TEXT("Problem", "the file ends too early"),
                    CORE_TEXT("Problem", "add what is missing, or take an earlier copy"));
    return refuse(at, CORE_TEXT("Problem", "is not valid JSON at '%1'").with(excerpt(token)),
                  CORE_TEXT("Problem", "look for a comma, quotation mark or bracket that is missing or too much"));
  }

  std::optional<JsonNode> tree() && { return std::move(m_root); }
  const std::optional<Problem>& problem() const { return m_problem; }

 private:
  static constexpr int kOutOfRange = 406;  // nlohmann's number for it

  // Of the token that has just been read: the first character after the one before that is more than punctuation. Of a
  // number the parser has read one character too many, which is punctuation.
  TextPlace placeOfToken() {
    const std::size_t from = std::min(m_text.find_first_not_of(" \t\r\n,:", m_end), m_text.size());
    m_end = static_cast<std::size_t>(m_read - m_text.data());
    return m_places.at(from);
  }

  JsonNode* append(Json value) {
    const TextPlace at = placeOfToken();
    ++m_count;
    JsonNode node{std::move(value), {}, at};
    if (m_open.empty()) return &m_root.emplace(std::move(node));
    JsonNode& parent = *m_open.back();
    const bool named = parent.isObject();
    parent.members.push_back({named ? std::move(m_name) : std::string(), std::move(node), named ? m_nameAt : at});
    return &parent.members.back().node;
  }

  // Each takes a hundred bytes, and one that has room for others three times as many.
  bool isTooMuch(TextPlace at) {
    if (m_count <= JsonNode::kMostValues && m_parents <= JsonNode::kMostParents) return false;
    const std::size_t most = m_count > JsonNode::kMostValues ? JsonNode::kMostValues : JsonNode::kMostParents;
    refuse(at, CORE_TEXT("Problem", "the file has more than %1 values").with(most),
           CORE_TEXT("Problem", "choose a file that Ravine has saved"));
    return true;
  }

  template <class Value>
  bool add(Value value) {
    return !isTooMuch(append(Json(std::move(value)))->at);
  }

  bool open(Json kind) {
    JsonNode* node = append(std::move(kind));
    m_open.push_back(node);
    ++m_parents;
    if (isTooMuch(node->at)) return false;
    if (m_open.size() <= JsonNode::kDeepest) return true;
    return refuse(node->at, CORE_TEXT("Problem", "is nested deeper than %1 levels").with(JsonNode::kDeepest),
                  CORE_TEXT("Problem", "choose a file that Ravine has saved"));
  }

  bool close() {
    m_open.pop_back();
    m_end = static_cast<std::size_t>(m_read - m_text.data());
    return true;
  }

  bool refuse(TextPlace at, Message what, Message mend) {
    if (!m_problem) m_problem = Problem{"file", std::move(what), std::move(mend), 0, at};
    return false;
  }

  std::string_view m_text;
  const char* const& m_read;
  PlaceCounter m_places;
  std::size_t m_end = 0;  // of the last token
  std::size_t m_count = 0;
  std::size_t m_parents = 0;  // objects and arrays among them
  std::string m_name;
  TextPlace m_nameAt;
  std::vector<JsonNode*> m_open;  // the last is the innermost
  std::optional<JsonNode> m_root;
  std::optional<Problem> m_problem;
};

// Where the first byte stands that is no UTF-8; nothing if all are.
std::optional<TextPlace> notUtf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto character = firstCharacter(text.substr(at));
    if (!character) return PlaceCounter(text).at(at);
    at += character->bytes;
  }
  return std::nullopt;
}

}  // namespace

const JsonNode* JsonNode::find(std::string_view name) const {
  const auto found = std::find_if(members.begin(), members.end(), [&](const JsonMember& m) { return m.name == name; });
  return found == members.end() || !isObject() ? nullptr : &found->node;
}

nlohmann::ordered_json JsonNode::toJson() const {
  Json json = value;
  for (const JsonMember& member : members) {
    if (isArray())
      json.push_back(member.node.toJson());
    else
      json[member.name] = member.node.toJson();
  }
  return json;
}

std::optional<JsonNode> parseJson(std::string_view text, std::size_t mostBytes, Problems& problems) {
  if (text.size() > mostBytes) {
    problems.push_back({"file", CORE_TEXT("Problem", "is larger than %1 bytes").with(mostBytes),
                        CORE_TEXT("Problem", "choose a file that Ravine has saved")});
    return std::nullopt;
  }
  if (const auto at = notUtf8(text)) {
    problems.push_back(
        {"file", CORE_TEXT("Problem", "is not UTF-8 text"), CORE_TEXT("Problem", "save it as UTF-8"), 0, *at});
    return std::nullopt;
  }
  const char* read = text.data();
  TreeBuilder builder(text, read);
  const char* const end = text.data() + text.size();
  if (!Json::sax_parse(CountingIterator(text.data(), &read), CountingIterator(end, &read), &builder)) {
    problems.push_back(*builder.problem());
    return std::nullopt;
  }
  return std::move(builder).tree();
}

}  // namespace ravine
