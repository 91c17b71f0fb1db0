#include "ui/sweep/sweep_painter.h"

#include <QImage>
#include <algorithm>
#include <cmath>

#include "ui/chart/axes.h"
#include "ui/look/map_colour.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kMargin = 16;  // pixels at scale 1
constexpr double kSwatch = 14;
constexpr double kLegend = 190;  // wide, at most
constexpr double kScaleWidth = 14;

// The cells of a row lie about their values: half of one is beyond each end.
Interval rangeOf(const SweepAxis& axis) {
  if (axis.count == 1)
    return axis.logarithmic ? Interval{axis.from / 2, axis.from * 2} : Interval{axis.from - 1, axis.from + 1};
  const double half = 0.5 / (axis.count - 1);
  if (!axis.logarithmic) {
    const double margin = half * (axis.to - axis.from);
    return {axis.from - margin, axis.to + margin};
  }
  const double factor = std::pow(axis.to / axis.from, half);
  return {axis.from / factor, axis.to * factor};
}

bool isStart(const SweepAxis& axis) {
  return axis.quantity.starts_with("start.");
}

bool isClass(SweepValue value) {
  return value == SweepValue::outcome || value == SweepValue::basin;
}

// Stripes of so many device pixels.
bool isHatched(Hatch hatch, int x, int y, double ratio) {
  const int period = qRound(9 * ratio);
  const int width = std::max(1, qRound(1.2 * ratio));
  const bool rises = (x + y) % period < width;
  if (hatch == Hatch::rising) return rises;
  return hatch == Hatch::crossed && (rises || (x - y + 1000 * period) % period < width);
}

QRgb inked(const CellLook& look, bool isInked, const Theme& theme) {
  if (!isInked) return look.colour.rgb();
  constexpr double part = 0.38;
  const auto channel = [](int from, int to) { return qRound(from + part * (to - from)); };
  return qRgb(channel(look.colour.red(), theme.text.red()), channel(look.colour.green(), theme.text.green()),
              channel(look.colour.blue(), theme.text.blue()));
}

// In device pixels, row 0 below.
QImage imageOf(const SweepScene& scene, const SweepColours& colours, const QSize& size, double ratio) {
  QImage image(size, QImage::Format_RGB32);
  const int columns = scene.sweep().columns();
  const int rows = scene.sweep().rows();
  for (int y = 0; y < size.height(); ++y) {
    const int row = (size.height() - 1 - y) * rows / size.height();
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < size.width(); ++x) {
      const int column = static_cast<int>(static_cast<std::int64_t>(x) * columns / size.width());
      const CellLook look = colours.of(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                                       static_cast<std::size_t>(column));
      line[x] = inked(look, isHatched(look.hatch, x, y, ratio), scene.theme);
    }
  }
  image.setDevicePixelRatio(ratio);
  return image;
}

void paintSwatch(QPainter& painter, const QRectF& box, const CellLook& look, const Theme& theme) {
  const double ratio = painter.device()->devicePixelRatio();
  QImage image((box.size() * ratio).toSize(), QImage::Format_RGB32);
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      image.setPixel(x, y, inked(look, isHatched(look.hatch, x, y, ratio), theme));
  painter.drawImage(box, image);
  painter.setPen(QPen(theme.border, theme.px(1)));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(box);
}

// Below each other from the top; gives where the next thing has room.
double paintLegend(QPainter& painter, const std::vector<LegendEntry>& entries, QRectF room, const Theme& theme) {
  painter.setFont(theme.font(kSmallText));
  const QFontMetricsF metrics(painter.font());
  for (const LegendEntry& entry : entries) {
    const double indent = theme.px(kSwatch + 8);
    const QRectF text = metrics.boundingRect(QRectF(room.left() + indent, room.top(), room.width() - indent, 1000),
                                             Qt::TextWordWrap, entry.text);
    if (text.bottom() > room.bottom()) break;
    const double middle = room.top() + 0.5 * metrics.height();
    paintSwatch(painter, QRectF(room.left(), middle - theme.px(0.5 * kSwatch), theme.px(kSwatch), theme.px(kSwatch)),
                entry.look, theme);
    painter.setPen(theme.text);
    painter.drawText(text.adjusted(0, 0, 1, 1), Qt::TextWordWrap, entry.text);
    room.setTop(text.bottom() + theme.px(8));
  }
  return room.top();
}

