#include "ui/sweep/sweep_painter.h"

#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <iterator>

#include "ui/chart/axes.h"
#include "ui/look/run_look.h"
#include "ui/sweep/cell_marks.h"
#include "ui/sweep/sweep_legend.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

// Pixels at scale 1.
constexpr double kMargin = 16;
constexpr double kLegend = 190;  // wide, at most
constexpr QSizeF kLeast(360, 260);
constexpr int kMostTicks = 7;

// The cells of a row lie about their values: half of one is beyond each end.
Interval rangeOf(const SweepAxis& axis) {
  if (axis.count == 1) {
    constexpr double around = 0.1;
    const double half = axis.from == 0 ? around : around * std::abs(axis.from);
    return {axis.from - half, axis.from + half};
  }
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

void paintCells(QPainter& painter, const SweepScene& scene, const SweepColours& colours, const QRectF& area) {
  const double ratio = painter.device()->devicePixelRatio();
  const QSize size = (area.size() * ratio).toSize().expandedTo(QSize(1, 1));
  const auto columns = static_cast<std::int64_t>(scene.sweep().columns());
  const auto rows = static_cast<std::int64_t>(scene.sweep().rows());
  painter.drawImage(
      area.topLeft(), imageOf(size, ratio, scene.theme, [&](int x, int y) -> const CellLook& {
        return colours.of(static_cast<std::size_t>(y * rows / size.height() * columns + x * columns / size.width()));
      }));
}

// Of one quantity: what shows no number, beside the points of what does.
void paintGround(QPainter& painter, const SweepScene& scene, const SweepColours& colours, const QRectF& area) {
  const double ratio = painter.device()->devicePixelRatio();
  const QSize size = (area.size() * ratio).toSize().expandedTo(QSize(1, 1));
  const CellLook none{scene.theme.card};
  const std::vector<Cell>& cells = scene.result->cells;
  painter.drawImage(area.topLeft(), imageOf(size, ratio, scene.theme, [&](int x, int) -> const CellLook& {
                      const auto cell =
                          static_cast<std::size_t>(x) * cells.size() / static_cast<std::size_t>(size.width());
                      return shownNumber(cells[cell], scene.value) ? none : colours.of(cell);
                    }));
}

// One quantity: numbers as points.
struct Points {
  NumberScale scale;
  std::vector<bool> outcomes = std::vector<bool>(kCellOutcomes);  // those of which there are points

  bool areThere() const { return std::find(outcomes.begin(), outcomes.end(), true) != outcomes.end(); }
  std::vector<LegendEntry> legend() const {
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
      if (const auto outcome = static_cast<CellOutcome>(i); outcomes[i])
        entries.push_back({outcome, wording::coreText(cellOutcomeName(outcome))});
    return entries;
  }
};

Points pointsOf(const SweepScene& scene) {
  std::vector<double> numbers;
  Points points;
  for (const Cell& cell : scene.result->cells)
    if (const auto number = shownNumber(cell, scene.value)) {
      numbers.push_back(*number);
      points.outcomes[static_cast<std::size_t>(cell.outcome)] = true;
    }
  if (const auto scale = scaleFor(numbers)) {
    points.scale = *scale;
  } else if (!numbers.empty()) {
    const double around = numbers.front() == 0 ? 1 : std::abs(numbers.front());
    points.scale.range = {numbers.front() - around, numbers.front() + around};
    return points;
  }
  constexpr double margin = 0.04;
  Interval& range = points.scale.range;
  if (points.scale.logarithmic) {
    const double factor = std::pow(range.upper / range.lower, margin);
    range = {range.lower / factor, range.upper * factor};
  } else {
    const double beyond = margin * range.length();
    range = {range.lower - beyond, range.upper + beyond};
  }
  return points;
}

// What lies beyond the axis is not shown on it: an arrow at the border says that it is there.
void paintPoints(QPainter& painter, const SweepScene& scene, const Points& points, const QRectF& area) {
  const NumberScale along{rangeOf(scene.sweep().x), scene.sweep().x.logarithmic};
  const std::vector<Cell>& cells = scene.result->cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto number = shownNumber(cells[i], scene.value);
    if (!number) continue;
    const double x = area.left() + along.part(scene.sweep().x.at(static_cast<int>(i))) * area.width();
    if (points.scale.range.contains(*number)) {
      paintPoint(painter, {x, area.bottom() - points.scale.part(*number) * area.height()}, cells[i].outcome,
                 scene.theme);
      continue;
    }
    const double up = *number > points.scale.range.upper ? -1 : 1;
    const QPointF tip(x, up < 0 ? area.top() : area.bottom());
    const double r = scene.theme.px(kPointRadius);
    painter.setPen(QPen(scene.theme.quietText, scene.theme.px(1.2)));
    painter.drawPolyline(QPolygonF({tip + QPointF(-r, -2 * up * r), tip, tip + QPointF(r, -2 * up * r)}));
  }
}

