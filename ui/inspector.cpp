#include "ui/inspector.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/number_field.h"
#include "ui/parameter_form.h"
#include "ui/rate_slider.h"
#include "ui/schedule_preview.h"
#include "ui/wording.h"

namespace ravine {
namespace {

constexpr int kLabelWidth = 92;

QString exactText(double value) {
  return QString::fromStdString(shortestText(value));
}

template <class Info>
void fill(QComboBox& list, const std::vector<Info>& catalogue) {
  for (const Info& info : catalogue) {
    list.addItem(wording::coreText(info.name), QString::fromStdString(info.id));
    list.setItemData(list.count() - 1, QString::fromStdString(info.id), Qt::AccessibleDescriptionRole);
  }
}

void select(QComboBox& list, const std::string& id) {
  const QSignalBlocker blocker(list);
  list.setCurrentIndex(list.findData(QString::fromStdString(id)));
}

std::optional<Vector2> parsePoint(const QString& text) {
  const QStringList parts = text.split(',');
  if (parts.size() != 2) return std::nullopt;
  const auto x = parseNumber(parts[0].toStdString());
  const auto y = parseNumber(parts[1].toStdString());
  if (!x || !y) return std::nullopt;
  return Vector2(*x, *y);
}

}  // namespace

Inspector::Inspector(Context& context, QWidget* parent) : Card(parent), m_context(context) {
  setFixedWidth(304);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 10, 1, 12);
  layout->setSpacing(6);
  layout->addWidget(makeHeader());

  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(makeSettings());
  scroll->setFocusPolicy(Qt::NoFocus);
  layout->addWidget(scroll, 1);
  layout->addWidget(makeReadOuts());

  connect(&context.document, &Document::changed, this, &Inspector::refresh);
  connect(&context.results, &Results::changed, this, &Inspector::refreshReadOuts);
  connect(&context.timeline, &Timeline::selectionChanged, this, &Inspector::refresh);
  connect(&context.timeline, &Timeline::playheadChanged, this, &Inspector::refreshReadOuts);
  connect(&context.themes, &ThemeSource::changed, this, &Inspector::refresh);
  refresh();
}

QWidget* Inspector::makeHeader() {
  auto* header = new QWidget;
  auto* line = new QHBoxLayout(header);
  line->setContentsMargins(13, 0, 11, 0);
  line->setSpacing(6);
  m_marker = new QLabel;
  line->addWidget(m_marker);
  m_name = new QLineEdit;
  m_name->setObjectName(QStringLiteral("name"));
  m_name->setAccessibleName(tr("Name of the run"));
  m_name->setToolTip(tr("The name of this run"));
  m_name->setMaxLength(40);
  m_name->setFont(textFont(kLargeText, QFont::DemiBold));
  connect(m_name, &QLineEdit::returnPressed, m_name, &QWidget::clearFocus);
  connect(m_name, &QLineEdit::editingFinished, this,
          [this] { edit(tr("Rename run"), [this](Run& r) { r.name = m_name->text().trimmed().toStdString(); }); });
  line->addWidget(m_name, 1);
  const auto addButton = [&](const QString& text, const QString& hint, auto signal) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    connect(button, &QToolButton::clicked, this, signal);
    line->addWidget(button);
    return button;
  };
  addButton(tr("Duplicate"), tr("Add a copy of this run (D)"), &Inspector::duplicateRequested);
  m_remove = addButton(QStringLiteral("✕"), tr("Remove this run (Del)"), &Inspector::removeRequested);
  return header;
}

QComboBox* Inspector::addCombo(QVBoxLayout& form, const QString& label, const QString& name) {
  auto* line = new QHBoxLayout;
  QLabel* caption = makeLabel(label);
  caption->setFixedWidth(kLabelWidth);
  auto* list = new QComboBox;
  list->setObjectName(name);
  list->setAccessibleName(label);
  list->setFocusPolicy(Qt::TabFocus);
  list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  list->setMinimumContentsLength(10);
  list->setMaxVisibleItems(24);
  caption->setBuddy(list);
  line->addWidget(caption);
  line->addWidget(list, 1);
  form.addLayout(line);
  return list;
}

