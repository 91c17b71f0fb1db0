// The loss function of the selected run: a row of the catalogue or a formula of one's own, its parameters, the box to
// look at, and where the run starts.
#pragma once

#include "ui/inspector/settings_section.h"

class QComboBox;

namespace ravine {

class EntryField;
class FormulaField;
class ParameterForm;

class LossSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit LossSection(Laboratory& laboratory, QWidget* parent = nullptr);
  void show(const SelectedRuns& runs) override;

 private:
  void addFunction();
  void addPlaces();
  void choose(int row);
  Problems takeFormula(const QString& text);
  Problems takeDomain(const QString& text);
  Problems takeStart(const QString& text);

  QComboBox* m_function;
  FormulaField* m_formula;
  ParameterForm* m_parameters;
  EntryField* m_domain;
  EntryField* m_start;
};

}  // namespace ravine
