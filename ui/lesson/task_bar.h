// A task that is being tried: what is to be reached, how it stands, and hints one after the other.
#pragma once

#include "ui/look/card.h"
#include "ui/model/laboratory.h"

class QToolButton;

namespace ravine {

class LinesLabel;

class TaskBar : public Card {
  Q_OBJECT

 public:
  explicit TaskBar(Laboratory& laboratory, QWidget* parent = nullptr);

 signals:
  void nextRequested();  // another task
  void closeRequested();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  void fit();  // as many lines as the text needs
  void refreshState();
  void showHint();

  Laboratory& m_laboratory;
  const Task* m_task = nullptr;
  std::size_t m_hints = 0;  // that are shown
  LinesLabel* m_text;
  QLabel* m_state;
  QLabel* m_hint;
  QToolButton* m_ask;
  QToolButton* m_next;
};

}  // namespace ravine
