// The form with everything that can be set about the selected run. Its parts come from the rows of the catalogues;
// every edit goes through the document.
#pragma once

#include <QWidget>
#include <functional>
#include <optional>

#include "core/diagnosis/best_rate.h"
#include "ui/model/context.h"
#include "ui/model/latest.h"

class QComboBox;
class QVBoxLayout;

namespace ravine {

class EntryField;
class FormulaField;
class ParameterForm;
class RateSlider;

class SettingsPage : public QWidget {
  Q_OBJECT

 public:
  explicit SettingsPage(Context& context, QWidget* parent = nullptr);

  // Blocks until the best rate is found. For tests and pictures.
  void finish() { m_bestRates.finish(); }

 private:
  struct Found {
    Run question;
    std::optional<BestRate> answer;
  };

  void addLandscape(QVBoxLayout& form);
  void addOptimizer(QVBoxLayout& form);
  void addSchedule(QVBoxLayout& form);
  void addNoise(QVBoxLayout& form);
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
  void followPlayhead();
  void findBestRate();

  Context& m_context;
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
  QWidget* m_newSeed;

  std::optional<Run> m_asked;  // the run whose best rate is known or being looked for, whatever its own rate
  Latest<Found> m_bestRates;
};

}  // namespace ravine
