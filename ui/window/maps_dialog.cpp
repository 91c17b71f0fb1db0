#include "ui/window/maps_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtMath>
#include <algorithm>
#include <array>
#include <utility>

#include "core/sweep/sweep.h"
#include "ui/control/entry_field.h"
#include "ui/look/card.h"
#include "ui/look/combo_box.h"
#include "ui/sweep/sweep_view.h"
#include "ui/window/actions.h"
#include "ui/window/commands.h"
#include "ui/window/sweep_export.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

// So many that steps between round ends are round.
constexpr int kCells = 401;  // along each axis
constexpr int kBorder = 40;  // of the window at least is seen around
constexpr std::array<SweepValue, 6> kValues{SweepValue::basin,    SweepValue::outcome, SweepValue::finalLoss,
                                            SweepValue::bestLoss, SweepValue::steps,   SweepValue::losses};

struct MapChoice {
  SweepValue value;
  std::string x;
  std::string y;
};

// As long as nobody has chosen: on a quadratic the phases of momentum, whose borders theory knows, elsewhere where each
// start ends.
MapChoice suggestedMap(const Run& run, const RunResult* result) {
  const std::vector<std::string> known = sweepableQuantities(run);
  for (const char* memory : {"optimizer.momentum", "optimizer.beta1"})
    if (result && result->landscape->quadratic && std::ranges::find(known, memory) != known.end())
      return {SweepValue::outcome, quantity::rate, memory};
  return {SweepValue::basin, quantity::startX, quantity::startY};
}

}  // namespace

MapsDialog::MapsDialog(Laboratory& laboratory, QWidget* parent)
    : QDialog(parent), m_laboratory(laboratory), m_scale(laboratory.theme().scale), m_cells(kCells) {
  setWindowTitle(tr("Maps of a run"));
  const QSize wanted = QSizeF(laboratory.theme().px(960), laboratory.theme().px(680)).toSize();
  resize(parent ? wanted.boundedTo(parent->size() - QSize(kBorder, kBorder)) : wanted);
  adoptKeys(*this, parent);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  auto* line = new QHBoxLayout;
  line->setSpacing(6);
  m_value = new ComboBox;
  m_value->setObjectName(QStringLiteral("sweepValue"));
  m_value->setAccessibleName(tr("What the map shows"));
  for (const SweepValue value : kValues) m_value->addItem(sweepValueName(value));
  m_value->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  line->addWidget(m_value);
  auto* axes = new QHBoxLayout;
  axes->setSpacing(6);
  m_x = addAxis(*axes, tr("across"), QStringLiteral("sweepX"), false);
  axes->addSpacing(8);
  m_y = addAxis(*axes, tr("up"), QStringLiteral("sweepY"), true);
  line->addStretch(1);
  m_view = new SweepView(laboratory);
  m_export = new SweepExport(
      laboratory, *m_view, [this] { return wholeMap(); }, *this);
  auto* exportButton = new QToolButton;
  exportButton->setObjectName(QStringLiteral("exportMap"));
  exportButton->setText(tr("Export"));
  exportButton->setPopupMode(QToolButton::InstantPopup);
  exportButton->setMenu(m_export->makeMenu(exportButton));
  line->addWidget(exportButton);
  layout->addLayout(line);
  layout->addLayout(axes);
  layout->addWidget(m_view, 1);
  m_progress = new QProgressBar;
  m_progress->setTextVisible(false);
  m_progress->setFixedHeight(4);
  QSizePolicy kept = m_progress->sizePolicy();
  kept.setRetainSizeWhenHidden(true);
  m_progress->setSizePolicy(kept);
  m_progress->hide();
  layout->addWidget(m_progress);
  m_told = makeLabel({}, {"quiet", "small"});
  m_told->setObjectName(QStringLiteral("cellTold"));
  m_told->setWordWrap(true);
  layout->addWidget(m_told);

  suggestMap();
  connect(m_value, &QComboBox::currentIndexChanged, this, [this] {
    m_isChosen = true;
    showMap();
  });
  for (AxisChoice* choice : {&m_x, &m_y})
    connect(choice->quantity, &QComboBox::currentIndexChanged, this, [this, choice] {
      m_isChosen = true;
      suggest(*choice);
      takeNoneTwice();
      showMap();
    });
  connect(m_view, &SweepView::told, this, &MapsDialog::tell);
  connect(m_export, &SweepExport::told, this, &MapsDialog::tell);
  connect(m_view, &SweepView::progressed, this, &MapsDialog::tellProgress);
  connect(m_view, &SweepView::partWanted, this, &MapsDialog::zoom);
  connect(m_view, &SweepView::allWanted, this, [this] {
    suggest(m_x);
    suggest(m_y);
    showMap();
  });
  connect(&laboratory, &Laboratory::changed, this, &MapsDialog::follow);
  const auto fit = [this] {
    const Theme& theme = m_laboratory.theme();
    m_view->setMinimumSize(leastSize(theme).toSize());
    for (const AxisChoice* choice : {&m_x, &m_y})
      choice->range->setMinimumWidth(QFontMetrics(theme.font(kText)).horizontalAdvance(QStringLiteral("0.0001, 10")) +
                                     qRound(theme.px(24)));
    int longest = 0;
    for (int i = 0; i < m_value->count(); ++i)
      longest = std::max(longest, QFontMetrics(theme.font(kText)).horizontalAdvance(m_value->itemText(i)));
    m_value->setMinimumWidth(longest + qRound(theme.px(64)));  // with its arrow
    m_told->setMinimumHeight(QFontMetrics(theme.font(kSmallText)).height());
    keepToTheWindow();
  };
  connect(&laboratory.themes(), &ThemeSource::changed, this, fit);
  fit();
  tell({});
}

