// What somebody works through: the lesson that is open and the page it is open at, or a task. It knows which loaded
// experiment belongs to which page, so that undo across pages shows their texts. Outlives the window, which is made
// anew in another language. Lives on the main thread.
#pragma once

#include <QObject>
#include <map>
#include <optional>
#include <set>

#include "core/lesson/lesson.h"
#include "core/lesson/task.h"

namespace ravine {

class Course : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  // Null if none is open.
  const Lesson* lesson() const { return m_lesson ? &*m_lesson : nullptr; }
  const QString& path() const { return m_path; }  // of its file; empty for one that ships with Ravine
  std::size_t page() const { return m_page; }     // from 0
  const LessonPage& currentPage() const { return m_lesson->pages[m_page]; }
  // Another experiment is shown than the page's: a link was followed, or something opened.
  bool isAway() const { return m_isAway; }
  // Null if none is being tried.
  const Task* task() const { return m_task; }
  // How that stands for the run that is looked at.
  const TaskState& taskState() const { return m_taskState; }
  // Precondition: a task is being tried.
  void setTaskState(TaskState state);
  // Those that were done while the program is open.
  bool isDone(const std::string& task) const { return m_done.contains(task); }

  // Precondition: page < lesson.pages.size().
  void open(Lesson lesson, const QString& path, std::size_t page);
  void close();
  // The lesson was edited; the page of this number is what is shown now.
  void edit(Lesson lesson, const QString& path, std::size_t page, int origin);
  void leaveTask();
  // What is loaded next belongs to this page, or to this task.
  void expectPage(std::size_t page);
  void expectTask(const Task* task);

  // An experiment of this origin that belongs to a page or task, with its words in this language; others stay.
  Experiment inLanguage(int origin, Experiment experiment, const std::string& language) const;

  // Something was loaded, or undo brought it back: by its origin in the document. Tells nobody, as what shows runs is
  // to be told of them first.
  void follow(int origin);

 signals:
  void changed();

 private:
  std::optional<Lesson> m_lesson;
  QString m_path;
  std::size_t m_page = 0;
  bool m_isAway = false;
  const Task* m_task = nullptr;
  TaskState m_taskState;
  bool m_expectsPage = false;
  const Task* m_expectedTask = nullptr;
  std::map<int, std::size_t> m_pages;  // by origin
  std::map<int, const Task*> m_tasks;
  std::set<std::string> m_done;
};

}  // namespace ravine
