#include "ui/inspector/rate_section.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>
#include <chrono>
#include <limits>

#include "core/base/number_text.h"
#include "core/diagnosis/local_stability.h"
#include "ui/control/rate_entry.h"
#include "ui/inspector/form.h"
#include "ui/inspector/rate_slider.h"
#include "ui/look/card.h"
#include "ui/look/icon.h"
#include "ui/look/scaling.h"

namespace ravine {
namespace {

constexpr std::chrono::milliseconds kRest{200};

}  // namespace

RateSection::RateSection(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent),
      m_laboratory(laboratory),
      m_bestRates(laboratory.lanes().searches, [this](const Found& found) { showBestRate(found); }) {
  m_rest.setSingleShot(true);
  m_rest.setInterval(kRest);
  m_rest.callOnTimeout(this, &RateSection::lookForBestRate);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(13, 0, 11, 0);
  layout->setSpacing(3);
  addField();
  addSlider();
  auto* line = new QHBoxLayout;
  m_limitCaption = makeLabel({}, {"quiet"});
  m_limit = makeLabel({});
  m_limit->setObjectName(QStringLiteral("limit"));
  m_limit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_limit->setTextInteractionFlags(Qt::TextSelectableByMouse);
  line->addWidget(m_limitCaption);
  line->addWidget(m_limit, 1);
  layout->addLayout(line);

  connect(&laboratory, &Laboratory::changed, this, &RateSection::follow);
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &RateSection::followPlayhead);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &RateSection::followPlayhead);
  follow({.experiment = true, .results = true, .selection = true});
}

void RateSection::addField() {
  auto* line = new QHBoxLayout;
  line->setSpacing(6);
  QLabel* caption = makeLabel(tr("Learning rate η"), {"strong"});
  line->addWidget(caption);
  m_field = new EntryField([this](const QString& text) {
    return takeRate(text, [this](double rate) {
      return m_laboratory.editSelection(tr("Change η"), [rate](Run& r) { setNominalRate(r, rate); });
    });
  });
  m_field->setObjectName(QStringLiteral("rate"));
  m_field->setAccessibleName(tr("Learning rate"));
  m_field->setHint(tr("The learning rate η, such as 0.05 or 3e-4. [ halves it, ] doubles it."));
  caption->setBuddy(m_field);
  line->addWidget(m_field, 1);
  auto* zoom = new QToolButton;
  zoom->setObjectName(QStringLiteral("zoomRate"));
  zoom->setCheckable(true);
  zoom->setFocusPolicy(Qt::TabFocus);
  zoom->setToolTip(tr("One decade round the stability limit on the slider"));
  zoom->setAccessibleName(zoom->toolTip());
  setBaseIconSize(*zoom, 14);
  const auto paintIcon = [this, zoom] {
    const Theme& theme = m_laboratory.theme();
    zoom->setIcon(themedIcon(QStringLiteral("zoom"), zoom->isChecked() ? theme.onAccent : theme.text));
  };
  paintIcon();
  connect(&m_laboratory.themes(), &ThemeSource::changed, zoom, paintIcon);
  connect(zoom, &QToolButton::toggled, zoom, paintIcon);
  line->addWidget(zoom);
  static_cast<QVBoxLayout*>(layout())->addLayout(line);
  addProblemLine(*static_cast<QVBoxLayout*>(layout()), *m_field);
  m_slider = new RateSlider(m_laboratory.themes());
  connect(zoom, &QToolButton::toggled, m_slider, &RateSlider::setZoomed);
  connect(m_slider, &RateSlider::zoomedChanged, zoom, &QToolButton::setChecked);
}

void RateSection::addSlider() {
  m_slider->setObjectName(QStringLiteral("slider"));
  connect(m_slider, &RateSlider::moved, this, [this](double rate, int gesture) {
    m_laboratory.editSelection(
        tr("Change η"), [&](Run& r) { setNominalRate(r, rate); }, gesture);
  });
  layout()->addWidget(m_slider);
}

void RateSection::follow(const Change& change) {
  if (change.loaded) m_field->forget();
  if (change.experiment || change.selection) showRates();
  showResult();
}

void RateSection::showRates() {
  const SelectedRuns runs = m_laboratory.selectedRuns();
  const auto common = runs.common(nominalRate);
  m_field->show(common ? std::optional(exactText(*common)) : std::nullopt, runs.lookedAt().id);
  m_slider->setRate(nominalRate(runs.lookedAt()));
  std::vector<double> others;
  for (const Run* run : runs.all())
    if (run->id != runs.lookedAt().id) others.push_back(nominalRate(*run));
  m_slider->setOthers(std::move(others));
}

void RateSection::showResult() {
  m_result = m_laboratory.selectedResult();
  if (!m_result) return forgetResult();
  const bool isToBeFound = m_laboratory.predictions().conceals() || m_laboratory.course().task();
  if (isToBeFound)
    forgetBestRate();
  else
    findBestRate();
  followPlayhead();
}

