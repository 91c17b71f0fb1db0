#include "ui/look/map_colour.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ravine {

namespace {

template <std::size_t count>
QColor between(const std::array<QRgb, count>& anchors, double tone) {
  const double position = std::clamp(tone, 0.0, 1.0) * (count - 1);
  const auto below = std::min(static_cast<std::size_t>(position), count - 2);
  const double part = position - static_cast<double>(below);
  const QColor a(anchors[below]);
  const QColor b(anchors[below + 1]);
  const auto mix = [part](int from, int to) { return static_cast<int>(std::lround(from + part * (to - from))); };
  return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

}  // namespace

MapColours mapColours(const Theme& theme) {
  return theme.grey ? MapColours::grey : theme.washesOut ? MapColours::light : MapColours::viridis;
}

QColor mapColour(double tone, MapColours colours) {
  // Even steps of lightness from 68 to 99.
  static constexpr std::array<QRgb, 6> light{0x79a9d9, 0x93bbe2, 0xafcdea, 0xcadff2, 0xe4eff9, 0xfbfdff};
  static constexpr std::array<QRgb, 20> viridis{0x440154, 0x481567, 0x482677, 0x453781, 0x404788, 0x39568c, 0x33638d,
                                                0x2d708e, 0x287d8e, 0x238a8d, 0x1f968b, 0x20a387, 0x29af7f, 0x3cbb75,
                                                0x55c667, 0x73d055, 0x95d840, 0xb8de29, 0xdce319, 0xfde725};
  static constexpr std::array<QRgb, 2> grey{0xa6a6a6, 0xffffff};
  switch (colours) {
    case MapColours::viridis:
      return between(viridis, tone);
    case MapColours::light:
      return between(light, tone);
    case MapColours::grey:
      return between(grey, tone);
  }
  return {};
}

QColor contourColour(MapColours colours) {
  switch (colours) {
    case MapColours::viridis:
      return QColor(255, 255, 255, 90);
    case MapColours::light:
      return QColor(20, 50, 90, 80);
    case MapColours::grey:
      return QColor(0, 0, 0, 80);
  }
  return {};
}

}  // namespace ravine
