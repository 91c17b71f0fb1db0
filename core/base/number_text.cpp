#include "core/base/number_text.h"

#include <array>
#include <charconv>
#include <limits>

namespace ravine {
namespace {

constexpr int kLargestPlainExponent = 4;  // beyond ±4 a power of ten is easier to read

std::string formatted(double value, std::chars_format format, int decimals) {
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, decimals).ptr;
  return {buffer.data(), end};
}

std::string withoutTrailingZeros(std::string text) {
  if (text.find('.') == text.npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string superscript(int exponent) {
  constexpr std::array digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text = exponent < 0 ? "⁻" : "";
  for (const char c : std::to_string(std::abs(exponent))) text += digits[static_cast<std::size_t>(c - '0')];
  return text;
}

std::string positiveText(double value, int digits) {
  // Halves go up, as by hand; to_chars would send them to the even digit.
  value = std::nextafter(value, std::numeric_limits<double>::max());
  const std::string scientific = formatted(value, std::chars_format::scientific, digits - 1);
  const auto e = scientific.find('e');
  const int exponent = std::stoi(scientific.substr(e + 1));
  if (std::abs(exponent) <= kLargestPlainExponent)
    return withoutTrailingZeros(formatted(value, std::chars_format::fixed, std::max(0, digits - 1 - exponent)));
  const std::string mantissa = withoutTrailingZeros(scientific.substr(0, e));
  const std::string power = "10" + superscript(exponent);
  return mantissa == "1" ? power : mantissa + " × " + power;
}

}  // namespace

std::string numberText(double value, int digits) {
  if (std::isnan(value)) return "—";
  if (value == 0) return "0";
  const std::string text = std::isinf(value) ? "∞" : positiveText(std::abs(value), digits);
  return value < 0 ? "−" + text : text;
}

std::string numberText(double value, int digits, double other) {
  constexpr int most = 12;
  while (digits < most && value != other && numberText(value, digits) == numberText(other, digits)) ++digits;
  return numberText(value, digits);
}

double roundedTo(double value, int digits) {
  const std::string text = formatted(value, std::chars_format::scientific, digits - 1);
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Vector2 roundedTo(const Vector2& place, int digits) {
  return {roundedTo(place.x(), digits), roundedTo(place.y(), digits)};
}

std::string pointText(const Vector2& point, int digits) {
  const double nothing = 1e-9 * point.cwiseAbs().maxCoeff();
  const auto coordinate = [&](double c) { return numberText(std::abs(c) < nothing ? 0 : c, digits); };
  return '(' + coordinate(point.x()) + ", " + coordinate(point.y()) + ')';
}

}  // namespace ravine