NumberField* Inspector::addNumber(QVBoxLayout& form, const QString& label, const QString& name,
                                  std::function<Problems(const QString&)> take) {
  auto* line = new QHBoxLayout;
  QLabel* caption = makeLabel(label);
  caption->setFixedWidth(kLabelWidth);
  auto* field = new NumberField(std::move(take));
  field->setObjectName(name);
  field->setAccessibleName(label);
  caption->setBuddy(field);
  line->addWidget(caption);
  line->addWidget(field, 1);
  form.addLayout(line);
  QLabel* wrong = makeLabel({}, {"danger", "small"});
  wrong->setWordWrap(true);
  wrong->hide();
  form.addWidget(wrong);
  connect(field, &NumberField::problemChanged, wrong, [wrong](const QString& sentence) {
    wrong->setText(sentence);
    wrong->setVisible(!sentence.isEmpty());
  });
  return field;
}

QWidget* Inspector::makeSettings() {
  auto* settings = new QWidget;
  settings->setObjectName(QStringLiteral("inspectorForm"));
  auto* form = new QVBoxLayout(settings);
  form->setContentsMargins(13, 0, 13, 0);
  form->setSpacing(5);
  const auto addSection = [form](const QString& title) {
    form->addSpacing(4);
    form->addWidget(makeLabel(title, {"section"}));
  };

  addSection(tr("LANDSCAPE"));
  m_lossFunction = addCombo(*form, tr("Function"), QStringLiteral("lossFunction"));
  fill(*m_lossFunction, lossFunctions());
  connect(m_lossFunction, &QComboBox::activated, this, &Inspector::chooseLossFunction);
  m_lossParameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the loss function"), [&](Run& r) { r.lossFunction.parameters[id] = value; });
  });
  form->addWidget(m_lossParameters);
  m_start = addNumber(*form, tr("Start"), QStringLiteral("start"), [this](const QString& text) -> Problems {
    const auto point = parsePoint(text);
    if (!point) return {{"start", "'" + text.toStdString() + "' cannot be read", "write two numbers such as -4, 2"}};
    return edit(tr("Move start"), [&](Run& r) { r.start = *point; });
  });
  m_start->setHint(tr("Where the run begins: x, y. The ring on the map can be dragged too."));

  addSection(tr("OPTIMIZER"));
  m_optimizer = addCombo(*form, tr("Method"), QStringLiteral("optimizer"));
  fill(*m_optimizer, optimizers());
  connect(m_optimizer, &QComboBox::activated, this, &Inspector::chooseOptimizer);
  m_rate = addNumber(*form, tr("Learning rate"), QStringLiteral("rate"), [this](const QString& text) -> Problems {
    const auto rate = parseNumber(text.toStdString());
    if (!rate) return {{"η", "'" + text.toStdString() + "' cannot be read", "write a number such as 0.05 or 3e-4"}};
    return edit(tr("Change η"), [&](Run& r) { setNominalRate(r, *rate); });
  });
  m_rate->setHint(tr("The learning rate η. [ halves it, ] doubles it."));
  m_slider = new RateSlider(m_context.themes);
  m_slider->setObjectName(QStringLiteral("slider"));
  connect(m_slider, &RateSlider::moved, this, [this](double rate, int gesture) {
    edit(
        tr("Change η"), [&](Run& r) { setNominalRate(r, rate); }, gesture);
  });
  form->addWidget(m_slider);
  m_optimizerParameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the optimizer"), [&](Run& r) { r.optimizer.parameters[id] = value; });
  });
  form->addWidget(m_optimizerParameters);

  addSection(tr("SCHEDULE"));
  m_schedule = addCombo(*form, tr("Shape"), QStringLiteral("schedule"));
  fill(*m_schedule, schedules());
  connect(m_schedule, &QComboBox::activated, this, &Inspector::chooseSchedule);
  m_scheduleParameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the schedule"), [&](Run& r) { r.schedule.parameters[id] = value; });
  });
  form->addWidget(m_scheduleParameters);
  m_steps = addNumber(*form, tr("Steps"), QStringLiteral("steps"), [this](const QString& text) -> Problems {
    const auto steps = parseNumber(text.toStdString());
    if (!steps || *steps != std::floor(*steps) || std::abs(*steps) > 1e9)
      return {{"steps", "'" + text.toStdString() + "' is not a whole number",
               "write one from 1 to " + std::to_string(Run::kMostSteps)}};
    return edit(tr("Change steps"), [&](Run& r) { r.steps = static_cast<std::int64_t>(*steps); });
  });
  form->addSpacing(2);
  form->addWidget(new SchedulePreview(m_context));
  form->addStretch(1);
  return settings;
}

