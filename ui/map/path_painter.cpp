#include "ui/map/path_painter.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/look/run_look.h"

namespace ravine {
namespace {

constexpr double kLineWidth = 1.6;
constexpr double kHaloWidth = 3;
constexpr double kDotRadius = 2.2;
constexpr double kDotSpacing = 6;       // between the middles of dots
constexpr double kNearestPoints = 0.7;  // pixels; steps shorter on screen than this are not drawn singly
constexpr double kMargin = 8;           // pixels beyond the visible part in which lines are still drawn

QRectF withMargin(const QRectF& area) {
  return area.adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

bool isTooShort(const QLineF& segment) {
  return segment.dx() * segment.dx() + segment.dy() * segment.dy() < kNearestPoints * kNearestPoints;
}

void paintLine(QPainter& painter, const QLineF& line, const QColor& colour, double width) {
  painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawLine(line);
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

WalkedPath::WalkedPath(const MapFrame& frame, const Track& track)
    : m_frame(frame),
      m_visible(withMargin(frame.area)),
      m_track(track),
      m_end(frame.toPixel(track.trajectory->points.front())) {}

std::int64_t WalkedPath::lastStepBefore(double step) const {
  return std::min(static_cast<std::int64_t>(step), m_track.trajectory->steps());
}

void WalkedPath::paintUpTo(std::int64_t step, QPainter* halo, QPainter* path, const Theme& theme) {
  const QColor colour = runColour(m_track.colour);
  for (; m_painted < step; ++m_painted) {
    const QPointF next = m_frame.toPixel(m_track.trajectory->points[static_cast<std::size_t>(m_painted + 1)]);
    const QLineF segment(m_end, next);
    if (isTooShort(segment)) continue;
    m_end = next;
    const auto line = clipped(segment, m_visible);
    if (!line) continue;
    if (halo) paintLine(*halo, *line, theme.halo, theme.px(kHaloWidth));
    if (!path) continue;
    paintLine(*path, *line, colour, theme.px(kLineWidth));
    path->setPen(QPen(theme.halo, theme.px(0.8)));
    path->setBrush(colour);
    for (const QPointF& end : {segment.p1(), segment.p2()}) {
      if (!m_visible.contains(end)) continue;
      if (m_lastDot && QLineF(*m_lastDot, end).length() < theme.px(kDotSpacing)) continue;
      path->drawEllipse(end, theme.px(kDotRadius), theme.px(kDotRadius));
      m_lastDot = end;
    }
  }
}

void paintFaint(QPainter& painter, const MapFrame& frame, const Track& track) {
  QColor colour = runColour(track.colour).lighter(130);
  colour.setAlpha(110);
  // Bevelled: round joins of many short lines take most of the time of a repaint, and nobody sees them at this width.
  painter.setPen(QPen(colour, 1, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
  const QRectF visible = withMargin(frame.area);
  const auto& points = track.trajectory->points;
  QPointF last = frame.toPixel(points.front());
  QPolygonF connected;  // lines that are painted at once, lest their joints darken
  const auto flush = [&] {
    if (connected.size() > 1) painter.drawPolyline(connected);
    connected.clear();
  };
  for (std::size_t t = 1; t < points.size(); ++t) {
    const QPointF next = frame.toPixel(points[t]);
    const QLineF segment(last, next);
    if (isTooShort(segment)) continue;
    last = next;
    const auto line = clipped(segment, visible);
    if (!line) {
      flush();
      continue;
    }
    if (connected.isEmpty() || connected.back() != line->p1()) {
      flush();
      connected << line->p1();
    }
    connected << line->p2();
  }
  flush();
}

void paintCurrentSegment(QPainter& painter, const MapFrame& frame, const Track& track, double step,
                         const Theme& theme) {
  const auto from = static_cast<std::int64_t>(step);
  if (from >= track.trajectory->steps()) return;
  const QLineF segment(frame.toPixel(track.trajectory->points[static_cast<std::size_t>(from)]),
                       frame.toPixel(pointAt(*track.trajectory, step)));
  const auto line = clipped(segment, withMargin(frame.area));
  if (!line) return;
  paintLine(painter, *line, theme.halo, theme.px(kHaloWidth));
  paintLine(painter, *line, runColour(track.colour), theme.px(kLineWidth));
}

void WalkedPathCache::reset(const QSize& size, double devicePixelRatio, const MapFrame& frame) {
  m_size = size;
  m_devicePixelRatio = devicePixelRatio;
  m_frame = frame;
  m_path = {};
}

QPixmap WalkedPathCache::emptyPixmap() const {
  QPixmap pixmap(m_size * m_devicePixelRatio);
  pixmap.setDevicePixelRatio(m_devicePixelRatio);
  pixmap.fill(Qt::transparent);
  return pixmap;
}

void WalkedPathCache::paintUpTo(QPainter& painter, double step, const std::vector<Track>& tracks, const Theme& theme) {
  const bool goesBack = std::any_of(m_paths.begin(), m_paths.end(), [step](const WalkedPath& path) {
    return path.lastStepBefore(step) < path.painted();
  });
  if (m_path.isNull() || tracks != m_tracks || goesBack) {
    m_halo = emptyPixmap();
    m_path = emptyPixmap();
    m_tracks = tracks;
    m_paths.clear();
    for (const Track& track : tracks) m_paths.emplace_back(m_frame, track);
  }
  QPainter halo;
  QPainter ink;
  for (WalkedPath& path : m_paths) {
    const std::int64_t to = path.lastStepBefore(step);
    if (to == path.painted()) continue;
    if (!ink.isActive()) {
      halo.begin(&m_halo);
      ink.begin(&m_path);
      for (QPainter* each : {&halo, &ink}) each->setRenderHint(QPainter::Antialiasing);
    }
    path.paintUpTo(to, &halo, &ink, theme);
  }
  for (QPainter* each : {&halo, &ink})
    if (each->isActive()) each->end();
  painter.drawPixmap(0, 0, m_halo);
  painter.drawPixmap(0, 0, m_path);
}

}  // namespace ravine
