// The long bar of the transport: where the playhead stands, and marks for what happens in the runs. Press or drag to
// move the playhead.
#pragma once

#include <QWidget>
#include <cmath>
#include <vector>

#include "ui/model/laboratory.h"
#include "ui/words/text_alternative.h"

namespace ravine {

class ScrubBar : public QWidget, public SliderAlternative {
  Q_OBJECT

 public:
  explicit ScrubBar(Laboratory& laboratory, QWidget* parent = nullptr);

  QString whatItIs() const override { return tr("Playhead"); }
  QString whatItShows() const override;  // the marks
  QString valueText() const override;
  double sliderValue() const override { return std::floor(m_laboratory.timeline().playhead()); }
  Interval sliderRange() const override { return {0, static_cast<double>(m_laboratory.timeline().lastStep())}; }
  void setSliderValue(double step) override;

  QSize sizeHint() const override { return {qRound(px(240)), qRound(px(40))}; }

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  // Something that happens at a step of a run.
  struct Mark {
    std::int64_t step;
    int colour;  // of the run
    QString text;
  };

  void collectMarks();
  void collectMarks(const Run& run, const RunResult& result);
  double px(double length) const { return m_laboratory.theme().px(length); }
  double toPixel(double step) const;

  Laboratory& m_laboratory;
  std::vector<Mark> m_marks;
};

}  // namespace ravine