QWidget* Inspector::makeReadOuts() {
  auto* readOuts = new QWidget;
  auto* grid = new QGridLayout(readOuts);
  grid->setContentsMargins(14, 2, 14, 0);
  grid->setVerticalSpacing(3);
  grid->setColumnStretch(1, 1);
  m_atStep = makeLabel({}, {"section"});
  grid->addWidget(m_atStep, 0, 0, 1, 2);
  const auto add = [&](const QString& caption, const QString& hint) {
    const int row = grid->rowCount();
    QLabel* left = makeLabel(caption, {"quiet"});
    QLabel* right = makeLabel({});
    left->setToolTip(hint);
    right->setAccessibleName(caption);
    right->setToolTip(hint);
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(left, row, 0);
    grid->addWidget(right, row, 1);
    return right;
  };
  m_theta = add(QStringLiteral("θ"), tr("The parameters (x, y) at the playhead"));
  m_loss = add(tr("Loss"), tr("f(θ)"));
  m_gradient = add(QStringLiteral("‖∇f‖"), tr("The length of the gradient"));
  m_sharpness = add(QStringLiteral("λmax"), tr("Sharpness: the largest curvature, over all directions"));
  m_currentRate = add(QStringLiteral("η"), tr("The learning rate of the next step"));
  m_rateTimesSharpness = add(QStringLiteral("η · λmax"), tr("Above 2, plain gradient descent jumps ever farther"));
  const int row = grid->rowCount();
  grid->setRowMinimumHeight(row, 2);
  grid->addWidget(makeLabel(tr("WHAT HAPPENED"), {"section"}), row + 1, 0, 1, 2);
  m_whatHappened = makeLabel({});
  m_whatHappened->setObjectName(QStringLiteral("whatHappened"));
  m_whatHappened->setAccessibleName(tr("What happened"));
  m_whatHappened->setWordWrap(true);
  m_whatHappened->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  constexpr int lines = 4;  // room for every sentence, so that nothing jumps when another run is selected
  m_whatHappened->setMinimumHeight(lines * QFontMetrics(textFont(kText)).lineSpacing());
  m_whatHappened->setTextInteractionFlags(Qt::TextSelectableByMouse);
  grid->addWidget(m_whatHappened, row + 2, 0, 1, 2);
  return readOuts;
}

bool Inspector::hasRun() const {
  return selected() < static_cast<int>(m_context.runs().size());
}

Problems Inspector::edit(const QString& text, const std::function<void(Run&)>& change, int gesture) {
  return hasRun() ? m_context.document.editRun(text, selected(), change, gesture) : Problems{};
}

void Inspector::chooseLossFunction(int row) {
  const LossFunctionInfo& info = lossFunctions().at(static_cast<std::size_t>(row));
  if (info.id == run().lossFunction.id) return;
  edit(tr("Change the loss function"), [&](Run& r) {
    r.lossFunction = {info.id, {}};
    r.start = info.start;  // the old one may be far outside
  });
}

void Inspector::chooseOptimizer(int row) {
  const OptimizerInfo& info = optimizers().at(static_cast<std::size_t>(row));
  if (info.id != run().optimizer.id) edit(tr("Change the optimizer"), [&](Run& r) { r.optimizer = {info.id, {}}; });
}

