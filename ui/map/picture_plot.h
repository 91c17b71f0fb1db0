// What all pictures that are plots share: two axes that are zoomed and panned together, what is seen when nobody has
// zoomed, few ticks, a layer that changes with the experiment, and one that follows the playhead.
#pragma once

#include <qcustomplot.h>

#include <array>
#include <optional>
#include <vector>

#include "ui/map/landscape_picture.h"
#include "ui/map/map_frame.h"

namespace ravine {

class PicturePlot : public QCustomPlot, public LandscapePicture {
  Q_OBJECT

 public:
  QWidget& widget() override { return *this; }
  void resetView() override;
  std::optional<Box> zoom() const override;
  void setZoom(const Box& box) override;

 protected:
  PicturePlot(Laboratory& laboratory, QWidget* parent);

  // As the axes are now.
  MapFrame frame() const;
  // Shows this, as what is seen when nobody has zoomed.
  void setHome(const Box& box);
  bool isAtHome() const { return m_atHome; }
  void goHome() { m_atHome = true; }
  // `mostTicks` on each axis, or as many as there is room for; gives how many on that of y.
  int fitTicks(const Theme& theme, int mostTicks);
  // As many digits along y as tell one of so many ticks from the next.
  void fitNumbers(int ticks);
  void showGrid(const Theme& theme);  // lines and numbers in its colours
  // Once for all that has changed until then. Where the axes are as they were painted last, which is while a row or a
  // start is dragged, only what lies between them is painted.
  void replotSoon();
  // Fonts or colours: the axes are painted anew.
  void forgetAxes() { m_axesPainted.reset(); }

  virtual const std::vector<ShownRun>& shownRuns() const = 0;
  virtual bool isDragged() const = 0;  // then the axes stand still
  virtual void followAxes() = 0;       // they may be other ones
  virtual void fitView() = 0;          // calls setHome()
  virtual void replotAll() = 0;        // all that is shown has changed

  void showEvent(QShowEvent* event) override;

  Laboratory& m_laboratory;
  QCPLayer* m_content;
  QCPLayer* m_overlay;

 private:
  // What tells how axes are painted.
  struct AxesLook {
    MapFrame frame;
    std::array<int, 2> ticks;  // how many are wanted

    bool operator==(const AxesLook&) const = default;
  };

  AxesLook axesLook() const;
  void replotContent();

  QRect m_area;                          // of the axes, as it was laid out last
  std::array<int, 2> m_ticksOfReplot{};  // which takes them before it lays out
  std::optional<AxesLook> m_axesPainted;
  bool m_willReplot = false;
  bool m_atHome = true;
  bool m_settingHome = false;
};

}  // namespace ravine
