#include "ui/inspector/settings_page.h"

#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/inspector/entry_field.h"
#include "ui/inspector/formula_field.h"
#include "ui/inspector/parameter_form.h"
#include "ui/inspector/rate_slider.h"
#include "ui/inspector/schedule_preview.h"
#include "ui/look/card.h"
#include "ui/look/combo_box.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kLabelWidth = 92;
constexpr int kListLabelWidth = 62;  // names of rows are long

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

// Exactly `count` numbers with commas between them.
std::optional<std::vector<double>> parseNumbers(const QString& text, qsizetype count) {
  const QStringList parts = text.split(',');
  if (parts.size() != count) return std::nullopt;
  std::vector<double> numbers;
  for (const QString& part : parts) {
    const auto number = parseNumber(part.toStdString());
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

QString joined(std::initializer_list<double> numbers) {
  QStringList texts;
  for (const double number : numbers) texts << exactText(number);
  return texts.join(QStringLiteral(", "));
}

// The choice as a formula of one's own, with all its numbers.
LossChoice asFormula(const LossChoice& choice, const std::string& formula) {
  const LossFunctionInfo info = lossFunctionInfo(choice);
  LossChoice own{"", {}, formula, info.domain};
  Problems problems;
  const auto row = resolve(own, problems);
  if (!row) return own;
  for (const ParameterInfo& parameter : info.parameters)
    if (findParameter(row->parameters, parameter.id))
      own.parameters[parameter.id] = valueOf(parameter, choice.parameters);
  return own;
}

// A formula may not be defined where the run starts.
void moveStartToWhereTheLossIsFinite(Run& run) {
  Problems problems;
  const auto info = resolve(run.lossFunction, problems);
  if (!info) return;
  const ValueAndGradient f = makeLossFunction(*info, run.lossFunction.parameters)->gradient(run.start);
  if (!std::isfinite(f.value) || !isFinite(f.gradient)) run.start = info->start;
}

Problems cannotBeRead(const std::string& where, const QString& text, const Message& mend) {
  return {{where, CORE_TEXT("Problem", "'%1' cannot be read").with(excerpt(text.toStdString())), mend}};
}

// Under a field, what is wrong with its text, as long as something is.
void addProblemLine(QVBoxLayout& form, EntryField& field) {
  QLabel* wrong = makeLabel({}, {"danger", "small"});
  wrong->setWordWrap(true);
  wrong->hide();
  form.addWidget(wrong);
  QObject::connect(&field, &EntryField::problemChanged, wrong, [wrong](const QString& sentence) {
    wrong->setText(sentence);
    wrong->setVisible(!sentence.isEmpty());
  });
}

void addSection(QVBoxLayout& form, const QString& title) {
  form.addSpacing(4);
  form.addWidget(makeLabel(title, {"section"}));
}

}  // namespace

SettingsPage::SettingsPage(Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_bestRates([this](const Found& found) {
        if (found.question != m_asked || !found.answer) return;
        const BestRate& best = *found.answer;
        const double lr = best.exact ? best.lr : QString::number(best.lr, 'g', 3).toDouble();
        m_slider->setBest(lr, wording::bestRate(best));
      }) {
  setObjectName(QStringLiteral("inspectorForm"));
  auto* form = new QVBoxLayout(this);
  form->setContentsMargins(13, 0, 13, 0);
  form->setSpacing(5);
  addLandscape(*form);
  addOptimizer(*form);
  addSchedule(*form);
  addNoise(*form);
  form->addStretch(1);

  connect(&context.document, &Document::changed, this, &SettingsPage::refresh);
  connect(&context.results, &Results::changed, this, &SettingsPage::followPlayhead);
  connect(&context.timeline, &Timeline::selectionChanged, this, &SettingsPage::refresh);
  connect(&context.timeline, &Timeline::playheadChanged, this, &SettingsPage::followPlayhead);
  refresh();
}

bool SettingsPage::hasRun() const {
  return selected() < static_cast<int>(m_context.runs().size());
}

QComboBox* SettingsPage::addCombo(QVBoxLayout& form, const QString& label, const QString& name) {
  auto* line = new QHBoxLayout;
  QLabel* caption = makeLabel(label);
  caption->setFixedWidth(kListLabelWidth);
  auto* list = new ComboBox;
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

EntryField* SettingsPage::addNumber(QVBoxLayout& form, const QString& label, const QString& name,
                                    std::function<Problems(const QString&)> take) {
  auto* line = new QHBoxLayout;
  QLabel* caption = makeLabel(label);
  caption->setFixedWidth(kLabelWidth);
  auto* field = new EntryField(std::move(take));
  field->setObjectName(name);
  field->setAccessibleName(label);
  caption->setBuddy(field);
  line->addWidget(caption);
  line->addWidget(field, 1);
  form.addLayout(line);
  addProblemLine(form, *field);
  return field;
}

EntryField* SettingsPage::addWhole(QVBoxLayout& form, const QString& label, const QString& name,
                                   std::int64_t Run::*member, const QString& text) {
  return addNumber(form, label, name, [this, name, member, text](const QString& entered) -> Problems {
    const auto number = parseNumber(entered.toStdString());
    if (!number || *number != std::floor(*number) || std::abs(*number) > 1e9)
      return {{name.toStdString(),
               CORE_TEXT("Problem", "'%1' is not a whole number").with(excerpt(entered.toStdString())),
               CORE_TEXT("Problem", "write one up to %1").with(Run::kMostSteps)}};
    return edit(text, [&](Run& r) { r.*member = static_cast<std::int64_t>(*number); });
  });
}

void SettingsPage::addLandscape(QVBoxLayout& form) {
  addSection(form, tr("LANDSCAPE"));
  m_lossFunction = addCombo(form, tr("Function"), QStringLiteral("lossFunction"));
  fill(*m_lossFunction, lossFunctions());
  m_lossFunction->addItem(tr("Your own formula"), QString());
  connect(m_lossFunction, &QComboBox::activated, this, &SettingsPage::chooseLossFunction);
  m_formula = new FormulaField([this](const QString& text) { return takeFormula(text); });
  m_formula->setObjectName(QStringLiteral("formula"));
  m_formula->setAccessibleName(tr("Formula"));
  m_formula->setHint(
      tr("f(x, y), with + − * / ^ and functions such as sin(x), exp(x), sqrt(x), max(x, y). Any other "
         "letter is a number that you can set below."));
  form.addWidget(m_formula);
  addProblemLine(form, *m_formula);
  m_lossParameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the loss function"), [&](Run& r) { r.lossFunction.parameters[id] = value; });
  });
  form.addWidget(m_lossParameters);
  m_domain =
      addNumber(form, tr("Domain"), QStringLiteral("domain"), [this](const QString& text) { return takeDomain(text); });
  m_domain->setHint(tr("The box to look at: x from, x to, y from, y to"));
  m_start = addNumber(form, tr("Start"), QStringLiteral("start"), [this](const QString& text) -> Problems {
    const auto point = parseNumbers(text, 2);
    if (!point) return cannotBeRead("start", text, CORE_TEXT("Problem", "give two numbers such as %1").with("-4, 2"));
    return edit(tr("Move start"), [&](Run& r) { r.start = {(*point)[0], (*point)[1]}; });
  });
  m_start->setHint(tr("Where the run begins: x, y. The ring on the map can be dragged too."));
}

void SettingsPage::addOptimizer(QVBoxLayout& form) {
  addSection(form, tr("OPTIMIZER"));
  m_optimizer = addCombo(form, tr("Method"), QStringLiteral("optimizer"));
  fill(*m_optimizer, optimizers());
  connect(m_optimizer, &QComboBox::activated, this, &SettingsPage::chooseOptimizer);
  m_rate = addNumber(form, tr("Learning rate"), QStringLiteral("rate"), [this](const QString& text) -> Problems {
    const auto rate = parseNumber(text.toStdString());
    if (!rate)
      return cannotBeRead("η", text, CORE_TEXT("Problem", "write a number such as %1 or %2").with("0.05", "3e-4"));
    return edit(tr("Change η"), [&](Run& r) { setNominalRate(r, *rate); });
  });
  m_rate->setHint(tr("The learning rate η. [ halves it, ] doubles it."));
  m_slider = new RateSlider(m_context.themes);
  m_slider->setObjectName(QStringLiteral("slider"));
  connect(m_slider, &RateSlider::moved, this, [this](double rate, int gesture) {
    edit(
        tr("Change η"), [&](Run& r) { setNominalRate(r, rate); }, gesture);
  });
  form.addWidget(m_slider);
  m_optimizerParameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the optimizer"), [&](Run& r) { r.optimizer.parameters[id] = value; });
  });
  form.addWidget(m_optimizerParameters);
}

