#include "ui/window/file_desk.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <memory>

#include "core/data/read_grid.h"
#include "core/file/embedded_experiment.h"
#include "core/lesson/scenarios.h"
#include "ui/inspector/rows_dialog.h"
#include "ui/model/settings.h"
#include "ui/window/commands.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/notice_bar.h"
#include "ui/window/problem_box.h"
#include "ui/words/language.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr auto kEnding = "ravine";

QString nameOf(const ExperimentFile& file) {
  const QString path = QString::fromStdString(file.autosaveOf.value_or(std::string()));
  const QString title = QString::fromStdString(file.experiment.title);
  return !path.isEmpty() ? QFileInfo(path).completeBaseName() : !title.isEmpty() ? title : FileDesk::tr("Untitled");
}

}  // namespace

FileDesk::FileDesk(Laboratory& laboratory, Workspace& workspace, LessonDesk& lessons, NoticeBar& notice,
                   QWidget& window)
    : QObject(&window),
      m_laboratory(laboratory),
      m_workspace(workspace),
      m_lessons(lessons),
      m_notice(notice),
      m_window(window) {
  connect(&workspace, &Workspace::changedOnDisk, this, &FileDesk::offerReload);
  connect(&workspace, &Workspace::cannotKeep, this, [this] {
    m_notice.tell(
        tr("Unsaved changes cannot be kept for the case that Ravine is ended by force: there is no room, or no "
           "permission, in its folder. Save often."));
  });
}

void FileDesk::newExperiment() {
  if (!mayReplace()) return;
  Experiment experiment;
  Run run;
  run.name = tr("Run %1").arg(1).toStdString();
  experiment.runs.push_back(std::move(run));
  m_workspace.openNew(std::move(experiment));
}

void FileDesk::chooseAndOpen() {
  if (!mayReplace()) return;
  QFileDialog dialog(&m_window, tr("Open an experiment"), settings::lastFolder());
  dialog.setFileMode(QFileDialog::ExistingFile);
  dialog.setNameFilters(
      {tr("Ravine experiments and lessons (%1)").arg(QStringLiteral("*.ravine *.json")),
       tr("Pictures and tables that carry one (%1)").arg(QStringLiteral("*.png *.svg *.pdf *.csv *.json")),
       tr("All files (%1)").arg(QStringLiteral("*"))});
  if (dialog.exec() != QDialog::Accepted) return;
  const QString path = dialog.selectedFiles().constFirst();
  if (!m_lessons.openIfLesson(path) && !openIfRows(path) && !openIfGrid(path)) load(path);
}

void FileDesk::reopenLast() {
  const QStringList recent = settings::recentFiles();
  const auto other =
      std::find_if(recent.begin(), recent.end(), [this](const QString& path) { return path != m_workspace.path(); });
  if (other != recent.end()) open(*other);
}

void FileDesk::open(const QString& path) {
  if (!m_lessons.openIfLesson(path) && !openIfRows(path) && !openIfGrid(path) && mayReplace()) load(path);
}

// Losses that somebody measured on a grid.
bool FileDesk::openIfGrid(const QString& path) {
  static const QStringList endings{QStringLiteral("npy"), QStringLiteral("h5"), QStringLiteral("hdf5")};
  if (!endings.contains(QFileInfo(path).suffix().toLower())) return false;
  readAndOpenGrid(path);
  return true;
}

void FileDesk::chooseAndOpenGrid() {
  QFileDialog dialog(&m_window, tr("Open measured losses"), settings::lastFolder());
  dialog.setFileMode(QFileDialog::ExistingFile);
  dialog.setNameFilters({tr("Losses on a grid (%1)").arg(QStringLiteral("*.npy *.csv *.txt *.h5 *.hdf5")),
                         tr("All files (%1)").arg(QStringLiteral("*"))});
  if (dialog.exec() == QDialog::Accepted) readAndOpenGrid(dialog.selectedFiles().constFirst());
}

void FileDesk::readAndOpenGrid(const QString& path) {
  Problems problems;
  if (const auto grid = readGrid(QFile::encodeName(path).toStdString(), problems))
    openGrid(path, *grid);
  else
    tellWhyNotOpened(path, problems);
}

