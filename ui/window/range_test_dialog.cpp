#include "ui/window/range_test_dialog.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

#include "core/base/number_text.h"
#include "core/base/parameters.h"
#include "core/base/write_file.h"
#include "core/sweep/sweep_borders.h"
#include "ui/control/entry_field.h"
#include "ui/export/sweep_file.h"
#include "ui/look/card.h"
#include "ui/look/combo_box.h"
#include "ui/sweep/range_test_chart.h"
#include "ui/sweep/sweep_view.h"
#include "ui/window/actions.h"
#include "ui/window/export_path.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kRates = 401;     // of the truth
constexpr double kBeyond = 10;  // times the rates that are worth while: so far the test goes on to see it diverge
constexpr std::array<RateRule, 3> kRules{RateRule::steepest, RateRule::minimumTenth, RateRule::valley};

// As long as it lasts, with the same η in each step.
Run constantRun(Run run) {
  const double lr = nominalRate(run);
  run.schedule = {"constant", {}};
  run.warmUp = 0;
  run.lr = lr;
  return run;
}

QString text(double number) {
  return QString::fromStdString(shortestText(number));
}

// Of what is read off a curve no more digits tell anything.
double rounded(double lr) {
  constexpr int digits = 3;
  return roundedTo(lr, digits);
}

}  // namespace

