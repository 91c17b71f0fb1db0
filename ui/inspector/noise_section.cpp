#include "ui/inspector/noise_section.h"

#include <QPushButton>
#include <QRandomGenerator>

#include "ui/inspector/parameter_form.h"

namespace ravine {

NoiseSection::NoiseSection(Laboratory& laboratory, QWidget* parent)
    : SettingsSection(laboratory, tr("GRADIENT NOISE"), parent) {
  m_parameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the noise"), [&](Run& r) { r.noise[id] = value; });
  });
  form().addWidget(m_parameters);
  m_newSeed = new QPushButton(tr("New seed"));
  m_newSeed->setObjectName(QStringLiteral("newSeed"));
  m_newSeed->setToolTip(tr("Another sequence of noise; needs a sigma above 0"));
  m_newSeed->setFocusPolicy(Qt::TabFocus);
  connect(m_newSeed, &QPushButton::clicked, this, [this] {
    constexpr quint32 mostSeeds = 1'000'000;  // short enough to be said aloud
    const std::int64_t seed = QRandomGenerator::global()->bounded(mostSeeds);
    edit(tr("New seed"), [&](Run& r) { r.noise["seed"] = seed; });
  });
  form().addWidget(m_newSeed, 0, Qt::AlignLeft);
}

void NoiseSection::show(const SelectedRuns& runs) {
  m_parameters->show([](const Run&) { return std::string("noise"); }, noiseParameters(),
                     [](const Run& r) -> const ParameterSet& { return r.noise; }, runs);
  m_newSeed->setEnabled(runs.common(hasNoise) == true);
}

}  // namespace ravine
