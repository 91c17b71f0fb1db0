// The noise in the gradient of the selected run.
#pragma once

#include "ui/inspector/settings_section.h"

class QPushButton;

namespace ravine {

class ParameterForm;

class NoiseSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit NoiseSection(Laboratory& laboratory, QWidget* parent = nullptr);
  void show(const SelectedRuns& runs) override;

 private:
  ParameterForm* m_parameters;
  QPushButton* m_newSeed;
};

}  // namespace ravine