RangeTestDialog::RangeTestDialog(Laboratory& laboratory, QWidget* parent)
    : QDialog(parent),
      m_laboratory(laboratory),
      m_work(laboratory.lanes().pictures, [this](const Done& done) { take(done); }) {
  setWindowTitle(tr("Learning-rate range test"));
  setAttribute(Qt::WA_DeleteOnClose);
  const QSize wanted = QSizeF(laboratory.theme().px(980), laboratory.theme().px(680)).toSize();
  resize(parent ? wanted.boundedTo(parent->size() - QSize(40, 40)) : wanted);
  adoptKeys(*this, parent);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->addWidget(makeSettings());
  auto* middle = new QHBoxLayout;
  middle->setSpacing(14);
  middle->addWidget(makePictures(), 1);
  // Of large text there may be more than a small window has room for.
  QWidget* advice = makeAdvice();
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidgetResizable(true);
  scroll->setFixedWidth(advice->width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
  scroll->setWidget(advice);
  for (QWidget* ground : {advice, scroll->viewport()}) ground->setAutoFillBackground(false);
  middle->addWidget(scroll);
  layout->addLayout(middle, 1);
  layout->addWidget(m_told = makeLabel({}, {"quiet", "small"}));
  m_told->setObjectName(QStringLiteral("rangeTold"));
  m_told->setWordWrap(true);
  connect(&laboratory, &Laboratory::changed, this, [this](const Change& change) {
    if (change.loaded) m_isTyped = false;
    follow();
  });
  tell({});
  follow();
  m_truth->setFocus();  // so that keys are not typed into the first field
}

EntryField* RangeTestDialog::addEntry(QHBoxLayout& line, const QString& caption, const QString& name, int width,
                                      std::function<Problems(const QString&)> take) {
  QLabel* label = makeLabel(caption, {"quiet"});
  line.addWidget(label);
  auto* field = new EntryField(std::move(take));
  field->setObjectName(name);
  field->setAccessibleName(caption);
  field->setTellsAtOnce();
  // Of large text there may be more than a small window has room for.
  constexpr double least = 0.6;
  field->setMaximumWidth(qRound(m_laboratory.theme().px(width)));
  field->setMinimumWidth(qRound(m_laboratory.theme().px(least * width)));
  label->setBuddy(field);
  line.addWidget(field);
  return field;
}

QWidget* RangeTestDialog::makeSettings() {
  auto* all = new QWidget;
  auto* line = new QHBoxLayout(all);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(6);
  m_range = addEntry(*line, tr("η from, to"), QStringLiteral("rangeOfTest"), 130,
                     [this](const QString& typed) { return takeRange(typed); });
  m_growth = new ComboBox;
  m_growth->setObjectName(QStringLiteral("growth"));
  m_growth->setAccessibleName(tr("How η grows"));
  m_growth->addItem(tr("by equal factors"));
  m_growth->addItem(tr("by equal steps"));
  m_growth->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_growth->setMinimumContentsLength(15);
  line->addSpacing(8);
  line->addWidget(m_growth);
  line->addSpacing(8);
  m_steps = addEntry(*line, tr("steps", "how many"), QStringLiteral("stepsOfTest"), 80,
                     [this](const QString& typed) { return takeSteps(typed); });
  line->addSpacing(8);
  m_smoothing = addEntry(*line, tr("smoothing"), QStringLiteral("smoothing"), 80,
                         [this](const QString& typed) { return takeSmoothing(typed); });
  line->addStretch(1);
  auto* exportButton = new QToolButton;
  exportButton->setObjectName(QStringLiteral("exportTest"));
  exportButton->setText(tr("Export …"));
  connect(exportButton, &QToolButton::clicked, this, &RangeTestDialog::save);
  line->addWidget(exportButton);
  connect(m_growth, &QComboBox::currentIndexChanged, this, [this](int index) {
    RangeTest test = m_test;
    test.linear = index == 1;
    adopt(test);
  });
  return all;
}

QWidget* RangeTestDialog::makePictures() {
  auto* all = new QWidget;
  auto* column = new QVBoxLayout(all);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  const auto addHeading = [column](const QString& text) {
    QLabel* heading = makeLabel(text, {"strong", "small"});
    heading->setWordWrap(true);
    column->addWidget(heading);
  };
  addHeading(tr("The test: one run whose η grows; bold: its smoothed loss"));
  m_chart = new RangeTestChart(m_laboratory.themes());
  m_chart->setMinimumSize(240, 140);
  column->addWidget(m_chart, 1);
  addHeading(tr("The truth: a run of its own for every constant η, with the losses it ends with"));
  m_truth = new SweepView(m_laboratory);
  m_truth->setBare();
  m_truth->setBase(constantRun);
  m_truth->setMinimumSize(240, 140);
  column->addWidget(m_truth, 1);
  connect(m_truth, &SweepView::told, this, &RangeTestDialog::tell);
  return all;
}

QWidget* RangeTestDialog::makeAdvice() {
  auto* all = new QWidget;
  constexpr int width = 300;
  all->resize(qRound(m_laboratory.theme().px(width)), 0);
  auto* column = new QVBoxLayout(all);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  column->addWidget(makeLabel(tr("Suggestions"), {"section"}));
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    auto* line = new QHBoxLayout;
    line->addWidget(
        makeLabel(QStringLiteral("%1  %2").arg(i + 1).arg(wording::coreText(rateRuleName(kRules[i]))), {"strong"}));
    line->addStretch(1);
    Row row{makeLabel({}, {}), new QPushButton};
    line->addWidget(row.rate);
    row.use->setText(tr("Use", "a suggested η"));
    row.use->setObjectName(QStringLiteral("use%1").arg(i));
    row.use->setAccessibleName(tr("Use the η of: %1").arg(wording::coreText(rateRuleName(kRules[i]))));
    line->addWidget(row.use);
    column->addLayout(line);
    QLabel* why = makeLabel(wording::coreText(explain(kRules[i])), {"quiet", "small"});
    why->setWordWrap(true);
    column->addWidget(why);
    connect(row.use, &QPushButton::clicked, this, [this, i] {
      if (m_result && i < m_result->suggestions.size()) use(m_result->suggestions[i]);
    });
    m_rows.push_back(row);
  }
  column->addSpacing(10);
  column->addWidget(makeLabel(tr("A cyclical schedule between"), {"section"}));
  auto* line = new QHBoxLayout;
  line->setSpacing(6);
  m_lowest = addEntry(*line, QStringLiteral("base_lr"), QStringLiteral("baseLr"), 100,
                      [this](const QString& typed) { return takeBound(typed, &Interval::lower); });
  m_highest = addEntry(*line, QStringLiteral("max_lr"), QStringLiteral("maxLr"), 100,
                       [this](const QString& typed) { return takeBound(typed, &Interval::upper); });
  column->addLayout(line);
  QLabel* why = makeLabel(
      tr("Up to a tenth of the η with the lowest smoothed loss, from a quarter of that (the quarter: Smith 2017)."),
      {"quiet", "small"});
  why->setWordWrap(true);
  column->addWidget(why);
  m_useBounds = new QPushButton(tr("Use as base_lr and max_lr"));
  m_useBounds->setObjectName(QStringLiteral("useBounds"));
  column->addWidget(m_useBounds);
  m_warning = makeLabel({}, {"danger", "small"});
  m_warning->setObjectName(QStringLiteral("boundsWarning"));
  m_warning->setWordWrap(true);
  column->addWidget(m_warning);
  connect(m_useBounds, &QPushButton::clicked, this, &RangeTestDialog::useBounds);
  column->addStretch(1);
  return all;
}

void RangeTestDialog::finish() {
  m_work.finish();
  m_truth->finish();
}

