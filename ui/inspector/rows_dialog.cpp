#include "ui/inspector/rows_dialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/read_file.h"
#include "core/data/read_data.h"
#include "core/run/model_run.h"
#include "ui/look/card.h"
#include "ui/look/scaling.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr std::size_t kLargestFile = 4'000'000;  // bytes: more than the longest rows fill
constexpr std::size_t kMostTold = 3;             // problems
constexpr int kVerdictHeight = 50;               // room for these, so that the rows do not move as one types

// Why a run cannot learn of these rows as it is, or nothing.
Problems whyNot(const Run& run, const DataTable& table) {
  if (const ModelInfo* model = findModel(run.lossFunction.id)) return check(*model, table);
  return {{"", CORE_TEXT("Problem", "only models learn from data"),
           CORE_TEXT("Problem", "choose one in the place of this loss function")}};
}

Problems whyNot(const SelectedRuns& runs, const DataTable& table) {
  for (const Run* run : runs.all())
    if (Problems problems = whyNot(*run, table); !problems.empty()) return problems;
  return {};
}

bool learnsFrom(const Run& run, const DataTable& table) {
  Problems ignored;
  const auto now = tableOf(dataOf(run.lossFunction), ignored);
  return now && *now == table;
}

// Where `model` is null, by the models that the runs have.
Problems giveRows(Laboratory& laboratory, const DataTable& table, const ModelInfo* model) {
  const DataChoice data{.rows = Shared(table)};
  return laboratory.editSelection(RowsDialog::tr("Change the data"), [&](Run& run) {
    if (model) {
      if (!findModel(run.lossFunction.id)) run.look = Look::mapWithData;  // until now it had none to show
      setLossFunction(run, LossChoice{.id = model->id, .parameters = {}, .data = data});
    } else if (!learnsFrom(run, table)) {
      learnFrom(run, data);
    }
  });
}

// For all runs that learn from the same as the selected ones.
Problems changeRows(Laboratory& laboratory, const DataTable& table) {
  std::vector<DataChoice> old;
  const SelectedRuns selected = laboratory.selectedRuns();
  for (const Run* run : selected.all()) old.push_back(dataOf(run->lossFunction));
  return laboratory.document().edit(RowsDialog::tr("Change the data"), [&](Experiment& experiment) {
    for (Run& run : experiment.runs)
      if (std::find(old.begin(), old.end(), dataOf(run.lossFunction)) != old.end() && !learnsFrom(run, table))
        learnFrom(run, {.rows = Shared(table)});
  });
}

QString sentence(Problem problem) {
  problem.where.clear();
  const QString text = wording::problem(problem);
  return problem.at.line > 0 ? RowsDialog::tr("Line %1: %2").arg(problem.at.line).arg(text) : text;
}

}  // namespace

