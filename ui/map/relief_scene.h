// All that a relief shows at one moment, as a value: the surface of the loss in perspective, with the runs' paths on
// it.
#pragma once

#include <QRectF>
#include <memory>
#include <vector>

#include "core/loss/contour.h"
#include "core/loss/relief.h"
#include "ui/look/theme.h"
#include "ui/map/map_frame.h"
#include "ui/map/path_painter.h"
#include "ui/model/shown_run.h"

namespace ravine {

// A loss function as a model that can be looked at from anywhere, with the contour lines on its floor.
struct ReliefModel {
  ReliefSurface surface;
  HeightScale heights;
  std::vector<ContourLine> contours;
};
// In the colours of the map of the same function. `cells` along each side; nothing for `heights`: as suits the
// function.
std::shared_ptr<const ReliefModel> makeReliefModel(const LossFunction& function, const Box& domain, int cells,
                                                   std::optional<HeightScale> heights);

// So fine that facets are not seen singly.
int reliefCells(const QSizeF& area);

// How the model stands in a picture.
class ReliefPlacing {
 public:
  // `margin` in pixels is left around it.
  ReliefPlacing(const ReliefSurface& surface, const ReliefCamera& camera, const QRectF& area, double margin);

  QPointF toPixel(const Vector3& point) const {
    const Vector2 seen = m_projection(point);
    return {m_middle.x() + m_scale * seen.x(), m_middle.y() - m_scale * seen.y()};
  }
  const Vector3& eye() const { return m_projection.eye(); }

 private:
  ReliefProjection m_projection;
  QPointF m_middle;
  double m_scale = 1;
};

struct ReliefScene {
  QRectF area;                 // in pixels
  std::vector<ShownRun> runs;  // that share one loss function; never empty when painted
  RunId selected = RunId::none;
  double playhead = 0;
  Theme theme;
  ReliefCamera camera;
  std::shared_ptr<const LossFunction> function;
  std::shared_ptr<const ReliefModel> model;
  std::array<std::string, 2> axes{"x", "y"};
  QRectF reserved;  // pixels that something else stands on

  std::vector<Track> tracks;  // worked out by ReliefDetails, in the units of pixelFrame()

  ReliefPlacing placing() const { return {model->surface, camera, area, theme.px(26)}; }
  // In whose units are pixels, upwards.
  MapFrame pixelFrame() const { return {area, {{area.left(), area.right()}, {-area.bottom(), -area.top()}}}; }
};

// Lays the runs' paths on the surface, and remembers how.
class ReliefDetails {
 public:
  void workOut(ReliefScene& scene);

 private:
  struct Laid {
    RunResultPtr result;
    std::shared_ptr<const ReliefModel> model;
    ReliefCamera camera;
    QRectF area;
    Track track;
  };

  std::vector<Laid> m_laid;
};

}  // namespace ravine
