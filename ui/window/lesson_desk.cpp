#include "ui/window/lesson_desk.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <algorithm>

#include "core/base/read_file.h"
#include "core/base/write_file.h"
#include "ui/lesson/page_dialog.h"
#include "ui/model/settings.h"
#include "ui/window/notice_bar.h"
#include "ui/window/problem_box.h"
#include "ui/words/language.h"
#include "ui/workspace/workspace.h"

namespace ravine {
namespace {

const QString kTopic = QStringLiteral("lesson");  // of notices

std::string bytesOf(const QString& path) {
  return QFile::encodeName(path).toStdString();
}

void remember(const QString& path) {
  settings::addRecentFile(path);
  settings::setLastFolder(QFileInfo(path).absolutePath());
}

std::string spoken() {
  return language::current().toStdString();
}

// The words that are shown now, to be edited.
PageWords& wordsToEdit(LessonPage& page) {
  const auto found = page.translated.find(spoken());
  return found == page.translated.end() ? page.words : found->second;
}

}  // namespace

LessonDesk::LessonDesk(Laboratory& laboratory, Workspace& workspace, NoticeBar& notice,
                       std::function<ExperimentView()> view, QWidget& window)
    : QObject(&window),
      m_laboratory(laboratory),
      m_workspace(workspace),
      m_notice(notice),
      m_view(std::move(view)),
      m_window(window) {}

void LessonDesk::open(const Lesson& lesson, const QString& path, std::size_t page) {
  m_notice.dismiss();
  m_laboratory.course().open(lesson, path, page);
  turnTo(page);
}

bool LessonDesk::openIfLesson(const QString& path) {
  Problems ignored;  // whoever opens it as something else will tell
  const auto text = readFile(bytesOf(path), kLargestLessonFile, ignored);
  if (!text || !isLesson(*text)) return false;
  openFile(path);
  return true;
}

void LessonDesk::openFile(const QString& path) {
  Problems problems;
  Problems remarks;
  const auto lesson = readLessonFile(bytesOf(path), problems, remarks);
  if (!lesson) return showProblems(tr("“%1” cannot be opened").arg(QFileInfo(path).fileName()), problems, m_window);
  remember(path);
  open(*lesson, path);
  tellRemarks(m_notice, remarks, m_window);
}

void LessonDesk::chooseAndOpen() {
  QFileDialog dialog(&m_window, tr("Open a lesson"), settings::lastFolder());
  dialog.setFileMode(QFileDialog::ExistingFile);
  dialog.setNameFilter(tr("Ravine lessons (%1)").arg(QStringLiteral("*.json")));
  if (dialog.exec() == QDialog::Accepted) openFile(dialog.selectedFiles().constFirst());
}

void LessonDesk::close() {
  m_laboratory.course().close();
}

void LessonDesk::next() {
  const Course& course = m_laboratory.course();
  if (course.lesson() && course.page() + 1 < course.lesson()->pages.size()) turnTo(course.page() + 1);
}

// From where a link led, back to the page first.
void LessonDesk::previous() {
  const Course& course = m_laboratory.course();
  if (!course.lesson()) return;
  if (course.isAway())
    turnTo(course.page());
  else if (course.page() > 0)
    turnTo(course.page() - 1);
}

// As it was written, whatever was changed on it before; undo leads back to that.
void LessonDesk::turnTo(std::size_t page) {
  Course& course = m_laboratory.course();
  if (!course.lesson() || page >= course.lesson()->pages.size()) return;
  const LessonPage shown = course.lesson()->pages[page];
  course.expectPage(page);
  m_workspace.openNew(experimentOf(shown, spoken()), viewOf(shown));
  if (shown.predictFirst)
    m_laboratory.askToPredict(true);
  else
    m_laboratory.timeline().setPlaying(true);
}

void LessonDesk::follow(const PageLink& link) {
  switch (link.to) {
    case PageLink::To::scenario:
      emit scenarioChosen(QString::fromStdString(link.target));
      return;
    case PageLink::To::task:
      if (const Task* task = findTask(link.target)) start(*task);
      return;
    case PageLink::To::lesson:
      if (const Lesson* lesson = findLesson(link.target)) open(*lesson);
      return;
    case PageLink::To::page:
      turnTo(static_cast<std::size_t>(QString::fromStdString(link.target).toULong() - 1));
      return;
  }
}

void LessonDesk::start(const Task& task) {
  m_notice.dismiss();
  m_laboratory.course().expectTask(&task);
  m_workspace.openNew(experimentOf(task, spoken()), {});
  Timeline& timeline = m_laboratory.timeline();
  timeline.setPlayhead(static_cast<double>(timeline.lastStep()));  // what is tried is seen at once
}

// After the last comes the first again.
void LessonDesk::startNext() {
  const auto at = std::find_if(tasks().begin(), tasks().end(),
                               [this](const Task& each) { return &each == m_laboratory.course().task(); });
  start(at == tasks().end() || at + 1 == tasks().end() ? tasks().front() : *(at + 1));
}

// The experiment as it is now, and how it is looked at; presenting and the size of text are whoever's gives the lesson.
void LessonDesk::takeScreen(LessonPage& page) const {
  page.scenario.clear();
  page.experiment = m_laboratory.experiment();
  page.experiment.title = page.words.title;
  page.experiment.text.clear();  // the page says it
  page.view = m_view();
  page.view.presenting = false;
  page.view.textScale = 0;
  page.claims.clear();
}

bool LessonDesk::isOwn() const {
  return m_laboratory.course().lesson() && !m_laboratory.course().path().isEmpty();
}

// A lesson that ships with Ravine is not changed; its pages are copied into one's own by adding them.
void LessonDesk::addPage() {
  const Course& course = m_laboratory.course();
  const Experiment& shown = m_laboratory.experiment();
  LessonPage page;
  page.words = {shown.title, {}, shown.text, shown.question, shown.answer};
  page.hides = {PagePart::inspector};
  if (course.lesson() && !course.isAway()) {
    page.words = wordsOf(course.currentPage(), spoken());
    page.words.names.clear();
    page.hides = course.currentPage().hides;
  }
  const QString title = isOwn() ? tr("Add a page to “%1”").arg(QFileInfo(course.path()).completeBaseName())
                                : tr("The first page of a lesson");
  PageDialog dialog(title, page, page.words, tr("Add the page"), &m_window);
  if (dialog.exec() != QDialog::Accepted) return;
  page.words = dialog.words();
  page.hides = dialog.hides();
  page.predictFirst = dialog.predictFirst();
  takeScreen(page);
  if (!isOwn()) return beginLesson(page);
  Lesson lesson = *course.lesson();
  const std::size_t place = course.page() + 1;
  lesson.pages.insert(lesson.pages.begin() + static_cast<std::ptrdiff_t>(place), page);
  write(lesson, place, tr("Page %1 was added.").arg(place + 1));
}

void LessonDesk::beginLesson(const LessonPage& page) {
  const QString path = askForFile();
  if (path.isEmpty()) return;
  Lesson lesson;
  lesson.words.title = QFileInfo(path).completeBaseName().toStdString();
  lesson.pages = {page};
  if (!writeTo(path, lesson)) return;
  remember(path);
  m_laboratory.course().edit(lesson, path, 0, m_laboratory.document().origin());
  m_workspace.markSaved();
  m_notice.tell(tr("A lesson was begun. What you show next can be its next page."), {}, kTopic);
}

void LessonDesk::editPage() {
  const Course& course = m_laboratory.course();
  if (!isOwn() || course.isAway()) return;
  Lesson lesson = *course.lesson();
  LessonPage& page = lesson.pages[course.page()];
  PageDialog dialog(tr("Edit page %1").arg(course.page() + 1), page, wordsToEdit(page), tr("Change the page"),
                    &m_window);
  if (dialog.exec() != QDialog::Accepted) return;
  wordsToEdit(page) = dialog.words();
  page.hides = dialog.hides();
  page.predictFirst = dialog.predictFirst();
  // The experiment as it is now, unless it is as the page has it.
  const Experiment before = experimentOf(page, spoken());
  if (m_laboratory.runs() != before.runs || m_laboratory.experiment().layout != before.layout ||
      m_laboratory.experiment().charts != before.charts)
    takeScreen(page);
  write(lesson, course.page(), tr("Page %1 was changed.").arg(course.page() + 1));
}

void LessonDesk::removePage() {
  const Course& course = m_laboratory.course();
  if (!isOwn() || course.lesson()->pages.size() < 2) return;
  Lesson lesson = *course.lesson();
  const std::size_t removed = course.page();
  lesson.pages.erase(lesson.pages.begin() + static_cast<std::ptrdiff_t>(removed));
  const std::size_t shown = std::min(removed, lesson.pages.size() - 1);
  if (write(lesson, shown, tr("Page %1 was removed.").arg(removed + 1))) turnTo(shown);
}

void LessonDesk::movePage(int by) {
  const Course& course = m_laboratory.course();
  if (!isOwn()) return;
  Lesson lesson = *course.lesson();
  const auto from = static_cast<std::ptrdiff_t>(course.page());
  const std::ptrdiff_t to = from + by;
  if (to < 0 || to >= std::ssize(lesson.pages)) return;
  std::swap(lesson.pages[static_cast<std::size_t>(from)], lesson.pages[static_cast<std::size_t>(to)]);
  write(lesson, static_cast<std::size_t>(to), tr("It is page %1 now.").arg(to + 1));
}

bool LessonDesk::writeTo(const QString& path, const Lesson& lesson) {
  const auto problem = writeFile(bytesOf(path), toJson(lesson));
  if (problem) showProblems(tr("“%1” could not be saved").arg(QFileInfo(path).fileName()), {*problem}, m_window);
  return !problem;
}

// The file first; what is shown follows if that went well. The notice takes it back.
bool LessonDesk::write(const Lesson& lesson, std::size_t page, const QString& done) {
  Course& course = m_laboratory.course();
  const QString path = course.path();
  const Lesson before = *course.lesson();
  const std::size_t pageBefore = course.page();
  if (!writeTo(path, lesson)) return false;
  course.edit(lesson, path, page, m_laboratory.document().origin());
  m_workspace.markSaved();
  m_notice.tell(done,
                {{tr("Take it back"),
                  [this, before, path, pageBefore] {
                    if (m_laboratory.course().path() != path || !writeTo(path, before)) return;
                    m_laboratory.course().open(before, path, pageBefore);
                    turnTo(pageBefore);
                  }}},
                kTopic);
  return true;
}

QString LessonDesk::askForFile() {
  QFileDialog dialog(&m_window, tr("Save the lesson"), settings::lastFolder());
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(QStringLiteral("json"));
  dialog.setNameFilter(tr("Ravine lessons (%1)").arg(QStringLiteral("*.json")));
  dialog.selectFile(tr("Lesson") + QStringLiteral(".json"));
  return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().constFirst() : QString();
}

}  // namespace ravine