void MapsDialog::takeNoneTwice() {
  if (!m_y.axis.quantity.empty() && m_y.axis.quantity == m_x.axis.quantity) m_y.quantity->setCurrentIndex(0);  // none
}

// Grows and shrinks with the text.
void MapsDialog::keepToTheWindow() {
  layout()->activate();
  const double scale = m_laboratory.theme().scale;
  const QSize wanted = (size() * (scale / std::exchange(m_scale, scale))).expandedTo(minimumSizeHint());
  resize(parentWidget() ? wanted.boundedTo(parentWidget()->size() - QSize(kBorder, kBorder)) : wanted);
}

MapsDialog::AxisChoice MapsDialog::addAxis(QHBoxLayout& line, const QString& caption, const QString& name,
                                           bool mayBeNone) {
  AxisChoice choice{};
  QLabel* label = makeLabel(caption, {"quiet"});
  line.addWidget(label);
  choice.quantity = new ComboBox;
  choice.quantity->setObjectName(name);
  choice.quantity->setAccessibleName(mayBeNone ? tr("Quantity up") : tr("Quantity across"));
  label->setBuddy(choice.quantity);
  line.addWidget(choice.quantity);
  choice.range =
      new EntryField([this, mayBeNone](const QString& text) { return takeRange(mayBeNone ? m_y : m_x, text); });
  choice.range->setObjectName(name + QStringLiteral("Range"));
  choice.range->setAccessibleName(mayBeNone ? tr("From and to, up") : tr("From and to, across"));
  choice.range->setTellsAtOnce();
  line.addWidget(choice.range, 1);  // deep in a zoom its numbers are long
  choice.log = new QToolButton;
  choice.log->setObjectName(name + QStringLiteral("Log"));
  choice.log->setText(tr("log"));
  choice.log->setProperty("flat", true);
  choice.log->setCheckable(true);
  choice.log->setToolTip(tr("Logarithmic or linear scale"));
  choice.log->setAccessibleName(mayBeNone ? tr("Logarithmic scale up") : tr("Logarithmic scale across"));
  connect(choice.log, &QToolButton::clicked, this,
          [this, mayBeNone](bool logarithmic) { setLogarithmic(mayBeNone ? m_y : m_x, logarithmic); });
  line.addWidget(choice.log);
  return choice;
}

// What is chosen stays chosen as long as the run has it.
void MapsDialog::offerQuantities(AxisChoice& choice, const std::string& wanted) {
  const Run& run = m_laboratory.selectedRun();
  QStringList quantities;
  QStringList names;
  if (&choice == &m_y) {
    quantities << QString();
    names << QStringLiteral("—");
  }
  for (const std::string& quantity : sweepableQuantities(run)) {
    quantities << QString::fromStdString(quantity);
    names << quantityName(run, quantity);
  }
  const QSignalBlocker quiet(choice.quantity);
  if (quantities != choice.offered || names != choice.names) {
    choice.quantity->clear();
    for (qsizetype i = 0; i < quantities.size(); ++i) choice.quantity->addItem(names[i], quantities[i]);
    choice.offered = quantities;
    choice.names = names;
  }
  choice.quantity->setCurrentIndex(
      static_cast<int>(std::max<qsizetype>(0, quantities.indexOf(QString::fromStdString(wanted)))));
}

void MapsDialog::setCells(int along) {
  m_cells = along;
  for (AxisChoice* choice : {&m_x, &m_y})
    if (!choice->axis.quantity.empty()) choice->axis = withCount(m_laboratory.selectedRun(), choice->axis, m_cells);
  showMap();
}

