#include "ui/export/every_rate_figure.h"

#include "core/sweep/sweep_map.h"
#include "ui/sweep/sweep_painter.h"

namespace ravine {
namespace {

constexpr int kRates = 401;

// The same at every step.
class EveryRateFigure : public Figure {
 public:
  EveryRateFigure(SweepScene scene, const QRectF& room) : m_scene(std::move(scene)), m_frame(m_scene, room) {}

  void moveTo(double) override {}
  void paintGround(QPainter& painter) const override {
    paintSweepGround(painter, m_scene, m_frame);
    paintSweepMarks(painter, m_scene, m_frame);
  }
  void paintMoments(QPainter&) const override {}
  QRectF area() const override { return m_frame.area(); }
  std::unique_ptr<Figure> clone() const override { return std::make_unique<EveryRateFigure>(*this); }

 private:
  SweepScene m_scene;
  SweepFrame m_frame;
};

}  // namespace

std::unique_ptr<Figure> everyRateFigure(const Run& run, const std::shared_ptr<const Landscape>& landscape,
                                        const std::optional<Interval>& rates, const Theme& theme, const QRectF& room) {
  Sweep sweep{run, ratesAboutTheLimit(run, *landscape, kRates), {}};
  if (rates) {
    sweep.x.from = rates->lower;
    sweep.x.to = rates->upper;
  }
  SweepScene scene{std::make_shared<const SweepResult>(runSweep(sweep, landscape, optionsFor(SweepValue::losses))),
                   SweepValue::losses, theme};
  scene.mark = SweepMark{{nominalRate(run), 0}, run.colour};
  scene.isBare = true;
  return std::make_unique<EveryRateFigure>(std::move(scene), room);
}

}  // namespace ravine
