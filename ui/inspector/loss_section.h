// The loss function of the selected run: a row of the catalogue, a model or a formula of one's own, its parameters, the
// box to look at, and where the run starts.
#pragma once

#include "ui/inspector/settings_section.h"

class QComboBox;
class QLabel;
class QToolButton;

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
  void showFormula(const SelectedRuns& runs);
  Problems takeFormula(const QString& text);
  Problems takeDomain(const QString& text);
  Problems takeStart(const QString& text);

  QComboBox* m_function;
  FormulaField* m_formula;
  QToolButton* m_larger;  // field for it
  QLabel* m_model;        // what a model says and what it is blamed for, in place of a formula
  ParameterForm* m_parameters;
  EntryField* m_domain;
  EntryField* m_start;
};

}  // namespace ravine
