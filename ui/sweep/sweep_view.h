// A sweep of the run that is looked at: worked out coarse to fine off the main thread, with a mark where the run itself
// is. A click makes the run that of the cell, a drag goes on doing so, Shift adds a run. The arrow keys go from cell to
// cell; + and − zoom about the mark, Home shows all.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

#include "ui/model/key_gesture.h"
#include "ui/model/laboratory.h"
#include "ui/sweep/sweep_painter.h"
#include "ui/sweep/sweep_worker.h"
#include "ui/words/text_alternative.h"

namespace ravine {

class SweepView : public QWidget, public TextAlternative {
  Q_OBJECT

 public:
  explicit SweepView(Laboratory& laboratory, QWidget* parent = nullptr);

  // Of the run as it is now, and so to be called whenever the laboratory has changed. What is the same is not worked
  // out anew. Of what is unsound nothing is shown; gives what is wrong.
  Problems showSweep(const SweepAxis& x, const std::optional<SweepAxis>& y, SweepValue value);
  const std::optional<SweepScene>& scene() const { return m_scene; }
  // Beside other charts, with what a title and a legend say said elsewhere.
  void setBare();
  // The run that is swept, made of the one that is looked at, if it is another; a click makes that of it too.
  void setBase(std::function<Run(Run)> base);

  QString whatItIs() const override;
  QString whatItShows() const override;

  // Blocks until all cells are there. For tests and pictures.
  void finish();

 signals:
  void told(const QString& sentence);  // of the cell that is pointed at; empty for none
  void progressed(double part);        // 1 when all is there, or nothing to come
  // The wheel zooms, the right button pans: parts of what the axes cover now. A double click wants all of it.
  void partWanted(const ravine::Box& parts);
  void allWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  bool event(QEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void start(bool goesOn);
  std::shared_ptr<const Landscape> knownLandscape() const;
  void take(const SweepPicture* picture, double known);
  void show(const SweepPicture& picture);
  void showMark();
  void repaintAll();
  void paintGround();
  const SweepFrame* frame() const;
  std::optional<std::pair<int, int>> cellAt(const QPointF& pixel) const;
  std::optional<Vector2> partAt(const QPointF& pixel) const;  // of the axes
  void zoomAround(const Vector2& part, double factor);
  void zoomAroundMark(double factor);
  Run runAt(const std::pair<int, int>& cell) const;  // the selected one, as the cell has it
  void choose(const std::pair<int, int>& cell, Document::Gesture gesture);
  QString valuesOf(const Run& run) const;
  void tellOf(const std::optional<std::pair<int, int>>& cell);

  Laboratory& m_laboratory;
  SweepValue m_value = SweepValue::outcome;
  std::optional<Sweep> m_sweep;  // that is shown or being worked out
  mutable std::optional<SweepScene> m_scene;
  QPixmap m_ground;                           // all but the marks; null: to be painted anew
  mutable std::optional<SweepFrame> m_frame;  // of the scene as it is; worked out when it is asked for
  bool m_isChoosing = false;                  // the button is down that chose a cell
  Document::Gesture m_gesture = Document::kSingleEdit;
  std::optional<Vector2> m_pannedFrom;  // part of the axes, while the right button is down
  std::optional<Run> m_beforeClick;     // the last; which a double click did not want
  bool m_isBare = false;
  std::function<Run(Run)> m_base = [](Run run) { return run; };
  KeyGesture m_keys;
  SweepWorker m_worker;
};

}  // namespace ravine
