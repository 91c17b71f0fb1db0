// The map of one loss function with the paths of the runs on it. Owns its view (zoom and pan), which is no part of the
// document; the start of a run is moved by dragging it, through the document. What it shows is a MapScene; the widget
// keeps only caches and the mouse. The map's image is painted in the background for the view at the screen's
// resolution; until it arrives the last one stands in, stretched.
#pragma once

#include <qcustomplot.h>

#include <optional>
#include <vector>

#include "ui/map/landscape_picture.h"
#include "ui/map/map_scene.h"
#include "ui/map/path_painter.h"
#include "ui/model/laboratory.h"
#include "ui/model/latest.h"

namespace ravine {

class LandscapeView : public QCustomPlot, public LandscapePicture {
  Q_OBJECT

 public:
  explicit LandscapeView(Laboratory& laboratory, QWidget* parent = nullptr);

  QWidget& widget() override { return *this; }
  // The view stays while the function does.
  void show(std::vector<ShownRun> runs) override;

  const MapScene& scene() const { return m_scene; }
  void resetView() override;
  std::optional<Box> zoom() const override;
  void setZoom(const Box& box) override;
  void reserve(const QRect& room) override;
  void finish() override;

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  struct MapRequest {
    LossChoice lossFunction;
    Box box;
    QSize size;
    MapColours colours;
    bool operator==(const MapRequest&) const = default;
  };
  struct StartDrag {
    RunId run;
    Document::Gesture gesture;
    QPointF grip;  // from the pointer to the start, in pixels
  };

  void setUpAxes();
  void applyTheme();
  void followAxes();
  void fitTicks();
  void refreshOverlay();
  void workOutMoment();
  void followSelection();
  void replotAll();
  void fitView();
  void requestMap();
  const Run* startAt(const QPointF& pixel) const;
  void followProfiles();
  void workOutLines();

  Laboratory& m_laboratory;
  MapScene m_scene;
  MapDetails m_details;
  WalkedPathCache m_walked;
  QCPLayer* m_overlay;
  LossChoice m_lossFunction;
  LossFunctionInfo m_info;
  std::optional<MapRequest> m_requested;
  std::vector<ShownRun> m_profiles;  // of this function, in other panels
  Latest<MapImage> m_painting;
  std::optional<StartDrag> m_drag;
  bool m_atHome = true;
};

}  // namespace ravine
