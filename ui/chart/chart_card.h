// A chart in a card, with its title, what is to be said of it, and the choice of a scale.
#pragma once

#include "ui/chart/chart_view.h"
#include "ui/look/card.h"

class QToolButton;

namespace ravine {

class ChartCard : public Card {
  Q_OBJECT

 public:
  enum class Kind { loss, rate };

  ChartCard(Laboratory& laboratory, Kind kind, QWidget* parent = nullptr);

  ChartView& chart() { return *m_chart; }
  // Of the rate's chart: what is in the selected run's schedule is named.
  bool namesSchedule() const;
  void nameSchedule(bool named);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* makeTitle();
  QToolButton* makeScaleButton();
  QToolButton* makeLandmarksButton();
  void edit(const QString& text, const std::function<void(ChartSettings&)>& change);
  bool isLogarithmic() const;
  void refresh();
  void nameSteps();

  Laboratory& m_laboratory;
  Kind m_kind;
  QToolButton* m_title;
  ElidedLabel* m_note;
  QToolButton* m_landmarks = nullptr;  // of the rate's chart
  QToolButton* m_log;
  ChartView* m_chart;
};

}  // namespace ravine
