// What a map and a profile share, being plots: two axes that are zoomed and panned together, a layer that follows the
// playhead, the rings of starts, which are dragged through the document, and ghosts, which are dragged to where runs
// are expected to end.
#pragma once

#include <qcustomplot.h>

#include <optional>
#include <vector>

#include "ui/map/ghost.h"
#include "ui/map/landscape_picture.h"
#include "ui/map/map_frame.h"
#include "ui/map/path_painter.h"

namespace ravine {

class LandscapePlot : public QCustomPlot, public LandscapePicture {
  Q_OBJECT

 public:
  QWidget& widget() override { return *this; }
  void resetView() override;
  std::optional<Box> zoom() const override;
  void setZoom(const Box& box) override;

 protected:
  LandscapePlot(Laboratory& laboratory, QWidget* parent);

  // As the axes are now.
  MapFrame frame() const;
  void followPredictions();  // ghosts, of the runs that are shown now
  // Shows this, as what is seen when nobody has zoomed.
  void setHome(const Box& box);
  bool isAtHome() const { return m_atHome; }
  void goHome() { m_atHome = true; }
  bool isDragged() const { return m_drag.has_value(); }
  // `mostTicks` on each axis, or as many as there is room for; gives how many on that of y.
  int fitTicks(const Theme& theme, int mostTicks);

  virtual const std::vector<ShownRun>& shownRuns() const = 0;
  virtual std::vector<Ghost>& ghosts() = 0;  // of the scene
  virtual QPointF pixelOf(const Vector2& place) const = 0;
  virtual Vector2 placeAt(const QPointF& pixel) const = 0;
  // Where the start of a run is to be that is dragged to a pixel.
  virtual Vector2 startAtPixel(const QPointF& pixel) const = 0;
  virtual void dragBegins(const Run& run) = 0;
  virtual void dragEnds() = 0;
  virtual void followAxes() = 0;  // they may be other ones
  virtual void fitView() = 0;     // calls setHome()
  virtual void replotAll() = 0;   // all that is shown has changed

  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

  Laboratory& m_laboratory;
  WalkedPathCache m_walked;
  QCPLayer* m_overlay;

 private:
  struct StartDrag {
    RunId run;
    Document::Gesture gesture;
    QPointF grip;  // from the pointer to the start, in pixels
  };

  const Run* startAt(const QPointF& pixel) const;
  std::optional<RunId> ghostAt(const QPointF& pixel);
  void endDrag();

  std::optional<StartDrag> m_drag;
  std::optional<RunId> m_ghost;  // whose ghost is being dragged
  QRect m_area;                  // of the axes, as it was laid out last
  bool m_atHome = true;
  bool m_settingHome = false;
};

}  // namespace ravine
