#include "ui/chart/chart_painter.h"

#include <algorithm>
#include <cmath>

#include "ui/chart/chart_marks.h"
#include "ui/look/paint_group.h"
#include "ui/look/run_look.h"

namespace ravine {
namespace {

constexpr double kCurveWidth = 2;
constexpr double kLimitWidth = 1.2;
constexpr double kSketchWidth = 2.2;
constexpr double kHeadRadius = 4.5;
constexpr int kBandAlpha = 34;
constexpr int kOtherLimitAlpha = 130;  // of the limits of runs that are not selected
constexpr double kSeenWidth = 1;       // of what batches say
constexpr int kSeenAlpha = 110;
constexpr int kOtherSeenAlpha = 55;
constexpr int kJumpingAlpha = 120;  // of values about a mean
constexpr double kHaloWidth = 2.4;  // round the mean, both sides together

bool hasMeans(const ChartContent& content) {
  return std::any_of(content.curves.begin(), content.curves.end(),
                     [](const Curve& curve) { return curve.role == CurveRole::mean; });
}

QPen penFor(const Curve& curve, const ChartScene& scene) {
  QColor colour = runLineColour(curve.colour, scene.theme);
  const bool selected = curve.run == scene.selected;
  if (curve.role == CurveRole::seen) {
    // Many are a carpet that is to leave the curve to be seen.
    constexpr double many = 300;
    const double fading =
        (scene.theme.dark ? 1.6 : 1) * std::clamp(many / static_cast<double>(curve.values.size()), 0.25, 1.0);
    colour.setAlphaF(static_cast<float>(fading * (selected ? kSeenAlpha : kOtherSeenAlpha) / 255));
    QPen pen(colour, scene.theme.px(kSeenWidth));
    pen.setJoinStyle(Qt::BevelJoin);
    return pen;
  }
  const bool dashed = curve.role == CurveRole::limit;
  if (dashed && !selected) colour.setAlpha(kOtherLimitAlpha);
  const bool jumps = curve.role == CurveRole::value && hasMeans(scene.content);
  if (jumps) colour.setAlpha(kJumpingAlpha);
  QPen pen(colour, scene.theme.px(dashed ? kLimitWidth : jumps ? kSeenWidth : kCurveWidth));
  const QList<qreal> dashes = scene.theme.grey && dashed ? QList<qreal>{1, 3}
                              : dashed                   ? QList<qreal>{4, 3}
                                                         : runDashes(curve.colour, scene.theme);
  if (!dashes.isEmpty()) pen.setDashPattern(dashes);
  pen.setCapStyle(Qt::FlatCap);
  pen.setJoinStyle(Qt::BevelJoin);  // round ones cost as much as all the rest of a repaint
  return pen;
}

double lengthOf(const QPointF* points, qsizetype count) {
  double length = 0;
  for (qsizetype i = 0; i + 1 < count; ++i) length += QLineF(points[i], points[i + 1]).length();
  return length;
}

// In pieces: stroking one line of many edges costs far more than stroking its parts. Where a curve goes up and down in
// every column of pixels it fills an area, to which thin plain strokes are enough; not on paper, which has no pixels.
void paintLine(QPainter& painter, const QPolygonF& line, QPen pen, bool onPaper) {
  constexpr qsizetype kPiece = 24;  // points
  constexpr double kDense = 6;      // pixels of line for each pixel of width
  QPen thin(pen.color(), 1);
  const bool dashed = pen.style() == Qt::CustomDashLine;
  double walked = 0;
  for (qsizetype from = 0; from + 1 < line.size(); from += kPiece) {
    const QPointF* piece = line.constData() + from;
    const qsizetype count = std::min(kPiece + 1, line.size() - from);
    const double length = lengthOf(piece, count);
    const bool dense = !onPaper && length > kDense * (piece[count - 1].x() - piece[0].x()) && count > 2;
    if (dashed) pen.setDashOffset(walked / pen.widthF());
    painter.setRenderHint(QPainter::Antialiasing, !dense);
    painter.setPen(dense ? thin : pen);
    painter.drawPolyline(piece, static_cast<int>(count));
    walked += length;
  }
  painter.setRenderHint(QPainter::Antialiasing);
}
void paintHead(QPainter& painter, const ChartScene& scene, const ChartScale& scale, const Curve& curve) {
  if (curve.role != CurveRole::value || curve.values.size() == 0) return;
  const std::size_t last = curve.values.size() - 1;
  const double step = std::min(scene.playhead, static_cast<double>(last));
  const auto t = static_cast<std::size_t>(step);
  const QPointF from = scale.at(static_cast<double>(t), curve.values[t]);
  const QPointF to = scale.at(static_cast<double>(std::min(t + 1, last)), curve.values[std::min(t + 1, last)]);
  const QPointF head = from + (step - static_cast<double>(t)) * (to - from);
  if (!scene.area.adjusted(-1, -1, 1, 1).contains(head)) return;
  painter.setPen(QPen(scene.theme.card, 1.2));
  painter.setBrush(runLineColour(curve.colour, scene.theme));
  drawRunMarker(painter, head, scene.theme.px(kHeadRadius), curve.colour);
}

}  // namespace

void paintCurves(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines) {
  painter.save();
  painter.setClipRect(scene.area.adjusted(0, -2, 0, 2), Qt::IntersectClip);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    QColor colour = runLineColour(scene.content.curves[i].colour, scene.theme);
    colour.setAlpha(kBandAlpha);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPolygonF& band : lines[i].bands) painter.drawPolygon(band);
  }
  painter.setBrush(Qt::NoBrush);
  for (const bool selected : {false, true})  // the selected run lies on top
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Curve& curve = scene.content.curves[i];
      if ((curve.run == scene.selected) != selected || curve.role == CurveRole::mean) continue;
      const PaintGroup group(painter, curve.name);
      const QPen pen = penFor(curve, scene);
      for (const QPolygonF& line : lines[i].lines) paintLine(painter, line, pen, scene.theme.forPaper);
    }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Curve& curve = scene.content.curves[i];
    if (curve.role != CurveRole::mean) continue;
    const PaintGroup group(painter, curve.name);
    const QPen pen = penFor(curve, scene);
    const QPen halo(scene.theme.card, pen.widthF() + scene.theme.px(kHaloWidth));
    for (const QPen& each : {halo, pen})
      for (const QPolygonF& line : lines[i].lines) paintLine(painter, line, each, scene.theme.forPaper);
  }
  painter.restore();
}

