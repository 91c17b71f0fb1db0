// One update of the selected run with its numbers filled in: the gradient, what the optimizer made of it, the step and
// where it led. Shows the step that begins at the playhead.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/run/step.h"
#include "ui/model/laboratory.h"

class QGridLayout;
class QLabel;

namespace ravine {

class ElidedLabel;

class StepView : public QWidget {
  Q_OBJECT

 public:
  explicit StepView(Laboratory& laboratory, QWidget* parent = nullptr);

  // With all the meanings, and without; a page that has shown nothing yet may become high.
  int fullHeight() const;
  int terseHeight() const;

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Row {
    QLabel* symbol;
    QLabel* x;
    QLabel* y;
    QLabel* meaning;
  };

  void refresh();
  void followPlayhead();
  std::int64_t stepAtPlayhead() const;
  void fit();
  void showStep(const RunResult& result, const StepArithmetic& step);
  void showBatch(const RunResult& result, const StepArithmetic& step);
  void showGradients(const StepArithmetic& step);
  void showTerm(const StepArithmetic& step, const Term& term);
  void showFactors(const RunResult& result, const StepArithmetic& step);
  void showNoStep();
  void addRow(const QString& symbol, const QString& x, const QString& y, const QString& meaning);
  void addRow(const QString& symbol, const Vector2& value, const QString& meaning);

  Laboratory& m_laboratory;
  QLabel* m_title;
  QLabel* m_rule;
  ElidedLabel* m_batch;  // which rows the step sees
  QGridLayout* m_grid;
  std::vector<Row> m_rows;  // kept for the next step; those not needed are hidden
  std::size_t m_used = 0;
  bool m_terse = false;   // without the meanings
  RunResultPtr m_result;  // keeps alive what m_steps looks at
  std::optional<StepReplay> m_steps;
  std::int64_t m_shown = -1;  // the step that is told
};

}  // namespace ravine
