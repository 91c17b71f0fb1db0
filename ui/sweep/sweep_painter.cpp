#include "ui/sweep/sweep_painter.h"

#include <QCoreApplication>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <set>

#include "ui/chart/axes.h"
#include "ui/look/run_look.h"
#include "ui/sweep/cell_marks.h"
#include "ui/sweep/point_painter.h"
#include "ui/sweep/sweep_legend.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

struct Sweeps {
  Q_DECLARE_TR_FUNCTIONS(Sweeps)
};

// Pixels at scale 1.
constexpr double kMargin = 16;
constexpr double kLegend = 190;  // wide, at most
constexpr QSizeF kLeast(300, 200);
constexpr QSizeF kLeastBare(90, 60);
constexpr int kMostTicks = 7;
constexpr int kMostTicksBare = 5;
constexpr double kHeightForTitle = 120;

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

QString axisName(SweepValue value) {
  return value == SweepValue::losses ? Sweeps::tr("Loss") : sweepValueName(value);
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

// A dot in the run's colour, on a map; a line over all values, where one quantity is swept. The selected run's is
// larger.
void paintMark(QPainter& painter, const SweepScene& scene, const SweepMark& mark, const QRectF& area,
               const QPointF& at) {
  const Theme& theme = scene.theme;
  const QColor colour = runLineColour(mark.colour, theme);
  const bool isSelected = mark == scene.mark;
  if (!scene.sweep().y) {
    const QLineF line(at.x(), area.top(), at.x(), area.bottom());
    painter.setPen(QPen(theme.card, theme.px(isSelected ? 4 : 2)));
    painter.drawLine(line);
    painter.setPen(QPen(colour, theme.px(isSelected ? 2 : 1)));
    return painter.drawLine(line);
  }
  const double radius = theme.px(isSelected ? 6 : 4);
  painter.setPen(QPen(Qt::black, theme.px(isSelected ? 4 : 3)));
  painter.setBrush(colour);
  painter.drawEllipse(at, radius, radius);
  painter.setPen(QPen(Qt::white, theme.px(isSelected ? 2 : 1.4)));
  painter.drawEllipse(at, radius, radius);
}

// What theory knows: the limit of η dashed, critical damping dotted; that along the flatter direction has dashes
// between its dots.
Qt::PenStyle styleOf(const SweepBorder& border) {
  if (border.kind == SweepBorder::Kind::stability) return Qt::DashLine;
  return border.curvature == border.minimum.curvature.upper ? Qt::DotLine : Qt::DashDotLine;
}
QPen penOf(const SweepBorder& border, const QColor& colour, const Theme& theme) {
  return {colour, theme.px(border.kind == SweepBorder::Kind::stability ? 1.8 : 1.4), styleOf(border)};
}

// Beside the lines, where there is no legend and the names do not lie on each other.
void nameLimits(QPainter& painter, const SweepScene& scene, const SweepFrame& frame) {
  const QRectF& area = frame.area();
  const Theme& theme = scene.theme;
  const QString name = limitName(scene.sweep());
  painter.setFont(theme.font(kTickText));
  const QFontMetricsF metrics(painter.font());
  const double side = theme.px(3);
  QRectF box(0, area.center().y() + 1.5 * metrics.height(), metrics.horizontalAdvance(name) + 2 * side,
             metrics.height());
  if (box.bottom() > area.bottom()) return;
  double free = area.left();
  const auto isBesideAMark = [&](const QRectF& room) {
    std::vector<SweepMark> marks = scene.others;
    if (scene.mark) marks.push_back(*scene.mark);
    return std::ranges::any_of(marks, [&](const SweepMark& mark) {
      const auto line = frame.pixelOf(mark.place);
      return line && line->x() > room.left() - side && line->x() < room.right() + side;
    });
  };
  for (const SweepBorder& border : scene.result->borders) {
    const auto at = border.points.empty() ? std::nullopt : frame.pixelOf(border.points.front());
    if (!at || border.kind != SweepBorder::Kind::stability) continue;
    box.moveLeft(at->x() + theme.px(4));
    if (box.right() > area.right() || isBesideAMark(box)) box.moveRight(at->x() - theme.px(4));
    if (box.left() < free || isBesideAMark(box)) continue;
    free = box.right();
    painter.fillRect(box, theme.card);
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignCenter, name);
  }
}

