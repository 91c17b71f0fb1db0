#include "ui/map/path_painter.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ui/look/paint_group.h"
#include "ui/look/run_look.h"

namespace ravine {
namespace {

constexpr double kLineWidth = 1.6;
constexpr double kHaloWidth = 3;
constexpr double kDotRadius = 2.2;
constexpr double kTip = 7;              // length of an arrowhead
constexpr double kRoomForTip = 18;      // of a step that has one
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

// Not empty, as one of no height would be.
QRectF boundsOf(const QLineF& line) {
  return QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1);
}

// An arrowhead just before the end of a step.
void paintTip(QPainter& painter, const QLineF& segment, const QColor& colour, const Theme& theme) {
  const double length = segment.length();
  if (!(length > theme.px(kRoomForTip)) || !std::isfinite(length)) return;
  const QPointF way(segment.dx() / length, segment.dy() / length);
  const QPointF across(-way.y(), way.x());
  const QPointF tip = segment.p2() - theme.px(kDotRadius) * way;
  const QPointF tail = tip - theme.px(kTip) * way;
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawConvexPolygon(
      QPolygonF{tip, tail + 0.42 * theme.px(kTip) * across, tail - 0.42 * theme.px(kTip) * across});
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

std::int64_t Track::steps() const {
  return static_cast<std::int64_t>(states ? states->size() : points->size()) - 1;
}

std::size_t Track::pointOf(std::int64_t state) const {
  const auto i = static_cast<std::size_t>(state);
  return states ? (*states)[i] : i;
}

Track trackOf(const std::shared_ptr<const Trajectory>& trajectory, int colour, const std::string& name) {
  return {.points = {trajectory, &trajectory->points}, .colour = colour, .name = name};
}

WalkedPath::WalkedPath(const MapFrame& frame, const Track& track)
    : m_frame(frame), m_visible(withMargin(frame.area)), m_track(track), m_end(frame.toPixel(track.points->front())) {}

std::int64_t WalkedPath::lastStepBefore(double step) const {
  return std::min(static_cast<std::int64_t>(step), m_track.steps());
}

void WalkedPath::paintUpTo(std::int64_t step, const Painters& painters, const Theme& theme) {
  for (; m_painted < step; ++m_painted) paintStep(painters, theme);
}

void WalkedPath::paintStep(const Painters& painters, const Theme& theme) {
  const auto& [halo, lines, dots] = painters;
  const QColor colour = runColour(m_track.colour, theme);
  const std::size_t last = m_track.pointOf(m_painted + 1);
  bool first = true;
  for (std::size_t i = m_track.pointOf(m_painted) + 1; i <= last; ++i) {
    const QPointF next = m_frame.toPixel((*m_track.points)[i]);
    const QLineF segment(m_end, next);
    if (isTooShort(segment)) continue;
    const double opacity = std::min(m_track.opacityOf(m_endPoint), m_track.opacityOf(i));
    const bool begins = std::exchange(first, false);
    m_end = next;
    m_endPoint = i;
    const auto line = clipped(segment, m_visible);
    if (!line || opacity == 0) continue;
    m_extent |= boundsOf(*line);
    for (QPainter* each : {halo, lines, dots})
      if (each && m_track.opacity) each->setOpacity(opacity);
    if (halo) paintLine(*halo, *line, theme.halo, theme.px(kHaloWidth));
    if (lines) paintLine(*lines, *line, colour, theme.px(kLineWidth));
    if (!dots) continue;
    if (m_track.arrows) paintTip(*dots, segment, colour, theme);
    if (begins) paintDot(*dots, segment.p1(), colour, theme);
    if (i == last) paintDot(*dots, segment.p2(), colour, theme);
  }
  for (QPainter* each : {halo, lines, dots})
    if (each && m_track.opacity) each->setOpacity(1);
}

void WalkedPath::paintDot(QPainter& painter, const QPointF& at, const QColor& colour, const Theme& theme) {
  if (!m_visible.contains(at)) return;
  if (m_lastDot && QLineF(*m_lastDot, at).length() < theme.px(kDotSpacing)) return;
  painter.setPen(QPen(theme.halo, theme.px(0.8)));
  painter.setBrush(colour);
  painter.drawEllipse(at, theme.px(kDotRadius), theme.px(kDotRadius));
  m_lastDot = at;
}

void paintFaint(QPainter& painter, const MapFrame& frame, const Track& track, const Theme& theme) {
  QColor colour = runColour(track.colour, theme).lighter(130);
  colour.setAlpha(110);
  // Bevelled: round joins of many short lines take most of the time of a repaint, and nobody sees them at this width.
  painter.setPen(QPen(colour, 1, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
  const QRectF visible = withMargin(frame.area);
  const auto& points = *track.points;
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
    if (!line || track.opacityOf(t) == 0) {
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
  if (from >= track.steps()) return;
  const std::size_t first = track.pointOf(from);
  const double walked = (step - static_cast<double>(from)) * static_cast<double>(track.pointOf(from + 1) - first);
  for (std::size_t i = first; static_cast<double>(i - first) < walked; ++i) {
    const double part = std::min(1.0, walked - static_cast<double>(i - first));
    // As a weighted mean, which cannot overflow where the difference of two points would.
    const Vector2 end = (1 - part) * (*track.points)[i] + part * (*track.points)[i + 1];
    const auto line = clipped(QLineF(frame.toPixel((*track.points)[i]), frame.toPixel(end)), withMargin(frame.area));
    const double opacity = std::min(track.opacityOf(i), track.opacityOf(i + 1));
    if (!line || opacity == 0) continue;
    painter.setOpacity(opacity);
    paintLine(painter, *line, theme.halo, theme.px(kHaloWidth));
    paintLine(painter, *line, runColour(track.colour, theme), theme.px(kLineWidth));
  }
  painter.setOpacity(1);
}

void paintWalked(QPainter& painter, const MapFrame& frame, const std::vector<Track>& tracks, double step,
                 const Theme& theme) {
  const auto paint = [&](const Track& track, const WalkedPath::Painters& painters) {
    WalkedPath path(frame, track);
    path.paintUpTo(path.lastStepBefore(step), painters, theme);
  };
  for (const Track& track : tracks) {
    const PaintGroup group(painter, QString::fromStdString(track.name));
    paint(track, {.halo = &painter});
  }
  for (const Track& track : tracks) {
    const PaintGroup group(painter, QString::fromStdString(track.name));
    paint(track, {.lines = &painter});
    paint(track, {.dots = &painter});
  }
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
    m_extent = {};
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
    path.paintUpTo(to, {&halo, &ink, &ink}, theme);
    m_extent |= path.extent();
  }
  for (QPainter* each : {&halo, &ink})
    if (each->isActive()) each->end();
  // Only the part with anything in it: most of a picture has no path.
  const double reach = theme.px(kTip + kHaloWidth);
  const QRect part = m_extent.adjusted(-reach, -reach, reach, reach).toAlignedRect() & QRect(QPoint(), m_size);
  if (m_extent.isEmpty() || part.isEmpty()) return;
  const QRectF source(QPointF(part.topLeft()) * m_devicePixelRatio, QSizeF(part.size()) * m_devicePixelRatio);
  painter.drawPixmap(QRectF(part), m_halo, source);
  painter.drawPixmap(QRectF(part), m_path, source);
}

}  // namespace ravine
