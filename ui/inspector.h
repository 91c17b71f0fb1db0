// Everything that can be set about the selected run, and what it is doing at the playhead. Its forms come from the rows
// of the catalogues; every edit goes through the document.
#pragma once

#include <functional>

#include "core/best_rate.h"
#include "ui/card.h"
#include "ui/context.h"
#include "ui/latest.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace ravine {

class EntryField;
class FormulaField;
class ParameterForm;
class RateSlider;

class Inspector : public Card {
  Q_OBJECT

 public:
  explicit Inspector(Context& context, QWidget* parent = nullptr);

  // Blocks until the best rate is found. For tests and pictures.
  void finish() { m_bestRates.finish(); }

 signals:
  void duplicateRequested();
  void removeRequested();

 private:
  QWidget* makeHeader();
  QWidget* makeSettings();
  void addLandscape(QVBoxLayout& form);
  void addOptimizer(QVBoxLayout& form);
  void addSchedule(QVBoxLayout& form);
  void addNoise(QVBoxLayout& form);
  QWidget* makeTabs();
  QWidget* makeReadOuts();
  QWidget* makeWhatHappened();
  QComboBox* addCombo(QVBoxLayout& form, const QString& label, const QString& name);
  EntryField* addNumber(QVBoxLayout& form, const QString& label, const QString& name,
                        std::function<Problems(const QString&)> take);
  EntryField* addWhole(QVBoxLayout& form, const QString& label, const QString& name, std::int64_t Run::*member,
                       const QString& text);

  bool hasRun() const;
  int selected() const { return m_context.timeline.selectedRun(); }
  const Run& run() const { return m_context.run(selected()); }
  Problems edit(const QString& text, const std::function<void(Run&)>& change, int gesture = 0);

  void chooseLossFunction(int row);
  Problems takeFormula(const QString& text);
  Problems takeDomain(const QString& text);
  void chooseOptimizer(int row);
  void chooseSchedule(int row);

  void refresh();
  void refreshReadOuts();
  void findBestRate();

  struct Found {
    Run question;
    std::optional<BestRate> answer;
  };

  Context& m_context;
  QLabel* m_marker;
  QLineEdit* m_name;
  QWidget* m_remove;
  QComboBox* m_lossFunction;
  FormulaField* m_formula;
  ParameterForm* m_lossParameters;
  EntryField* m_domain;
  EntryField* m_start;
  QComboBox* m_optimizer;
  ParameterForm* m_optimizerParameters;
  EntryField* m_rate;
  RateSlider* m_slider;
  QComboBox* m_schedule;
  ParameterForm* m_scheduleParameters;
  EntryField* m_warmUp;
  EntryField* m_steps;
  ParameterForm* m_noise;

  QLabel* m_atStep;
  QLabel* m_theta;
  QLabel* m_loss;
  QLabel* m_gradient;
  QLabel* m_sharpness;
  QLabel* m_currentRate;
  QLabel* m_rateTimesSharpness;
  QLabel* m_whatHappened;

  std::optional<Run> m_asked;  // the run whose best rate is known or being looked for, whatever its own rate
  Latest<Found> m_bestRates;
};

}  // namespace ravine
