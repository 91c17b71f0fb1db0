#include "core/file/embedded_experiment.h"

#include <zlib.h>

#include <array>
#include <cstdint>

#include "core/file/experiment_file.h"

namespace ravine {
namespace {

constexpr std::string_view kPng = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kPdf = "%PDF-";
constexpr std::string_view kCsvLine = "# experiment: ";
constexpr std::string_view kJsonMember = "\"experiment\": ";
constexpr std::string_view kSvgOpen = "<ravine:experiment xmlns:ravine=\"urn:ravine:experiment\">";
constexpr std::string_view kSvgClose = "</ravine:experiment>";
constexpr std::array<std::pair<std::string_view, char>, 4> kEntities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

std::string asBytes(std::uint32_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xff);
  return bytes;
}

// A chunk of type iTXt: keyword, no compression, no language, text in UTF-8.
std::optional<std::string> inPng(std::string_view png) {
  constexpr std::size_t frame = 12;  // length, type and checksum
  for (std::size_t at = kPng.size(); at + frame <= png.size();) {
    const std::size_t length = numberAt(png, at);
    if (length > png.size() - at - frame) break;
    const std::string_view type = png.substr(at + 4, 4);
    const std::string_view data = png.substr(at + 8, length);
    const std::string head = std::string(kExperimentKeyword) + std::string(5, '\0');
    if (type == "iTXt" && data.starts_with(head)) return std::string(data.substr(head.size()));
    at += frame + length;
  }
  return std::nullopt;
}

std::optional<std::string> inSvg(std::string_view svg) {
  const auto open = svg.find(kSvgOpen);
  if (open == svg.npos) return std::nullopt;
  const auto from = open + kSvgOpen.size();
  const auto close = svg.find(kSvgClose, from);
  if (close == svg.npos) return std::nullopt;
  std::string text;
  for (std::string_view rest = svg.substr(from, close - from); !rest.empty();) {
    std::size_t taken = 1;
    char character = rest.front();
    for (const auto& [entity, meant] : kEntities)
      if (rest.starts_with(entity)) {
        character = meant;
        taken = entity.size();
      }
    text += character;
    rest.remove_prefix(taken);
  }
  return text;
}

// What a stream holds, if that is no longer than an experiment may be.
std::optional<std::string> inflated(std::string_view packed) {
  std::string text(kLargestExperimentFile + 1, '\0');
  uLongf length = text.size();
  auto packedLength = static_cast<uLong>(packed.size());
  const int result = uncompress2(reinterpret_cast<Bytef*>(text.data()), &length,
                                 reinterpret_cast<const Bytef*>(packed.data()), &packedLength);
  if (result != Z_OK) return std::nullopt;
  text.resize(length);
  return text;
}

// What stands in a stream object, by its number.
std::optional<std::string> streamOf(std::string_view pdf, std::string_view number) {
  const auto object = pdf.find('\n' + std::string(number) + " 0 obj");
  if (object == pdf.npos) return std::nullopt;
  constexpr std::string_view kStream = "stream";
  constexpr std::string_view kEnd = "\nendstream";
  auto from = pdf.find(kStream, object);
  const auto end = pdf.find(kEnd, object);
  if (from == pdf.npos || end == pdf.npos || end < from) return std::nullopt;
  const std::string_view dictionary = pdf.substr(object, from - object);
  from += kStream.size();
  while (from < end && (pdf[from] == '\r' || pdf[from] == '\n')) ++from;
  const std::string_view content = pdf.substr(from, end - from);
  return dictionary.find("/FlateDecode") != dictionary.npos ? inflated(content) : std::string(content);
}

// Of the files attached to it, the one that is an experiment.
std::optional<std::string> inPdf(std::string_view pdf) {
  constexpr std::string_view kAttached = "/EF <</F ";
  for (auto at = pdf.find(kAttached); at != pdf.npos; at = pdf.find(kAttached, at + 1)) {
    const auto from = at + kAttached.size();
    const auto text = streamOf(pdf, pdf.substr(from, pdf.find_first_not_of("0123456789", from) - from));
    if (text && text->find(kExperimentKeyword) != text->npos) return text;
  }
  return std::nullopt;
}

std::optional<std::string> inCsv(std::string_view csv) {
  const auto at = csv.find(kCsvLine);
  if (at == csv.npos) return std::nullopt;
  const auto from = at + kCsvLine.size();
  return std::string(csv.substr(from, csv.find_first_of("\r\n", from) - from));
}

// The object that is the member's value, without reading the many numbers after it.
std::optional<std::string> inJson(std::string_view json) {
  const auto at = json.find(kJsonMember);
  if (at == json.npos) return std::nullopt;
  const auto from = at + kJsonMember.size();
  int depth = 0;
  bool isText = false;
  for (auto i = from; i < json.size(); ++i) {
    const char c = json[i];
    if (isText && c == '\\') {
      ++i;
    } else if (c == '"') {
      isText = !isText;
    } else if (!isText && c == '{') {
      ++depth;
    } else if (!isText && c == '}' && --depth <= 0) {
      return std::string(json.substr(from, i + 1 - from));
    }
  }
  return std::nullopt;
}

struct Carrier {
  bool (*isIt)(std::string_view bytes);
  std::optional<std::string> (*find)(std::string_view bytes);
};

std::string_view beginning(std::string_view bytes) {
  constexpr std::size_t enough = 1000;
  return bytes.substr(0, enough);
}

constexpr std::array<Carrier, 5> kCarriers{{
    {[](std::string_view bytes) { return bytes.starts_with(kPng); }, inPng},
    {[](std::string_view bytes) { return bytes.starts_with(kPdf); }, inPdf},
    {[](std::string_view bytes) { return bytes.starts_with('<') && beginning(bytes).find("<svg") != bytes.npos; },
     inSvg},
    {[](std::string_view bytes) { return bytes.starts_with('#'); }, inCsv},
    {[](std::string_view bytes) { return beginning(bytes).find("\"ravine-data\"") != bytes.npos; }, inJson},
}};

const Carrier* carrierOf(std::string_view bytes) {
  for (const Carrier& carrier : kCarriers)
    if (carrier.isIt(bytes)) return &carrier;
  return nullptr;
}

}  // namespace

