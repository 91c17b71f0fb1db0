// Asks how the run that is looked at will end, takes the hands of a class, and afterwards says what was right. Where it
// ends is dragged on the map and the loss is drawn in its chart, by whose views; this says so.
#pragma once

#include <array>

#include "ui/look/card.h"
#include "ui/model/laboratory.h"

class QSpinBox;
class QToolButton;

namespace ravine {

class PredictionBar : public Card {
  Q_OBJECT

 public:
  explicit PredictionBar(Laboratory& laboratory, QWidget* parent = nullptr);

 private:
  void choose(Guess guess);
  void count(Guess guess, int hands);
  void refresh();
  void refreshQuestion();
  void refreshAnswer();
  // "trapped, as you said. The end was off by 2 % of the view."
  QString verdict(const Judgement& judgement) const;

  Laboratory& m_laboratory;
  QLabel* m_marker;
  ElidedLabel* m_question;
  QLabel* m_answer;
  QWidget* m_choices;
  std::array<QToolButton*, kGuesses.size()> m_guesses{};
  std::array<QSpinBox*, kGuesses.size()> m_hands{};
  QToolButton* m_counting;
  QLabel* m_score;
  QToolButton* m_play;
  QToolButton* m_again;
  QToolButton* m_close;
};

}  // namespace ravine
