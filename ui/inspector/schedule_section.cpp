#include "ui/inspector/schedule_section.h"

#include <QComboBox>

#include "ui/inspector/form.h"
#include "ui/inspector/parameter_form.h"
#include "ui/inspector/schedule_preview.h"

namespace ravine {

ScheduleSection::ScheduleSection(Laboratory& laboratory, QWidget* parent)
    : SettingsSection(laboratory, tr("SCHEDULE"), parent) {
  m_schedule = addList(form(), tr("Shape"), QStringLiteral("schedule"));
  fill(*m_schedule, schedules());
  connect(m_schedule, &QComboBox::activated, this, &ScheduleSection::choose);
  m_parameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the schedule"), [&](Run& r) { r.schedule.parameters[id] = value; });
  });
  form().addWidget(m_parameters);
  m_warmUp = addWhole(tr("Warm-up"), QStringLiteral("warm-up"), &Run::warmUp, tr("Change the warm-up"));
  m_warmUp->setHint(tr("So many steps climb to the first rate before the schedule begins; 0 is none"));
  m_steps = addWhole(tr("Steps"), QStringLiteral("steps"), &Run::steps, tr("Change steps"));
  form().addSpacing(2);
  form().addWidget(new SchedulePreview(laboratory));
}

EntryField* ScheduleSection::addWhole(const QString& label, const QString& name, std::int64_t Run::*member,
                                      const QString& text) {
  return addField(form(), label, name, [this, name, member, text](const QString& entered) {
    return editWhole(text, entered, name.toStdString(), member);
  });
}

void ScheduleSection::choose(int row) {
  const ScheduleInfo& info = schedules().at(static_cast<std::size_t>(row));
  if (info.id == run().schedule.id) return;
  edit(tr("Change the schedule"), [&](Run& r) {
    r.lr = nominalRate(r);  // η stays what it was when it moves between lr and a parameter of the schedule
    r.schedule = {info.id, info.suggest(r.lr, r.steps)};
  });
}

void ScheduleSection::show(const Run& run) {
  const ScheduleInfo& info = scheduleInfo(run);
  showChoice(*m_schedule, run.schedule.id);
  m_schedule->setToolTip(
      QStringLiteral("η(t) = %1\n%2").arg(wording::coreText(info.formula), wording::coreText(info.description)));
  m_parameters->show(run.schedule.id, info.parameters, run.schedule.parameters, run.id);
  m_warmUp->show(QString::number(run.warmUp), run.id);
  m_steps->show(QString::number(run.steps), run.id);
}

}  // namespace ravine
