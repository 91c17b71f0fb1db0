// The learning-rate range test of the selected run (Smith 2017), what the usual rules read off it, and below it the
// truth: how a run of its own ends for every η. A window beside the main one, which follows the run.
#pragma once

#include <QDialog>
#include <memory>
#include <vector>

#include "core/diagnosis/range_test.h"
#include "ui/model/laboratory.h"

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ravine {

class EntryField;
class RangeTestChart;
class SweepView;

class RangeTestDialog : public QDialog {
  Q_OBJECT

 public:
  explicit RangeTestDialog(Laboratory& laboratory, QWidget* parent = nullptr);

  // Blocks until all is there. For tests and pictures.
  void finish();
  // By the name's ending. Nothing if it was written.
  std::optional<Problem> write(const QString& path);

 private:
  struct Row {  // of a suggestion
    QLabel* rate;
    QPushButton* use;
  };
  struct Done {
    std::shared_ptr<const RangeTestResult> result;
    double base = 0;
  };

  QWidget* makeSettings();
  QWidget* makePictures();
  QWidget* makeAdvice();
  EntryField* addEntry(class QHBoxLayout& line, const QString& caption, const QString& name, int width,
                       std::function<Problems(const QString&)> take);
  void follow();
  void start();
  void take(const Done& done);
  void showSettings();
  void showBounds();
  Problems takeRange(const QString& text);
  Problems takeSteps(const QString& text);
  Problems takeSmoothing(const QString& text);
  Problems takeBound(const QString& text, double Interval::*bound);
  Problems adopt(const RangeTest& test);
  void suggestRange();
  void use(const RateSuggestion& suggestion);
  void useBounds();
  void save();
  void tell(const QString& sentence);

  Laboratory& m_laboratory;
  RangeTest m_test;
  bool m_isTyped = false;   // its range
  std::optional<Run> m_of;  // that the picture is of, without looks
  std::optional<RangeTest> m_shown;
  std::shared_ptr<const RangeTestResult> m_result;
  std::optional<Interval> m_bounds;
  EntryField* m_range;
  QComboBox* m_growth;
  EntryField* m_steps;
  EntryField* m_smoothing;
  RangeTestChart* m_chart;
  SweepView* m_truth;
  std::vector<Row> m_rows;
  EntryField* m_lowest;
  EntryField* m_highest;
  QPushButton* m_useBounds;
  QLabel* m_warning;
  QLabel* m_told;
  Latest<Done> m_work;
};

}  // namespace ravine
