// How the learning rate of the selected run changes from step to step or from epoch to epoch, and how many of them
// there are.
#pragma once

#include "ui/inspector/settings_section.h"

class QComboBox;

namespace ravine {

class CycleAdvice;
class EntryField;
class ParameterForm;

class ScheduleSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit ScheduleSection(Laboratory& laboratory, QWidget* parent = nullptr);
  void show(const SelectedRuns& runs) override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makePreview();
  void placePreview();
  void bringIntoSight();
  EntryField* addWhole(const QString& label, const QString& name, const QString& text,
                       const std::function<void(Run&, std::int64_t)>& set);
  void addUnit();
  void addLengths();
  void choose(int row);
  Problems takeEpochs(const QString& text);
  void showUnit(const SelectedRuns& runs);
  void showLengths(const SelectedRuns& runs);

  QComboBox* m_schedule;
  QWidget* m_preview;
  QWidget* m_place;  // of the preview, as long as that is in sight
  ParameterForm* m_parameters;
  QWidget* m_unitPart;
  QComboBox* m_unit;
  CycleAdvice* m_cycles;
  EntryField* m_warmUp;
  EntryField* m_steps;
  QWidget* m_epochsPart;
  EntryField* m_epochs;
};

}  // namespace ravine