// Until the first result for a new landscape arrives, nothing of the old one stays.
void RateSection::forgetResult() {
  forgetBestRate();
  m_slider->setLimit(std::numeric_limits<double>::quiet_NaN(), {});
  m_limit->setText(QStringLiteral("…"));
}

void RateSection::followPlayhead() {
  if (!m_result) return;
  const auto playhead = static_cast<std::int64_t>(m_laboratory.timeline().playhead());
  const auto t = static_cast<std::size_t>(std::min(playhead, m_result->trajectory.steps()));
  const std::size_t inside = lastInDomain(m_result->diagnosis, t);
  m_slider->setLimit(m_result->trajectory.stabilityLimits[inside], wording::stabilityFormula(m_result->run));
  m_slider->setCurrentRate(rateAt(*m_result, t));
  showStability(t);
}

// η·λ against 2 where that is the limit, otherwise the limit itself, "≈" where it is a rule of thumb.
void RateSection::showStability(std::size_t t) {
  const RunResult& result = *m_result;
  if (m_laboratory.selection().size() > 1) {
    m_limitCaption->setText(tr("Limit of η at step %1").arg(static_cast<qint64>(t)));
    m_limitCaption->setToolTip(tr("Each of the selected runs has its own"));
    m_limit->setToolTip(m_limitCaption->toolTip());
    m_limit->setText(QStringLiteral("—"));
    return applyStyleSheet(*m_limit, {});
  }
  const double lr = rateAt(result, t);
  const double sharpness = result.trajectory.sharpness[t];
  const double limit = result.trajectory.stabilityLimits[t];
  const QString formula = wording::stabilityFormula(result.run);
  const bool plain = formula == QStringLiteral("2/λ");
  const bool rough = optimizerInfo(result.run).stability == Stability::ruleOfThumb;
  const auto step = static_cast<qint64>(t);
  m_limitCaption->setText(plain ? tr("η · λmax at step %1").arg(step) : tr("Limit of η at step %1").arg(step));
  m_limitCaption->setToolTip(plain               ? tr("Above 2, plain gradient descent jumps ever farther")
                             : formula.isEmpty() ? tr("The length of this method's steps does not follow the curvature")
                             : rough
                                 ? tr("%1, a rule of thumb; λ̃ is the curvature as this method rescales it").arg(formula)
                                 : formula);
  m_limit->setToolTip(m_limitCaption->toolTip());
  m_limit->setAccessibleName(m_limitCaption->text());
  const StabilityHere here = stabilityAt(result, t);
  if (here.verdict == LocalStability::unknown) {
    m_limit->setText(plain               ? wording::number(lr * sharpness, 4)
                     : formula.isEmpty() ? tr("none")
                                         : wording::number(limit));
    applyStyleSheet(*m_limit, {});
    return;
  }
  if (here.crossedAt)
    m_limit->setToolTip(tr("The run bounces all the same: at step %1 η is beyond the limit.").arg(*here.crossedAt));
  const bool good = here.verdict == LocalStability::stable;
  const QString verdict = here.crossedAt                               ? tr("stable here")
                          : good                                       ? tr("stable")
                          : here.verdict == LocalStability::atTheLimit ? tr("at the limit")
                                                                       : tr("unstable");
  m_limit->setText(QStringLiteral("%1%2 %3").arg(rough ? QStringLiteral("≈ ") : QString(),
                                                 wording::number(plain ? lr * sharpness : limit, 4), verdict));
  const Outcome like = !good ? Outcome::diverged : here.crossedAt ? Outcome::oscillating : Outcome::converged;
  const QColor colour = wording::outcomeColour(like, m_laboratory.theme());
  applyStyleSheet(*m_limit, QStringLiteral("color: %1; font-weight: 600;").arg(colour.name()));
}

void RateSection::forgetBestRate() {
  m_asked.reset();
  m_rest.stop();
  m_bestRates.abandon();
  m_slider->setBest(std::nullopt);
}

// The best rate does not depend on the rate that is set, so a drag of the slider does not look for it again.
void RateSection::findBestRate() {
  Run question = m_result->run;
  setNominalRate(question, 1);
  if (question == m_asked) return;
  forgetBestRate();
  m_asked = question;
  m_rest.start();
}

void RateSection::lookForBestRate() {
  m_bestRates.start([question = *m_asked, landscape = m_result->landscape](const CancelPredicate& cancelled) {
    return Found{question, bestRate(question, *landscape, cancelled)};
  });
}

void RateSection::finish() {
  if (m_rest.isActive()) {
    m_rest.stop();
    lookForBestRate();
  }
  m_bestRates.finish();
}

void RateSection::showBestRate(const Found& found) {
  if (found.question != m_asked || !found.answer) return;
  const BestRate& best = *found.answer;
  m_slider->setBest(roundedTo(best.lr, best.exact ? 4 : 3), wording::bestRate(best));
}

}  // namespace ravine
