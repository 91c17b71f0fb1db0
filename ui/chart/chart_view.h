// A chart of curves over the steps of the runs, with the playhead: the past solid, the future faint. A click or drag
// moves the playhead. What is plotted comes from a ChartModel: the loss, or the learning rate with its limit.
#pragma once

#include <qcustomplot.h>

#include <vector>

#include "ui/model/context.h"

namespace ravine {

struct Curve {
  int run = 0;
  std::vector<double> values;  // at steps 0, 1, …; NaN leaves a gap
  bool dashed = false;         // a limit rather than a thing measured
  QString endMark;             // how it ended, if badly: "diverged at step 69"
};

struct ChartContent {
  std::vector<Curve> curves;
  bool logarithmic = false;
  QCPRange range;  // of the value axis; curves beyond it leave through its border with an arrow
  QString note;    // beside the title: what the scale is
  QString text;    // what the chart shows, in words
};

// Everything the runs' losses can do is shown: on a log scale as the gap to the lowest known loss where that is needed,
// with divergence cut off where it would flatten the rest.
ChartContent lossContent(const Context& context);
// η_t of each run and, dashed, the stability limit along its path.
ChartContent rateContent(const Context& context);

class ChartView : public QCustomPlot {
  Q_OBJECT

 public:
  using Model = ChartContent (*)(const Context&);

  ChartView(Context& context, Model model, const QString& name, QWidget* parent = nullptr);

  const ChartContent& content() const { return m_content; }

 signals:
  void noteChanged(const QString& note);

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  void applyTheme();
  void refresh();
  QPointF toPixel(double step, double value) const;
  void movePlayheadTo(double pixelX);

  void paintCurves();
  void paintCurve(QPainter& painter, const Curve& curve) const;
  void paintExit(QPainter& painter, const Curve& curve) const;
  void paintOverlay(QPainter& painter);

  Context& m_context;
  Model m_model;
  ChartContent m_content;
  QCPLayer* m_overlay;
  QPixmap m_painted;  // all curves as if past
};

}  // namespace ravine
