#include "core/surface/npy_grid.h"

#include <bit>
#include <charconv>
#include <cstdint>

namespace ravine {
namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::string_view kBlanks = " \t\r\n";

Message askForArray() {
  return CORE_TEXT("Problem", "save an array with two dimensions of real numbers, with numpy.save");
}

Problem endsTooEarly() {
  return {"file", CORE_TEXT("Problem", "the file ends too early"),
          CORE_TEXT("Problem", "add what is missing, or take an earlier copy")};
}

// Where it cannot be read, without the blanks that fill it up.
Problem unreadable(std::string_view rest) {
  const std::string_view written = rest.substr(0, rest.find_last_not_of(kBlanks) + 1);
  return {"file", CORE_TEXT("Problem", "has a header that cannot be read at '%1'").with(excerpt(written)),
          askForArray()};
}

// What the header tells: {'descr': '<f8', 'fortran_order': False, 'shape': (51, 51), }
struct Header {
  std::string type;
  bool isFortran = false;  // columns one after the other
  std::vector<std::uint64_t> shape;
};

// Reads the few kinds of Python literals that a header is made of. What cannot be read is left as rest().
class LiteralReader {
 public:
  explicit LiteralReader(std::string_view text) : m_rest(text) {}

  std::string_view rest() const { return m_rest; }
  bool isAtEnd() {
    skipBlanks();
    return m_rest.empty();
  }

  bool take(std::string_view token) {
    skipBlanks();
    if (!m_rest.starts_with(token)) return false;
    m_rest.remove_prefix(token.size());
    return true;
  }

  std::optional<std::string> text() {
    skipBlanks();
    if (!m_rest.starts_with('\'') && !m_rest.starts_with('"')) return std::nullopt;
    const std::size_t end = m_rest.find(m_rest.front(), 1);
    if (end == m_rest.npos) return std::nullopt;
    std::string inside(m_rest.substr(1, end - 1));
    m_rest.remove_prefix(end + 1);
    return inside;
  }

  std::optional<bool> truth() {
    if (take("True")) return true;
    if (take("False")) return false;
    return std::nullopt;
  }

  std::optional<std::vector<std::uint64_t>> tuple() {
    std::vector<std::uint64_t> numbers;
    if (!take("(")) return std::nullopt;
    while (!take(")")) {
      skipBlanks();
      std::uint64_t number = 0;
      const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), number);
      if (error != std::errc()) return std::nullopt;
      m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
      numbers.push_back(number);
      take("L");  // a long of Python 2
      if (!take(",") && !m_rest.starts_with(')')) return std::nullopt;
    }
    return numbers;
  }

 private:
  void skipBlanks() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(kBlanks), m_rest.size())); }

  std::string_view m_rest;
};

// One member of the header; false if it is none.
bool takeMember(LiteralReader& reader, std::optional<std::string>& type, std::optional<bool>& isFortran,
                std::optional<std::vector<std::uint64_t>>& shape) {
  const std::string_view before = reader.rest();
  const auto name = reader.text();
  if (!name || !reader.take(":")) return false;
  if (*name == "descr") return (type = reader.text()).has_value();
  if (*name == "fortran_order") return (isFortran = reader.truth()).has_value();
  if (*name == "shape") return (shape = reader.tuple()).has_value();
  reader = LiteralReader(before);
  return false;
}

std::optional<Header> parseHeader(std::string_view text, Problems& problems) {
  LiteralReader reader(text);
  std::optional<std::string> type;
  std::optional<bool> isFortran;
  std::optional<std::vector<std::uint64_t>> shape;
  bool isReadable = reader.take("{");
  while (isReadable && !reader.take("}"))
    isReadable = takeMember(reader, type, isFortran, shape) && (reader.take(",") || reader.rest().starts_with('}'));
  if (isReadable && reader.isAtEnd() && type && isFortran && shape) return Header{*type, *isFortran, *shape};
  const bool isOfRecords = !type && reader.rest().starts_with('[');
  if (isOfRecords)
    problems.push_back({"file", CORE_TEXT("Problem", "is an array of records"), askForArray()});
  else
    problems.push_back(unreadable(isReadable ? text : reader.rest()));
  return std::nullopt;
}

// One element of an array, by its type as NumPy writes it: order, kind and bytes, "<f8".
class Element {
 public:
  // Nothing if it stands for no real number, or one of a size that only some machines have.
  static std::optional<Element> of(std::string_view type) {
    if (type.size() != 3 || std::string_view("<>|").find(type[0]) == type.npos) return std::nullopt;
    const char kind = type[1];
    const auto size = static_cast<std::size_t>(type[2] - '0');
    const bool isReal = kind == 'f' && (size == 4 || size == 8);
    const bool isWhole = (kind == 'i' || kind == 'u') && (size == 1 || size == 2 || size == 4 || size == 8);
    const bool hasOrder = type[0] != '|' || size == 1;
    if (!(isReal || isWhole) || !hasOrder) return std::nullopt;
    return Element(kind, size, type[0] == '>');
  }

