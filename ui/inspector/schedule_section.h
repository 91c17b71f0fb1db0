// How the learning rate of the selected run changes from step to step, and how many steps there are.
#pragma once

#include "ui/inspector/settings_section.h"

class QComboBox;

namespace ravine {

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
  void choose(int row);

  QComboBox* m_schedule;
  QWidget* m_preview;
  QWidget* m_place;  // of the preview, as long as that is in sight
  ParameterForm* m_parameters;
  EntryField* m_warmUp;
  EntryField* m_steps;
};

}  // namespace ravine
