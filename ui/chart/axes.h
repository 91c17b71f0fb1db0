// The axes of a picture that is painted once. On screen QCustomPlot draws them and makes them movable; here its ticker
// says where the ticks lie, and the rest is lines and numbers. Any thread.
#pragma once

#include <QMarginsF>
#include <QPainter>
#include <QString>
#include <vector>

#include "core/base/types.h"
#include "ui/look/theme.h"

namespace ravine {

struct Tick {
  double at;
  QString text;
};
// About `count` round numbers.
std::vector<Tick> ticksIn(const Interval& range, int count);
// Powers of ten, at most so many; round numbers where the range holds less than a decade. Precondition: lower > 0.
std::vector<Tick> decadesIn(const Interval& range, int most);

class Axes {
 public:
  struct Scale {
    Interval range;
    bool logarithmic = false;
    bool hasGrid = false;
    int mostTicks = 5;
    QString title = {};
    double unit = 1;  // the numbers count so many each: steps of an epoch
    bool hasNumbers = true;
    double leastRoom = 0;  // for numbers beside it, in pixels at scale 1: so that axes stand under each other
  };

  // Inside `room`, which they fill together with what stands between them.
  Axes(const Scale& x, const Scale& y, const QRectF& room, const Theme& theme, bool hasLines);

  const QRectF& area() const { return m_area; }
  void paintBelow(QPainter& painter) const;  // the grid
  void paintAbove(QPainter& painter) const;  // lines and numbers

 private:
  double toX(double value) const;
  double toY(double value) const;

  Theme m_theme;
  Scale m_x;
  Scale m_y;
  bool m_hasLines;
  QRectF m_room;
  QRectF m_area;
  std::vector<Tick> m_xTicks;
  std::vector<Tick> m_yTicks;
};

}  // namespace ravine
