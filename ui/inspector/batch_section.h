// How many rows of their data each step of the selected runs sees, and in which order. Not there where a run has a
// function without data.
#pragma once

#include <vector>

#include "ui/inspector/settings_section.h"

class QLabel;
class QToolButton;

namespace ravine {

class ParameterForm;

class BatchSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit BatchSection(Laboratory& laboratory, QWidget* parent = nullptr);
  void show(const SelectedRuns& runs) override;

 private:
  struct Size {
    std::int64_t rows;  // 0: all
    QToolButton* button;
  };

  void addSizes();
  Problems setParameter(const std::string& id, const ParameterValue& value);

  std::vector<Size> m_sizes;
  ParameterForm* m_parameters;
  QLabel* m_epochs;
  QPushButton* m_newSeed;
};

}  // namespace ravine