void Inspector::chooseSchedule(int row) {
  const ScheduleInfo& info = schedules().at(static_cast<std::size_t>(row));
  if (info.id == run().schedule.id) return;
  edit(tr("Change the schedule"), [&](Run& r) {
    r.lr = nominalRate(r);  // η stays what it was when it moves between lr and a parameter of the schedule
    r.schedule = {info.id, info.suggest(r.lr, r.steps)};
  });
}

void Inspector::refresh() {
  if (!hasRun()) return;
  const Run& r = run();
  m_marker->setPixmap(runMarkerPixmap(r.colour, devicePixelRatioF()));
  m_name->setText(QString::fromStdString(r.name));
  m_remove->setEnabled(m_context.runs().size() > 1);

  select(*m_lossFunction, r.lossFunction.id);
  const LossFunctionInfo& function = lossFunctionInfo(r);
  m_lossFunction->setToolTip(QStringLiteral("f(x, y) = %1\n%2")
                                 .arg(QString::fromStdString(function.formula), wording::coreText(function.teaches)));
  m_lossParameters->show(r.lossFunction.id, function.parameters, r.lossFunction.parameters);
  m_start->show(exactText(r.start.x()) + QStringLiteral(", ") + exactText(r.start.y()));
  select(*m_optimizer, r.optimizer.id);
  m_optimizer->setToolTip(QString::fromStdString(optimizerInfo(r).updateRule) + '\n' +
                          wording::coreText(optimizerInfo(r).description));
  m_optimizerParameters->show(r.optimizer.id, optimizerInfo(r).parameters, r.optimizer.parameters);
  m_rate->show(exactText(nominalRate(r)));
  m_slider->setRate(nominalRate(r));
  select(*m_schedule, r.schedule.id);
  m_schedule->setToolTip(
      QStringLiteral("η(t) = %1\n%2")
          .arg(QString::fromStdString(scheduleInfo(r).formula), wording::coreText(scheduleInfo(r).description)));
  m_scheduleParameters->show(r.schedule.id, scheduleInfo(r).parameters, r.schedule.parameters);
  m_steps->show(QString::number(r.steps));
  refreshReadOuts();
}

void Inspector::refreshReadOuts() {
  const RunResult* result = hasRun() ? m_context.results.run(selected()) : nullptr;
  if (!result) return;
  const Trajectory& trajectory = result->trajectory;
  const auto step = std::min(static_cast<std::int64_t>(m_context.timeline.playhead()), trajectory.steps());
  const auto t = static_cast<std::size_t>(step);
  // η of the next step; after the last one there is none, and the last stands.
  const double lr =
      trajectory.lrs.empty() ? learningRate(result->run)(0) : trajectory.lrs[std::min(t, trajectory.lrs.size() - 1)];
  const double sharpness = trajectory.sharpness[t];
  const double limit = result->stabilityLimits[t];
  const bool unstable = lr > limit;

  m_atStep->setText(tr("AT STEP %1").arg(step));
  m_theta->setText(wording::point(trajectory.points[t], 4));
  m_loss->setText(wording::number(trajectory.losses[t], 4));
  m_gradient->setText(wording::number(trajectory.gradients[t].norm(), 4));
  m_sharpness->setText(wording::number(sharpness, 4));
  m_currentRate->setText(wording::number(lr, 4));
  const QString verdict = sharpness <= 0 ? QString() : unstable ? tr(" unstable") : tr(" stable");
  m_rateTimesSharpness->setText(wording::number(lr * sharpness, 4) + verdict);
  const QColor colour = wording::outcomeColour(unstable ? Outcome::diverged : Outcome::converged, m_context.theme());
  applyStyleSheet(*m_rateTimesSharpness,
                  verdict.isEmpty() ? QString() : QStringLiteral("color: %1; font-weight: 600;").arg(colour.name()));
  const QString formula =
      QString::fromStdString(optimizerInfo(result->run).stabilityFormula(result->run.optimizer.parameters));
  m_slider->setLimit(limit, formula);
  m_slider->setCurrentRate(lr);
  m_whatHappened->setText(wording::whatHappened(result->run, *result));
}

}  // namespace ravine
