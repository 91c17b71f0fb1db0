// A chart of curves over the steps of the runs, with the playhead: the past solid, the future faint. A click or drag
// moves the playhead, or draws the loss that is expected of the selected run while that is asked; the wheel zooms, the
// right button pans, a double click shows all; the value under the pointer is shown. What it shows is a ChartScene; the
// widget keeps only caches and the mouse.
#pragma once

#include <qcustomplot.h>

#include <optional>
#include <vector>

#include "ui/chart/chart_marks.h"
#include "ui/chart/chart_painter.h"
#include "ui/chart/chart_scene.h"
#include "ui/model/laboratory.h"
#include "ui/words/text_alternative.h"

namespace ravine {

class ChartView : public QCustomPlot, public TextAlternative {
  Q_OBJECT

 public:
  using Model = ChartContent (*)(const std::vector<ShownRun>&, const ChartSettings&);

  ChartView(Laboratory& laboratory, Model model, QWidget* parent = nullptr);

  const ChartScene& scene() const { return m_scene; }
  QAccessible::Role role() const override { return QAccessible::Chart; }
  QString whatItIs() const override { return m_scene.content.title; }
  QString whatItShows() const override;
  // The steps and values that are seen, unless all are; a zoom that the axes cannot show is none.
  std::optional<Box> zoomBox() const;
  void setZoomBox(const std::optional<Box>& box);
  // The names of what is in the selected run's schedule.
  void showLandmarks(bool shown);

 signals:
  void contentChanged();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  // A part of the axes, in place of all there is.
  struct Zoom {
    Interval steps;
    Interval values;
  };
  struct Pan {
    QPointF from;
    Zoom zoom;
  };

  void applyTheme();
  void follow(const Change& change);
  void refreshContent();
  void setUpAxes();
  void fitStepTicks();
  void setUpValueAxis();
  void setZoom(const std::optional<Zoom>& zoom);
  Zoom zoomNow() const { return {m_scene.steps, m_scene.values}; }
  Interval scaled(const Interval& interval, double from, double factor, bool logarithmic) const;
  void refreshPlayhead();
  void movePlayheadTo(double pixelX);
  bool isToBeDrawnOn() const;
  void drawTo(const QPointF& pixel);
  void followPredictions();
  void pointTo(const std::optional<ChartPoint>& point);
  void paintCached(QPainter& painter);

  Laboratory& m_laboratory;
  Model m_model;
  ChartScene m_scene;
  ChartSettings m_settings;  // that the content was made for
  QCPLayer* m_overlay;
  std::vector<CurveLines> m_lines;  // empty: to be traced anew
  QPixmap m_painted;                // all curves as if past; null: to be painted anew
  QPixmap m_ends;                   // how they end, which never is faint
  std::optional<Zoom> m_zoom;
  std::optional<Pan> m_pan;
  std::optional<Vector2> m_drawnTo;  // the last point of what is being drawn
  double m_playheadBefore = 0;       // the last click
  bool m_showsLandmarks = false;
};

}  // namespace ravine
