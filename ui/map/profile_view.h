// The profile of one loss function along a line, with the paths of the runs that are shown. What it shows is a
// ProfileScene; the widget keeps only caches and the mouse. Its own are zoom and pan; the start of a run is dragged
// along the line, through the document, and which line it is belongs to the run.
#pragma once

#include <vector>

#include "ui/map/landscape_plot.h"
#include "ui/map/profile_scene.h"

namespace ravine {

class ProfileView : public LandscapePlot {
  Q_OBJECT

 public:
  explicit ProfileView(Laboratory& laboratory, QWidget* parent = nullptr);

  const ProfileScene& scene() const { return m_scene; }

  QString whatItIs() const override;
  QString whatItShows() const override;
  void show(std::vector<ShownRun> runs) override;
  void reserve(const QRect& room) override;
  void finish() override { replot(); }

 protected:
  const std::vector<ShownRun>& shownRuns() const override { return m_scene.runs; }
  std::vector<Ghost>& ghosts() override { return m_scene.ghosts; }
  QPointF pixelOf(const Vector2& place) const override { return m_scene.pixelOf(place); }
  Vector2 placeAt(const QPointF& pixel) const override;
  Vector2 startAtPixel(const QPointF& pixel) const override;
  void dragBegins(const Run& run) override;
  void dragEnds() override;
  void followAxes() override;
  void fitView() override;
  void replotAll() override;

 private:
  void applyTheme();
  void workOut();
  void refreshOverlay();

  ProfileScene m_scene;
  ProfileDetails m_details;
  LossChoice m_lossFunction;
  Vector2 m_taken;  // the start that is dragged, as it was
};

}  // namespace ravine