// As an experiment of its own.
void FileDesk::openGrid(const QString& path, const Grid& grid) {
  Problems problems;
  const LossChoice choice{.id = {}, .parameters = {}, .grid = Shared(grid)};
  if (!resolve(choice, problems)) return tellWhyNotOpened(path, problems);
  if (!mayReplace()) return;
  Experiment experiment;
  experiment.title = QFileInfo(path).fileName().toStdString();
  Run run;
  run.name = QFileInfo(path).completeBaseName().toStdString();
  setLossFunction(run, choice);
  experiment.runs.push_back(std::move(run));
  m_workspace.openNew(std::move(experiment));
}

void FileDesk::tellWhyNotOpened(const QString& path, const Problems& problems) {
  showProblems(tr("“%1” cannot be opened").arg(QFileInfo(path).fileName()), problems, m_window);
}

// A table that carries no experiment is what models learn from, unless it can only be losses on a grid.
bool FileDesk::openIfRows(const QString& path) {
  if (QFileInfo(path).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) != 0) return false;
  QFile file(path);
  constexpr qint64 head = 4096;  // bytes, among which an experiment would begin
  Problems ignored;
  if (!file.open(QIODevice::ReadOnly) || embeddedExperiment(file.read(head).toStdString(), ignored)) return false;
  if (!readRows(path, ignored))
    if (const auto grid = readGrid(QFile::encodeName(path).toStdString(), ignored)) {
      openGrid(path, *grid);
      return true;
    }
  const Problems problems = openRows(m_laboratory, path, m_window);
  if (!problems.empty()) tellWhyNotOpened(path, problems);
  return true;
}

void FileDesk::load(const QString& path) {
  const Workspace::Opened opened = m_workspace.open(path);
  if (opened.problems.empty()) {
    if (!m_workspace.path().isEmpty()) remember(m_workspace.path());
    return tell(opened.remarks);
  }
  if (!QFileInfo::exists(path)) settings::removeRecentFile(path);
  tellWhyNotOpened(path, opened.problems);
}

void FileDesk::open(const Scenario& scenario) {
  m_notice.dismiss();
  m_workspace.openNew(inLanguage(scenario, language::current().toStdString()), scenario.view);
  m_laboratory.timeline().setPlaying(true);
}

bool FileDesk::save() {
  if (m_workspace.path().isEmpty()) return saveAs();
  const QString name = QFileInfo(m_workspace.path()).fileName();
  if (m_workspace.isChangedOnDisk() &&
      !askToOverwrite(tr("“%1” was changed by another program since it was opened here.").arg(name)))
    return false;
  if (m_workspace.isOfNewer() &&
      !askToOverwrite(tr("“%1” was made by a newer Ravine. What this one did not understand will be lost.").arg(name)))
    return false;
  return write(m_workspace.path());
}

bool FileDesk::saveAs() {
  QFileDialog dialog(&m_window, tr("Save the experiment"), settings::lastFolder());
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(QString::fromLatin1(kEnding));
  dialog.setNameFilter(tr("Ravine experiments (%1)").arg(QStringLiteral("*.ravine")));
  QString name = m_workspace.name();
  name.replace(QLatin1Char('/'), QLatin1Char('-'));
  dialog.selectFile(name + QLatin1Char('.') + QLatin1String(kEnding));
  if (dialog.exec() != QDialog::Accepted) return false;
  QString path = dialog.selectedFiles().constFirst();
  // "Lecture 3.2" has an ending in the dialog's eyes, but none that opens it by a double click.
  if (!path.endsWith(QLatin1Char('.') + QLatin1String(kEnding), Qt::CaseInsensitive)) {
    path += QLatin1Char('.') + QLatin1String(kEnding);
    if (QFileInfo::exists(path) && !askToOverwrite(tr("“%1” is there already.").arg(QFileInfo(path).fileName())))
      return false;
  }
  return write(path);
}

// Only where something could be read or written: a dialog that began in another place might never open.
void FileDesk::remember(const QString& path) {
  settings::addRecentFile(path);
  settings::setLastFolder(QFileInfo(path).absolutePath());
}

bool FileDesk::write(const QString& path) {
  if (const auto problem = m_workspace.saveAs(path)) {
    showProblems(tr("“%1” could not be saved").arg(QFileInfo(path).fileName()), {*problem}, m_window);
    return false;
  }
  remember(m_workspace.path());
  m_notice.dismiss();  // what it may have said of the file is no longer so
  return true;
}

