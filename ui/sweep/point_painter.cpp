#include "ui/sweep/point_painter.h"

#include <QCoreApplication>
#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <set>

#include "ui/look/mixed.h"
#include "ui/sweep/cell_marks.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

struct Sweeps {
  Q_DECLARE_TR_FUNCTIONS(Sweeps)
};

// Points stand for many on a small picture.
double radiusOf(const SweepScene& scene) {
  constexpr double small = 0.5;
  return kPointRadius * (scene.isBare ? small : 1);
}

bool showsLosses(const SweepScene& scene) {
  return scene.value == SweepValue::losses;
}

// Behind the best rates.
QColor bandColour(const Theme& theme) {
  constexpr double part = 0.35;
  return mixed(theme.card, theme.stable, part);
}

// With some room beyond what is there.
Interval widened(const NumberScale& scale) {
  constexpr double margin = 0.04;
  const Interval& range = scale.range;
  if (scale.logarithmic) {
    const double factor = std::pow(range.upper / range.lower, margin);
    return {range.lower / factor, range.upper * factor};
  }
  const double beyond = margin * range.length();
  return {range.lower - beyond, range.upper + beyond};
}

}  // namespace

QString bestRatesName(const BestRates& best) {
  return best.arrive ? Sweeps::tr("all arrive at the lowest minimum") : Sweeps::tr("the lowest final losses");
}

std::vector<Stretch> stretchesOf(const SweepScene& scene) {
  std::vector<Stretch> stretches;
  const std::vector<Cell>& cells = scene.result->cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!scene.isShown(i)) continue;
    if (!stretches.empty() && stretches.back().last + 1 == i && stretches.back().outcome == cells[i].outcome)
      stretches.back().last = i;
    else
      stretches.push_back({i, i, cells[i].outcome});
  }
  return stretches;
}

SweepPoints::SweepPoints(const SweepScene& scene) : m_base(showsLosses(scene) ? lossBase(*scene.result) : 0) {
  std::vector<double> numbers;
  std::set<CellOutcome> outcomes;
  const std::vector<Cell>& cells = scene.result->cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!scene.isShown(i)) continue;
    const auto number = shownNumber(cells[i], scene.value);
    if (number) {
      numbers.push_back(*number - m_base);
      outcomes.insert(cells[i].outcome);
    }
    if (!showsLosses(scene) || isGone(cells[i])) continue;
    numbers.push_back(cells[i].lowestLoss - m_base);
    for (const double loss : scene.result->lastLossesOf(i)) numbers.push_back(loss - m_base);
  }
  m_outcomes.assign(outcomes.begin(), outcomes.end());
  if (showsLosses(scene) && scene.standings.empty()) m_best = bestRates(*scene.result);
  if (const auto scale = scaleFor(numbers)) {
    m_scale = *scale;
    // What is lower is as good as nothing, and is not to flatten the rest.
    constexpr double deepest = 1e-6;
    if (showsLosses(scene) && m_scale.logarithmic)
      m_scale.range.lower = std::max(m_scale.range.lower, deepest * m_scale.range.upper);
    m_scale.range = widened(m_scale);
    m_hasLower = std::ranges::any_of(numbers, [&](double number) { return number < m_scale.range.lower; });
  } else if (!numbers.empty()) {
    const double around = numbers.front() == 0 ? 1 : std::abs(numbers.front());
    m_scale.range = {numbers.front() - around, numbers.front() + around};
  }
}

std::vector<LegendEntry> SweepPoints::legend(const SweepScene& scene) const {
  std::vector<LegendEntry> entries;
  const auto remark = [&](const QString& text) { entries.push_back({{}, text}); };
  for (const CellOutcome outcome : m_outcomes)
    entries.push_back({outcome, wording::coreText(cellOutcomeName(outcome))});
  if (showsLosses(scene)) {
    entries.push_back({LineLook{scene.theme.quietText, Qt::SolidLine}, Sweeps::tr("lowest loss on the way")});
    remark(
        Sweeps::tr("Small: the last %1 losses").arg(std::min<std::int64_t>(kLastLosses, scene.sweep().run.steps + 1)));
    if (m_best) entries.push_back({CellLook{bandColour(scene.theme)}, bestRatesName(*m_best)});
    if (m_base != 0) remark(Sweeps::tr("Above the lowest loss known"));
  }
  if (m_hasLower) remark(Sweeps::tr("On the lower edge: below %1").arg(wording::number(m_scale.range.lower, 2)));
  return entries;
}

double SweepPoints::toX(const SweepScene& scene, double value, const QRectF& area) const {
  const SweepAxis& axis = scene.sweep().x;
  return area.left() + NumberScale{rangeOf(axis), axis.logarithmic}.part(value) * area.width();
}

double SweepPoints::cellX(const SweepScene& scene, std::size_t cell, const QRectF& area) const {
  return toX(scene, scene.sweep().x.at(static_cast<int>(cell)), area);
}

// Nothing and what rounding has left of it run along the floor of a logarithmic scale.
double SweepPoints::toY(double number, const QRectF& area) const {
  return area.bottom() - m_scale.part(number) * area.height();
}

