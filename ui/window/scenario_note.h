// What the experiment wants to show, in a few lines over the panels; can be folded away and fetched back.
#pragma once

#include "ui/look/card.h"
#include "ui/model/laboratory.h"

class QToolButton;

namespace ravine {

class LinesLabel;

class ScenarioNote : public QWidget {
  Q_OBJECT

 public:
  explicit ScenarioNote(Laboratory& laboratory, QWidget* parent = nullptr);

  void setFolded(bool folded);
  bool isFolded() const { return m_folded; }
  void setHasRoom(bool room);  // over the panels

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  void fit();  // as many lines as the text needs

  Laboratory& m_laboratory;
  LinesLabel* m_text;
  QToolButton* m_fold;
  bool m_folded = false;
  bool m_hasRoom = true;
};

}  // namespace ravine
