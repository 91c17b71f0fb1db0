#include "ui/map/surface_painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <thread>

#include "ui/look/map_colour.h"
#include "ui/map/map_image.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kOversampling = 2;    // of the surface's image, which halved() takes back
constexpr int kShades = 24;         // of one band
constexpr double kDarkest = 0.62;   // of a facet turned away from the light
constexpr double kBrightest = 1.1;  // and of one that faces it
constexpr double kSeam = 0.35;      // pixels by which facets overlap where they are smoothed singly

// The colour of a band in each of its shades.
class Shades {
 public:
  Shades(const ReliefSurface& surface, MapColours colours) {
    for (const QRgb band : bandColours(surface.levels(), colours))
      for (int i = 0; i < kShades; ++i) {
        const double light = kDarkest + (kBrightest - kDarkest) * i / (kShades - 1);
        const auto shaded = [light](int part) { return std::min(255, static_cast<int>(std::lround(light * part))); };
        m_colours.emplace_back(shaded(qRed(band)), shaded(qGreen(band)), shaded(qBlue(band)));
      }
  }
  const QColor& of(int band, double shade) const {
    const int i = std::clamp(static_cast<int>(std::lround(shade * (kShades - 1))), 0, kShades - 1);
    return m_colours[static_cast<std::size_t>(band) * kShades + static_cast<std::size_t>(i)];
  }

 private:
  std::vector<QColor> m_colours;
};

// The four corners of the floor, in order round it.
std::array<Vector3, 4> floorOf(const ReliefSurface& surface) {
  const Vector2 sides = surface.halfSides();
  const double z = ReliefSurface::kFloor;
  return {Vector3(-sides.x(), -sides.y(), z), Vector3(sides.x(), -sides.y(), z), Vector3(sides.x(), sides.y(), z),
          Vector3(-sides.x(), sides.y(), z)};
}

// "Nice" numbers within a range: 1, 2 or 5 times a power of ten apart.
std::vector<double> ticksIn(const Interval& range, int atMost) {
  const double raw = range.length() / atMost;
  if (!(raw > 0) || !std::isfinite(raw)) return {};
  const double power = std::pow(10, std::floor(std::log10(raw)));
  double step = 10 * power;
  for (const double each : {1.0, 2.0, 5.0})
    if (each * power >= raw) {
      step = each * power;
      break;
    }
  std::vector<double> ticks;
  for (double tick = std::ceil(range.lower / step) * step; tick <= range.upper + 1e-9 * step; tick += step)
    ticks.push_back(std::abs(tick) < 1e-9 * step ? 0 : tick);
  return ticks;
}

// Texts round the model: none is cut off, lies on another or under a button.
class AxisTexts {
 public:
  AxisTexts(QPainter& painter, const QRectF& area, const QRectF& reserved)
      : m_painter(painter), m_area(area), m_taken{reserved} {}

  void add(const QPointF& at, const QString& text) {
    const QFontMetricsF metrics(m_painter.font());
    const double width = metrics.horizontalAdvance(text) + 4;
    const QRectF box(at.x() - 0.5 * width, at.y() - 0.5 * metrics.height(), width, metrics.height());
    const bool free = std::none_of(m_taken.begin(), m_taken.end(), [&](const QRectF& t) { return t.intersects(box); });
    if (!free || !m_area.contains(box)) return;
    m_taken.push_back(box);
    m_painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, text);
  }

 private:
  QPainter& m_painter;
  QRectF m_area;
  std::vector<QRectF> m_taken;
};

// Values up the edge of the model that is farthest left; a logarithm has no even ones.
void paintHeights(QPainter& painter, const ReliefScene& scene, const ReliefPlacing& placing, AxisTexts& texts) {
  const ReliefSurface& surface = scene.model->surface;
  Vector3 foot;
  double left = 1e9;
  for (const Vector3& corner : floorOf(surface)) {
    const double x = placing.toPixel(corner).x();
    if (x >= left) continue;
    left = x;
    foot = corner;
  }
  const auto at = [&](double z) { return placing.toPixel({foot.x(), foot.y(), z}); };
  painter.setPen(QPen(scene.theme.border, scene.theme.px(1)));
  painter.drawLine(at(ReliefSurface::kFloor), at(ReliefSurface::kHeight));
  if (scene.model->heights != HeightScale::linear || surface.values().length() == 0) return;
  const QFontMetricsF metrics(painter.font());
  const bool low = std::abs(at(0).y() - at(ReliefSurface::kHeight).y()) < 6 * metrics.height();
  for (const double value : ticksIn(surface.values(), low ? 2 : 4)) {
    const double part = (value - surface.values().lower) / surface.values().length();
    const QPointF tick = at(ReliefSurface::kHeight * part);
    painter.setPen(QPen(scene.theme.border, scene.theme.px(1)));
    painter.drawLine(tick, tick - QPointF(scene.theme.px(4), 0));
    painter.setPen(scene.theme.quietText);
    const QString text = wording::number(value);
    texts.add(tick - QPointF(scene.theme.px(8) + 0.5 * metrics.horizontalAdvance(text), 0), text);
  }
}

