#include "ui/inspector/optimizer_section.h"

#include <QComboBox>

#include "ui/inspector/form.h"
#include "ui/inspector/parameter_form.h"

namespace ravine {
namespace {

const std::string& idOf(const Run& run) {
  return run.optimizer.id;
}

}  // namespace

OptimizerSection::OptimizerSection(Laboratory& laboratory, QWidget* parent)
    : SettingsSection(laboratory, tr("OPTIMIZER"), parent) {
  m_optimizer = addList(form(), tr("Method"), QStringLiteral("optimizer"));
  fill(*m_optimizer, optimizers());
  connect(m_optimizer, &QComboBox::activated, this, &OptimizerSection::choose);
  m_parameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the optimizer"), [&](Run& r) { r.optimizer.parameters[id] = value; });
  });
  form().addWidget(m_parameters);
}

void OptimizerSection::choose(int row) {
  const OptimizerInfo& info = optimizers().at(static_cast<std::size_t>(row));
  if (runs().common(idOf) != info.id) edit(tr("Change the optimizer"), [&](Run& r) { r.optimizer = {info.id, {}}; });
}

void OptimizerSection::show(const SelectedRuns& runs) {
  const OptimizerInfo& info = optimizerInfo(runs.lookedAt());
  const auto id = runs.common(idOf);
  showChoice(*m_optimizer, id);
  m_optimizer->setToolTip(id ? wording::coreText(info.updateRule) + '\n' + wording::coreText(info.description)
                             : tr("The selected runs have different methods"));
  m_parameters->show(
      idOf, info.parameters, [](const Run& r) -> const ParameterSet& { return r.optimizer.parameters; }, runs);
}

}  // namespace ravine