void paintScale(QPainter& painter, const SweepColours::Scale& scale, const QRectF& room, const Theme& theme) {
  const QRectF bar(room.left(), room.top() + theme.px(6), theme.px(kScaleWidth),
                   std::min(room.height() - theme.px(12), theme.px(220)));
  if (bar.height() < theme.px(40)) return;
  const MapColours colours = mapColours(theme);
  const int lines = qRound(bar.height());
  for (int i = 0; i < lines; ++i)
    painter.fillRect(QRectF(bar.left(), bar.bottom() - i - 1, bar.width(), 1.5),
                     mapColour(static_cast<double>(i) / (lines - 1), colours));
  painter.setFont(theme.font(kTickText));
  painter.setPen(theme.quietText);
  const QFontMetricsF metrics(painter.font());
  const auto ticks = scale.logarithmic ? decadesIn(scale.range, 6) : ticksIn(scale.range, 5);
  for (const Tick& tick : ticks) {
    const double part = scale.logarithmic
                            ? std::log(tick.at / scale.range.lower) / std::log(scale.range.upper / scale.range.lower)
                            : (tick.at - scale.range.lower) / scale.range.length();
    painter.drawText(QPointF(bar.right() + theme.px(6), bar.bottom() - part * bar.height() + 0.35 * metrics.ascent()),
                     tick.text);
  }
}

// One quantity: numbers as points.
struct Points {
  std::vector<double> numbers;  // NaN where there is none
  Interval range{0, 1};
  bool logarithmic = false;
};

Points pointsOf(const SweepScene& scene) {
  Points points;
  for (const Cell& cell : scene.result->cells) {
    const bool isThere =
        cell.outcome != CellOutcome::undefined && (scene.value != SweepValue::steps || cell.steps >= 0);
    const double number = scene.value == SweepValue::steps       ? static_cast<double>(cell.steps)
                          : scene.value == SweepValue::finalLoss ? cell.finalLoss
                                                                 : cell.lowestLoss;
    points.numbers.push_back(isThere ? number : std::numeric_limits<double>::quiet_NaN());
  }
  // What flies away does not flatten the rest.
  std::vector<double> sorted;
  for (std::size_t i = 0; i < points.numbers.size(); ++i)
    if (std::isfinite(points.numbers[i]) && scene.result->cells[i].outcome != CellOutcome::diverged)
      sorted.push_back(points.numbers[i]);
  if (sorted.empty()) return points;
  std::sort(sorted.begin(), sorted.end());
  points.range = {sorted.front(), sorted.back()};
  constexpr double decades = 100;
  constexpr double rounding = 1e-16;
  const auto positive = std::upper_bound(sorted.begin(), sorted.end(), 0.0);
  points.logarithmic = scene.value != SweepValue::steps && sorted.front() >= 0 && positive != sorted.end() &&
                       sorted.back() > decades * *positive;
  if (points.logarithmic) {
    points.range.lower = std::max(*positive, rounding * sorted.back());
    const double margin = std::pow(points.range.upper / points.range.lower, 0.04);
    points.range = {points.range.lower / margin, points.range.upper * margin};
  } else {
    const double margin = points.range.length() > 0 ? 0.04 * points.range.length() : 1;
    points.range = {points.range.lower - margin, points.range.upper + margin};
  }
  return points;
}

void paintPoints(QPainter& painter, const SweepScene& scene, const Points& points, const QRectF& area) {
  const Interval x = rangeOf(scene.sweep().x);
  const SweepColours colours({scene.result, SweepValue::outcome, scene.theme});
  const auto part = [](double value, const Interval& range, bool logarithmic) {
    return logarithmic ? std::log(value / range.lower) / std::log(range.upper / range.lower)
                       : (value - range.lower) / range.length();
  };
  painter.setPen(Qt::NoPen);
  for (std::size_t i = 0; i < points.numbers.size(); ++i) {
    if (!std::isfinite(points.numbers[i])) continue;
    const double along = part(scene.sweep().x.at(static_cast<int>(i)), x, scene.sweep().x.logarithmic);
    const double lowest = points.logarithmic ? points.range.lower : -std::numeric_limits<double>::infinity();
    const double up = std::clamp(part(std::max(points.numbers[i], lowest), points.range, points.logarithmic), 0.0, 1.0);
    painter.setBrush(colours.of(i).colour);
    painter.drawEllipse(QPointF(area.left() + along * area.width(), area.bottom() - up * area.height()),
                        scene.theme.px(2.4), scene.theme.px(2.4));
  }
}

