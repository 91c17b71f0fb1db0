#include "ui/inspector/settings_page.h"

#include <QVBoxLayout>

#include "ui/inspector/entry_field.h"
#include "ui/inspector/loss_section.h"
#include "ui/inspector/noise_section.h"
#include "ui/inspector/optimizer_section.h"
#include "ui/inspector/schedule_section.h"

namespace ravine {

SettingsPage::SettingsPage(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent), m_laboratory(laboratory), m_optimizer(new OptimizerSection(laboratory)) {
  setObjectName(QStringLiteral("inspectorForm"));
  m_sections = {new LossSection(laboratory), m_optimizer, new ScheduleSection(laboratory),
                new NoiseSection(laboratory)};
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(13, 0, 13, 0);
  layout->setSpacing(5);
  for (SettingsSection* section : m_sections) layout->addWidget(section);
  layout->addStretch(1);

  connect(&laboratory, &Laboratory::changed, this, &SettingsPage::refresh);
  connect(&laboratory.timeline(), &Timeline::playheadChanged, m_optimizer, &OptimizerSection::followPlayhead);
  refresh({.experiment = true, .results = true, .selection = true});
}

void SettingsPage::finish() {
  m_optimizer->finish();
}

void SettingsPage::refresh(const Change& change) {
  if (change.loaded)  // ids mean other runs now
    for (EntryField* field : findChildren<EntryField*>()) field->forget();
  if (change.experiment || change.selection)
    for (SettingsSection* section : m_sections) section->show(m_laboratory.selectedRun());
  m_optimizer->showResult(m_laboratory.selectedResult());
}

}  // namespace ravine
