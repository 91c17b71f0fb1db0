#include "ui/window/lesson_parts.h"

#include <algorithm>

#include "core/lesson/scenarios.h"
#include "ui/lesson/gallery.h"
#include "ui/lesson/lesson_column.h"
#include "ui/lesson/lesson_header.h"
#include "ui/lesson/prediction_bar.h"
#include "ui/lesson/task_bar.h"
#include "ui/look/scaling.h"
#include "ui/window/actions.h"
#include "ui/window/file_desk.h"
#include "ui/window/lesson_desk.h"

namespace ravine {

LessonParts::LessonParts(Laboratory& laboratory, FileDesk& files, LessonDesk& desk, QWidget& ground)
    : QObject(&ground),
      m_laboratory(laboratory),
      m_files(files),
      m_desk(desk),
      m_ground(ground),
      m_header(new LessonHeader(laboratory)),
      m_column(new LessonColumn(laboratory)),
      m_progress(new LessonProgress(laboratory)),
      m_predictions(new PredictionBar(laboratory)),
      m_task(new TaskBar(laboratory)) {
  connect(m_header, &LessonHeader::nextRequested, &desk, &LessonDesk::next);
  connect(m_header, &LessonHeader::previousRequested, &desk, &LessonDesk::previous);
  connect(m_header, &LessonHeader::closeRequested, &desk, &LessonDesk::close);
  connect(m_column, &LessonColumn::linkFollowed, &desk, &LessonDesk::follow);
  connect(&desk, &LessonDesk::scenarioChosen, this, &LessonParts::openScenario);
  connect(m_task, &TaskBar::nextRequested, &desk, &LessonDesk::startNext);
  connect(m_task, &TaskBar::closeRequested, &laboratory.course(), &Course::leaveTask);
}

Gallery& LessonParts::gallery() {
  if (m_gallery) return *m_gallery;
  m_gallery = new Gallery(m_laboratory, &m_ground);
  followScale(*m_gallery);
  m_gallery->setGeometry(m_galleryPlace);
  connect(m_gallery, &Gallery::left, &m_ground, [this] { m_ground.setFocus(); });
  connect(m_gallery, &Gallery::scenarioChosen, this, [this](const QString& id) {
    m_gallery->leave();
    openScenario(id);
  });
  connect(m_gallery, &Gallery::lessonChosen, this, [this](const QString& id) {
    m_gallery->leave();
    if (const Lesson* lesson = findLesson(id.toStdString())) m_desk.open(*lesson);
  });
  connect(m_gallery, &Gallery::taskChosen, this, [this](const QString& id) {
    m_gallery->leave();
    if (const Task* task = findTask(id.toStdString())) m_desk.start(*task);
  });
  return *m_gallery;
}

bool LessonParts::perform(ActionId id) {
  switch (id) {
    case ActionId::openGallery:
      toggleGallery();
      return true;
    case ActionId::openLesson:
      m_desk.chooseAndOpen();
      return true;
    case ActionId::nextPage:
      m_desk.next();
      return true;
    case ActionId::previousPage:
      m_desk.previous();
      return true;
    case ActionId::addPage:
      m_desk.addPage();
      return true;
    case ActionId::editPage:
      m_desk.editPage();
      return true;
    case ActionId::removePage:
      m_desk.removePage();
      return true;
    case ActionId::pageEarlier:
      m_desk.movePage(-1);
      return true;
    case ActionId::pageLater:
      m_desk.movePage(1);
      return true;
    case ActionId::closeLesson:
      m_desk.close();
      return true;
    default:
      return false;
  }
}

bool LessonParts::toggleText() {
  if (!isPage()) return false;
  m_column->setFolded(!m_column->isFolded());
  return true;
}

bool LessonParts::isPage() const {
  return m_laboratory.course().lesson() && !m_laboratory.course().isAway();
}

bool LessonParts::isHidden(PagePart part) const {
  if (!isPage()) return false;
  const auto& hides = m_laboratory.course().currentPage().hides;
  return std::find(hides.begin(), hides.end(), part) != hides.end();
}

void LessonParts::setGalleryPlace(const QRect& place) {
  m_galleryPlace = place;
  if (m_gallery) m_gallery->setGeometry(place);
}

void LessonParts::finish() {
  if (m_gallery) m_gallery->finish();
}

void LessonParts::toggleGallery() {
  if (m_gallery && m_gallery->isVisible())
    m_gallery->leave();
  else
    gallery().open();
}

void LessonParts::openScenario(const QString& id) {
  if (const Scenario* scenario = findScenario(id.toStdString())) m_files.open(*scenario);
}

}  // namespace ravine
