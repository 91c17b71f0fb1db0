// What the Lesson menu does: opens lessons, turns their pages, and makes one from what is on screen. A lesson that is
// being made lives in its file: every change is written at once, and can be taken back. Its dialogs stand over the
// window.
#pragma once

#include <QObject>
#include <functional>

#include "ui/model/laboratory.h"

class QWidget;

namespace ravine {

class NoticeBar;
class Workspace;

class LessonDesk : public QObject {
  Q_OBJECT

 public:
  // `view` is how the window looks at the runs.
  LessonDesk(Laboratory& laboratory, Workspace& workspace, NoticeBar& notice, std::function<ExperimentView()> view,
             QWidget& window);

  // At the page of this number, from 0.
  void open(const Lesson& lesson, const QString& path = {}, std::size_t page = 0);
  // Whether the file is a lesson; if so, it is opened, or it is told why that cannot be.
  bool openIfLesson(const QString& path);
  void chooseAndOpen();
  void close();
  void next();
  void previous();
  void turnTo(std::size_t page);
  void follow(const PageLink& link);
  void start(const Task& task);
  void startNext();

  void addPage();   // of what is on screen, after the one that is open
  void editPage();  // its words, what it hides, and its experiment as it is now
  void removePage();
  void movePage(int by);

 signals:
  // A link to a scenario was followed.
  void scenarioChosen(const QString& id);

 private:
  void openFile(const QString& path);
  bool isOwn() const;  // a lesson in a file, which may be changed
  void takeScreen(LessonPage& page) const;
  void beginLesson(const LessonPage& page);
  bool writeTo(const QString& path, const Lesson& lesson);
  bool write(const Lesson& lesson, std::size_t page, const QString& done);
  QString askForFile();

  Laboratory& m_laboratory;
  Workspace& m_workspace;
  NoticeBar& m_notice;
  std::function<ExperimentView()> m_view;
  QWidget& m_window;
};

}  // namespace ravine
