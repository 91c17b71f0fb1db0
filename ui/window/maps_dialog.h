// Maps of the selected run: what becomes of it over its rate, its starts, or any of its numbers. A window beside the
// main one, which follows the run.
#pragma once

#include <QDialog>
#include <QElapsedTimer>

#include "core/sweep/sweep.h"
#include "ui/model/laboratory.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QToolButton;

namespace ravine {

class EntryField;
class SweepExport;
class SweepView;

class MapsDialog : public QDialog {
  Q_OBJECT

 public:
  explicit MapsDialog(Laboratory& laboratory, QWidget* parent = nullptr);

  SweepExport& exports() { return *m_export; }
  // Other than it has by itself, for tests.
  void setCells(int along);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  struct AxisChoice {
    QComboBox* quantity;
    QStringList offered;  // their ids, and what they are called
    QStringList names;
    EntryField* range;
    QToolButton* log;
    SweepAxis axis;
    SweepAxis whole;                 // before any zoom
    std::optional<Interval> linear;  // what it was before it was made logarithmic
    bool isTyped = false;            // its range
    LossChoice of;                   // what it was suggested for
  };

  void keepToTheWindow();
  void takeNoneTwice();
  AxisChoice addAxis(QHBoxLayout& line, const QString& caption, const QString& name, bool mayBeNone);
  void follow(const Change& change);
  void offerQuantities(AxisChoice& choice, const std::string& wanted);
  bool isToBeSuggested() const;
  void suggestMap();
  void suggest(AxisChoice& choice);
  Problems takeRange(AxisChoice& choice, const QString& text);
  void setLogarithmic(AxisChoice& choice, bool logarithmic);
  void tellProgress(double part);
  void showRange(AxisChoice& choice);
  void zoom(const Box& parts);
  void showMap();
  Sweep wholeMap() const;              // before any zoom
  void tell(const QString& sentence);  // or how to use it

  Laboratory& m_laboratory;
  double m_scale;  // of the text that it is as large for
  int m_cells;     // along each axis
  SweepView* m_view;
  SweepExport* m_export;
  AxisChoice m_x{};
  AxisChoice m_y{};
  QComboBox* m_value;
  QLabel* m_told;
  QProgressBar* m_progress;
  QElapsedTimer m_since;  // the map was begun
  bool m_tellsProgress = false;
  QString m_problem;        // that keeps the map from being shown
  bool m_isChosen = false;  // what it shows, by somebody
  Run m_suggestedFor;       // otherwise
  bool m_knewLandscape = false;
};

}  // namespace ravine
