#include "ui/inspector/data_section.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>
#include <limits>

#include "core/base/write_file.h"
#include "core/data/read_data.h"
#include "core/run/model_run.h"
#include "ui/inspector/form.h"
#include "ui/inspector/parameter_form.h"
#include "ui/inspector/rows_dialog.h"
#include "ui/look/card.h"
#include "ui/model/settings.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr auto kSeed = "seed";

DataChoice dataOfRun(const Run& run) {
  return dataOf(run.lossFunction);
}

std::shared_ptr<const DataTable> rowsOfRun(const Run& run) {
  Problems ignored;
  return tableOf(dataOfRun(run), ignored);
}

void setDataParameter(Run& run, const std::string& id, const ParameterValue& value) {
  changeModel(run, [&](LossChoice& choice) {
    choice.data = dataOf(choice);
    choice.data.parameters[id] = value;
  });
}

// "λmax/λmin = 58 · 2/λmax = 0.047", of the lowest minimum.
QString curvaturesText(const Landscape& landscape) {
  if (landscape.fallsForEver) return DataSection::tr("The loss falls for ever: there is no minimum.");
  const auto minimum = landscape.lowestMinimum();
  if (!minimum || !(minimum->curvature.upper > 0)) return {};
  const auto [lower, upper] = minimum->curvature;
  constexpr double flat = 1e-12;  // of the larger: what rounding leaves of none
  const double ratio = lower > flat * upper ? upper / lower : std::numeric_limits<double>::infinity();
  return QStringLiteral("λmax/λmin = %1 · 2/λmax = %2").arg(wording::number(ratio), wording::number(2 / upper));
}

}  // namespace

DataSection::DataSection(Laboratory& laboratory, QWidget* parent) : SettingsSection(laboratory, tr("DATA"), parent) {
  addSet();
  addComparison();
  addFiles();
  // The landscape comes later than the run.
  connect(&laboratory, &Laboratory::changed, this, &DataSection::showCurvatures);
}

void DataSection::addSet() {
  m_set = addList(form(), tr("Rows"), QStringLiteral("data"));
  connect(m_set, &QComboBox::activated, this, &DataSection::choose);
  m_parameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the data"), [&](Run& r) { setDataParameter(r, id, value); });
  });
  form().addWidget(m_parameters);
  m_newSeed = addNewSeed(QStringLiteral("newDataSeed"), tr("Another draw of the rows"),
                         [](Run& r, std::int64_t seed) { setDataParameter(r, kSeed, seed); });
}

void DataSection::addComparison() {
  m_curvatures = makeLabel({});
  m_curvatures->setObjectName(QStringLiteral("curvatures"));
  m_curvatures->setToolTip(
      tr("At the lowest minimum: how unequal the curvatures are, and the η beyond which plain descent bounces ever "
         "farther"));
  m_curvatures->setWordWrap(true);
  m_curvatures->hide();
  m_curvatures->setTextInteractionFlags(Qt::TextSelectableByMouse);
  form().addWidget(m_curvatures);
  auto* line = new QHBoxLayout;
  m_compare =
      addButton(*line, tr("Before and after, side by side"), QStringLiteral("beforeAndAfter"), &DataSection::compare);
  form().addLayout(line);
}

void DataSection::addFiles() {
  auto* rows = new QHBoxLayout;
  addButton(*rows, tr("Paste or edit rows…"), QStringLiteral("editRows"), &DataSection::editRows);
  form().addLayout(rows);
  auto* files = new QHBoxLayout;
  addButton(*files, tr("Open CSV…"), QStringLiteral("openCsv"), &DataSection::openFile);
  addButton(*files, tr("Save CSV…"), QStringLiteral("saveCsv"), &DataSection::saveFile);
  form().addLayout(files);
  m_wrong = makeLabel({}, {"danger", "small"});
  m_wrong->setWordWrap(true);
  m_wrong->hide();
  form().addWidget(m_wrong);
}

QPushButton* DataSection::addButton(QLayout& line, const QString& text, const QString& name,
                                    void (DataSection::*act)()) {
  auto* button = new QPushButton(text);
  button->setObjectName(name);
  button->setFocusPolicy(Qt::TabFocus);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(button, &QPushButton::clicked, this, act);
  line.addWidget(button);
  return button;
}

// The sets of which all these models can learn, and what rows of one's own there are.
std::vector<DataSection::Offered> DataSection::offered(const SelectedRuns& runs) const {
  std::vector<Offered> all;
  for (const DataSetInfo* set : dataSetsFor(*findModel(runs.lookedAt().lossFunction.id))) {
    const bool fits = std::all_of(runs.all().begin(), runs.all().end(), [set](const Run* run) {
      const auto sets = dataSetsFor(*findModel(run->lossFunction.id));
      return std::find(sets.begin(), sets.end(), set) != sets.end();
    });
    if (fits)
      all.push_back({wording::coreText(set->name), QString::fromStdString(set->id), wording::coreText(set->teaches)});
  }
  if (const DataChoice own = dataOfRun(runs.lookedAt()); own.rows)
    all.push_back({tr("Own rows (%1)").arg(own.rows->rows.size()), QStringLiteral(""), {}});
  return all;
}

