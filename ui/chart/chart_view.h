// A chart of curves over the steps of the runs, with the playhead: the past solid, the future faint. A click or drag
// moves the playhead. What it shows is a ChartScene; the widget keeps only caches and the mouse.
#pragma once

#include <qcustomplot.h>

#include <vector>

#include "ui/chart/chart_painter.h"
#include "ui/chart/chart_scene.h"
#include "ui/model/laboratory.h"

namespace ravine {

class ChartView : public QCustomPlot {
  Q_OBJECT

 public:
  using Model = ChartContent (*)(const std::vector<ShownRun>&);

  ChartView(Laboratory& laboratory, Model model, const QString& name, QWidget* parent = nullptr);

  const ChartScene& scene() const { return m_scene; }

 signals:
  void noteChanged(const QString& note);

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  void applyTheme();
  void follow(const Change& change);
  void refreshContent();
  void setUpValueAxis();
  void refreshPlayhead();
  void movePlayheadTo(double pixelX);
  void paintCached(QPainter& painter);

  Laboratory& m_laboratory;
  Model m_model;
  ChartScene m_scene;
  QCPLayer* m_overlay;
  std::vector<CurveLines> m_lines;  // empty: to be traced anew
  QPixmap m_painted;                // all curves as if past; null: to be painted anew
};

}  // namespace ravine