void paintHeads(QPainter& painter, const SweepScene& scene, QRectF& room) {
  const Theme& theme = scene.theme;
  painter.setPen(theme.text);
  painter.setFont(theme.font(kLargeText, QFont::DemiBold));
  const double line = QFontMetricsF(painter.font()).height();
  painter.drawText(QPointF(room.left(), room.top() + QFontMetricsF(painter.font()).ascent()), sweepTitle(scene));
  room.setTop(room.top() + line + theme.px(2));
  painter.setPen(theme.quietText);
  painter.setFont(theme.font(kSmallText));
  const QFontMetricsF metrics(painter.font());
  painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()),
                   metrics.elidedText(sweepSetup(scene), Qt::ElideRight, room.width()));
  room.setTop(room.top() + metrics.height() + theme.px(10));
}

// Upright, beside the numbers of the second axis.
void paintUprightName(QPainter& painter, const QString& name, const QRectF& room, const Theme& theme) {
  painter.save();
  painter.setFont(theme.font(kTickText));
  painter.setPen(theme.quietText);
  painter.translate(room.left(), room.center().y());
  painter.rotate(-90);
  const QFontMetricsF metrics(painter.font());
  painter.drawText(QPointF(-0.5 * metrics.horizontalAdvance(name), metrics.ascent()), name);
  painter.restore();
}

// Starts are places: a unit is as long along y as along x.
QRectF withEqualUnits(const QRectF& room, const QRectF& area, const Interval& x, const Interval& y) {
  const double unit = std::min(area.width() / x.length(), area.height() / y.length());
  return room.adjusted(0, 0, unit * x.length() - area.width(), unit * y.length() - area.height());
}

}  // namespace

void paintSweep(QPainter& painter, const SweepScene& scene, const QRectF& whole) {
  const Theme& theme = scene.theme;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(whole, theme.card);
  QRectF room =
      whole.marginsRemoved(QMarginsF(theme.px(kMargin), theme.px(kMargin), theme.px(kMargin), theme.px(kMargin)));
  paintHeads(painter, scene, room);

  const Sweep& sweep = scene.sweep();
  const bool isMap = sweep.y.has_value();
  const bool isImage = isMap || isClass(scene.value);
  const SweepColours colours({scene.result, isImage ? scene.value : SweepValue::outcome, theme});
  const double legend = std::min(theme.px(kLegend), 0.32 * room.width());
  room.setRight(room.right() - legend - theme.px(kMargin));

  const Points points = isImage ? Points{} : pointsOf(scene);
  Axes::Scale x{rangeOf(sweep.x), sweep.x.logarithmic, !isImage, 7, quantityName(sweep.run, sweep.x.quantity)};
  Axes::Scale y{isMap ? rangeOf(*sweep.y) : points.range, isMap ? sweep.y->logarithmic : points.logarithmic, !isImage,
                7};
  if (isMap) {
    paintUprightName(painter, quantityName(sweep.run, sweep.y->quantity), room, theme);
    room.setLeft(room.left() + QFontMetricsF(theme.font(kTickText)).height() + theme.px(2));
  }
  y.hasNumbers = isMap || !isImage;
  Axes axes(x, y, room, theme, true);
  if (isMap && isStart(sweep.x) && isStart(*sweep.y)) {
    room = withEqualUnits(room, axes.area(), x.range, y.range);
    axes = Axes(x, y, room, theme, true);
  }
  const QRectF side(room.right() + theme.px(kMargin), axes.area().top(), legend, axes.area().height());
  axes.paintBelow(painter);
  if (isImage) {
    const double ratio = painter.device()->devicePixelRatio();
    const QSize size = (axes.area().size() * ratio).toSize().expandedTo(QSize(1, 1));
    painter.drawImage(axes.area().topLeft(), imageOf(scene, colours, size, ratio));
  } else {
    painter.save();
    painter.setClipRect(axes.area().adjusted(-4, -4, 4, 4));
    paintPoints(painter, scene, points, axes.area());
    painter.restore();
  }
  axes.paintAbove(painter);
  const double below = paintLegend(painter, colours.legend(), side, theme);
  if (isImage && colours.scale())
    paintScale(painter, *colours.scale(), QRectF(side.left(), below, side.width(), side.bottom() - below), theme);
}

}  // namespace ravine
