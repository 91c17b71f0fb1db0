#include "ui/inspector/settings_page.h"

#include <QVBoxLayout>

#include "ui/control/entry_field.h"
#include "ui/inspector/batch_section.h"
#include "ui/inspector/data_section.h"
#include "ui/inspector/loss_section.h"
#include "ui/inspector/noise_section.h"
#include "ui/inspector/optimizer_section.h"
#include "ui/inspector/schedule_section.h"

namespace ravine {

SettingsPage::SettingsPage(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  setObjectName(QStringLiteral("inspectorForm"));
  m_sections = {new LossSection(laboratory),      new DataSection(laboratory),     new BatchSection(laboratory),
                new OptimizerSection(laboratory), new ScheduleSection(laboratory), new NoiseSection(laboratory)};
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(13, 0, 13, 0);
  layout->setSpacing(5);
  for (SettingsSection* section : m_sections) layout->addWidget(section);
  layout->addStretch(1);

  connect(&laboratory, &Laboratory::changed, this, &SettingsPage::refresh);
  refresh({.experiment = true, .results = true, .selection = true});
}

void SettingsPage::refresh(const Change& change) {
  if (change.loaded)  // ids mean other runs now
    for (EntryField* field : findChildren<EntryField*>()) field->forget();
  if (change.experiment || change.selection)
    for (SettingsSection* section : m_sections) section->show(m_laboratory.selectedRuns());
}

}  // namespace ravine
