// What a map and a profile share, being plots of a landscape: the rings of starts, which are dragged through the
// document, and ghosts, which are dragged to where runs are expected to end.
#pragma once

#include <optional>
#include <vector>

#include "ui/map/ghost.h"
#include "ui/map/path_painter.h"
#include "ui/map/picture_plot.h"

namespace ravine {

class LandscapePlot : public PicturePlot {
  Q_OBJECT

 public:
  bool hasHandleIn(const QRect& part) const override;

 protected:
  LandscapePlot(Laboratory& laboratory, QWidget* parent);

  void followPredictions();  // ghosts, of the runs that are shown now
  bool isDragged() const override { return m_drag.has_value(); }

  virtual std::vector<Ghost>& ghosts() = 0;  // of the scene
  virtual QPointF pixelOf(const Vector2& place) const = 0;
  virtual Vector2 placeAt(const QPointF& pixel) const = 0;
  // Where the start of a run is to be that is dragged to a pixel.
  virtual Vector2 startAtPixel(const QPointF& pixel) const = 0;
  virtual void dragBegins(const Run& run) = 0;
  virtual void dragEnds() = 0;

  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void hideEvent(QHideEvent* event) override;

  WalkedPathCache m_walked;

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
};

}  // namespace ravine