void RangeTestDialog::suggestRange() {
  Run run = constantRun(m_laboratory.selectedRun());
  run.lr = Run().lr;  // its own has no part in it, or each suggestion that is used would change the next
  const RunResultPtr result = m_laboratory.selectedResult();
  const bool isKnown = result && result->run.lossFunction == run.lossFunction;
  const SweepAxis rates =
      isKnown ? ratesAboutTheLimit(run, *result->landscape, kRates) : suggestedAxis(run, "lr", kRates);
  m_test.from = rates.from;
  m_test.to = kBeyond * rates.to;
}

// While outcomes are to be predicted nothing is told.
void RangeTestDialog::follow() {
  if (!m_isTyped) suggestRange();
  showSettings();
  m_truth->showSweep({quantity::rate, m_test.from, m_test.to, kRates, !m_test.linear}, {}, SweepValue::losses);
  const Run of = withoutLooks(runOf(m_test, m_laboratory.selectedRun()));
  if (m_laboratory.predictions().conceals()) {
    m_of.reset();
    m_work.abandon();
    return take({});
  }
  if (of == m_of && m_test == m_shown) return;
  m_of = of;
  m_shown = m_test;
  start();
}

void RangeTestDialog::start() {
  std::shared_ptr<const Landscape> landscape;
  const Run run = m_laboratory.selectedRun();
  if (const RunResultPtr result = m_laboratory.selectedResult(); result && result->run.lossFunction == run.lossFunction)
    landscape = result->landscape;
  m_work.start([run, landscape, test = m_test](const CancelPredicate& cancelled) -> Done {
    const auto known =
        landscape ? landscape : std::make_shared<const Landscape>(surveyLandscape(run.lossFunction, cancelled));
    if (isCancelled(cancelled)) return {};
    auto result = std::make_shared<const RangeTestResult>(rangeTest(test, run, *known, cancelled));
    const auto minimum = known->lowestMinimum();
    double base = minimum ? minimum->value : 0;
    for (const double loss : result->losses) base = std::min(base, loss);
    constexpr double asGoodAsZero = 1e-12;
    return {result, std::abs(base) > asGoodAsZero * known->spread ? base : 0};
  });
}

void RangeTestDialog::take(const Done& done) {
  m_result = done.result;
  m_bounds.reset();
  if (m_result && m_result->bounds) m_bounds = {rounded(m_result->bounds->lower), rounded(m_result->bounds->upper)};
  m_chart->show(m_result ? std::optional(RangeTestScene{m_result, done.base, m_laboratory.selectedRun().colour,
                                                        m_bounds, m_laboratory.theme()})
                         : std::nullopt,
                m_laboratory.predictions().conceals() ? tr("First predict, then run: a test would tell.") : QString());
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const bool isThere = m_result && i < m_result->suggestions.size();
    m_rows[i].rate->setText(isThere ? wording::number(m_result->suggestions[i].lr, 2) : QStringLiteral("—"));
    m_rows[i].use->setEnabled(isThere);
  }
  showBounds();
  if (m_result && m_result->suggestions.empty())
    tell(tr("The loss never falls over these rates: begin with a lower η."));
  else
    tell({});
}

void RangeTestDialog::showSettings() {
  const RunId run = m_laboratory.selected();
  m_range->show(QStringLiteral("%1, %2").arg(text(m_test.from), text(m_test.to)), run);
  m_steps->show(QString::number(m_test.steps), run);
  m_smoothing->show(text(m_test.smoothing), run);
}

void RangeTestDialog::showBounds() {
  const RunId run = m_laboratory.selected();
  m_lowest->show(m_bounds ? text(m_bounds->lower) : QString(), run);
  m_highest->show(m_bounds ? text(m_bounds->upper) : QString(), run);
  for (QWidget* each : std::initializer_list<QWidget*>{m_lowest, m_highest, m_useBounds})
    each->setEnabled(m_bounds.has_value());
  m_chart->showBounds(m_bounds);
  const RunResultPtr result = m_laboratory.selectedResult();
  const auto limit =
      result && m_bounds ? limitAtTheLowest(m_laboratory.selectedRun(), *result->landscape) : std::nullopt;
  const bool isAbove = limit && m_bounds->upper > *limit;
  m_warning->setText(isAbove ? tr("max_lr is above %1 = %2 at the lowest minimum.")
                                   .arg(wording::stabilityFormula(m_laboratory.selectedRun()), wording::number(*limit))
                             : QString());
}

Problems RangeTestDialog::adopt(const RangeTest& test) {
  Problems problems = validate(test);
  if (!problems.empty()) return problems;
  m_test = test;
  m_isTyped = true;
  follow();
  return {};
}

