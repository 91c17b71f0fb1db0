#include "ui/window/comparison.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>
#include <vector>

#include "core/diagnosis/saddle_passage.h"
#include "core/lesson/measure.h"
#include "core/run/model_run.h"
#include "ui/look/card.h"
#include "ui/look/run_look.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kSortRole = Qt::UserRole;       // a number, or a text
constexpr int kExactRole = Qt::UserRole + 1;  // as it is copied

QStandardItem* numberItem(double value) {
  auto* item = new QStandardItem(wording::number(value, 4));
  item->setData(value, kSortRole);
  item->setData(QString::fromStdString(shortestText(value)), kExactRole);
  item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return item;
}

QStandardItem* countItem(std::int64_t value) {
  QStandardItem* item = numberItem(static_cast<double>(value));
  item->setText(QString::number(value));
  item->setData(QString::number(value), kExactRole);
  return item;
}

QStandardItem* textItem(const QString& text) {
  auto* item = new QStandardItem(text);
  item->setData(text, kSortRole);
  item->setData(text, kExactRole);
  return item;
}

// When the run left the saddle that it came by; one that never did comes last.
QStandardItem* saddleItem(const RunResult& result) {
  const auto passage = saddlePassage(result.trajectory, *result.landscape);
  if (passage && passage->leftAt) return countItem(*passage->leftAt);
  QStandardItem* item = textItem(passage ? Comparison::tr("never") : QStringLiteral("—"));
  item->setData(std::numeric_limits<double>::infinity(), kSortRole);
  item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return item;
}

QStandardItem* noneItem() {
  QStandardItem* item = textItem(QStringLiteral("—"));
  item->setData(std::numeric_limits<double>::infinity(), kSortRole);
  item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return item;
}

// What only runs with mini-batches have; “—” for the others.
std::vector<QStandardItem*> batchItems(const RunResult& result) {
  const Run& run = result.run;
  if (!hasBatches(run)) return {noneItem(), noneItem(), noneItem(), noneItem(), noneItem()};
  const std::int64_t size = batchSettings(run.batches).batchSize;
  const auto floor = findMeasure("noise_floor")->of(result, 0);
  return {countItem(size), numberItem(nominalRate(run) / static_cast<double>(size)), numberItem(epochsOf(run)),
          numberItem(result.summary.gradientNoise), floor ? numberItem(*floor) : noneItem()};
}

}  // namespace

Comparison::Comparison(Laboratory& laboratory, QWidget* parent) : QDialog(parent), m_laboratory(laboratory) {
  setWindowTitle(tr("Compare runs"));
  setAttribute(Qt::WA_DeleteOnClose);
  constexpr QSize wanted(1080, 300);
  resize(parent ? wanted.boundedTo(parent->size() - QSize(40, 40)) : wanted);  // all of it within a small screen
  m_rows = new QStandardItemModel(this);
  m_sorted = new QSortFilterProxyModel(this);
  m_sorted->setSourceModel(m_rows);
  m_sorted->setSortRole(kSortRole);
  auto* table = new QTableView;
  table->setModel(m_sorted);
  table->setSortingEnabled(true);
  table->setEditTriggers(QTableView::NoEditTriggers);
  table->setSelectionBehavior(QTableView::SelectRows);
  table->setAlternatingRowColors(false);
  table->setShowGrid(false);
  table->setTabKeyNavigation(false);  // Tab leaves it again
  table->verticalHeader()->hide();
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table->horizontalHeader()->setMinimumSectionSize(44);
  table->setProperty("small", true);
  table->setTextElideMode(Qt::ElideRight);
  table->setAccessibleName(windowTitle());

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 14, 16, 14);
  layout->addWidget(table, 1);
  auto* line = new QHBoxLayout;
  QLabel* note =
      makeLabel(tr("Within 1 %: the first step by which 99 % of the fall from the first loss to the run's best "
                   "has been made. Click a column to sort."),
                {"quiet", "small"});
  note->setWordWrap(true);
  line->addWidget(note, 1);
  auto* copy = new QPushButton(tr("Copy as TSV"));
  copy->setObjectName(QStringLiteral("copyTsv"));
  line->addWidget(copy);
  layout->addLayout(line);
  const auto copyAll = [this] { QGuiApplication::clipboard()->setText(asTsv()); };
  connect(copy, &QPushButton::clicked, this, copyAll);
  connect(new QShortcut(QKeySequence::Copy, this), &QShortcut::activated, this, copyAll);

  connect(&laboratory, &Laboratory::changed, this, [this](const Change& change) {
    if (change.experiment || change.results) refresh();
  });
  connect(&laboratory.themes(), &ThemeSource::changed, this, &Comparison::refresh);
  refresh();
  table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);  // a long name ends in “…”
  table->sortByColumn(-1, Qt::AscendingOrder);  // as the runs stand, until a column is clicked
}