void paintBorders(QPainter& painter, const SweepScene& scene, const SweepFrame& frame) {
  const QRectF& area = frame.area();
  const Theme& theme = scene.theme;
  painter.save();
  painter.setClipRect(area, Qt::IntersectClip);
  painter.setBrush(Qt::NoBrush);
  for (const SweepBorder& border : scene.result->borders) {
    QPolygonF line;
    for (const Vector2& point : border.points) {
      if (const auto at = frame.pixelOf(point)) line << *at;
    }
    if (!scene.sweep().y && !line.isEmpty())
      line = QPolygonF({QPointF(line.front().x(), area.top()), QPointF(line.front().x(), area.bottom())});
    if (scene.sweep().y) {
      painter.setPen(QPen(Qt::white, theme.px(3)));
      painter.drawPolyline(line);
    }
    painter.setPen(penOf(border, scene.sweep().y ? QColor(Qt::black) : theme.text, theme));
    painter.drawPolyline(line);
  }
  if (scene.isBare && !scene.sweep().y) nameLimits(painter, scene, frame);
  painter.restore();
}

}  // namespace

std::vector<LegendEntry> borderLegend(const SweepScene& scene) {
  std::vector<LegendEntry> entries;
  // With the curvatures that they are of, the largest first, as its limit is the first that one meets.
  const auto add = [&](Qt::PenStyle style, const QString& text) {
    std::set<double, std::greater<>> sorted;
    for (const SweepBorder& border : scene.result->borders)
      if (styleOf(border) == style) sorted.insert(border.curvature);
    QStringList curvatures;
    for (const double curvature : sorted) curvatures << wording::number(curvature);
    curvatures.removeDuplicates();
    if (!curvatures.isEmpty())
      entries.push_back({LineLook{scene.theme.text, style},
                         text + QStringLiteral(" (λ\u00a0=\u00a0%1)").arg(curvatures.join(QStringLiteral(", ")))});
  };
  add(Qt::DashLine, Sweeps::tr("theory: η = %1").arg(limitName(scene.sweep())));
  add(Qt::DotLine, Sweeps::tr("theory: critical damping"));
  add(Qt::DashDotLine, Sweeps::tr("theory: critical damping"));
  return entries;
}

QSizeF leastSize(const Theme& theme, bool isBare) {
  const QSizeF least = isBare ? kLeastBare : kLeast;
  return {theme.px(least.width()), theme.px(least.height())};
}

bool hasRoom(const QSizeF& size, const Theme& theme, bool isBare) {
  const QSizeF least = leastSize(theme, isBare);
  return size.width() >= least.width() && size.height() >= least.height();
}

struct SweepFrame::Parts {
  QRectF whole;
  QRectF inner;  // within the margin
  QRectF room;   // of the axes with their numbers
  double nameHeight;
  std::optional<SweepPoints> points;  // none on a map, and where classes are shown
  Axes axes;
  QRectF side;  // of the legend

  static Parts of(const SweepScene& scene, const QRectF& whole);
};

SweepFrame::Parts SweepFrame::Parts::of(const SweepScene& scene, const QRectF& whole) {
  const Theme& theme = scene.theme;
  const Sweep& sweep = scene.sweep();
  const bool isMap = sweep.y.has_value();
  const bool isImage = isMap || isClass(scene.value);
  const double margin = scene.isBare ? 0 : theme.px(kMargin);
  const QRectF inner = whole.marginsRemoved(QMarginsF(margin, margin, margin, margin));
  const double legend = scene.isBare ? 0 : std::min(theme.px(kLegend), 0.32 * inner.width());
  const bool isYNamed = isMap || (!isImage && !scene.isBare);
  const double nameHeight = isYNamed ? QFontMetricsF(theme.font(kTickText)).height() + theme.px(2) : 0;
  QRectF room = inner.adjusted(nameHeight, scene.isBare ? 0 : headHeight(theme), -legend - margin, 0);
  const std::optional<SweepPoints> points = isImage ? std::nullopt : std::optional<SweepPoints>(scene);
  const NumberScale numbers = points ? points->scale() : NumberScale{};
  const int mostTicks = scene.isBare ? kMostTicksBare : kMostTicks;
  const Axes::Scale x{
      .range = rangeOf(sweep.x),
      .logarithmic = sweep.x.logarithmic,
      .hasGrid = !isImage,
      .mostTicks = mostTicks,
      .title = room.height() >= theme.px(kHeightForTitle) ? quantityName(sweep.run, sweep.x.quantity) : QString()};
  const Axes::Scale y{.range = isMap ? rangeOf(*sweep.y) : numbers.range,
                      .logarithmic = isMap ? sweep.y->logarithmic : numbers.logarithmic,
                      .hasGrid = !isImage,
                      .mostTicks = mostTicks,
                      .hasNumbers = isMap || (points && points->areThere()),
                      .leastRoom = scene.isBare ? kNumberRoom : scene.numberRoom};
  Axes axes(x, y, room, theme, true);
  const bool areSpace = isMap && quantity::isStart(sweep.x.quantity) && quantity::isStart(sweep.y->quantity);
  if (areSpace && !sweep.x.logarithmic && !sweep.y->logarithmic) {
    room = withEqualUnits(room, axes.area(), x.range, y.range);
    axes = Axes(x, y, room, theme, true);
  }
  const QRectF side(room.right() + margin, axes.area().top(), legend, inner.bottom() - axes.area().top());
  return {whole, inner, room, nameHeight, points, axes, side};
}