Problems RangeTestDialog::takeRange(const QString& typed) {
  const auto numbers = parseNumbers(typed.toStdString());
  if (!numbers || numbers->size() != 2)
    return {{"range", CORE_TEXT("Problem", "'%1' is not a pair of finite numbers").with(excerpt(typed.toStdString())),
             CORE_TEXT("Problem", "give two numbers such as %1").with("0.0001, 1")}};
  RangeTest test = m_test;
  test.from = numbers->front();
  test.to = numbers->back();
  return adopt(test);
}

Problems RangeTestDialog::takeSteps(const QString& typed) {
  const auto steps = parseWhole(typed.toStdString());
  if (!steps)
    return {{"steps", CORE_TEXT("Problem", "'%1' is no whole number").with(excerpt(typed.toStdString())),
             CORE_TEXT("Problem", "give from %1 to %2").with(RangeTest::kFewestSteps, RangeTest::kMostSteps)}};
  RangeTest test = m_test;
  test.steps = *steps;
  return adopt(test);
}

Problems RangeTestDialog::takeSmoothing(const QString& typed) {
  const auto smoothing = parseNumber(typed.toStdString());
  RangeTest test = m_test;
  test.smoothing = smoothing.value_or(-1);
  return adopt(test);
}

Problems RangeTestDialog::takeBound(const QString& typed, double Interval::*bound) {
  const auto lr = parseNumber(typed.toStdString());
  Interval bounds = m_bounds.value_or(Interval{});
  bounds.*bound = lr.value_or(-1);
  if (!(bounds.lower >= 0 && bounds.lower < bounds.upper))
    return {{"bounds", CORE_TEXT("Problem", "'%1' is no such rate").with(excerpt(typed.toStdString())),
             CORE_TEXT("Problem", "give base_lr from 0, and max_lr above it")}};
  m_bounds = bounds;
  showBounds();
  return {};
}

void RangeTestDialog::use(const RateSuggestion& suggestion) {
  const RunId id = m_laboratory.selected();
  m_laboratory.document().edit(tr("Take η from the range test"), [&](Experiment& experiment) {
    setNominalRate(*experiment.find(id), rounded(suggestion.lr));
  });
}

void RangeTestDialog::useBounds() {
  if (!m_bounds) return;
  const RunId id = m_laboratory.selected();
  const Problems problems = m_laboratory.document().edit(
      tr("Cyclical schedule from the range test"),
      [&](Experiment& experiment) { *experiment.find(id) = withCycles(*experiment.find(id), *m_bounds); });
  tell(problems.empty() ? tr("The selected run has a cyclical schedule now; undo takes it back.")
                        : wording::problem(problems.front()));
}

std::optional<Problem> RangeTestDialog::write(const QString& path) {
  constexpr QSizeF page(960, 540);
  constexpr double pixels = 2;  // of a PNG for each
  if (!m_chart->scene() || m_chart->scene()->result->losses.empty())
    return Problem{"range test", CORE_TEXT("Problem", "is not all there yet"),
                   CORE_TEXT("Problem", "wait a moment and try again")};
  RangeTestScene scene = *m_chart->scene();
  scene.theme = m_laboratory.theme();
  scene.theme.scale = 1;
  const auto bytes = rangeTestFile(scene, QFileInfo(path).suffix(), page, pixels);
  if (!bytes)
    return Problem{path.toStdString(), CORE_TEXT("Problem", "is no name for a picture or table of a range test"),
                   CORE_TEXT("Problem", "end it in .png, .svg, .pdf or .csv")};
  return writeFile(QFile::encodeName(path).toStdString(), bytes->toStdString());
}

void RangeTestDialog::save() {
  const QString path =
      askForExportPath(*this, tr("Export the range test"), tr("range test", "a file's name") + QStringLiteral(".png"),
                       {{QStringLiteral("PNG"), QStringLiteral("png")},
                        {QStringLiteral("SVG"), QStringLiteral("svg")},
                        {QStringLiteral("PDF"), QStringLiteral("pdf")},
                        {QStringLiteral("CSV"), QStringLiteral("csv")}});
  if (path.isEmpty()) return;
  const auto problem = write(path);
  tell(problem ? wording::problem(*problem) : tr("Written: %1").arg(QFileInfo(path).fileName()));
}

void RangeTestDialog::tell(const QString& sentence) {
  m_told->setText(sentence.isEmpty()
                      ? tr("Click into the lower picture: the run takes that η. A guess from one course can "
                           "be wrong where the loss is not convex; the lower picture tells.")
                      : sentence);
}

}  // namespace ravine