void SettingsPage::addSchedule(QVBoxLayout& form) {
  addSection(form, tr("SCHEDULE"));
  m_schedule = addCombo(form, tr("Shape"), QStringLiteral("schedule"));
  fill(*m_schedule, schedules());
  connect(m_schedule, &QComboBox::activated, this, &SettingsPage::chooseSchedule);
  m_scheduleParameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the schedule"), [&](Run& r) { r.schedule.parameters[id] = value; });
  });
  form.addWidget(m_scheduleParameters);
  m_warmUp = addWhole(form, tr("Warm-up"), QStringLiteral("warm-up"), &Run::warmUp, tr("Change the warm-up"));
  m_warmUp->setHint(tr("So many steps climb to the first rate before the schedule begins; 0 is none"));
  m_steps = addWhole(form, tr("Steps"), QStringLiteral("steps"), &Run::steps, tr("Change steps"));
  form.addSpacing(2);
  form.addWidget(new SchedulePreview(m_context));
}

void SettingsPage::addNoise(QVBoxLayout& form) {
  addSection(form, tr("GRADIENT NOISE"));
  m_noise = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the noise"), [&](Run& r) { r.noise[id] = value; });
  });
  form.addWidget(m_noise);
  auto* newSeed = new QPushButton(tr("New seed"));
  m_newSeed = newSeed;
  m_newSeed->setObjectName(QStringLiteral("newSeed"));
  m_newSeed->setToolTip(tr("Another sequence of noise; needs a sigma above 0"));
  m_newSeed->setFocusPolicy(Qt::TabFocus);
  connect(newSeed, &QPushButton::clicked, this, [this] {
    constexpr quint32 mostSeeds = 1'000'000;  // short enough to be said aloud
    const std::int64_t seed = QRandomGenerator::global()->bounded(mostSeeds);
    edit(tr("New seed"), [&](Run& r) { r.noise["seed"] = seed; });
  });
  form.addWidget(m_newSeed, 0, Qt::AlignLeft);
}

