// What the window has for learners: gallery, the page of a lesson, predictions, tasks. Made and wired here; the window
// gives them their places, but for the gallery, which lies over the ground and is made when it is first opened.
#pragma once

#include <QObject>
#include <QRect>

#include "ui/model/laboratory.h"

namespace ravine {

class FileDesk;
class Gallery;
class LessonColumn;
class LessonDesk;
class LessonHeader;
class LessonProgress;
class PredictionBar;
class TaskBar;
enum class ActionId;

class LessonParts : public QObject {
  Q_OBJECT

 public:
  LessonParts(Laboratory& laboratory, FileDesk& files, LessonDesk& desk, QWidget& ground);

  LessonHeader& header() { return *m_header; }
  LessonColumn& column() { return *m_column; }
  LessonProgress& progress() { return *m_progress; }
  PredictionBar& predictions() { return *m_predictions; }
  TaskBar& task() { return *m_task; }
  Gallery& gallery();

  // Whether it was one of the Lesson menu.
  bool perform(ActionId id);
  // The text of the page, if one is shown; whether there is one.
  bool toggleText();
  // Whether a page is shown, and whether that does without this part of the window.
  bool isPage() const;
  bool isHidden(PagePart part) const;
  void setGalleryPlace(const QRect& place);
  void finish();  // blocks until all is painted

 private:
  void toggleGallery();
  void openScenario(const QString& id);

  Laboratory& m_laboratory;
  FileDesk& m_files;
  LessonDesk& m_desk;
  QWidget& m_ground;
  LessonHeader* m_header;
  LessonColumn* m_column;
  LessonProgress* m_progress;
  PredictionBar* m_predictions;
  TaskBar* m_task;
  Gallery* m_gallery = nullptr;  // until it is opened
  QRect m_galleryPlace;
};

}  // namespace ravine