void paintPlayhead(QPainter& painter, const ChartScene& scene) {
  const ChartScale scale(scene);
  QPen dashes(scene.theme.quietText, 1);
  dashes.setDashPattern({3, 3});
  painter.setPen(dashes);
  const double x = scale.x(scene.playhead);
  // At the end of a page's chart it would be taken for its border.
  if (!scene.theme.forPaper || scene.playhead < scene.steps.upper)
    painter.drawLine(QPointF(x, scene.area.top()), QPointF(x, scene.area.bottom()));
  for (const Curve& curve : scene.content.curves) paintHead(painter, scene, scale, curve);
}

// Dashed, on a halo of the card's colour.
void paintSketches(QPainter& painter, const ChartScene& scene) {
  const ChartScale scale(scene);
  painter.save();
  painter.setClipRect(scene.area.adjusted(0, -2, 0, 2), Qt::IntersectClip);
  for (const Sketch& sketch : scene.sketches) {
    QPolygonF line;
    for (const Vector2& point : sketch.points) line << scale.at(point.x(), point.y());
    QPen pen(runLineColour(sketch.colour, scene.theme), scene.theme.px(kSketchWidth));
    pen.setDashPattern({2, 2});
    painter.setPen(QPen(scene.theme.card, scene.theme.px(kSketchWidth + 3)));
    painter.drawPolyline(line);
    painter.setPen(pen);
    painter.drawPolyline(line);
  }
  painter.restore();
}

double futureOpacity(const Theme& theme) {
  return theme.dark ? 0.42 : 0.28;
}

void paintChart(QPainter& painter, const ChartScene& scene) {
  const std::vector<CurveLines> lines = traceCurves(scene);
  const double x = ChartScale(scene).x(scene.playhead);
  const QRectF wide = scene.area.adjusted(-8, -8, 8, 8);
  for (const bool past : {true, false}) {
    if (!past && scene.content.endIsKept) continue;
    painter.save();
    painter.setClipRect(
        past ? QRectF(wide.topLeft(), QPointF(x, wide.bottom())) : QRectF(QPointF(x, wide.top()), wide.bottomRight()),
        Qt::IntersectClip);
    painter.setOpacity(past ? 1 : futureOpacity(scene.theme));
    paintCurves(painter, scene, lines);
    painter.restore();
  }
  paintSketches(painter, scene);
  paintLandmarks(painter, scene, lines);
  paintPlayhead(painter, scene);
  if (!scene.content.endIsKept) paintEnds(painter, scene, lines);
  paintPointed(painter, scene);
}

}  // namespace ravine
