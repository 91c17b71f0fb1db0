// The map of one loss function with the paths of the runs on it. Owns its view (zoom and pan), which is no part of the
// document; the start of a run is moved by dragging it, through the document. What it shows is a MapScene; the widget
// keeps only caches and the mouse. The map's image is painted in the background for the view at the screen's
// resolution; until it arrives the last one stands in, stretched.
#pragma once

#include <optional>
#include <vector>

#include "ui/map/landscape_plot.h"
#include "ui/map/map_images.h"
#include "ui/map/map_scene.h"
#include "ui/model/laboratory.h"
#include "ui/model/latest.h"

namespace ravine {

class LandscapeView : public LandscapePlot {
  Q_OBJECT

 public:
  explicit LandscapeView(Laboratory& laboratory, QWidget* parent = nullptr);

  // The view stays while the function does.
  void show(std::vector<ShownRun> runs) override;

  const MapScene& scene() const { return m_scene; }
  QString whatItIs() const override;
  QString whatItShows() const override;
  void reserve(const QRect& room) override;
  void finish() override;

 protected:
  const std::vector<ShownRun>& shownRuns() const override { return m_scene.runs; }
  std::vector<Ghost>& ghosts() override { return m_scene.ghosts; }
  QPointF pixelOf(const Vector2& place) const override { return m_scene.frame.toPixel(place); }
  Vector2 placeAt(const QPointF& pixel) const override { return m_scene.frame.fromPixel(pixel); }
  Vector2 startAtPixel(const QPointF& pixel) const override;
  void dragBegins(const Run&) override {}
  void dragEnds() override {}
  void followAxes() override;
  void fitView() override;
  void replotAll() override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void applyTheme();
  void refreshOverlay();
  void workOutMoment();
  void followSelection();
  void requestMap();
  void followBasins();
  void requestBasins(const BasinRequest& request);
  void followProfiles();
  void workOutLines();
  std::optional<std::size_t> pickedRow() const;
  void probe(const std::optional<QPointF>& pixel);  // what a model would say with these parameters

  MapScene m_scene;
  MapDetails m_details;
  LossChoice m_lossFunction;
  LossFunctionInfo m_info;
  std::optional<MapRequest> m_requested;
  std::vector<ShownRun> m_profiles;      // of this function, in other panels
  std::optional<BasinRequest> m_basins;  // that are wanted
  Latest<std::shared_ptr<const MapImage>> m_painting;
  Latest<std::shared_ptr<const BasinGround>> m_workingOutBasins;
};

}  // namespace ravine