void SweepPoints::paintBelow(QPainter& painter, const SweepScene& scene, const SweepColours& colours,
                             const QRectF& area) const {
  const double ratio = painter.device()->devicePixelRatio();
  const QSize size = (area.size() * ratio).toSize().expandedTo(QSize(1, 1));
  const CellLook none{scene.theme.card};
  const std::vector<Cell>& cells = scene.result->cells;
  painter.drawImage(area.topLeft(), imageOf(size, ratio, scene.theme, [&](int x, int) -> const CellLook& {
                      const auto cell =
                          static_cast<std::size_t>(x) * cells.size() / static_cast<std::size_t>(size.width());
                      return !scene.isShown(cell) || shownNumber(cells[cell], scene.value) ? none : colours.of(cell);
                    }));
  if (!m_best) return;
  const double cellWidth = area.width() / static_cast<double>(cells.size());
  const double left = area.left() + m_best->from * cellWidth;
  painter.fillRect(QRectF(left, area.top(), (m_best->to - m_best->from + 1) * cellWidth, area.height()),
                   bandColour(scene.theme));
}

void SweepPoints::paintAbove(QPainter& painter, const SweepScene& scene, const QRectF& area) const {
  if (showsLosses(scene)) {
    paintLast(painter, scene, area);
    paintBest(painter, scene, area);
  }
  paintFinal(painter, scene, area);
  if (scene.isBare) paintNames(painter, scene, area);
}

void SweepPoints::paintLast(QPainter& painter, const SweepScene& scene, const QRectF& area) const {
  const double side = scene.theme.px(1.4);
  constexpr float faint = 0.2F;
  const std::vector<Cell>& cells = scene.result->cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (isGone(cells[i]) || !scene.isShown(i)) continue;
    QColor ink = inkOf(cells[i].outcome, scene.theme);
    ink.setAlphaF(faint);
    const double x = cellX(scene, i, area);
    for (const double loss : scene.result->lastLossesOf(i))
      if (loss - m_base <= m_scale.range.upper)
        painter.fillRect(QRectF(x - 0.5 * side, toY(loss - m_base, area) - 0.5 * side, side, side), ink);
  }
}

void SweepPoints::paintBest(QPainter& painter, const SweepScene& scene, const QRectF& area) const {
  QPolygonF line;
  const std::vector<Cell>& cells = scene.result->cells;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i].outcome != CellOutcome::undefined && scene.isShown(i))
      line << QPointF(cellX(scene, i, area), toY(cells[i].lowestLoss - m_base, area));
  painter.setPen(QPen(scene.theme.quietText, scene.theme.px(1)));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(line);
}

// What lies beyond the axis is not shown on it: an arrow at the border says that it is there.
void SweepPoints::paintFinal(QPainter& painter, const SweepScene& scene, const QRectF& area) const {
  const std::vector<Cell>& cells = scene.result->cells;
  const double radius = scene.theme.px(radiusOf(scene));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto number = scene.isShown(i) ? shownNumber(cells[i], scene.value) : std::nullopt;
    if (!number) continue;
    const double x = cellX(scene, i, area);
    const double shown = *number - m_base;
    const bool isOnFloor = m_scale.logarithmic && shown < m_scale.range.lower;
    if (m_scale.range.contains(shown) || isOnFloor) {
      paintPoint(painter, {x, toY(shown, area)}, cells[i].outcome, radius, scene.theme);
      continue;
    }
    const double up = shown > m_scale.range.upper ? -1 : 1;
    const QPointF tip(x, up < 0 ? area.top() : area.bottom());
    painter.setPen(QPen(scene.theme.quietText, scene.theme.px(1.2)));
    painter.drawPolyline(
        QPolygonF({tip + QPointF(-radius, -2 * up * radius), tip, tip + QPointF(radius, -2 * up * radius)}));
  }
}

// Where there is no legend: over each stretch that is wide enough, half-way up, where losses seldom are.
void SweepPoints::paintNames(QPainter& painter, const SweepScene& scene, const QRectF& area) const {
  const Theme& theme = scene.theme;
  painter.setFont(theme.font(kTickText));
  const QFontMetricsF metrics(painter.font());
  const double side = theme.px(4);
  const double cellWidth = area.width() / static_cast<double>(scene.result->cells.size());
  constexpr float opaque = 0.8F;
  QColor paper = theme.card;
  paper.setAlphaF(opaque);
  for (const auto& [first, last, outcome] : stretchesOf(scene)) {
    const QString name = wording::coreText(cellOutcomeName(outcome));
    QRectF box(0, area.center().y(), metrics.horizontalAdvance(name) + 2 * side, metrics.height());
    const double left = area.left() + static_cast<double>(first) * cellWidth;
    const double right = area.left() + static_cast<double>(last + 1) * cellWidth;
    if (box.width() > right - left || box.height() > 0.5 * area.height()) continue;
    box.moveLeft(0.5 * (left + right - box.width()));
    // Beside the line of the run, if that stands there.
    if (const auto line = scene.mark ? std::optional(toX(scene, scene.mark->place.x(), area)) : std::nullopt;
        line && *line > box.left() - side && *line < box.right() + side) {
      const QRectF stretch(QPointF(left, box.top()), QPointF(right, box.bottom()));
      const bool isRoomBefore = *line - stretch.left() > stretch.right() - *line;
      box.moveLeft(isRoomBefore ? *line - side - box.width() : *line + side);
      if (!stretch.contains(box)) continue;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawRoundedRect(box, theme.px(3), theme.px(3));
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignCenter, name);
  }
}

}  // namespace ravine