Problems SettingsPage::edit(const QString& text, const std::function<void(Run&)>& change, int gesture) {
  return hasRun() ? m_context.document.editRun(text, selected(), change, gesture) : Problems{};
}

void SettingsPage::chooseLossFunction(int row) {
  const auto index = static_cast<std::size_t>(row);
  if (index == lossFunctions().size()) {
    // One's own begins with the formula that was there.
    edit(tr("Change the loss function"),
         [&](Run& r) { r.lossFunction = asFormula(r.lossFunction, lossFunctionInfo(r).formula); });
    m_formula->setFocus();
    m_formula->selectAll();
    return;
  }
  const LossFunctionInfo& info = lossFunctions().at(index);
  if (info.id == run().lossFunction.id) return;
  edit(tr("Change the loss function"), [&](Run& r) {
    r.lossFunction = {info.id, {}};
    r.start = info.start;  // the old one may be far outside
  });
}

Problems SettingsPage::takeFormula(const QString& text) {
  return edit(tr("Change the formula"), [&](Run& r) {
    r.lossFunction = asFormula(r.lossFunction, text.trimmed().toStdString());
    moveStartToWhereTheLossIsFinite(r);
  });
}

Problems SettingsPage::takeDomain(const QString& text) {
  const auto numbers = parseNumbers(text, 4);
  if (!numbers)
    return cannotBeRead("domain", text, CORE_TEXT("Problem", "write four numbers such as %1").with("-5, 5, -5, 5"));
  const Box box{{(*numbers)[0], (*numbers)[1]}, {(*numbers)[2], (*numbers)[3]}};
  return edit(tr("Change the domain"), [&](Run& r) { r.lossFunction.domain = box; });
}

