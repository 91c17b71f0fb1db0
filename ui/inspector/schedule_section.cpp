#include "ui/inspector/schedule_section.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <algorithm>

#include "ui/inspector/form.h"
#include "ui/inspector/parameter_form.h"
#include "ui/inspector/schedule_canvas.h"
#include "ui/inspector/schedule_dialog.h"
#include "ui/look/icon.h"
#include "ui/look/scaling.h"

namespace ravine {

ScheduleSection::ScheduleSection(Laboratory& laboratory, QWidget* parent)
    : SettingsSection(laboratory, tr("SCHEDULE"), parent) {
  m_schedule = addList(form(), tr("Shape"), QStringLiteral("schedule"));
  fill(*m_schedule, schedules());
  connect(m_schedule, &QComboBox::activated, this, &ScheduleSection::choose);
  m_preview = makePreview();
  form().addWidget(m_place = new QWidget);  // above its numbers, to be seen while they are edited
  m_parameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the schedule"), [&](Run& r) { r.schedule.parameters[id] = value; });
  });
  form().addWidget(m_parameters);
  m_warmUp = addWhole(tr("Warm-up"), QStringLiteral("warm-up"), tr("Change the warm-up"),
                      [](Run& run, std::int64_t steps) { run.warmUp = steps; });
  m_warmUp->setHint(tr("So many steps climb to the first rate before the schedule begins; 0 is none"));
  m_steps = addWhole(tr("Steps"), QStringLiteral("steps"), tr("Change steps"), setSteps);
  m_steps->setHint(tr("Lengths in the schedule that you have not set yourself follow"));
}

// The schedule, and beside it the button that opens a larger picture of it to draw on.
QWidget* ScheduleSection::makePreview() {
  auto* preview = new QWidget(this);
  preview->setObjectName(QStringLiteral("schedulePreview"));
  preview->setAttribute(Qt::WA_StyledBackground);  // fields are scrolled under it
  auto* line = new QHBoxLayout(preview);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(6);
  line->addWidget(new ScheduleCanvas(laboratory(), ScheduleCanvas::Use::preview), 1);
  auto* draw = new QToolButton;
  draw->setObjectName(QStringLiteral("drawSchedule"));
  draw->setFocusPolicy(Qt::TabFocus);
  draw->setToolTip(tr("Draw the schedule by hand"));
  draw->setAccessibleName(draw->toolTip());
  setBaseIconSize(*draw, 16);
  const auto paintIcon = [this, draw] { draw->setIcon(themedIcon(QStringLiteral("draw"), laboratory().theme().text)); };
  paintIcon();
  connect(&laboratory().themes(), &ThemeSource::changed, draw, paintIcon);
  connect(draw, &QToolButton::clicked, this, [this] { (new ScheduleDialog(laboratory(), window()))->show(); });
  line->addWidget(draw);
  return preview;
}

// In its place, or at the upper edge of what is seen of the section when that has been scrolled away.
void ScheduleSection::placePreview() {
  const int height = m_preview->sizeHint().height();
  m_place->setFixedHeight(height);
  int top = m_place->y();
  if (const QWidget* page = parentWidget(); page && page->parentWidget())
    top = std::max(top, mapFrom(page->parentWidget()->parentWidget(), QPoint(0, 0)).y());
  m_preview->setGeometry(m_place->x(), std::min(top, this->height() - height), m_place->width(), height);
  m_preview->raise();
}

bool ScheduleSection::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Move || event->type() == QEvent::Resize) placePreview();
  return SettingsSection::eventFilter(watched, event);
}

// The page moves under its viewport when it is scrolled.
void ScheduleSection::showEvent(QShowEvent* event) {
  SettingsSection::showEvent(event);
  for (QObject* each :
       {static_cast<QObject*>(parentWidget()), static_cast<QObject*>(this), static_cast<QObject*>(m_place)})
    each->installEventFilter(this);
  placePreview();
}

EntryField* ScheduleSection::addWhole(const QString& label, const QString& name, const QString& text,
                                      const std::function<void(Run&, std::int64_t)>& set) {
  return addField(form(), label, name, [this, name, text, set](const QString& entered) {
    return editWhole(text, entered, name.toStdString(), set);
  });
}

void ScheduleSection::choose(int row) {
  const ScheduleInfo& info = schedules().at(static_cast<std::size_t>(row));
  if (runs().common([](const Run& r) { return r.schedule.id; }) == info.id) return;
  edit(tr("Change the schedule"), [&](Run& r) {
    r.lr = nominalRate(r);  // η stays what it was when it moves between lr and a parameter of the schedule
    r.schedule = {info.id, info.suggest(r.lr, r.steps)};
  });
  // Its shape and numbers are what one looks at next.
  QMetaObject::invokeMethod(this, &ScheduleSection::bringIntoSight, Qt::QueuedConnection);
}

void ScheduleSection::bringIntoSight() {
  QWidget* widget = parentWidget();
  while (widget && !qobject_cast<QScrollArea*>(widget)) widget = widget->parentWidget();
  if (auto* scroll = qobject_cast<QScrollArea*>(widget)) scroll->verticalScrollBar()->setValue(y());
}

void ScheduleSection::show(const SelectedRuns& runs) {
  const ScheduleInfo& info = scheduleInfo(runs.lookedAt());
  const auto idOf = [](const Run& r) { return r.schedule.id; };
  const auto id = runs.common(idOf);
  showChoice(*m_schedule, id);
  m_schedule->setToolTip(
      id ? QStringLiteral("η(t) = %1\n%2").arg(wording::coreText(info.formula), wording::coreText(info.description))
         : tr("The selected runs have different schedules"));
  m_parameters->show(
      idOf, info.parameters, [](const Run& r) -> const ParameterSet& { return r.schedule.parameters; }, runs);
  const RunId whose = runs.lookedAt().id;
  m_warmUp->show(runs.common([](const Run& r) { return QString::number(r.warmUp); }), whose);
  m_steps->show(runs.common([](const Run& r) { return QString::number(r.steps); }), whose);
}

}  // namespace ravine