// Whether it is to be written over; saving under another name is done here, after which it is not.
bool FileDesk::askToOverwrite(const QString& question) {
  QMessageBox box(QMessageBox::Warning, tr("Save"), question, QMessageBox::Cancel, &m_window);
  const auto* other = box.addButton(tr("Save as …"), QMessageBox::AcceptRole);
  const auto* over = box.addButton(tr("Overwrite"), QMessageBox::DestructiveRole);
  box.exec();
  if (box.clickedButton() == other) saveAs();
  return box.clickedButton() == over;
}

bool FileDesk::mayReplace() {
  return !m_workspace.isModified() || askToSave();
}

// Whether the changes are saved, or given up.
bool FileDesk::askToSave() {
  QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to “%1”?").arg(m_workspace.name()),
                  QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &m_window);
  box.setDefaultButton(QMessageBox::Save);
  box.button(QMessageBox::Discard)->setText(tr("Discard"));  // Qt's own word is another in some languages
  switch (box.exec()) {
    case QMessageBox::Save:
      return save() && !m_workspace.isModified();
    case QMessageBox::Discard:
      return true;
    default:
      return false;
  }
}

// Whether changes may go that only undo leads back to.
bool FileDesk::askAboutReplaced() {
  QMessageBox box(QMessageBox::Question, tr("Unsaved changes"),
                  tr("An experiment that was open before has changes that are in no file. Undo leads back to it."),
                  QMessageBox::Discard | QMessageBox::Cancel, &m_window);
  box.button(QMessageBox::Discard)->setText(tr("Discard"));
  const auto* back = box.addButton(tr("Go back to it"), QMessageBox::AcceptRole);
  box.exec();
  if (box.clickedButton() == back) m_workspace.goBackToModified();
  return box.clickedButton() == box.button(QMessageBox::Discard);
}

bool FileDesk::mayClose() {
  if (m_workspace.isModified() && !askToSave()) return false;
  if (m_workspace.isModifiedBehind() && !askAboutReplaced()) return false;
  m_workspace.forgetAll();
  return true;
}

void FileDesk::offerRecovery() {
  const auto left = std::make_shared<Recovery::Left>(m_workspace.recovery().findLeft());
  if (left->empty()) return;
  QStringList names;
  for (const auto& file : left->files()) names << tr("“%1”").arg(nameOf(file.content));
  const QString when = QLocale(language::current()).toString(left->files().back().written, QLocale::ShortFormat);
  m_notice.tell(tr("Ravine ended before these changes were saved (%1): %2").arg(when, names.join(QStringLiteral(", "))),
                {{tr("Restore"), [this, left] { restore(*left); }}, {tr("Discard"), [left] { left->remove(); }}});
}

void FileDesk::restore(Recovery::Left& left) {
  for (const auto& file : left.files()) m_workspace.restore(file.content);
  const bool several = left.files().size() > 1;
  m_workspace.recovery().finish();  // kept anew before the old goes
  left.remove();
  if (several) m_notice.tell(tr("The newest is here; undo leads back to the others."));
}

// A file that is loaded again replaces what is here; only what was edited here is asked about.
void FileDesk::reload(const QString& path) {
  if (!m_workspace.isEdited() || askToSave()) load(path);
}

void FileDesk::offerReload() {
  const QString path = m_workspace.path();
  m_notice.tell(tr("“%1” was changed by another program.").arg(QFileInfo(path).fileName()),
                {{tr("Load it again"), [this, path] { reload(path); }},
                 {tr("Keep what is here"), [this] { m_workspace.acceptDisk(); }}});
}

void FileDesk::tell(const Problems& remarks) {
  m_notice.dismiss();
  tellRemarks(m_notice, remarks, m_window);
}

// An experiment of its own, which can be mailed and opened as a file.
void FileDesk::copyRuns() {
  Experiment copied;
  const SelectedRuns selected = m_laboratory.selectedRuns();
  for (const Run* run : selected.all()) copied.runs.push_back(*run);
  QApplication::clipboard()->setText(QString::fromStdString(toJson(copied)));
}

void FileDesk::pasteRuns() {
  Problems problems;
  const std::string text = QApplication::clipboard()->text().toStdString();
  if (text.find("ravine-experiment") == std::string::npos)
    return m_notice.tell(tr("Nothing was pasted: there are no runs in the clipboard. Ctrl+C copies some."));
  const auto file = readExperiment(text, problems);
  if (problems.empty()) problems = m_laboratory.addRuns(tr("Paste runs"), file->experiment.runs);
  if (!problems.empty())
    m_notice.tell(tr("Nothing was pasted. %1").arg(wording::problem(problems.front())));
  else
    tell(file->remarks);
}

}  // namespace ravine