  std::size_t size() const { return m_size; }

  double read(const char* bytes) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < m_size; ++i)
      bits = (bits << 8) | static_cast<unsigned char>(bytes[m_isBigEndian ? i : m_size - 1 - i]);
    if (m_kind == 'u') return static_cast<double>(bits);
    if (m_kind == 'f')
      return m_size == 4 ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                         : std::bit_cast<double>(bits);
    const auto unused = static_cast<int>(64 - 8 * m_size);
    return static_cast<double>(static_cast<std::int64_t>(bits << unused) >> unused);
  }

 private:
  Element(char kind, std::size_t size, bool isBigEndian) : m_kind(kind), m_size(size), m_isBigEndian(isBigEndian) {}

  char m_kind;
  std::size_t m_size;
  bool m_isBigEndian;
};

// Where the header's text begins, and how long it is.
struct HeaderPlace {
  std::size_t from;
  std::size_t length;
};

std::optional<HeaderPlace> headerPlace(std::string_view bytes, Problems& problems) {
  const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
  constexpr std::size_t afterVersion = kMagic.size() + 2;
  if (bytes.size() < afterVersion + 2) {
    problems.push_back(endsTooEarly());
    return std::nullopt;
  }
  const std::size_t major = byte(kMagic.size());
  if (major < 1 || major > 3) {
    problems.push_back({"file",
                        CORE_TEXT("Problem", "is of version %1 of the format .npy, which is not known").with(major),
                        askForArray()});
    return std::nullopt;
  }
  const std::size_t width = major == 1 ? 2 : 4;  // of the length, its least byte first
  HeaderPlace place{afterVersion + width, 0};
  if (bytes.size() >= place.from)
    for (std::size_t i = 0; i < width; ++i) place.length |= byte(afterVersion + i) << (8 * i);
  if (bytes.size() >= place.from && bytes.size() - place.from >= place.length) return place;
  problems.push_back(endsTooEarly());
  return std::nullopt;
}

std::optional<Problem> checkShape(const std::vector<std::uint64_t>& shape) {
  if (shape.size() != 2)
    return Problem{"file", CORE_TEXT("Problem", "is an array with dimensions: %1").with(shape.size()), askForArray()};
  for (const auto& [axis, length] : {std::pair("x", shape[1]), std::pair("y", shape[0])})
    if (length > Grid::kMost)
      return Problem{axis, CORE_TEXT("Problem", "has too many values (%1)").with(length), Grid::askForCount()};
  return std::nullopt;
}

std::vector<double> fromMinusOneToOne(std::size_t count) {
  std::vector<double> axis(count);
  for (std::size_t i = 0; i < count; ++i)
    axis[i] = -1 + 2 * static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(count, 2) - 1);
  return axis;
}

}  // namespace

bool isNpy(std::string_view bytes) {
  return bytes.starts_with(kMagic);
}

std::optional<Grid> parseNpyGrid(std::string_view bytes, Problems& problems) {
  const auto place = headerPlace(bytes, problems);
  if (!place) return std::nullopt;
  const auto header = parseHeader(bytes.substr(place->from, place->length), problems);
  if (!header) return std::nullopt;
  const auto element = Element::of(header->type);
  if (!element) {
    problems.push_back({"file", CORE_TEXT("Problem", "is an array of the type '%1'").with(excerpt(header->type)),
                        CORE_TEXT("Problem", "save array.astype('float64')")});
    return std::nullopt;
  }
  if (const auto problem = checkShape(header->shape)) {
    problems.push_back(*problem);
    return std::nullopt;
  }
  const auto rows = static_cast<std::size_t>(header->shape[0]);
  const auto columns = static_cast<std::size_t>(header->shape[1]);
  const std::string_view data = bytes.substr(place->from + place->length);
  const std::size_t wanted = rows * columns * element->size();
  if (data.size() != wanted) {
    problems.push_back(
        {"file", CORE_TEXT("Problem", "has %1 bytes of values, where its shape needs %2").with(data.size(), wanted),
         CORE_TEXT("Problem", "save the array once more, or take an earlier copy")});
    return std::nullopt;
  }
  Grid grid{fromMinusOneToOne(columns), fromMinusOneToOne(rows), std::vector<double>(rows * columns)};
  for (std::size_t j = 0; j < rows; ++j)
    for (std::size_t i = 0; i < columns; ++i) {
      const std::size_t at = header->isFortran ? i * rows + j : j * columns + i;
      grid.values[j * columns + i] = element->read(&data[at * element->size()]);
    }
  return grid;
}

}  // namespace ravine
