#include "ui/inspector/schedule_painter.h"

#include <algorithm>

#include "ui/look/run_look.h"

namespace ravine {
namespace {

constexpr double kLine = 2;  // pixels at scale 1, as all lengths here
constexpr double kHandle = 4;
constexpr double kFocusRing = 7;
constexpr float kFaint = 0.35f;

QPolygonF pixels(const ScheduleScene& scene, const QPolygonF& curve) {
  QPolygonF polygon;
  for (const QPointF& place : curve) polygon << scene.toPixel(place);
  return polygon;
}

void paintLines(QPainter& painter, const ScheduleScene& scene) {
  const Theme& theme = scene.theme;
  const QColor colour = runLineColour(scene.colour, theme);
  QColor faint = colour;
  faint.setAlphaF(kFaint);
  painter.save();
  const double rim = theme.px(kLine);  // lest a line along the border is cut in half
  painter.setClipRect(scene.area.adjusted(0, -rim, rim, rim), Qt::IntersectClip);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(faint, theme.px(kLine), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  painter.drawPolyline(pixels(scene, scene.before));
  painter.setPen(QPen(theme.text, theme.px(1.2), Qt::DashLine, Qt::FlatCap));
  for (const QPolygonF& limit : scene.limits) painter.drawPolyline(pixels(scene, limit));
  painter.setPen(QPen(theme.quietText, theme.px(1.2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPolyline(pixels(scene, scene.stroke));
  painter.setPen(QPen(colour, theme.px(kLine), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  painter.drawPolyline(pixels(scene, scene.curve));
  painter.restore();
}

void paintHandles(QPainter& painter, const ScheduleScene& scene) {
  const Theme& theme = scene.theme;
  const QColor colour = runLineColour(scene.colour, theme);
  for (qsizetype i = 0; i < scene.handles.size(); ++i) {
    const QPointF& place = scene.handles[i];
    if (place.x() > scene.steps) continue;
    const QPointF at = scene.toPixel(place);
    if (scene.focused == static_cast<std::size_t>(i)) {
      painter.setPen(QPen(theme.accent, theme.px(1.6)));
      painter.setBrush(Qt::NoBrush);
      painter.drawEllipse(at, theme.px(kFocusRing), theme.px(kFocusRing));
    }
    painter.setPen(QPen(colour, theme.px(1.6)));
    painter.setBrush(scene.marked == static_cast<std::size_t>(i) ? colour : theme.card);
    painter.drawEllipse(at, theme.px(kHandle), theme.px(kHandle));
  }
}

// Beside what it tells of, on whichever side there is room, and within the area.
void paintReading(QPainter& painter, const ScheduleScene& scene) {
  if (!scene.reading) return;
  const Theme& theme = scene.theme;
  painter.setFont(theme.font(kTickText));
  const QFontMetricsF metrics(painter.font());
  const double gap = theme.px(4);
  const double away = theme.px(12);
  const QSizeF size(metrics.horizontalAdvance(scene.reading->text) + 2 * gap, metrics.height() + gap);
  const QPointF at = scene.toPixel(scene.reading->at);
  const bool toTheRight = at.x() + away + size.width() <= scene.area.right();
  const double left = toTheRight ? at.x() + away : at.x() - away - size.width();
  const double top = at.y() - size.height() / 2;
  const QRectF box(
      QPointF(std::clamp(left, scene.area.left(), std::max(scene.area.left(), scene.area.right() - size.width())),
              std::clamp(top, scene.area.top() - gap, scene.area.bottom() + gap - size.height())),
      size);
  painter.setPen(QPen(theme.border, 1));
  painter.setBrush(theme.card);
  painter.drawRoundedRect(box, gap, gap);
  painter.setPen(theme.text);
  painter.drawText(box, Qt::AlignCenter, scene.reading->text);
}

}  // namespace

void paintSchedule(QPainter& painter, const ScheduleScene& scene) {
  const Theme& theme = scene.theme;
  painter.setRenderHint(QPainter::Antialiasing);
  paintLines(painter, scene);
  if (scene.playhead) {
    painter.setPen(QPen(theme.card, 1.2));
    painter.setBrush(runLineColour(scene.colour, theme));
    painter.drawEllipse(scene.toPixel(*scene.playhead), theme.px(4), theme.px(4));
  }
  paintHandles(painter, scene);
  paintReading(painter, scene);
}

}  // namespace ravine