// Numbers along the edges of the floor that are nearest, and up the edge of the model that is farthest left.
void paintAxes(QPainter& painter, const ReliefScene& scene, const ReliefPlacing& placing) {
  const ReliefSurface& surface = scene.model->surface;
  const Vector2 sides = surface.halfSides();
  const double nearX = placing.eye().x() > 0 ? sides.x() : -sides.x();
  const double nearY = placing.eye().y() > 0 ? sides.y() : -sides.y();
  const QPointF middle = placing.toPixel({0, 0, ReliefSurface::kFloor});
  const double away = scene.theme.px(15);
  AxisTexts texts(painter, scene.area, scene.reserved);
  painter.setFont(scene.theme.font(kTickText));
  painter.setPen(scene.theme.quietText);
  const auto tell = [&](const Vector3& place, const QString& text, double factor) {
    const QPointF at = placing.toPixel(place);
    const QPointF outwards = at - middle;
    const double length = std::max(1.0, std::hypot(outwards.x(), outwards.y()));
    texts.add(at + factor * away / length * outwards, text);
  };
  const bool small = std::min(scene.area.width(), scene.area.height()) < scene.theme.px(230);
  const int most = small ? 2 : 4;
  for (const double x : ticksIn(surface.box().x, most))
    tell({2 * sides.x() * (x - surface.box().x.centre()) / surface.box().x.length(), nearY, ReliefSurface::kFloor},
         wording::number(x), 1);
  for (const double y : ticksIn(surface.box().y, most))
    tell({nearX, 2 * sides.y() * (y - surface.box().y.centre()) / surface.box().y.length(), ReliefSurface::kFloor},
         wording::number(y), 1);
  paintHeights(painter, scene, placing, texts);
  if (small) return;
  painter.setPen(scene.theme.quietText);
  painter.setFont(scene.theme.font(kSmallText, QFont::DemiBold));
  tell({0, nearY, ReliefSurface::kFloor}, QString::fromStdString(scene.axes[0]), 2.4);
  tell({nearX, 0, ReliefSurface::kFloor}, QString::fromStdString(scene.axes[1]), 2.4);
}

void paintFloor(QPainter& painter, const ReliefScene& scene, const ReliefPlacing& placing) {
  const ReliefSurface& surface = scene.model->surface;
  QPolygonF floor;
  for (const Vector3& corner : floorOf(surface)) floor << placing.toPixel(corner);
  painter.setPen(QPen(scene.theme.border, scene.theme.px(1)));
  painter.setBrush(scene.theme.ground);
  painter.drawPolygon(floor);
  const auto colours = bandColours(surface.levels(), mapColours(scene.theme));
  painter.setBrush(Qt::NoBrush);
  for (const ContourLine& line : scene.model->contours) {
    const auto band = std::lower_bound(surface.levels().begin(), surface.levels().end(), line.level);
    const auto i = static_cast<std::size_t>(band - surface.levels().begin());
    QColor ink(colours[std::min(i, colours.size() - 1)]);
    if (scene.theme.washesOut) ink = ink.darker(150);
    QPolygonF polygon;
    for (const Vector2& point : line.points) {
      Vector3 place = surface.toModel(point, surface.values().lower);
      place.z() = ReliefSurface::kFloor;
      polygon << placing.toPixel(place);
    }
    painter.setPen(QPen(ink, scene.theme.px(1)));
    painter.drawPolyline(polygon);
  }
}

// A facet a little larger than it is, so that the ground does not shine through between it and the next.
void grow(std::array<QPointF, 16>& corners, int count) {
  QPointF middle;
  for (int i = 0; i < count; ++i) middle += corners[static_cast<std::size_t>(i)] / count;
  for (int i = 0; i < count; ++i) {
    QPointF& corner = corners[static_cast<std::size_t>(i)];
    const QPointF way = corner - middle;
    const double length = std::hypot(way.x(), way.y());
    if (length > 0) corner += kSeam / length * way;
  }
}

