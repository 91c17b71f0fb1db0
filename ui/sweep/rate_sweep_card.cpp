#include "ui/sweep/rate_sweep_card.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "ui/sweep/sweep_view.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kRates = 401;  // so many that steps between round ends are round

// With two digits, or as they are where nothing would be left.
Interval roundedInward(const Interval& rates) {
  const auto unit = [](double rate) { return std::pow(10, std::floor(std::log10(rate)) - 1); };
  constexpr double rounding = 1e-9;
  const Interval inner{std::ceil(rates.lower / unit(rates.lower) - rounding) * unit(rates.lower),
                       std::floor(rates.upper / unit(rates.upper) + rounding) * unit(rates.upper)};
  return inner.lower < inner.upper ? inner : rates;
}

}  // namespace

RateSweepCard::RateSweepCard(Laboratory& laboratory, QWidget* parent)
    : Card(parent), m_laboratory(laboratory), m_origin(laboratory.document().origin()) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 6, 8, 4);
  layout->setSpacing(2);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(4, 0, 0, 0);
  head->setSpacing(6);
  layout->addLayout(head);
  head->addWidget(makeLabel(tr("Every η"), {"strong"}));
  m_note = new ElidedLabel;
  m_note->setObjectName(QStringLiteral("rateSweepNote"));
  m_note->setProperty("quiet", true);
  m_note->setProperty("small", true);
  m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  head->addWidget(m_note, 1);
  auto* close = new QToolButton;
  close->setObjectName(QStringLiteral("closeRateSweep"));
  close->setText(QStringLiteral("✕"));
  close->setProperty("flat", true);
  close->setFocusPolicy(Qt::TabFocus);
  close->setToolTip(tr("Close this chart"));
  close->setAccessibleName(close->toolTip());
  head->addWidget(close);
  m_view = new SweepView(laboratory);
  m_view->setBare();
  layout->addWidget(m_view, 1);

  connect(close, &QToolButton::clicked, this, [this] {
    m_laboratory.document().edit(tr("Close the chart of every η"),
                                 [](Experiment& experiment) { experiment.charts.everyRate = false; });
  });
  connect(m_view, &SweepView::told, this, &RateSweepCard::tell);
  connect(m_view, &SweepView::progressed, this, [this] { tell({}); });
  connect(m_view, &SweepView::partWanted, this, &RateSweepCard::zoomTo);
  connect(m_view, &SweepView::allWanted, this, [this] {
    suggest();
    refresh();
  });
  connect(&laboratory, &Laboratory::changed, this, &RateSweepCard::follow);
  suggest();
}

void RateSweepCard::finish() {
  if (isVisible()) m_view->finish();
}

// While nobody sees it nothing is worked out.
void RateSweepCard::showEvent(QShowEvent* event) {
  Card::showEvent(event);
  refresh();
}

void RateSweepCard::follow(const Change& change) {
  if (change.loaded) return bringZoomBack();
  if (!m_isZoomed) suggest();
  if (isVisible()) refresh();
}

// What an undo or a redo across a load brings back is seen as it was left.
void RateSweepCard::bringZoomBack() {
  m_zooms[std::exchange(m_origin, m_laboratory.document().origin())] = zoom();
  const auto known = m_zooms.find(m_origin);
  setZoom(known == m_zooms.end() ? std::nullopt : known->second);
}

void RateSweepCard::suggest() {
  const Run& run = m_laboratory.selectedRun();
  const RunResultPtr result = m_laboratory.selectedResult();
  const bool isKnown = result && result->run.lossFunction == run.lossFunction;
  m_rates = isKnown ? ratesAboutTheLimit(run, *result->landscape, kRates) : suggestedAxis(run, quantity::rate, kRates);
  m_isZoomed = false;
}

// Until double precision ends, which is said; what was shown stays.
void RateSweepCard::zoomTo(const ravine::Box& parts) {
  const Run& run = m_laboratory.selectedRun();
  const SweepAxis rates = roundPartOf(run, m_rates, parts.x, kRates);
  if (const Problems problems = validate(Sweep{run, rates, {}}); !problems.empty())
    return tell(parts.x.length() < 1 ? tr("No further: here double precision ends") : problemText(problems, run));
  m_rates = rates;
  m_isZoomed = true;
  refresh();
}

std::optional<Interval> RateSweepCard::zoom() const {
  return m_isZoomed ? std::optional(Interval{m_rates.from, m_rates.to}) : std::nullopt;
}

void RateSweepCard::setZoom(const std::optional<Interval>& rates) {
  suggest();
  if (rates) {
    m_rates.from = rates->lower;
    m_rates.to = rates->upper;
    m_isZoomed = true;
  }
  if (isVisible()) refresh();
}

void RateSweepCard::refresh() {
  const Run& run = m_laboratory.selectedRun();
  const Problems problems = m_view->showSweep(m_rates, {}, SweepValue::losses);
  tell(problems.empty() ? QString() : problemText(problems, run));
}

void RateSweepCard::tell(const QString& sentence) {
  m_note->setText(sentence.isEmpty() ? note() : sentence);
}

// "arrives: 0.02–0.09"
QString RateSweepCard::note() const {
  if (!m_view->scene()) return {};
  const SweepResult& result = *m_view->scene()->result;
  const auto best = bestRates(result);
  if (!best || !m_view->scene()->standings.empty()) return {};
  const Interval rates = roundedInward({result.sweep.x.at(best->from), result.sweep.x.at(best->to)});
  const QString from = wording::number(rates.lower);
  const QString to = wording::number(rates.upper);
  const QString range = from == to ? from : from + QStringLiteral("–") + to;
  return best->arrive ? tr("arrives: %1", "at the lowest minimum, with these η").arg(range)
                      : tr("lowest: %1", "losses, with these η").arg(range);
}

}  // namespace ravine