// What was suggested stays while a run of the same kind moves about on it.
bool MapsDialog::isToBeSuggested() const {
  const Run& run = m_laboratory.selectedRun();
  const bool isOfAnotherKind =
      m_suggestedFor.lossFunction != run.lossFunction || m_suggestedFor.optimizer.id != run.optimizer.id;
  return isOfAnotherKind || (!m_knewLandscape && m_laboratory.selectedResult());
}

void MapsDialog::suggestMap() {
  m_suggestedFor = m_laboratory.selectedRun();
  m_knewLandscape = m_laboratory.selectedResult() != nullptr;
  const auto [value, x, y] = suggestedMap(m_laboratory.selectedRun(), m_laboratory.selectedResult().get());
  const QSignalBlocker quiet(m_value);
  m_value->setCurrentIndex(static_cast<int>(std::ranges::find(kValues, value) - kValues.begin()));
  const std::pair<AxisChoice&, std::string> wanted[] = {{m_x, x}, {m_y, y}};
  for (const auto& [choice, quantity] : wanted) {
    if (choice.axis.quantity == quantity) continue;
    offerQuantities(choice, quantity);
    suggest(choice);
  }
}

void MapsDialog::suggest(AxisChoice& choice) {
  const std::string quantity = choice.quantity->currentData().toString().toStdString();
  const Run& run = m_laboratory.selectedRun();
  choice.axis = choice.whole = quantity.empty() ? SweepAxis{} : suggestedAxis(run, quantity, m_cells);
  choice.isTyped = false;
  choice.of = run.lossFunction;
  showRange(choice);
}

// From above 0; whole numbers lie evenly.
void MapsDialog::setLogarithmic(AxisChoice& choice, bool logarithmic) {
  constexpr double decades = 1e-3;  // of the upper end, where the lower one has no logarithm
  const Run& run = m_laboratory.selectedRun();
  SweepAxis axis = choice.axis;
  axis.logarithmic = logarithmic;
  const bool isCut = logarithmic && axis.from <= 0 && axis.to > 0;
  if (isCut) axis.from = decades * axis.to;
  if (!logarithmic && choice.linear && choice.linear->upper == axis.to) axis.from = choice.linear->lower;
  const Problems problems = validate(Sweep{run, axis, {}});
  if (problems.empty()) {
    if (logarithmic) choice.linear = Interval{choice.axis.from, choice.axis.to};
    choice.axis = choice.whole = axis;
    choice.isTyped = true;
  }
  showRange(choice);
  showMap();
  if (!problems.empty())
    tell(problemText(problems, m_laboratory.selectedRun()));
  else if (isCut)
    tell(tr("0 and less have no logarithm: the axis begins at %1.").arg(wording::number(axis.from)));
}

void MapsDialog::showRange(AxisChoice& choice) {
  choice.log->setEnabled(!choice.axis.quantity.empty());
  choice.log->setChecked(choice.axis.logarithmic);
  choice.range->setEnabled(!choice.axis.quantity.empty());
  const QString text = choice.axis.quantity.empty()
                           ? QString()
                           : QStringLiteral("%1, %2").arg(QString::fromStdString(shortestText(choice.axis.from)),
                                                          QString::fromStdString(shortestText(choice.axis.to)));
  choice.range->show(text, m_laboratory.selected());
  const QString hint = tr("The lowest and the highest value, such as 0.001, 1");
  choice.range->setHint(text.isEmpty() ? hint : hint + QLatin1Char('\n') + text);  // more than there may be room for
}

Problems MapsDialog::takeRange(AxisChoice& choice, const QString& text) {
  const auto numbers = parseNumbers(text.toStdString());
  if (!numbers || numbers->size() != 2)
    return {{"range", CORE_TEXT("Problem", "'%1' is not a pair of finite numbers").with(excerpt(text.toStdString())),
             CORE_TEXT("Problem", "write two numbers with a comma between them, such as -4,2")}};
  if (choice.axis.logarithmic && !(numbers->front() > 0))
    return {{"range", CORE_TEXT("Problem", "must be greater than 0 on this axis"),
             CORE_TEXT("Problem", "give two numbers such as %1").with("0.001, 1")}};
  SweepAxis axis = choice.axis;
  axis.from = numbers->front();
  axis.to = numbers->back();
  axis = withCount(m_laboratory.selectedRun(), axis, m_cells);
  axis.count = std::max(axis.count, 1);
  const Problems problems = validate(Sweep{m_laboratory.selectedRun(), axis, {}});
  if (!problems.empty()) return withNames(problems, m_laboratory.selectedRun());
  choice.axis = choice.whole = axis;
  choice.linear.reset();
  choice.isTyped = true;
  showRange(choice);
  showMap();
  return {};
}

