// The start page of what there is to show: scenarios by what they show, lessons, and tasks, each with a live picture.
// Lies over the window's body until something is chosen or Esc is pressed.
#pragma once

#include <QTimer>
#include <QWidget>
#include <set>
#include <vector>

#include "ui/lesson/gallery_card.h"
#include "ui/model/latest.h"

class QGridLayout;
class QLineEdit;
class QScrollArea;
class QPushButton;
class QVBoxLayout;

namespace ravine {

struct Scenario;

class Gallery : public QWidget {
  Q_OBJECT

 public:
  explicit Gallery(Laboratory& laboratory, QWidget* parent);

  void open();
  void leave();  // without choosing
  // In the order in which they stand.
  std::vector<GalleryCard*> cards() const;
  // Blocks until all pictures are painted. For tests and pictures.
  void finish();

 signals:
  void scenarioChosen(const QString& id);
  void lessonChosen(const QString& id);
  void taskChosen(const QString& id);
  void left();

 protected:
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  struct Section {
    QPushButton* jump;
    QLabel* title;
    QWidget* body;
    QGridLayout* grid;
    std::vector<GalleryCard*> cards;
  };
  struct Painted {
    GalleryCard* card;
    std::shared_ptr<Thumbnail> thumbnail;
  };

  QWidget* makeHead();
  Section& addSection(const QString& title);
  GalleryCard* addCard(Section& section, const QString& title, const QString& text, const Experiment& experiment,
                       const ExperimentView& view);
  void fill();
  void place();
  void paintNext();
  void forgetPictures();
  void moveFocus(int key);
  void chooseBest();
  void jumpTo(const Section& section);

  Laboratory& m_laboratory;
  QWidget* m_rail;
  QLineEdit* m_search;
  QScrollArea* m_scroll;
  QVBoxLayout* m_page;
  QLabel* m_nothing;
  std::vector<std::unique_ptr<Section>> m_sections;
  std::vector<std::pair<GalleryCard*, std::string>> m_tasks;
  QTimer m_clock;
  Latest<Painted> m_painting;
};

}  // namespace ravine
