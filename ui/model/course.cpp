#include "ui/model/course.h"

#include <cassert>
#include <utility>

namespace ravine {

void Course::open(Lesson lesson, const QString& path, std::size_t page) {
  assert(page < lesson.pages.size());
  m_lesson = std::move(lesson);
  m_path = path;
  m_pages.clear();
  expectPage(page);
}

void Course::close() {
  m_lesson.reset();
  m_path.clear();
  m_pages.clear();
  m_isAway = false;
  emit changed();
}

void Course::edit(Lesson lesson, const QString& path, std::size_t page, int origin) {
  m_lesson = std::move(lesson);
  m_path = path;
  m_page = page;
  m_pages = {{origin, page}};  // others may have moved
  m_isAway = false;
  emit changed();
}

void Course::setTaskState(TaskState state) {
  assert(m_task);
  m_taskState = std::move(state);
  if (m_taskState.isDone) m_done.insert(m_task->id);
}

void Course::leaveTask() {
  m_tasks.clear();
  m_task = nullptr;
  emit changed();
}

void Course::expectPage(std::size_t page) {
  m_page = page;
  m_expectsPage = true;
}

void Course::expectTask(const Task* task) {
  m_expectedTask = task;
}

Experiment Course::inLanguage(int origin, Experiment experiment, const std::string& language) const {
  std::vector<Experiment> versions;
  if (const auto page = m_pages.find(origin); m_lesson && page != m_pages.end()) {
    const LessonPage& shown = m_lesson->pages.at(page->second);
    versions.push_back(experimentOf(shown, {}));
    for (const auto& [code, words] : shown.translated) versions.push_back(experimentOf(shown, code));
    return withWordsOf(std::move(experiment), versions, experimentOf(shown, language));
  }
  if (const auto task = m_tasks.find(origin); task != m_tasks.end()) {
    versions.push_back(task->second->experiment);
    for (const auto& [code, words] : task->second->translated) versions.push_back(words.experiment);
    return withWordsOf(std::move(experiment), versions, experimentOf(*task->second, language));
  }
  return experiment;
}

void Course::follow(int origin) {
  if (std::exchange(m_expectsPage, false)) m_pages[origin] = m_page;
  if (const Task* task = std::exchange(m_expectedTask, nullptr)) m_tasks[origin] = task;
  const auto page = m_pages.find(origin);
  m_isAway = m_lesson && page == m_pages.end();
  if (page != m_pages.end()) m_page = page->second;
  const auto task = m_tasks.find(origin);
  m_task = task == m_tasks.end() ? nullptr : task->second;
}

}  // namespace ravine
