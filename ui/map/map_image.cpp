#include "ui/map/map_image.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/loss/contour.h"

namespace ravine {
namespace {

constexpr int kContourStride = 2;    // samples between the corners of a contour cell
constexpr double kSmallestLine = 5;  // device pixels
constexpr QRgb kUndefined = 0xff8a8a8a;

QImage paintBands(const Field& field, const std::vector<double>& levels, MapColours palette) {
  const std::vector<QRgb> colours = bandColours(levels, palette);
  QImage image(field.width, field.height, QImage::Format_RGB32);
  for (int row = 0; row < field.height; ++row) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(field.height - 1 - row));
    for (int column = 0; column < field.width; ++column) {
      const double value = field.at(column, row);
      const auto band = std::upper_bound(levels.begin(), levels.end(), value) - levels.begin();
      line[column] = std::isnan(value) ? kUndefined : colours[static_cast<std::size_t>(band)];
    }
  }
  return image;
}

// Scraps of a line too fine for the grid look like dirt.
std::vector<ContourLine> contoursOf(const Field& field, const std::vector<double>& levels, int stride,
                                    const CancelPredicate& cancelled) {
  std::vector<ContourLine> lines = contourLines(field, levels, stride, cancelled);
  const Vector2 pixel(field.box.x.length() / field.width, field.box.y.length() / field.height);
  std::erase_if(lines, [&](const ContourLine& line) {
    Vector2 lower = line.points.front();
    Vector2 upper = lower;
    for (const Vector2& p : line.points) {
      lower = lower.cwiseMin(p);
      upper = upper.cwiseMax(p);
    }
    return ((upper - lower).array() / pixel.array()).maxCoeff() <= kSmallestLine;
  });
  return lines;
}

// Without points that lie within kUnseen of the straight line that replaces them (Douglas & Peucker 1973): on paper a
// curve needs a few of the many corners that it has on the grid.
std::vector<Vector2> simplified(const std::vector<Vector2>& points, const Vector2& pixel) {
  constexpr double kUnseen = 0.06;  // pixels
  std::vector<bool> isKept(points.size(), false);
  isKept.front() = isKept.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> pieces{{0, points.size() - 1}};
  while (!pieces.empty()) {
    const auto [first, last] = pieces.back();
    pieces.pop_back();
    const Vector2 way = (points[last] - points[first]).cwiseQuotient(pixel);
    const double length = way.norm();
    double farthest = kUnseen;
    std::size_t at = first;
    for (std::size_t i = first + 1; i < last; ++i) {
      const Vector2 off = (points[i] - points[first]).cwiseQuotient(pixel);
      const double away = length > 0 ? std::abs(way.x() * off.y() - way.y() * off.x()) / length : off.norm();
      if (away <= farthest) continue;
      farthest = away;
      at = i;
    }
    if (at == first) continue;
    isKept[at] = true;
    pieces.emplace_back(first, at);
    pieces.emplace_back(at, last);
  }
  std::vector<Vector2> kept;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (isKept[i]) kept.push_back(points[i]);
  return kept;
}

void paintContours(QImage& image, const Field& field, const std::vector<double>& levels, double devicePixelRatio,
                   const CancelPredicate& cancelled, MapColours palette) {
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(contourColour(palette), kContourWidth * devicePixelRatio));
  const MapFrame frame{QRectF(0, 0, field.width, field.height), field.box};
  for (const ContourLine& line : contoursOf(field, levels, kContourStride, cancelled))
    painter.drawPolyline(toPixels(frame, line));
}

Field sampleSharpness(const LossFunction& function, const Box& box, const QSize& size,
                      const CancelPredicate& cancelled) {
  const int pixelsPerSample = function.terms() > kManyTerms ? 12 : 4;
  Field field{box, std::max(2, size.width() / pixelsPerSample), std::max(2, size.height() / pixelsPerSample), {}};
  field.values.assign(static_cast<std::size_t>(field.width) * static_cast<std::size_t>(field.height),
                      std::numeric_limits<double>::quiet_NaN());
  auto value = field.values.begin();
  for (int row = 0; row < field.height && !(cancelled && cancelled()); ++row)
    for (int column = 0; column < field.width; ++column)
      *value++ = eigenvalues(function.derivatives(field.centre(column, row)).hessian).upper;
  return field;
}

}  // namespace

QPolygonF toPixels(const MapFrame& frame, const ContourLine& line) {
  QPolygonF polygon;
  polygon.reserve(static_cast<qsizetype>(line.points.size()));
  for (const Vector2& p : line.points) polygon << frame.toPixel(p);
  return polygon;
}

std::vector<QRgb> bandColours(const std::vector<double>& levels, MapColours palette) {
  // Most of the colours go to the domain; what rises above it outside shares the brightest.
  const double inner = std::min<double>(kMapLevels, static_cast<double>(levels.size()));
  const double outer = static_cast<double>(levels.size()) - inner;
  const double innerPart = outer > 0 ? 0.86 : 1;
  std::vector<QRgb> colours;
  for (std::size_t i = 0; i <= levels.size(); ++i) {
    const auto band = static_cast<double>(i);
    const double tone = inner == 0      ? 0.3
                        : band <= inner ? innerPart * band / inner
                                        : innerPart + (1 - innerPart) * (band - inner) / outer;
    colours.push_back(mapColour(tone, palette).rgb());
  }
  return colours;
}

MapImage paintMapImage(const LossFunction& function, const Box& domain, const Box& box, const QSize& size,
                       double devicePixelRatio, const CancelPredicate& cancelled, MapColours colours) {
  const Field field = sampleField(function, box, size.width(), size.height(), cancelled);
  if (cancelled && cancelled()) return {box, {}, {}, {}};
  const std::vector<double> levels = contourLevels(field, kMapLevels, domain);
  QImage image = paintBands(field, levels, colours);
  paintContours(image, field, levels, devicePixelRatio, cancelled, colours);
  image.setDevicePixelRatio(devicePixelRatio);
  return {box, image, {}, sampleSharpness(function, box, size / devicePixelRatio, cancelled)};
}

MapImage mapWithContours(const LossFunction& function, const Box& domain, const Box& box, const QSize& size,
                         double devicePixelRatio, MapColours colours) {
  const Field field = sampleField(function, box, size.width(), size.height());
  const std::vector<double> levels = contourLevels(field, kMapLevels, domain);
  QImage image = paintBands(field, levels, colours);
  image.setDevicePixelRatio(devicePixelRatio);
  std::vector<ContourLine> contours = contoursOf(field, levels, 1, {});
  const Vector2 pixel(devicePixelRatio * box.x.length() / field.width,
                      devicePixelRatio * box.y.length() / field.height);
  for (ContourLine& line : contours) line.points = simplified(line.points, pixel);
  const QSize coarse = (size / devicePixelRatio).expandedTo({2, 2});
  return {box, image, std::move(contours), sampleSharpness(function, box, coarse, {})};
}

}  // namespace ravine
