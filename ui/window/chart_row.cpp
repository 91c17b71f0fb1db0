#include "ui/window/chart_row.h"

#include <QHBoxLayout>

#include "ui/chart/chart_card.h"
#include "ui/export/sheet.h"
#include "ui/sweep/rate_sweep_card.h"

namespace ravine {

ChartRow::ChartRow(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  constexpr int gap = 10;
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(gap);
  line->addWidget(m_loss = new ChartCard(laboratory, ChartCard::Kind::loss), 16);
  line->addWidget(m_rate = new ChartCard(laboratory, ChartCard::Kind::rate), 11);
  line->addWidget(m_everyRate = new RateSweepCard(laboratory), 13);
  m_everyRate->hide();
  connect(&laboratory, &Laboratory::changed, this, &ChartRow::showCards);
}

void ChartRow::allow(bool loss, bool rate) {
  m_allowsLoss = loss;
  m_allowsRate = rate;
  showCards();
}

// Where three have no room the chart of every η, which somebody has asked for, stands in place of the rate's.
void ChartRow::showCards() {
  constexpr int widthForThree = 520;  // at scale 1
  const bool every = m_laboratory.experiment().charts.everyRate;
  const bool hasRoom = !every || width() >= m_laboratory.theme().px(widthForThree);
  m_loss->setVisible(m_allowsLoss);
  m_rate->setVisible(m_allowsRate && hasRoom);
  m_everyRate->setVisible(every);
  setVisible(m_allowsLoss || m_allowsRate || every);
}

void ChartRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  showCards();
}

void ChartRow::addTo(ExperimentView& view) const {
  view.lossZoom = m_loss->chart().zoomBox();
  view.rateZoom = m_rate->chart().zoomBox();
  view.everyRateZoom = m_everyRate->zoom();
  view.scheduleNames = m_rate->namesSchedule();
}

void ChartRow::setView(const ExperimentView& view) {
  m_loss->chart().setZoomBox(view.lossZoom);
  m_rate->chart().setZoomBox(view.rateZoom);
  m_everyRate->setZoom(view.everyRateZoom);
  m_rate->nameSchedule(view.scheduleNames);
}

std::optional<SheetContent> ChartRow::contentAt(const QWidget* focused) const {
  const auto isIn = [focused](const QWidget* card) { return focused && card->isAncestorOf(focused); };
  if (isIn(m_loss)) return SheetContent::loss;
  if (isIn(m_rate)) return SheetContent::rate;
  return isIn(m_everyRate) ? std::optional(SheetContent::everyRate) : std::nullopt;
}

void ChartRow::finish() {
  m_everyRate->finish();
}

}  // namespace ravine
