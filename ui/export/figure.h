// One picture within a sheet: a landscape or a chart with its axes, of a size that does not change. Copies share what
// is costly, so that frames of a film may be painted on several threads, each with a copy of its own.
#pragma once

#include <QPainter>
#include <memory>

namespace ravine {

class Figure {
 public:
  Figure() = default;
  Figure& operator=(const Figure&) = delete;
  virtual ~Figure() = default;

  virtual void moveTo(double playhead) = 0;
  // What does not depend on the playhead, and what does; in this order they are the whole.
  virtual void paintGround(QPainter& painter) const = 0;
  virtual void paintMoments(QPainter& painter) const = 0;
  // Another playhead changes the ground, too.
  virtual bool isTurning() const { return false; }
  // Where nothing is painted beyond; empty if there is too little room to show anything.
  virtual QRectF area() const = 0;
  virtual std::unique_ptr<Figure> clone() const = 0;

 protected:
  Figure(const Figure&) = default;
};

}  // namespace ravine
