// What the File menu does, with all there is to ask and to tell. Its dialogs stand over the window.
#pragma once

#include <QObject>
#include <functional>

#include "ui/workspace/workspace.h"

class QWidget;

namespace ravine {

class LessonDesk;
class NoticeBar;
struct Scenario;

class FileDesk : public QObject {
  Q_OBJECT

 public:
  FileDesk(Laboratory& laboratory, Workspace& workspace, LessonDesk& lessons, NoticeBar& notice, QWidget& window);

  // These ask first where changes would be lost.
  void newExperiment();
  void chooseAndOpen();
  void chooseAndOpenGrid();  // for the selected runs, which go on
  void reopenLast();
  // An experiment; a lesson or rows of data, which do not ask.
  void open(const QString& path);
  // Undo leads back from it, so there is nothing to ask.
  void open(const Scenario& scenario);

  // Whether it was saved.
  bool save();
  bool saveAs();

  // Whether the window may close: nothing is left unsaved that somebody has not given up.
  bool mayClose();

  // Offers what a session that ended without being closed has left.
  void offerRecovery();

  void copyRuns();
  void pasteRuns();

 private:
  bool mayReplace();  // the current experiment
  bool askToSave();
  bool askAboutReplaced();
  bool write(const QString& path);
  void remember(const QString& path);
  bool askToOverwrite(const QString& question);
  void tell(const Problems& remarks);
  bool openIfRows(const QString& path);
  bool openIfGrid(const QString& path);
  void readAndOpenGrid(const QString& path);
  void openGrid(const QString& path, const Grid& grid);
  void tellWhyNotOpened(const QString& path, const Problems& problems);
  void load(const QString& path);
  void offerReload();
  void reload(const QString& path);
  void restore(Recovery::Left& left);

  Laboratory& m_laboratory;
  Workspace& m_workspace;
  LessonDesk& m_lessons;
  NoticeBar& m_notice;
  QWidget& m_window;
};

}  // namespace ravine