RowsDialog::RowsDialog(Laboratory& laboratory, const QString& text, Kind kind, QWidget& window)
    : QDialog(&window), m_laboratory(laboratory), m_kind(kind) {
  setWindowTitle(tr("Rows of data"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowModality(Qt::WindowModal);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(18, 16, 18, 14);
  layout->setSpacing(8);
  QLabel* hint =
      makeLabel(tr("A row a line: x,y or x1,x2,class. Columns may stand apart by commas, semicolons, tabs or blanks."),
                {"quiet", "small"});
  hint->setWordWrap(true);
  layout->addWidget(hint);
  m_text = new QPlainTextEdit(text);
  m_text->setObjectName(QStringLiteral("rows"));
  m_text->setAccessibleName(windowTitle());
  m_text->setTabChangesFocus(true);
  m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
  layout->addWidget(m_text, 1);
  m_verdict = makeLabel({}, {"small"});
  m_verdict->setObjectName(QStringLiteral("rowsVerdict"));
  m_verdict->setWordWrap(true);
  m_verdict->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  setBaseMinimumSize(*m_verdict, {0, kVerdictHeight});
  layout->addWidget(m_verdict);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  m_ok = buttons->button(QDialogButtonBox::Ok);
  m_take = m_ok->text();
  layout->addWidget(buttons);
  connect(m_text, &QPlainTextEdit::textChanged, this, &RowsDialog::check);
  connect(buttons, &QDialogButtonBox::accepted, this, &RowsDialog::take);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  applyScale(*this, laboratory.theme().scale);
  constexpr QSize wanted(460, 420);
  const QSize margins(40, 40);
  resize((QSizeF(wanted) * laboratory.theme().scale).toSize().boundedTo(window.size() - margins));
  check();
}

void RowsDialog::check() {
  Problems problems;
  m_table = readData(m_text->toPlainText().toStdString(), problems);
  m_offered = nullptr;
  if (m_table) {
    problems = whyNot(m_laboratory.selectedRuns(), *m_table);
    const auto fitting = modelsFor(*m_table);
    if (!problems.empty() && !fitting.empty()) m_offered = fitting.front();
  }
  if (m_offered) problems.clear();
  m_ok->setEnabled(problems.empty());
  m_ok->setText(m_offered ? tr("Learn with “%1”").arg(wording::coreText(m_offered->name)) : m_take);
  underline(problems);
  tell(problems);
}

QString RowsDialog::whatTheyAre() const {
  const QString rows = tr("%1 rows").arg(m_table->rows.size());
  if (!m_offered) return rows;
  const QString now = wording::coreText(lossFunctionInfo(m_laboratory.selectedRun()).name);
  return rows + QLatin1Char('\n') +
         tr("“%1” does not learn from such rows; “%2” does, and takes its place.")
             .arg(now, wording::coreText(m_offered->name));
}

void RowsDialog::tell(const Problems& problems) {
  setStyleProperty(*m_verdict, "danger", !problems.empty());
  if (problems.empty()) return m_verdict->setText(whatTheyAre());
  QStringList lines;
  for (const Problem& problem : problems) {
    if (static_cast<std::size_t>(lines.size()) == kMostTold) {
      lines << tr("and %1 more").arg(problems.size() - kMostTold);
      break;
    }
    lines << sentence(problem);
  }
  m_verdict->setText(lines.join(QLatin1Char('\n')));
}

// The lines that problems are in.
void RowsDialog::underline(const Problems& problems) {
  QList<QTextEdit::ExtraSelection> lines;
  QColor ground = m_laboratory.theme().danger;
  ground.setAlpha(50);
  for (const Problem& problem : problems) {
    const QTextBlock block = m_text->document()->findBlockByNumber(problem.at.line - 1);
    if (problem.at.line < 1 || !block.isValid()) continue;
    QTextEdit::ExtraSelection line;
    line.cursor = QTextCursor(block);
    line.format.setBackground(ground);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    lines << line;
  }
  m_text->setExtraSelections(lines);
}

void RowsDialog::take() {
  const Problems problems = m_kind == Kind::edited && !m_offered ? changeRows(m_laboratory, *m_table)
                                                                 : giveRows(m_laboratory, *m_table, m_offered);
  if (problems.empty()) return accept();
  tell(problems);
}

std::optional<DataTable> readRows(const QString& path, Problems& problems) {
  const auto bytes = readFile(QFile::encodeName(path).toStdString(), kLargestFile, problems);
  return bytes ? readData(*bytes, problems) : std::nullopt;
}

Problems openRows(Laboratory& laboratory, const QString& path, QWidget& window) {
  Problems problems;
  const auto bytes = readFile(QFile::encodeName(path).toStdString(), kLargestFile, problems);
  if (!bytes) return problems;
  const auto table = readData(*bytes, problems);
  const bool fits = table && whyNot(laboratory.selectedRuns(), *table).empty();
  if (fits && giveRows(laboratory, *table, nullptr).empty()) return {};
  (new RowsDialog(laboratory, QString::fromStdString(*bytes), RowsDialog::Kind::others, window))->show();
  return {};
}

}  // namespace ravine