// Until double precision ends, which is said; what was shown stays.
void MapsDialog::zoom(const Box& parts) {
  const Run& run = m_laboratory.selectedRun();
  const bool isMap = m_view->scene() && m_view->scene()->sweep().y;
  const SweepAxis x = roundPartOf(run, m_x.axis, parts.x, m_cells);
  const std::optional<SweepAxis> y = isMap ? std::optional(roundPartOf(run, m_y.axis, parts.y, m_cells)) : std::nullopt;
  if (const Problems problems = validate(Sweep{run, x, y}); !problems.empty())
    return tell(parts.x.length() < 1 ? tr("No further: here double precision ends.")
                                     : problemText(problems, m_laboratory.selectedRun()));
  m_x.axis = x;
  if (y) m_y.axis = *y;
  for (AxisChoice* choice : {&m_x, &m_y}) {
    choice->isTyped = true;
    showRange(*choice);
  }
  showMap();
}

// While it is closed nothing is worked out; what was chosen stays for the next time.
void MapsDialog::follow(const Change& change) {
  if (change.loaded) {
    m_isChosen = false;  // it was for the experiment before
    for (AxisChoice* choice : {&m_x, &m_y}) {
      choice->isTyped = false;
      choice->of = {};
    }
  }
  if (!isVisible()) return;
  if (!m_isChosen && isToBeSuggested()) suggestMap();
  for (AxisChoice* choice : {&m_x, &m_y}) {
    const std::string before = choice->axis.quantity;
    offerQuantities(*choice, before);
    const bool isThere = choice->quantity->currentData().toString().toStdString() == before;
    const bool isElsewhere = !choice->isTyped && choice->of != m_laboratory.selectedRun().lossFunction;
    if (!isThere || isElsewhere) suggest(*choice);
  }
  takeNoneTwice();
  showMap();
}

void MapsDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  keepToTheWindow();
  follow({});
}

void MapsDialog::showMap() {
  SweepAxis x = m_x.axis;
  std::optional<SweepAxis> y;
  const SweepValue value = kValues.at(static_cast<std::size_t>(m_value->currentIndex()));
  const bool mayBeMap = value != SweepValue::losses;
  m_y.quantity->setEnabled(mayBeMap);
  for (QWidget* each : std::initializer_list<QWidget*>{m_y.range, m_y.log})
    each->setEnabled(mayBeMap && !m_y.axis.quantity.empty());
  if (mayBeMap && !m_y.axis.quantity.empty()) y = m_y.axis;
  if (!y) x = withCount(m_laboratory.selectedRun(), x, m_cells);
  const Problems problems = m_view->showSweep(x, y, value);
  const QString problem = problems.empty() ? QString() : problemText(problems, m_laboratory.selectedRun());
  if (problem != m_problem) tell(problem);
  m_problem = problem;
}

Sweep MapsDialog::wholeMap() const {
  Sweep sweep = m_view->scene()->sweep();
  sweep.x = withCount(sweep.run, m_x.whole, sweep.x.count);
  if (sweep.y) sweep.y = withCount(sweep.run, m_y.whole, sweep.y->count);
  return sweep;
}

// How fast it goes and how long it will take is said of what takes long.
void MapsDialog::tellProgress(double part) {
  m_progress->setVisible(part < 1);
  m_progress->setValue(qRound(100 * part));
  if (!m_view->scene() || part >= 1) {
    m_since.invalidate();
    if (std::exchange(m_tellsProgress, false)) tell({});
    return;
  }
  if (!m_since.isValid()) m_since.start();
  constexpr double worthTelling = 1.5;  // seconds
  const double seconds = 1e-3 * static_cast<double>(m_since.elapsed());
  if (seconds < worthTelling || !(part > 0)) return;
  const Sweep& sweep = m_view->scene()->sweep();
  const double steps = part * static_cast<double>(sweep.cells()) * static_cast<double>(sweep.run.steps);
  constexpr double million = 1e6;
  tell(tr("%1 %, about %2 s left · %3 million steps a second")
           .arg(qRound(100 * part))
           .arg(qCeil(seconds * (1 - part) / part))
           .arg(wording::number(steps / seconds / million, 2)));
  m_tellsProgress = true;
}

void MapsDialog::tell(const QString& sentence) {
  m_tellsProgress = false;
  m_told->setText(sentence.isEmpty() ? tr("Click or drag: the run becomes that of the cell. Shift-click: another run. "
                                          "Wheel: zoom, double click: all again. Arrow keys: from cell to cell.")
                                     : sentence);
}

}  // namespace ravine
