// The window: assembles the views and holds no truth of its own. Presenting, it fills the screen with maps and charts
// whose smallest text can be read from the back row; controls come when the pointer goes to an edge.
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <optional>

#include "ui/model/laboratory.h"

class QVBoxLayout;

namespace ravine {

class Actions;
class ChartRow;
class ExportDesk;
class FileDesk;
class Gallery;
class Hints;
class InputRules;
class Inspector;
class LessonDesk;
class LessonParts;
class NoticeBar;
class PanelGrid;
class ScenarioNote;
class TopBar;
class Transport;
class Workspace;
enum class ActionId;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow(Laboratory& laboratory, Workspace& workspace, QWidget* parent = nullptr);

  FileDesk& files() { return *m_files; }
  LessonDesk& lessons() { return *m_lessons; }
  Gallery& gallery();  // which is made when it is first asked for

  // How the runs are looked at, as a file keeps it.
  ExperimentView view() const;
  void setView(const ExperimentView& view);

  bool isPresenting() const { return m_presenting; }
  void present(bool presenting);        // on the whole screen
  void setPresenting(bool presenting);  // within the window

  // The hints for the first steps, unless they were ever shown, something else is to be read, or somebody presents.
  void offerHints();
  void showHints(int first = 0);
  std::optional<int> hint() const;  // which of them stands there

  // Blocks until everything that is computed in the background is on the screen. For tests and pictures.
  void finish();

 signals:
  // Another language is wanted: the window is to be made anew.
  void languageChosen(const QString& code);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  Transport* makeTransport();
  void showParts();
  void perform(ActionId id);
  template <class Dialog>
  void showBeside();
  void copyPicture();
  void showTitle();
  void applyTheme();
  void fitScale();
  void placeGallery();
  void showControlsAt(double y);

  Laboratory& m_laboratory;
  Workspace& m_workspace;
  FileDesk* m_files;
  ExportDesk* m_exports;
  LessonDesk* m_lessons;
  LessonParts* m_parts;
  Actions* m_actions;
  InputRules* m_rules;
  TopBar* m_topBar;
  NoticeBar* m_notice;
  ScenarioNote* m_note;
  ChartRow* m_charts;
  PanelGrid* m_grid;
  Inspector* m_inspector;
  Transport* m_transport;
  QPointer<Hints> m_hints;
  QVBoxLayout* m_whole;
  QVBoxLayout* m_body;
  bool m_presenting = false;
  double m_scaleBefore = 1;  // of the text, before presenting
  Qt::WindowStates m_stateBefore;
};

}  // namespace ravine