// Row by row, so that what is selected or scrolled to stays.
void Comparison::refresh() {
  const std::vector<ShownRun> runs = m_laboratory.shownRuns();
  const bool bySaddle = std::any_of(runs.begin(), runs.end(), [](const ShownRun& shown) {
    return shown.result && saddlePassage(shown.result->trajectory, *shown.result->landscape);
  });
  QStringList titles{tr("Run"),       tr("Method"),  QStringLiteral("η"), tr("Outcome"),    tr("Final loss"),
                     tr("Best loss"), tr("at step"), tr("within 1 %"),    tr("Overshoots"), tr("Path")};
  const bool byBatches =
      std::any_of(runs.begin(), runs.end(), [](const ShownRun& shown) { return hasBatches(shown.run); });
  if (byBatches) titles << tr("Batch") << QStringLiteral("η/B") << tr("Epochs") << tr("Gradient noise") << tr("Floor");
  if (bySaddle) titles << tr("left saddle");
  m_rows->setColumnCount(static_cast<int>(titles.size()));
  m_rows->setHorizontalHeaderLabels(titles);
  int row = 0;
  for (const ShownRun& shown : runs) {
    const auto& [run, result, kept, endIsKept] = shown;
    if (!result || endIsKept) continue;
    const Summary& summary = result->summary;
    QStandardItem* name = textItem(QString::fromStdString(run.name));
    name->setData(runMarkerPixmap(run.colour, m_laboratory.theme(), devicePixelRatioF()), Qt::DecorationRole);
    const Outcome outcome = result->diagnosis.outcome;
    QStandardItem* ending = textItem(wording::outcomeName(outcome));
    ending->setForeground(wording::outcomeColour(outcome, m_laboratory.theme()));
    std::vector<QStandardItem*> cells{name,
                                      textItem(wording::coreText(optimizerInfo(run).name)),
                                      numberItem(nominalRate(run)),
                                      ending,
                                      numberItem(summary.finalLoss),
                                      numberItem(summary.bestLoss),
                                      countItem(summary.bestAt),
                                      countItem(summary.nearBest),
                                      countItem(static_cast<std::int64_t>(result->diagnosis.overshoots.size())),
                                      numberItem(summary.pathLength)};
    if (byBatches)
      for (QStandardItem* item : batchItems(*result)) cells.push_back(item);
    if (bySaddle) cells.push_back(saddleItem(*result));
    for (std::size_t column = 0; column < cells.size(); ++column)
      m_rows->setItem(row, static_cast<int>(column), cells[column]);
    ++row;
  }
  m_rows->setRowCount(row);
}

QString Comparison::asTsv() const {
  QStringList lines;
  QStringList cells;
  for (int column = 0; column < m_rows->columnCount(); ++column)
    cells << m_rows->headerData(column, Qt::Horizontal).toString();
  lines << cells.join('\t');
  for (int row = 0; row < m_sorted->rowCount(); ++row) {
    cells.clear();
    for (int column = 0; column < m_sorted->columnCount(); ++column)
      cells << m_sorted->index(row, column).data(kExactRole).toString().replace('\t', ' ');
    lines << cells.join('\t');
  }
  return lines.join('\n') + '\n';
}

}  // namespace ravine
