// The map of one loss function with the paths of the runs on it. Owns its view (zoom and pan), which is no part of the
// document; the start of a run is moved by dragging it, through the document. The map is painted in the background for
// the view at the screen's resolution; until it arrives the last one stands in, stretched.
#pragma once

#include <qcustomplot.h>

#include <optional>
#include <vector>

#include "ui/map/map_image.h"
#include "ui/map/map_overlays.h"
#include "ui/map/path_painter.h"
#include "ui/model/context.h"
#include "ui/model/latest.h"

namespace ravine {

class LandscapeView : public QCustomPlot {
  Q_OBJECT

 public:
  explicit LandscapeView(Context& context, QWidget* parent = nullptr);

  // Indices of runs that share one loss function.
  void setRuns(std::vector<int> runs);

  Box view() const;
  void resetView();
  QPointF toPixel(const Vector2& theta) const;
  Vector2 fromPixel(const QPointF& pixel) const;

  // Blocks until the map is painted. For tests and pictures.
  void finish();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  struct MapRequest {
    LossChoice lossFunction;
    Box box;
    QSize size;
    bool operator==(const MapRequest&) const = default;
  };
  struct StartDrag {
    int run;
    Document::Gesture gesture;
    QPointF grip;  // from the pointer to the start, in pixels
  };

  ToPixel linearToPixel() const;
  void applyTheme();
  void refresh();
  void requestMap();
  void replotAll();
  void fitView();
  std::vector<Track> tracks() const;
  std::optional<int> startAt(const QPointF& pixel) const;
  void describe();

  void paintMapAndPoints(QPainter& painter);
  void paintCriticalPoints(QPainter& painter) const;
  void paintOverlay(QPainter& painter);
  void paintStart(QPainter& painter, int run) const;
  void paintHead(QPainter& painter, int run) const;
  MapFrame frame() const;
  QString paintBouncingPlaces(QPainter& painter) const;
  void paintLocal(QPainter& painter, int run) const;  // what the display shows around the head
  void paintLabel(QPainter& painter, const QString& text, const QPointF& near, int run) const;

  Context& m_context;
  std::vector<int> m_runs;
  std::vector<std::pair<Run, RunResultPtr>> m_shown;  // what the picture was made from
  std::optional<LossChoice> m_lossFunction;
  Box m_domain = kFormulaDomain;
  QCPLayer* m_overlay;
  PathPainter m_paths;
  MapImage m_map;
  std::optional<MapRequest> m_requested;
  Latest<MapImage> m_painting;
  std::optional<StartDrag> m_drag;
  bool m_atHome = true;
};

}  // namespace ravine