void SettingsPage::chooseOptimizer(int row) {
  const OptimizerInfo& info = optimizers().at(static_cast<std::size_t>(row));
  if (info.id != run().optimizer.id) edit(tr("Change the optimizer"), [&](Run& r) { r.optimizer = {info.id, {}}; });
}

void SettingsPage::chooseSchedule(int row) {
  const ScheduleInfo& info = schedules().at(static_cast<std::size_t>(row));
  if (info.id == run().schedule.id) return;
  edit(tr("Change the schedule"), [&](Run& r) {
    r.lr = nominalRate(r);  // η stays what it was when it moves between lr and a parameter of the schedule
    r.schedule = {info.id, info.suggest(r.lr, r.steps)};
  });
}

void SettingsPage::refresh() {
  if (!hasRun()) return;
  const Run& r = run();
  select(*m_lossFunction, r.lossFunction.id);
  const LossFunctionInfo function = lossFunctionInfo(r);
  m_lossFunction->setToolTip(QStringLiteral("f(x, y) = %1\n%2")
                                 .arg(QString::fromStdString(function.formula), wording::coreText(function.teaches)));
  m_formula->show(QString::fromStdString(function.formula));
  m_lossParameters->show(r.lossFunction.id + '\n' + r.lossFunction.formula, function.parameters,
                         r.lossFunction.parameters);
  m_domain->show(
      joined({function.domain.x.lower, function.domain.x.upper, function.domain.y.lower, function.domain.y.upper}));
  m_start->show(joined({r.start.x(), r.start.y()}));
  select(*m_optimizer, r.optimizer.id);
  m_optimizer->setToolTip(wording::coreText(optimizerInfo(r).updateRule) + '\n' +
                          wording::coreText(optimizerInfo(r).description));
  m_optimizerParameters->show(r.optimizer.id, optimizerInfo(r).parameters, r.optimizer.parameters);
  m_rate->show(exactText(nominalRate(r)));
  m_slider->setRate(nominalRate(r));
  select(*m_schedule, r.schedule.id);
  m_schedule->setToolTip(
      QStringLiteral("η(t) = %1\n%2")
          .arg(wording::coreText(scheduleInfo(r).formula), wording::coreText(scheduleInfo(r).description)));
  m_scheduleParameters->show(r.schedule.id, scheduleInfo(r).parameters, r.schedule.parameters);
  m_warmUp->show(QString::number(r.warmUp));
  m_steps->show(QString::number(r.steps));
  m_noise->show("noise", noiseParameters(), r.noise);
  m_newSeed->setEnabled(hasNoise(r));
  followPlayhead();
}

// The best rate does not depend on the rate that is set, so a drag of the slider does not look for it again.
void SettingsPage::findBestRate() {
  const RunResult* result = m_context.results.run(selected());
  Run question = result->run;
  setNominalRate(question, 1);
  if (question == m_asked) return;
  m_asked = question;
  m_slider->setBest(std::nullopt);
  m_bestRates.start([question, landscape = result->landscape](const CancelPredicate& cancelled) {
    return Found{question, bestRate(question, *landscape, cancelled)};
  });
}

void SettingsPage::followPlayhead() {
  const RunResult* result = hasRun() ? m_context.results.run(selected()) : nullptr;
  if (!result) return;
  findBestRate();
  const auto t = static_cast<std::size_t>(
      std::min(static_cast<std::int64_t>(m_context.timeline.playhead()), result->trajectory.steps()));
  m_slider->setLimit(result->trajectory.stabilityLimits[t], wording::stabilityFormula(result->run));
  m_slider->setCurrentRate(rateAt(*result, t));
}

}  // namespace ravine
