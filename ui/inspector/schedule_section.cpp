#include "ui/inspector/schedule_section.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "core/base/number_text.h"
#include "core/run/cycle_length.h"
#include "core/run/model_run.h"
#include "ui/inspector/cycle_advice.h"
#include "ui/inspector/form.h"
#include "ui/inspector/parameter_form.h"
#include "ui/inspector/schedule_canvas.h"
#include "ui/inspector/schedule_dialog.h"
#include "ui/look/icon.h"
#include "ui/look/scaling.h"

namespace ravine {
namespace {

QString nameOf(TimeUnit unit) {
  return unit == TimeUnit::epochs ? QStringLiteral("epochs") : QStringLiteral("steps");
}

// "12.5"
QString epochsText(const Run& run) {
  constexpr int digits = 6;
  return exactText(roundedTo(epochsOf(run), digits));
}

}  // namespace

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
  addUnit();
  addLengths();
}

void ScheduleSection::addUnit() {
  QVBoxLayout& part = addPart();
  m_unitPart = part.parentWidget();
  m_unit = addList(part, tr("Counts"), QStringLiteral("scheduleUnit"));
  m_unit->addItem(tr("steps"), nameOf(TimeUnit::steps));
  m_unit->addItem(tr("epochs"), nameOf(TimeUnit::epochs));
  connect(m_unit, &QComboBox::activated, this, [this](int row) {
    const TimeUnit unit = row == 0 ? TimeUnit::steps : TimeUnit::epochs;
    edit(tr("Change what the schedule counts"),
         [&](Run& r) { changeSpan(r, [unit](Run& each) { each.scheduleUnit = unit; }); });
  });
  m_cycles = new CycleAdvice(
      [this](std::int64_t epochs) { edit(tr("Change the schedule"), [&](Run& r) { setEpochsUp(r, epochs); }); });
  form().addWidget(m_cycles);
}

void ScheduleSection::addLengths() {
  m_warmUp = addWhole(tr("Warm-up"), QStringLiteral("warm-up"), tr("Change the warm-up"),
                      [](Run& run, std::int64_t steps) { run.warmUp = steps; });
  m_warmUp->setHint(tr("So many steps climb to the first rate before the schedule begins; 0 is none"));
  m_steps = addWhole(tr("Steps"), QStringLiteral("steps"), tr("Change steps"), setSteps);
  m_steps->setHint(tr("Lengths in the schedule that you have not set yourself follow"));
  QVBoxLayout& part = addPart();
  m_epochsPart = part.parentWidget();
  m_epochs =
      addField(part, tr("Epochs"), QStringLiteral("epochs"), [this](const QString& text) { return takeEpochs(text); });
  m_epochs->setHint(tr("The same as steps: so often all rows are gone through"));
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
    r.schedule = {info.id, info.suggest(r.lr, scheduleSpan(r))};
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
  showUnit(runs);
  m_cycles->show(runs);
  showLengths(runs);
}

// A choice only where an epoch is more than a step.
void ScheduleSection::showUnit(const SelectedRuns& runs) {
  m_unitPart->setVisible(runs.common(hasBatches) == true);
  const auto unit = runs.common([](const Run& r) { return r.scheduleUnit; });
  showChoice(*m_unit, unit ? std::optional(nameOf(*unit).toStdString()) : std::nullopt);
  m_unit->setToolTip(unit == TimeUnit::epochs
                         ? tr("Lengths in the schedule are epochs, and its rate stays for each; the warm-up is steps")
                         : tr("Lengths in the schedule are steps"));
}

void ScheduleSection::showLengths(const SelectedRuns& runs) {
  const RunId whose = runs.lookedAt().id;
  m_warmUp->show(runs.common([](const Run& r) { return QString::number(r.warmUp); }), whose);
  m_steps->show(runs.common([](const Run& r) { return QString::number(r.steps); }), whose);
  const bool learn = runs.common([](const Run& r) { return rowsOf(r) > 0; }) == true;
  m_epochsPart->setVisible(learn);
  if (learn) m_epochs->show(runs.common(epochsText), whose);
}

// Halves and other parts of an epoch are typed too, and become whole steps.
Problems ScheduleSection::takeEpochs(const QString& text) {
  const auto epochs = parseNumber(text.trimmed().toStdString());
  if (!epochs || *epochs <= 0)
    return cannotBeRead("epochs", text, CORE_TEXT("Problem", "write a number above 0 such as %1").with("10"));
  constexpr auto tooMany = static_cast<double>(Run::kMostSteps + 1);
  return edit(tr("Change steps"), [&](Run& r) {
    const double steps = std::round(*epochs * static_cast<double>(stepsPerEpoch(r)));
    setSteps(r, static_cast<std::int64_t>(std::clamp(steps, 1.0, tooMany)));
  });
}

}  // namespace ravine
