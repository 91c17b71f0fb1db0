#include "ui/inspector/optimizer_section.h"

#include <QComboBox>
#include <algorithm>
#include <limits>

#include "core/diagnosis/local_stability.h"
#include "ui/inspector/form.h"
#include "ui/inspector/parameter_form.h"
#include "ui/inspector/rate_slider.h"

namespace ravine {

OptimizerSection::OptimizerSection(Laboratory& laboratory, QWidget* parent)
    : SettingsSection(laboratory, tr("OPTIMIZER"), parent),
      m_bestRates(laboratory.lanes().searches, [this](const Found& found) { showBestRate(found); }) {
  m_optimizer = addList(form(), tr("Method"), QStringLiteral("optimizer"));
  fill(*m_optimizer, optimizers());
  connect(m_optimizer, &QComboBox::activated, this, &OptimizerSection::choose);
  addRate();
  m_parameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the optimizer"), [&](Run& r) { r.optimizer.parameters[id] = value; });
  });
  form().addWidget(m_parameters);
}

void OptimizerSection::addRate() {
  m_rate = addField(form(), tr("Learning rate"), QStringLiteral("rate"), [this](const QString& text) -> Problems {
    const auto rate = parseNumber(text.toStdString());
    if (!rate)
      return cannotBeRead("η", text, CORE_TEXT("Problem", "write a number such as %1 or %2").with("0.05", "3e-4"));
    return edit(tr("Change η"), [&](Run& r) { setNominalRate(r, *rate); });
  });
  m_rate->setHint(tr("The learning rate η. [ halves it, ] doubles it."));
  m_slider = new RateSlider(laboratory().themes());
  m_slider->setObjectName(QStringLiteral("slider"));
  connect(m_slider, &RateSlider::moved, this, [this](double rate, int gesture) {
    edit(
        tr("Change η"), [&](Run& r) { setNominalRate(r, rate); }, gesture);
  });
  form().addWidget(m_slider);
}

void OptimizerSection::choose(int row) {
  const OptimizerInfo& info = optimizers().at(static_cast<std::size_t>(row));
  if (info.id != run().optimizer.id) edit(tr("Change the optimizer"), [&](Run& r) { r.optimizer = {info.id, {}}; });
}

void OptimizerSection::show(const Run& run) {
  const OptimizerInfo& info = optimizerInfo(run);
  showChoice(*m_optimizer, run.optimizer.id);
  m_optimizer->setToolTip(wording::coreText(info.updateRule) + '\n' + wording::coreText(info.description));
  m_parameters->show(run.optimizer.id, info.parameters, run.optimizer.parameters, run.id);
  m_rate->show(exactText(nominalRate(run)), run.id);
  m_slider->setRate(nominalRate(run));
}

void OptimizerSection::showResult(const RunResultPtr& result) {
  m_result = result;
  if (!result) return forgetResult();
  findBestRate();
  followPlayhead();
}

// Until the first result for a new landscape arrives, nothing of the old one stays.
void OptimizerSection::forgetResult() {
  m_asked.reset();
  m_slider->setBest(std::nullopt);
  m_slider->setLimit(std::numeric_limits<double>::quiet_NaN(), {});
}

void OptimizerSection::followPlayhead() {
  if (!m_result) return;
  const auto playhead = static_cast<std::int64_t>(laboratory().timeline().playhead());
  const auto t = static_cast<std::size_t>(std::min(playhead, m_result->trajectory.steps()));
  const std::size_t inside = lastInDomain(m_result->diagnosis, t);
  m_slider->setLimit(m_result->trajectory.stabilityLimits[inside], wording::stabilityFormula(m_result->run));
  m_slider->setCurrentRate(rateAt(*m_result, t));
}

// The best rate does not depend on the rate that is set, so a drag of the slider does not look for it again.
void OptimizerSection::findBestRate() {
  Run question = m_result->run;
  setNominalRate(question, 1);
  if (question == m_asked) return;
  m_asked = question;
  m_slider->setBest(std::nullopt);
  m_bestRates.start([question, landscape = m_result->landscape](const CancelPredicate& cancelled) {
    return Found{question, bestRate(question, *landscape, cancelled)};
  });
}

void OptimizerSection::showBestRate(const Found& found) {
  if (found.question != m_asked || !found.answer) return;
  const BestRate& best = *found.answer;
  const double lr = best.exact ? best.lr : QString::number(best.lr, 'g', 3).toDouble();
  m_slider->setBest(lr, wording::bestRate(best));
}

}  // namespace ravine
