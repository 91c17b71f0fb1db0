// The learning rate of the selected runs, on which everything turns: typed, or set on a slider that knows the stability
// limit at the playhead and the best rate, which is looked for in the background; and beside it what the limit says.
#pragma once

#include <QLabel>
#include <QTimer>
#include <QWidget>
#include <optional>

#include "core/diagnosis/best_rate.h"
#include "ui/model/laboratory.h"
#include "ui/model/latest.h"

namespace ravine {

class EntryField;
class RateSlider;

class RateSection : public QWidget {
  Q_OBJECT

 public:
  explicit RateSection(Laboratory& laboratory, QWidget* parent = nullptr);

  // Blocks until the best rate is found. For tests and pictures.
  void finish();

 private:
  struct Found {
    Run question;
    std::optional<BestRate> answer;
  };

  void addField();
  void addSlider();
  void follow(const Change& change);
  void showRates();
  void showResult();
  void forgetResult();
  void followPlayhead();
  void showStability(std::size_t t);
  void forgetBestRate();
  void findBestRate();
  void lookForBestRate();
  void showBestRate(const Found& found);

  Laboratory& m_laboratory;
  EntryField* m_field;
  RateSlider* m_slider;
  QLabel* m_limitCaption;
  QLabel* m_limit;
  RunResultPtr m_result;       // of the run that is looked at; null if there is none yet
  std::optional<Run> m_asked;  // the run whose best rate is known or being looked for, whatever its own rate
  QTimer m_rest;               // runs until nothing has changed for a while, so that a drag has all processors
  Latest<Found> m_bestRates;
};

}  // namespace ravine
