// Over a lesson's page: its number, title and formula, where one stands in the lesson, and buttons to turn. A thin bar
// for the foot of the window shows the same.
#pragma once

#include <QWidget>

#include "ui/model/laboratory.h"

class QLabel;
class QToolButton;

namespace ravine {

class ElidedLabel;

class LessonHeader : public QWidget {
  Q_OBJECT

 public:
  explicit LessonHeader(Laboratory& laboratory, QWidget* parent = nullptr);

  // On a projector there are no buttons: keys and clickers turn the pages.
  void setPresenting(bool presenting);

 signals:
  void nextRequested();
  void previousRequested();
  void closeRequested();

 private:
  QToolButton* addButton(const QString& text, void (LessonHeader::*signal)());
  void refresh();

  Laboratory& m_laboratory;
  bool m_presenting = false;
  ElidedLabel* m_title;
  QLabel* m_formula;
  QLabel* m_place;
  QToolButton* m_previous;
  QToolButton* m_next;
  QToolButton* m_close;
};

class LessonProgress : public QWidget {
 public:
  explicit LessonProgress(Laboratory& laboratory, QWidget* parent = nullptr);

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Laboratory& m_laboratory;
};

}  // namespace ravine
