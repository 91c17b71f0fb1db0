// What the experiment wants to show, in a few lines over the panels, with the question to a class and its answer, which
// is shown when it is asked for; can be folded away and fetched back. A page of a lesson says it all itself.
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
  void applyTheme();
  void refresh();
  void fit();  // as many lines as the texts need
  void showAnswer(bool shown);

  Laboratory& m_laboratory;
  LinesLabel* m_text;
  LinesLabel* m_question;  // or the answer, once it is shown
  QWidget* m_ask;          // the line with the question
  QToolButton* m_answer;
  QToolButton* m_fold;
  bool m_showsAnswer = false;
  bool m_folded = false;
  bool m_hasRoom = true;
};

}  // namespace ravine
