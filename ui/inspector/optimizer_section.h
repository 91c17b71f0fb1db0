// The method of the selected run with its parameters, and the learning rate: typed, or set on a slider that knows the
// stability limit at the playhead and the best rate, which is looked for in the background.
#pragma once

#include <optional>

#include "core/diagnosis/best_rate.h"
#include "ui/inspector/settings_section.h"
#include "ui/model/latest.h"

class QComboBox;

namespace ravine {

class EntryField;
class ParameterForm;
class RateSlider;

class OptimizerSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit OptimizerSection(Laboratory& laboratory, QWidget* parent = nullptr);
  void show(const Run& run) override;

  // The newest result of the selected run; null if there is none yet.
  void showResult(const RunResultPtr& result);
  void followPlayhead();

  // Blocks until the best rate is found. For tests and pictures.
  void finish() { m_bestRates.finish(); }

 private:
  struct Found {
    Run question;
    std::optional<BestRate> answer;
  };

  void addRate();
  void choose(int row);
  void forgetResult();
  void findBestRate();
  void showBestRate(const Found& found);

  QComboBox* m_optimizer;
  EntryField* m_rate;
  RateSlider* m_slider;
  ParameterForm* m_parameters;
  RunResultPtr m_result;
  std::optional<Run> m_asked;  // the run whose best rate is known or being looked for, whatever its own rate
  Latest<Found> m_bestRates;
};

}  // namespace ravine
