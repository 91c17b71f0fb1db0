#include "ui/window/maps_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "core/sweep/sweep.h"
#include "ui/control/entry_field.h"
#include "ui/look/card.h"
#include "ui/look/combo_box.h"
#include "ui/sweep/sweep_view.h"
#include "ui/window/commands.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

// So many that steps between round ends are round.
constexpr int kCells = 201;       // along each axis of a map
constexpr int kCellsAlone = 401;  // of one quantity
constexpr std::array<SweepValue, 5> kValues{SweepValue::basin, SweepValue::outcome, SweepValue::finalLoss,
                                            SweepValue::bestLoss, SweepValue::steps};

}  // namespace

MapsDialog::MapsDialog(Laboratory& laboratory, QWidget* parent) : QDialog(parent), m_laboratory(laboratory) {
  setWindowTitle(tr("Maps of a run"));
  setAttribute(Qt::WA_DeleteOnClose);
  constexpr QSize wanted(900, 680);
  resize(parent ? wanted.boundedTo(parent->size() - QSize(40, 40)) : wanted);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  auto* line = new QHBoxLayout;
  line->setSpacing(6);
  m_value = new ComboBox;
  m_value->setObjectName(QStringLiteral("sweepValue"));
  m_value->setAccessibleName(tr("What the map shows"));
  for (const SweepValue value : kValues) m_value->addItem(sweepValueName(value));
  m_value->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_value->setMinimumContentsLength(14);
  line->addWidget(m_value);
  m_x = addAxis(*line, tr("across"), QStringLiteral("sweepX"), false);
  m_y = addAxis(*line, tr("up"), QStringLiteral("sweepY"), true);
  line->addStretch(1);
  layout->addLayout(line);
  m_view = new SweepView(laboratory);
  layout->addWidget(m_view, 1);
  const QString help =
      tr("Click or drag: the run becomes that of the cell. Shift-click: another run. Arrow keys: from cell to cell.");
  m_told = makeLabel(help, {"quiet", "small"});
  m_told->setObjectName(QStringLiteral("cellTold"));
  m_told->setWordWrap(true);
  layout->addWidget(m_told);

  offerQuantities(m_x, "start.x", false);
  offerQuantities(m_y, "start.y", true);
  suggest(m_x);
  suggest(m_y);
  connect(m_value, &QComboBox::currentIndexChanged, this, &MapsDialog::showMap);
  for (AxisChoice* choice : {&m_x, &m_y})
    connect(choice->quantity, &QComboBox::currentIndexChanged, this, [this, choice] {
      suggest(*choice);
      showMap();
    });
  connect(m_view, &SweepView::told, this,
          [this, help](const QString& sentence) { m_told->setText(sentence.isEmpty() ? help : sentence); });
  connect(m_view, &SweepView::runWanted, this, &MapsDialog::addRun);
  connect(&laboratory, &Laboratory::changed, this, &MapsDialog::follow);
  showMap();
}

MapsDialog::AxisChoice MapsDialog::addAxis(QHBoxLayout& line, const QString& caption, const QString& name,
                                           bool mayBeNone) {
  AxisChoice choice{};
  QLabel* label = makeLabel(caption, {"quiet"});
  line.addSpacing(8);
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
  choice.range->setHint(tr("The lowest and the highest value, such as 0.001, 1"));
  choice.range->setTellsAtOnce();
  choice.range->setMaximumWidth(110);
  line.addWidget(choice.range);
  return choice;
}

// What is chosen stays chosen as long as the run has it.
void MapsDialog::offerQuantities(AxisChoice& choice, const std::string& wanted, bool mayBeNone) {
  const Run& run = m_laboratory.selectedRun();
  const QSignalBlocker quiet(choice.quantity);
  choice.quantity->clear();
  if (mayBeNone) choice.quantity->addItem(QStringLiteral("—"), QString());
  for (const std::string& quantity : sweepableQuantities(run))
    choice.quantity->addItem(quantityName(run, quantity), QString::fromStdString(quantity));
  choice.quantity->setCurrentIndex(std::max(0, choice.quantity->findData(QString::fromStdString(wanted))));
}

void MapsDialog::suggest(AxisChoice& choice) {
  const std::string quantity = choice.quantity->currentData().toString().toStdString();
  choice.axis = quantity.empty() ? SweepAxis{} : suggestedAxis(m_laboratory.selectedRun(), quantity, kCells);
  showRange(choice);
}

void MapsDialog::showRange(AxisChoice& choice) {
  choice.range->setEnabled(!choice.axis.quantity.empty());
  choice.range->show(choice.axis.quantity.empty()
                         ? QString()
                         : QStringLiteral("%1, %2").arg(QString::fromStdString(shortestText(choice.axis.from)),
                                                        QString::fromStdString(shortestText(choice.axis.to))),
                     m_laboratory.selected());
}

Problems MapsDialog::takeRange(AxisChoice& choice, const QString& text) {
  const auto numbers = parseNumbers(text.toStdString());
  if (!numbers || numbers->size() != 2)
    return {{"range", CORE_TEXT("Problem", "'%1' is not a pair of finite numbers").with(excerpt(text.toStdString())),
             CORE_TEXT("Problem", "write two numbers with a comma between them, such as -4,2")}};
  SweepAxis axis = choice.axis;
  axis.from = numbers->front();
  axis.to = numbers->back();
  const Problems problems = validate(Sweep{m_laboratory.selectedRun(), axis, {}});
  if (!problems.empty()) return problems;
  choice.axis = axis;
  showMap();
  return {};
}

void MapsDialog::follow(const Change& change) {
  if (!change.experiment && !change.selection && !change.loaded) return;
  for (AxisChoice* choice : {&m_x, &m_y}) {
    const std::string before = choice->axis.quantity;
    offerQuantities(*choice, before, choice == &m_y);
    const bool isThere = choice->quantity->currentData().toString().toStdString() == before;
    if (!isThere || change.loaded) suggest(*choice);
  }
  showMap();
}

void MapsDialog::showMap() {
  SweepAxis x = m_x.axis;
  std::optional<SweepAxis> y;
  if (!m_y.axis.quantity.empty() && m_y.axis.quantity != x.quantity) y = m_y.axis;
  if (!y && x.count == kCells) x.count = kCellsAlone;
  const Problems problems = m_view->show(x, y, kValues.at(static_cast<std::size_t>(m_value->currentIndex())));
  if (!problems.empty()) m_told->setText(wording::problem(problems.front()));
}

void MapsDialog::addRun(const Run& run) {
  const Problems problems = addRuns(m_laboratory, {run});
  if (!problems.empty()) m_told->setText(wording::problem(problems.front()));
}

}  // namespace ravine
