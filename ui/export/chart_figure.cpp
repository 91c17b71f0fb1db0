#include "ui/export/chart_figure.h"

#include <algorithm>

#include "ui/chart/axes.h"
#include "ui/chart/chart_card.h"
#include "ui/chart/chart_painter.h"

namespace ravine {
namespace {

constexpr int kMostStepTicks = 6;
constexpr int kMostValueTicks = 5;
constexpr double kHeightForTitle = 120;  // pixels at scale 1
constexpr double kHeadRoom = 6;          // pixels around the axes that a head may need

class ChartFigure : public Figure {
 public:
  ChartFigure(ChartScene scene, const QRectF& room)
      : m_axes({.range = scene.steps,
                .mostTicks = kMostStepTicks,
                .title = room.height() >= scene.theme.px(kHeightForTitle) ? stepAxisName(scene.content) : QString(),
                .unit = static_cast<double>(scene.content.stepsPerEpoch)},
               {.range = scene.values,
                .logarithmic = scene.content.logarithmic,
                .hasGrid = true,
                .mostTicks = kMostValueTicks},
               room.adjusted(0, 0, -scene.theme.px(kHeadRoom), 0), scene.theme, true),
        m_scene(std::move(scene)) {
    m_scene.area = m_axes.area();
  }

  void moveTo(double playhead) override { m_scene.playhead = playhead; }
  void paintGround(QPainter& painter) const override {
    m_axes.paintBelow(painter);
    m_axes.paintAbove(painter);
  }
  void paintMoments(QPainter& painter) const override {
    const double room = m_scene.theme.px(kHeadRoom);
    painter.save();
    painter.setClipRect(area().adjusted(-room, -room, room, room), Qt::IntersectClip);
    paintChart(painter, m_scene);
    painter.restore();
  }
  QRectF area() const override { return m_scene.area; }
  std::unique_ptr<Figure> clone() const override { return std::make_unique<ChartFigure>(*this); }

 private:
  Axes m_axes;
  ChartScene m_scene;
};

}  // namespace

std::unique_ptr<Figure> chartFigure(ChartContent content, std::int64_t lastStep, const std::optional<Box>& zoom,
                                    RunId selected, const Theme& theme, const QRectF& room, double playhead) {
  ChartScene scene;
  scene.steps = {0, std::max(1.0, static_cast<double>(lastStep))};
  scene.values = content.range;
  if (zoom && (!content.logarithmic || zoom->y.lower > 0)) {
    scene.steps = zoom->x;
    scene.values = zoom->y;
  }
  scene.content = std::move(content);
  scene.playhead = playhead;
  scene.selected = selected;
  scene.theme = theme;
  return std::make_unique<ChartFigure>(std::move(scene), room);
}

}  // namespace ravine
