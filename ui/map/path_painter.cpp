#include "ui/map/path_painter.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace ravine {
namespace {

constexpr double kLineWidth = 1.6;
constexpr double kHaloWidth = 3;
constexpr double kDotRadius = 2.2;
constexpr double kNearestPoints = 0.7;  // pixels; steps shorter on screen than this are not drawn singly
constexpr double kMargin = 8;           // pixels beyond the visible part in which lines are still drawn

QPen linePen(const QColor& colour, double width) {
  return {colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

}  // namespace

std::optional<QLineF> clipped(const QLineF& segment, const QRectF& rect) {
  const double dx = segment.dx();
  const double dy = segment.dy();
  if (!std::isfinite(dx) || !std::isfinite(dy)) return std::nullopt;
  double enter = 0;
  double leave = 1;
  const std::array<std::array<double, 2>, 4> sides{{{-dx, segment.x1() - rect.left()},
                                                    {dx, rect.right() - segment.x1()},
                                                    {-dy, segment.y1() - rect.top()},
                                                    {dy, rect.bottom() - segment.y1()}}};
  for (const auto& [towards, distance] : sides) {
    if (towards == 0) {
      if (distance < 0) return std::nullopt;
    } else if (towards < 0) {
      enter = std::max(enter, distance / towards);
    } else {
      leave = std::min(leave, distance / towards);
    }
  }
  if (enter > leave) return std::nullopt;
  // From the nearer end, so that a far away end costs no digits.
  return QLineF(enter == 0 ? segment.p1() : segment.pointAt(enter), leave == 1 ? segment.p2() : segment.pointAt(leave));
}

Vector2 pointAt(const Trajectory& trajectory, double step) {
  const auto last = static_cast<double>(trajectory.steps());
  if (step >= last) return trajectory.points.back();
  const double whole = std::floor(step);
  const auto t = static_cast<std::size_t>(whole);
  const double part = step - whole;
  // As a weighted mean, which cannot overflow where the difference of two points would.
  return (1 - part) * trajectory.points[t] + part * trajectory.points[t + 1];
}

void PathPainter::reset(const QSize& size, double devicePixelRatio, const QRectF& visible, ToPixel toPixel) {
  m_size = size;
  m_devicePixelRatio = devicePixelRatio;
  m_visible = visible.adjusted(-kMargin, -kMargin, kMargin, kMargin);
  m_toPixel = std::move(toPixel);
  m_pixmap = {};
  m_painted.clear();
}

const QPixmap& PathPainter::paintedUpTo(double step, const std::vector<Track>& tracks, const Theme& theme) {
  const auto target = [&](const Track& track) {
    return std::min(static_cast<std::int64_t>(step), track.trajectory->steps());
  };
  bool anew = m_pixmap.isNull() || m_painted.size() != tracks.size();
  for (std::size_t i = 0; i < tracks.size() && !anew; ++i) anew = target(tracks[i]) < m_painted[i];
  if (anew) {
    m_pixmap = QPixmap(m_size * m_devicePixelRatio);
    m_pixmap.setDevicePixelRatio(m_devicePixelRatio);
    m_pixmap.fill(Qt::transparent);
    m_painted.assign(tracks.size(), 0);
    m_lastPoint.clear();
    for (const Track& track : tracks) m_lastPoint.push_back(m_toPixel(track.trajectory->points.front()));
  }
  QPainter painter;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const std::int64_t to = target(tracks[i]);
    if (to == m_painted[i]) continue;
    if (!painter.isActive()) {
      painter.begin(&m_pixmap);
      painter.setRenderHint(QPainter::Antialiasing);
    }
    const QColor colour = runColour(tracks[i].colour);
    for (std::int64_t t = m_painted[i] + 1; t <= to; ++t) {
      const QPointF next = m_toPixel(tracks[i].trajectory->points[static_cast<std::size_t>(t)]);
      const QLineF segment(m_lastPoint[i], next);
      if (segment.length() < kNearestPoints) continue;
      if (const auto line = clipped(segment, m_visible)) {
        painter.setPen(linePen(theme.halo, kHaloWidth));
        painter.drawLine(*line);
        painter.setPen(linePen(colour, kLineWidth));
        painter.drawLine(*line);
        painter.setPen(QPen(theme.halo, 0.8));
        painter.setBrush(colour);
        for (const QPointF& end : {segment.p1(), segment.p2()})
          if (m_visible.contains(end)) painter.drawEllipse(end, kDotRadius, kDotRadius);
      }
      m_lastPoint[i] = next;
    }
    m_painted[i] = to;
  }
  return m_pixmap;
}

void PathPainter::paintFaint(QPainter& painter, const Track& track) const {
  QColor colour = runColour(track.colour).lighter(130);
  colour.setAlpha(110);
  // Bevelled: round joins of many short lines take most of the time of a repaint, and nobody sees them at this width.
  painter.setPen(QPen(colour, 1, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
  const auto& points = track.trajectory->points;
  QPointF last = m_toPixel(points.front());
  QPolygonF run;  // connected lines are painted at once, lest their joints darken
  const auto flush = [&] {
    if (run.size() > 1) painter.drawPolyline(run);
    run.clear();
  };
  for (std::size_t t = 1; t < points.size(); ++t) {
    const QPointF next = m_toPixel(points[t]);
    const QLineF segment(last, next);
    if (segment.length() < kNearestPoints) continue;
    last = next;
    const auto line = clipped(segment, m_visible);
    if (!line) {
      flush();
      continue;
    }
    if (run.isEmpty() || run.back() != line->p1()) {
      flush();
      run << line->p1();
    }
    run << line->p2();
  }
  flush();
}

void PathPainter::paintCurrentSegment(QPainter& painter, const Track& track, double step, const Theme& theme) const {
  const auto from = static_cast<std::int64_t>(step);
  if (from >= track.trajectory->steps()) return;
  const QLineF segment(m_toPixel(track.trajectory->points[static_cast<std::size_t>(from)]),
                       m_toPixel(pointAt(*track.trajectory, step)));
  const auto line = clipped(segment, m_visible);
  if (!line) return;
  painter.setPen(linePen(theme.halo, kHaloWidth));
  painter.drawLine(*line);
  painter.setPen(linePen(runColour(track.colour), kLineWidth));
  painter.drawLine(*line);
}

}  // namespace ravine