// The facets whose cells touch `part`.
void paintFacets(QPainter& painter, const ReliefScene& scene, const ReliefPlacing& placing, const Shades& shades,
                 const QRectF& part) {
  const ReliefSurface& surface = scene.model->surface;
  const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
  const QPen contour(contourColour(mapColours(scene.theme)), scene.theme.px(0.7));
  const auto columns = surface.columnsFarToNear(placing.eye().x());
  std::array<QPointF, 16> corners;
  for (const int row : surface.rowsFarToNear(placing.eye().y()))
    for (const int column : columns) {
      for (const ReliefSurface::Facet& facet : surface.facets(column, row)) {
        const int count = std::min<int>(facet.corners, static_cast<int>(corners.size()));
        double left = 1e9;
        double right = -1e9;
        double turn = 0;
        for (int i = 0; i < count; ++i) {
          corners[static_cast<std::size_t>(i)] =
              placing.toPixel(surface.corners()[facet.first + static_cast<std::size_t>(i)]);
          left = std::min(left, corners[static_cast<std::size_t>(i)].x());
          right = std::max(right, corners[static_cast<std::size_t>(i)].x());
        }
        if (right < part.left() || left > part.right()) continue;
        for (int i = 0; i < count; ++i) {
          const QPointF& a = corners[static_cast<std::size_t>(i)];
          const QPointF& b = corners[static_cast<std::size_t>((i + 1) % count)];
          turn += a.x() * b.y() - b.x() * a.y();
        }
        if (smooth) grow(corners, count);
        // The underside is in the dark.
        const double shade = turn > 0 ? 0.15 * surface.shade(column, row) : surface.shade(column, row);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shades.of(facet.band, shade));
        painter.drawConvexPolygon(corners.data(), count);
      }
      const auto lines = surface.lines(column, row);
      if (lines.empty()) continue;
      painter.setPen(contour);
      for (std::size_t i = 0; i + 1 < lines.size(); i += 2)
        painter.drawLine(placing.toPixel(lines[i]), placing.toPixel(lines[i + 1]));
    }
}

// Each pixel the mean of four: Qt's smooth scaling, which can do any size, takes three times as long.
QImage halved(const QImage& image) {
  QImage half(image.size() / 2, image.format());
  constexpr quint32 twoBits = 0xfcfcfcfc;
  const auto quarter = [](quint32 pixel) { return (pixel & twoBits) >> 2; };
  for (int y = 0; y < half.height(); ++y) {
    const auto* upper = reinterpret_cast<const quint32*>(image.constScanLine(2 * y));
    const auto* lower = reinterpret_cast<const quint32*>(image.constScanLine(2 * y + 1));
    auto* to = reinterpret_cast<quint32*>(half.scanLine(y));
    for (std::ptrdiff_t x = 0; x < half.width(); ++x) {
      const quint32 a = upper[2 * x];
      const quint32 b = upper[2 * x + 1];
      const quint32 c = lower[2 * x];
      const quint32 d = lower[2 * x + 1];
      // What the quarters lose, added up, is no more than six: a quarter of that is carried.
      constexpr quint32 low = 0x03030303;
      const quint32 rest = (((a & low) + (b & low) + (c & low) + (d & low)) >> 2) & low;
      to[x] = quarter(a) + quarter(b) + quarter(c) + quarter(d) + rest;
    }
  }
  return half;
}

}  // namespace

void paintSurface(QPainter& painter, const ReliefScene& scene) {
  const ReliefPlacing placing = scene.placing();
  paintFloor(painter, scene, placing);
  paintAxes(painter, scene, placing);
  paintFacets(painter, scene, placing, Shades(scene.model->surface, mapColours(scene.theme)), scene.area);
}

QImage surfaceImage(const ReliefScene& scene, double devicePixelRatio) {
  const ReliefPlacing placing = scene.placing();
  const QSize size = (scene.area.size() * devicePixelRatio).toSize();
  QImage image(size, QImage::Format_RGB32);  // without holes it is drawn faster
  image.setDevicePixelRatio(devicePixelRatio);
  image.fill(scene.theme.card);
  QPainter painter(&image);
  painter.translate(-scene.area.topLeft());
  painter.setRenderHint(QPainter::Antialiasing);
  paintFloor(painter, scene, placing);
  paintAxes(painter, scene, placing);
  // Facets that are not smoothed join without a seam; the larger image is smoothed as a whole. In two halves, at once.
  const Shades shades(scene.model->surface, mapColours(scene.theme));
  constexpr int parts = 2;
  std::array<QImage, parts> images;
  const auto leftOf = [&](int part) { return size.width() * part / parts; };  // in whole pixels
  const auto paintPart = [&](int i) {
    const int left = leftOf(i);
    const int width = leftOf(i + 1) - left;
    QImage& part = images[static_cast<std::size_t>(i)];
    part = QImage(QSize(width, size.height()) * kOversampling, QImage::Format_ARGB32_Premultiplied);
    part.setDevicePixelRatio(kOversampling * devicePixelRatio);
    part.fill(Qt::transparent);
    QPainter facets(&part);
    const QPointF origin = scene.area.topLeft() + QPointF(left / devicePixelRatio, 0);
    facets.translate(-origin);
    paintFacets(facets, scene, placing, shades, {origin, QSizeF(width, size.height()) / devicePixelRatio});
    facets.end();
    part = halved(part);
    part.setDevicePixelRatio(devicePixelRatio);
  };
  std::thread other(paintPart, 1);
  paintPart(0);
  other.join();
  for (int i = 0; i < parts; ++i)
    painter.drawImage(scene.area.topLeft() + QPointF(leftOf(i) / devicePixelRatio, 0),
                      images[static_cast<std::size_t>(i)]);
  return image;
}

}  // namespace ravine