void DataSection::show(const SelectedRuns& runs) {
  const bool learn = runs.common([](const Run& r) { return findModel(r.lossFunction.id) != nullptr; }) == true;
  setVisible(learn);
  if (!learn) return;
  if (const auto all = offered(runs); all != m_offered) {
    m_offered = all;
    const QSignalBlocker blocker(m_set);
    m_set->clear();
    for (const Offered& each : all) {
      m_set->addItem(each.name, each.id);
      m_set->setItemData(m_set->count() - 1, each.hint, Qt::ToolTipRole);
    }
  }
  const auto which = runs.common([](const Run& r) { return std::pair(dataOfRun(r).id, dataOfRun(r).rows); });
  showChoice(*m_set, which ? std::optional(which->first) : std::nullopt);
  m_set->setToolTip(which ? m_set->currentData(Qt::ToolTipRole).toString()
                          : tr("The selected runs have different data"));
  const DataSetInfo* set = findDataSet(dataOfRun(runs.lookedAt()).id);
  m_parameters->show([](const Run& r) { return dataOfRun(r).id; }, set ? set->parameters : std::vector<ParameterInfo>(),
                     [](const Run& r) -> const ParameterSet& { return r.lossFunction.data.parameters; }, runs);
  m_newSeed->setVisible(which && set && findParameter(set->parameters, kSeed));
  const bool room = this->runs().size() == 1 && laboratory().runs().size() < Experiment::kMostRuns;
  m_compare->setEnabled(room && canStandardize(runs.lookedAt()));
  m_compare->setToolTip(
      runs.size() > 1 ? tr("Select one run")
      : room ? tr("A copy beside this run with the inputs standardized, or not where they are, and η the same "
                  "part of 2/λmax")
             : tr("There is room for %1 runs; remove one first").arg(Experiment::kMostRuns));
  tell({});
}

void DataSection::choose(int row) {
  const QString id = m_offered.at(static_cast<std::size_t>(row)).id;
  const DataChoice chosen = id.isEmpty() ? dataOfRun(runs().lookedAt()) : DataChoice{.id = id.toStdString()};
  const auto isChosen = [&](const Run& r) { return dataOfRun(r).id == chosen.id && dataOfRun(r).rows == chosen.rows; };
  if (runs().common(isChosen) == true) return;
  edit(tr("Change the data"), [&](Run& r) { learnFrom(r, chosen); });
}

// Of one run; a result that lags behind it has another landscape.
void DataSection::showCurvatures() {
  const SelectedRuns selected = runs();
  const LossChoice& loss = selected.lookedAt().lossFunction;
  const RunResultPtr result = laboratory().selectedResult();
  const bool tells = result && result->run.lossFunction.id == loss.id && findModel(loss.id) && selected.size() == 1;
  // While rows are dragged, the last that is known, lest all below it jumps.
  if (tells && result->run.lossFunction != loss && !m_curvatures->text().isEmpty()) return;
  const QString text = tells ? curvaturesText(*result->landscape) : QString();
  if (text == m_curvatures->text()) return;
  m_curvatures->setText(text);
  m_curvatures->setVisible(!text.isEmpty());
}

void DataSection::compare() {
  const RunId run = laboratory().selected();
  laboratory().document().edit(tr("Before and after"), [&](Experiment& experiment) {
    const auto at =
        std::find_if(experiment.runs.begin(), experiment.runs.end(), [run](const Run& each) { return each.id == run; });
    Run copy = withStandardizeSwitched(*at);
    const QString name = QString::fromStdString(at->name);
    copy.name = (isStandardized(copy) ? tr("%1, standardized") : tr("%1, as measured")).arg(name).toStdString();
    copy.id = RunId::none;
    copy.colour = freeColour(experiment);
    experiment.runs.insert(at + 1, std::move(copy));
    experiment.layout = Layout::sideBySide;
  });
}

void DataSection::editRows() {
  const auto rows = rowsOfRun(runs().lookedAt());
  (new RowsDialog(laboratory(), QString::fromStdString(asCsv(*rows)), RowsDialog::Kind::edited, *window()))->show();
}

void DataSection::openFile() {
  QFileDialog dialog(window(), tr("Open rows of data"), settings::lastFolder());
  dialog.setFileMode(QFileDialog::ExistingFile);
  dialog.setNameFilters({tr("Tables (%1)").arg(QStringLiteral("*.csv *.tsv *.txt")), tr("All files (%1)").arg('*')});
  if (dialog.exec() != QDialog::Accepted) return;
  const QString path = dialog.selectedFiles().constFirst();
  settings::setLastFolder(QFileInfo(path).absolutePath());
  tell(openRows(laboratory(), path, *window()));
}

void DataSection::saveFile() {
  QFileDialog dialog(window(), tr("Save the rows"), settings::lastFolder());
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(QStringLiteral("csv"));
  dialog.setNameFilter(tr("Tables (%1)").arg(QStringLiteral("*.csv")));
  const QString name = dataOfRun(runs().lookedAt()).rows ? tr("rows") : m_set->currentData().toString();
  dialog.selectFile(name + QStringLiteral(".csv"));
  if (dialog.exec() != QDialog::Accepted) return;
  const QString path = dialog.selectedFiles().constFirst();
  if (saveRows(path)) settings::setLastFolder(QFileInfo(path).absolutePath());
}

bool DataSection::saveRows(const QString& path) {
  const auto problem = writeFile(QFile::encodeName(path).toStdString(), asCsv(*rowsOfRun(runs().lookedAt())));
  tell(problem ? Problems{*problem} : Problems());
  return !problem;
}

void DataSection::tell(const Problems& problems) {
  m_wrong->setVisible(!problems.empty());
  if (!problems.empty()) m_wrong->setText(wording::problem(problems.front()));
}

}  // namespace ravine
