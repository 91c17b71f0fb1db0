#include "ui/inspector/noise_section.h"

#include <QPushButton>

#include "ui/inspector/parameter_form.h"

namespace ravine {

NoiseSection::NoiseSection(Laboratory& laboratory, QWidget* parent)
    : SettingsSection(laboratory, tr("GRADIENT NOISE"), parent) {
  m_parameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the noise"), [&](Run& r) { r.noise[id] = value; });
  });
  form().addWidget(m_parameters);
  m_newSeed = addNewSeed(QStringLiteral("newSeed"), tr("Another sequence of noise; needs a sigma above 0"),
                         [](Run& r, std::int64_t seed) { r.noise["seed"] = seed; });
}

void NoiseSection::show(const SelectedRuns& runs) {
  m_parameters->show([](const Run&) { return std::string("noise"); }, noiseParameters(),
                     [](const Run& r) -> const ParameterSet& { return r.noise; }, runs);
  m_newSeed->setEnabled(runs.common(hasNoise) == true);
}

}  // namespace ravine
