// The selected runs. Always in sight: what they are called and their learning rate. Beneath, three pages, of which as
// many stand open as the height allows: how the run is set up, what one step does, and why it ended as it did.
#pragma once

#include <QTimer>
#include <array>
#include <chrono>

#include "ui/look/card.h"
#include "ui/model/laboratory.h"

class QLineEdit;
class QScrollArea;
class QToolButton;

namespace ravine {

class ElidedLabel;
class RateSection;

class Inspector : public Card {
  Q_OBJECT

 public:
  explicit Inspector(Laboratory& laboratory, QWidget* parent = nullptr);

  // Blocks until all is computed that is shown here. For tests and pictures.
  void finish();

  static constexpr int kPages = 3;  // setup, step, why

 signals:
  void duplicateRequested();
  void removeRequested();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Page {
    QToolButton* button;
    QLabel* title;  // over the page where several are open
    QScrollArea* area;
  };

  QWidget* makeHeader();
  QWidget* makeButtons();
  void addPage(const QString& title, const QString& name, QWidget* page, int share);
  QWidget* makeWhy();
  void open(int page);
  void showPages();
  // How high a page would be: with all that is in it, and at least.
  struct Height {
    int full;
    int least;
  };
  Height heightOf(int page) const;

  void showRun();
  void refresh();

  Laboratory& m_laboratory;
  QLabel* m_marker;
  QLineEdit* m_name;
  QLabel* m_count;  // in place of the name where several are selected
  QToolButton* m_duplicate;
  QToolButton* m_remove;
  RateSection* m_rate;
  QWidget* m_buttons;
  std::vector<Page> m_pages;
  std::array<int, kPages> m_latest{0, 2, 1};  // the pages, those last asked for first
  QLabel* m_why;
  QTimer m_rest;  // until the pages are fitted to what is in them
};

}  // namespace ravine
