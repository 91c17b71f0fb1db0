// A sweep of one quantity: numbers as points over its values, what shows none as a ground behind them. Any thread.
#pragma once

#include <QPainter>
#include <QRectF>

#include "ui/sweep/sweep_scene.h"

namespace ravine {

// What makes these rates the best.
QString bestRatesName(const BestRates& best);

// Neighbouring cells of one outcome.
struct Stretch {
  std::size_t first;
  std::size_t last;
  CellOutcome outcome;
};
std::vector<Stretch> stretchesOf(const SweepScene& scene);

// What is to be seen of the numbers that a scene shows, over all of its cells.
class SweepPoints {
 public:
  explicit SweepPoints(const SweepScene& scene);

  const NumberScale& scale() const { return m_scale; }
  bool areThere() const { return !m_outcomes.empty(); }
  // Of the outcomes that there are points of, and of what else is drawn.
  std::vector<LegendEntry> legend(const SweepScene& scene) const;

  // Within the axes; the grid comes in between.
  void paintBelow(QPainter& painter, const SweepScene& scene, const SweepColours& colours, const QRectF& area) const;
  void paintAbove(QPainter& painter, const SweepScene& scene, const QRectF& area) const;

 private:
  double toX(const SweepScene& scene, double value, const QRectF& area) const;
  double cellX(const SweepScene& scene, std::size_t cell, const QRectF& area) const;
  double toY(double number, const QRectF& area) const;
  void paintLast(QPainter& painter, const SweepScene& scene, const QRectF& area) const;
  void paintBest(QPainter& painter, const SweepScene& scene, const QRectF& area) const;
  void paintFinal(QPainter& painter, const SweepScene& scene, const QRectF& area) const;
  void paintNames(QPainter& painter, const SweepScene& scene, const QRectF& area) const;

  double m_base;            // that is subtracted
  bool m_hasLower = false;  // than the scale shows
  NumberScale m_scale;
  std::vector<CellOutcome> m_outcomes;
  std::optional<BestRates> m_best;
};

}  // namespace ravine