void paintHeads(QPainter& painter, const SweepScene& scene, const QRectF& room) {
  const Theme& theme = scene.theme;
  const auto line = [&](const QString& text, const QFont& font, const QColor& colour, double top) {
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QPointF(room.left(), top + metrics.ascent()),
                     metrics.elidedText(text, Qt::ElideRight, room.width()));
    return top + metrics.height() + theme.px(2);
  };
  const double below = line(sweepTitle(scene), theme.font(kLargeText, QFont::DemiBold), theme.text, room.top());
  line(sweepSetup(scene), theme.font(kSmallText), theme.quietText, below);
}

double headHeight(const Theme& theme) {
  return QFontMetricsF(theme.font(kLargeText, QFont::DemiBold)).height() +
         QFontMetricsF(theme.font(kSmallText)).height() + theme.px(14);
}

// Upright beside the numbers of the second axis.
void paintUprightName(QPainter& painter, const QString& name, const QPointF& centre, const Theme& theme) {
  painter.save();
  painter.setFont(theme.font(kTickText));
  painter.setPen(theme.quietText);
  painter.translate(centre);
  painter.rotate(-90);
  const QFontMetricsF metrics(painter.font());
  painter.drawText(QPointF(-0.5 * metrics.horizontalAdvance(name), 0.35 * metrics.ascent()), name);
  painter.restore();
}

// Starts are places: a unit is as long along y as along x, unless little would be left of the map.
QRectF withEqualUnits(const QRectF& room, const QRectF& area, const Interval& x, const Interval& y) {
  constexpr double least = 0.35;  // of the room
  const double unit = std::min(area.width() / x.length(), area.height() / y.length());
  const QSizeF size(unit * x.length(), unit * y.length());
  if (size.width() < least * area.width() || size.height() < least * area.height()) return room;
  return room.adjusted(0, 0, size.width() - area.width(), size.height() - area.height());
}

struct Parts {
  QRectF inner;  // within the margin
  QRectF room;   // of the axes with their numbers
  double nameHeight;
  Points points;
  Axes axes;
  QRectF side;  // of the legend
};

Parts partsOf(const SweepScene& scene, const QRectF& whole) {
  const Theme& theme = scene.theme;
  const Sweep& sweep = scene.sweep();
  const bool isMap = sweep.y.has_value();
  const bool isImage = isMap || isClass(scene.value);
  const double margin = theme.px(kMargin);
  const QRectF inner = whole.marginsRemoved(QMarginsF(margin, margin, margin, margin));
  const double legend = std::min(theme.px(kLegend), 0.32 * inner.width());
  const double nameHeight = isMap ? QFontMetricsF(theme.font(kTickText)).height() + theme.px(2) : 0;
  QRectF room = inner.adjusted(nameHeight, headHeight(theme), -legend - margin, 0);
  const Points points = isImage ? Points{} : pointsOf(scene);
  const Axes::Scale x{.range = rangeOf(sweep.x),
                      .logarithmic = sweep.x.logarithmic,
                      .hasGrid = !isImage,
                      .mostTicks = kMostTicks,
                      .title = quantityName(sweep.run, sweep.x.quantity)};
  const Axes::Scale y{.range = isMap ? rangeOf(*sweep.y) : points.scale.range,
                      .logarithmic = isMap ? sweep.y->logarithmic : points.scale.logarithmic,
                      .hasGrid = !isImage,
                      .mostTicks = kMostTicks,
                      .hasNumbers = isMap || points.areThere()};
  Axes axes(x, y, room, theme, true);
  if (isMap && isStart(sweep.x) && isStart(*sweep.y)) {
    room = withEqualUnits(room, axes.area(), x.range, y.range);
    axes = Axes(x, y, room, theme, true);
  }
  const QRectF side(room.right() + margin, axes.area().top(), legend, inner.bottom() - axes.area().top());
  return {inner, room, nameHeight, points, axes, side};
}

