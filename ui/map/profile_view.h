// The profile of one loss function along a line, with the paths of the runs that are shown. What it shows is a
// ProfileScene; the widget keeps only caches and the mouse. Its own are zoom and pan; the start of a run is dragged
// along the line, through the document, and which line it is belongs to the run.
#pragma once

#include <qcustomplot.h>

#include <optional>
#include <vector>

#include "ui/map/landscape_picture.h"
#include "ui/map/profile_scene.h"

namespace ravine {

class ProfileView : public QCustomPlot, public LandscapePicture {
  Q_OBJECT

 public:
  explicit ProfileView(Laboratory& laboratory, QWidget* parent = nullptr);

  const ProfileScene& scene() const { return m_scene; }

  QWidget& widget() override { return *this; }
  void show(std::vector<ShownRun> runs) override;
  void resetView() override;
  std::optional<Box> zoom() const override;
  void setZoom(const Box& box) override;
  void reserve(const QRect& room) override;
  void finish() override { replot(); }

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  struct StartDrag {
    RunId run;
    Document::Gesture gesture;
    Vector2 start;  // when it was taken
    double grip;    // s from the pointer to the start
    Line line;
  };

  void setUpAxes();
  void applyTheme();
  void endDrag();
  void fitView();
  void fitTicks();
  void followAxes();
  void workOut();
  void refreshOverlay();
  void replotAll();
  const Run* startAt(const QPointF& pixel) const;

  Laboratory& m_laboratory;
  ProfileScene m_scene;
  ProfileDetails m_details;
  WalkedPathCache m_walked;
  QCPLayer* m_overlay;
  LossChoice m_lossFunction;
  std::optional<StartDrag> m_drag;
  bool m_atHome = true;
  bool m_fitting = false;
};

}  // namespace ravine
