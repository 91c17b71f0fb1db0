// The method of the selected runs with its parameters.
#pragma once

#include "ui/inspector/settings_section.h"

class QComboBox;

namespace ravine {

class ParameterForm;

class OptimizerSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit OptimizerSection(Laboratory& laboratory, QWidget* parent = nullptr);
  void show(const SelectedRuns& runs) override;

 private:
  void choose(int row);

  QComboBox* m_optimizer;
  ParameterForm* m_parameters;
};

}  // namespace ravine
