// The long bar of the transport: where the playhead stands, and marks for what happens in the runs. Press or drag to
// move the playhead.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/model/laboratory.h"

namespace ravine {

class ScrubBar : public QWidget {
  Q_OBJECT

 public:
  explicit ScrubBar(Laboratory& laboratory, QWidget* parent = nullptr);

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