bool mayCarryExperiment(std::string_view bytes) {
  return carrierOf(bytes) != nullptr;
}

std::optional<std::string> embeddedExperiment(std::string_view bytes, Problems& problems) {
  const Carrier* carrier = carrierOf(bytes);
  auto text = carrier ? carrier->find(bytes) : std::nullopt;
  if (!text)
    problems.push_back({"file", CORE_TEXT("Problem", "there is no experiment in it"),
                        CORE_TEXT("Problem", "choose a file that Ravine has saved or exported")});
  return text;
}

std::string withExperiment(std::string_view png, std::string_view experiment) {
  // After the head, whose length is always the same.
  constexpr std::size_t afterHead = 8 + 25;
  std::string chunk = "iTXt" + std::string(kExperimentKeyword) + std::string(5, '\0') + std::string(experiment);
  const auto checksum = static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(chunk.data()), static_cast<uInt>(chunk.size())));
  chunk = asBytes(static_cast<std::uint32_t>(chunk.size() - 4)) + chunk + asBytes(checksum);
  return std::string(png.substr(0, afterHead)) + chunk + std::string(png.substr(afterHead));
}

std::string svgMetadata(std::string_view experiment) {
  std::string text(kSvgOpen);
  for (const char c : experiment) {
    std::string written(1, c);
    for (const auto& [entity, meant] : kEntities)
      if (c == meant) written = entity;
    text += written;
  }
  return text + std::string(kSvgClose);
}

}  // namespace ravine