SweepFrame::SweepFrame(const SweepScene& scene, const QRectF& whole)
    : m_parts(std::make_shared<const Parts>(Parts::of(scene, whole))),
      m_area(m_parts->axes.area()),
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

Vector2 SweepFrame::partAt(const QPointF& pixel) const {
  return {(pixel.x() - m_area.left()) / m_area.width(), (m_area.bottom() - pixel.y()) / m_area.height()};
}

std::optional<QPointF> SweepFrame::pixelOf(const Vector2& place) const {
  if (!m_x.range.contains(place.x()) || !m_y.range.contains(place.y())) return std::nullopt;
  return QPointF(m_area.left() + m_x.part(place.x()) * m_area.width(),
                 m_area.bottom() - m_y.part(place.y()) * m_area.height());
}

void paintSweepGround(QPainter& painter, const SweepScene& scene, const SweepFrame& frame) {
  const Theme& theme = scene.theme;
  const SweepFrame::Parts& parts = *frame.m_parts;
  const QRectF& area = frame.area();
  painter.setRenderHint(QPainter::Antialiasing);
  if (!scene.isBare) {
    painter.fillRect(parts.whole, theme.card);
    paintHeads(painter, scene, parts.inner);
  }
  if (parts.nameHeight > 0) {
    const auto& y = scene.sweep().y;
    paintUprightName(painter, y ? quantityName(scene.sweep().run, y->quantity) : axisName(scene.value),
                     {parts.room.left() - 0.5 * parts.nameHeight, area.center().y()}, theme);
  }
  const SweepColours colours(scene);
  std::vector<LegendEntry> legend;
  if (parts.points) {
    parts.points->paintBelow(painter, scene, colours, area);
    parts.axes.paintBelow(painter);
    parts.points->paintAbove(painter, scene, area);
    legend = parts.points->legend(scene);
    std::ranges::copy(colours.classes(), std::back_inserter(legend));
  } else {
    paintCells(painter, scene, colours, area);
    legend = colours.legend();
  }
  paintBorders(painter, scene, frame);
  parts.axes.paintAbove(painter);
  if (scene.isBare) return;
  std::ranges::copy(borderLegend(scene), std::back_inserter(legend));
  const double below = paintLegend(painter, legend, parts.side, theme);
  if (!parts.points && colours.scale())
    paintScale(painter, *colours.scale(),
               QRectF(parts.side.left(), below, parts.side.width(), parts.side.bottom() - below), theme);
}

void paintSweepMarks(QPainter& painter, const SweepScene& scene, const SweepFrame& frame) {
  painter.setRenderHint(QPainter::Antialiasing);
  for (const SweepMark& mark : scene.others)
    if (const auto at = frame.pixelOf(mark.place)) paintMark(painter, scene, mark, frame.area(), *at);
  if (scene.mark)
    if (const auto at = frame.pixelOf(scene.mark->place)) paintMark(painter, scene, *scene.mark, frame.area(), *at);
}

void paintSweep(QPainter& painter, const SweepScene& scene, const QRectF& whole) {
  const SweepFrame frame(scene, whole);
  paintSweepGround(painter, scene, frame);
  paintSweepMarks(painter, scene, frame);
}

}  // namespace ravine
