// Paints descent paths.
#pragma once

#include <QLineF>
#include <QPixmap>
#include <memory>
#include <optional>
#include <vector>

#include "core/run/simulate.h"
#include "ui/look/theme.h"
#include "ui/map/map_frame.h"

class QPainter;

namespace ravine {

// The part of the segment inside `rect`, or nothing (Liang & Barsky 1984).
std::optional<QLineF> clipped(const QLineF& segment, const QRectF& rect);

// θ at a fractional step, moving straight between two steps; the last point beyond the end.
Vector2 pointAt(const Trajectory& trajectory, double step);

// A path to paint. Shares its points, so that a cache of paths may outlive the result they came from.
struct Track {
  std::shared_ptr<const std::vector<Vector2>> points;  // in the units of the frame's view
  int colour = 0;
  // Where each state stands among the points, where a step is more than a straight line; null: one point for each.
  std::shared_ptr<const std::vector<std::size_t>> states = {};
  std::shared_ptr<const std::vector<float>> opacity = {};  // of each point, 0 … 1; null: all are opaque
  bool arrows = false;                                     // at the ends of steps long enough for one
  std::string name = {};                                   // of the run

  std::int64_t steps() const;
  std::size_t pointOf(std::int64_t state) const;
  double opacityOf(std::size_t point) const { return opacity ? (*opacity)[point] : 1; }

  bool operator==(const Track&) const = default;
};

// Shares the trajectory.
Track trackOf(const std::shared_ptr<const Trajectory>& trajectory, int colour, const std::string& name = {});

// The part already walked, with steps as dots where there is room for them, painted piece by piece: a halo, over which
// the path itself is painted, so that a dense path keeps its colour.
class WalkedPath {
 public:
  WalkedPath(const MapFrame& frame, const Track& track);

  // Who paints which part; null: nobody. Lines and dots by one painter lie on each other in the order of the steps.
  struct Painters {
    QPainter* halo = nullptr;
    QPainter* lines = nullptr;
    QPainter* dots = nullptr;
  };
  // From where the last call left off. Steps that are too short to be seen singly are drawn as one.
  void paintUpTo(std::int64_t step, const Painters& painters, const Theme& theme);
  std::int64_t painted() const { return m_painted; }
  // What has been painted on, without the width of lines.
  const QRectF& extent() const { return m_extent; }
  std::int64_t lastStepBefore(double step) const;

 private:
  void paintStep(const Painters& painters, const Theme& theme);
  void paintDot(QPainter& painter, const QPointF& at, const QColor& colour, const Theme& theme);

  MapFrame m_frame;
  QRectF m_visible;
  Track m_track;
  std::int64_t m_painted = 0;
  QRectF m_extent;
  QPointF m_end;  // of what is painted, in pixels
  std::size_t m_endPoint = 0;
  std::optional<QPointF> m_lastDot;
};

// The whole of a path, thin, as a hint of what is to come.
void paintFaint(QPainter& painter, const MapFrame& frame, const Track& track, const Theme& theme);
// The segment being walked at a fractional step.
void paintCurrentSegment(QPainter& painter, const MapFrame& frame, const Track& track, double step, const Theme& theme);

// The walked parts of all, one after the other: for pictures that are painted once.
void paintWalked(QPainter& painter, const MapFrame& frame, const std::vector<Track>& tracks, double step,
                 const Theme& theme);

// Keeps the walked parts of paths in a pixmap to which each frame adds only what is new, so a frame costs the same for
// ten steps and for ten thousand.
class WalkedPathCache {
 public:
  // Forgets what was painted. `size` of the widget, in device-independent pixels.
  void reset(const QSize& size, double devicePixelRatio, const MapFrame& frame);

  // The paths up to `step`.
  void paintUpTo(QPainter& painter, double step, const std::vector<Track>& tracks, const Theme& theme);

 private:
  QSize m_size;
  double m_devicePixelRatio = 1;
  MapFrame m_frame;
  QPixmap emptyPixmap() const;

  QPixmap m_halo;
  QPixmap m_path;
  QRectF m_extent;  // of all that is painted
  std::vector<Track> m_tracks;
  std::vector<WalkedPath> m_paths;
};

}  // namespace ravine