// A dot in the run's colour, on a map; a line over all values, where one quantity is swept.
void paintMark(QPainter& painter, const SweepScene& scene, const QRectF& area, const QPointF& at) {
  const Theme& theme = scene.theme;
  const QColor colour = runLineColour(scene.mark->colour, theme);
  if (!scene.sweep().y) {
    const QLineF line(at.x(), area.top(), at.x(), area.bottom());
    painter.setPen(QPen(theme.card, theme.px(4)));
    painter.drawLine(line);
    painter.setPen(QPen(colour, theme.px(2), Qt::DashLine));
    return painter.drawLine(line);
  }
  painter.setPen(QPen(Qt::black, theme.px(4)));
  painter.setBrush(colour);
  painter.drawEllipse(at, theme.px(6), theme.px(6));
  painter.setPen(QPen(Qt::white, theme.px(2)));
  painter.drawEllipse(at, theme.px(6), theme.px(6));
}

}  // namespace

QSizeF leastSize(const Theme& theme) {
  return {theme.px(kLeast.width()), theme.px(kLeast.height())};
}

bool hasRoom(const QSizeF& size, const Theme& theme) {
  return size.width() >= leastSize(theme).width() && size.height() >= leastSize(theme).height();
}

SweepFrame::SweepFrame(const SweepScene& scene, const QRectF& whole)
    : m_area(partsOf(scene, whole).axes.area()),
      m_columns(scene.sweep().columns()),
      m_rows(scene.sweep().rows()),
      m_x{rangeOf(scene.sweep().x), scene.sweep().x.logarithmic} {
  if (scene.sweep().y) m_y = {rangeOf(*scene.sweep().y), scene.sweep().y->logarithmic};
}

std::optional<std::pair<int, int>> SweepFrame::cellAt(const QPointF& pixel) const {
  if (!m_area.contains(pixel)) return std::nullopt;
  const auto index = [](double part, int count) { return std::clamp(static_cast<int>(part * count), 0, count - 1); };
  return std::pair(index((pixel.x() - m_area.left()) / m_area.width(), m_columns),
                   index((m_area.bottom() - pixel.y()) / m_area.height(), m_rows));
}

std::optional<QPointF> SweepFrame::pixelOf(const Vector2& place) const {
  if (!m_x.range.contains(place.x()) || !m_y.range.contains(place.y())) return std::nullopt;
  return QPointF(m_area.left() + m_x.part(place.x()) * m_area.width(),
                 m_area.bottom() - m_y.part(place.y()) * m_area.height());
}

void paintSweep(QPainter& painter, const SweepScene& scene, const QRectF& whole) {
  const Theme& theme = scene.theme;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(whole, theme.card);
  const Parts parts = partsOf(scene, whole);
  const QRectF& area = parts.axes.area();
  paintHeads(painter, scene, parts.inner);
  if (const auto& y = scene.sweep().y)
    paintUprightName(painter, quantityName(scene.sweep().run, y->quantity),
                     {parts.room.left() - 0.5 * parts.nameHeight, area.center().y()}, theme);
  const bool isImage = scene.sweep().y || isClass(scene.value);
  const SweepColours colours(scene);
  std::vector<LegendEntry> legend;
  if (isImage) {
    paintCells(painter, scene, colours, area);
    legend = colours.legend();
  } else {
    paintGround(painter, scene, colours, area);
    parts.axes.paintBelow(painter);
    paintPoints(painter, scene, parts.points, area);
    legend = parts.points.legend();
    std::ranges::copy(colours.classes(), std::back_inserter(legend));
  }
  parts.axes.paintAbove(painter);
  if (scene.mark)
    if (const auto at = SweepFrame(scene, whole).pixelOf(scene.mark->place)) paintMark(painter, scene, area, *at);
  const double below = paintLegend(painter, legend, parts.side, theme);
  if (isImage && colours.scale())
    paintScale(painter, *colours.scale(),
               QRectF(parts.side.left(), below, parts.side.width(), parts.side.bottom() - below), theme);
}

}  // namespace ravine
