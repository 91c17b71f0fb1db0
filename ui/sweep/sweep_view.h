// A sweep of the run that is looked at: worked out coarse to fine off the main thread, with a mark where the run itself
// is. A click makes the run that of the cell, a drag goes on doing so, Shift adds a run. The arrow keys go from cell to
// cell.
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>

#include "ui/model/key_gesture.h"
#include "ui/model/laboratory.h"
#include "ui/sweep/sweep_painter.h"
#include "ui/words/text_alternative.h"

namespace ravine {

class SweepView : public QWidget, public TextAlternative {
  Q_OBJECT

 public:
  explicit SweepView(Laboratory& laboratory, QWidget* parent = nullptr);
  ~SweepView() override;

  // Of the run as it is now, and so to be called whenever the laboratory has changed. What is the same is not worked
  // out anew. Of what is unsound nothing is shown; gives what is wrong.
  Problems showSweep(const SweepAxis& x, const std::optional<SweepAxis>& y, SweepValue value);
  const std::optional<SweepScene>& scene() const { return m_scene; }

  QString whatItIs() const override;
  QString whatItShows() const override;

  // Blocks until all cells are there. For tests and pictures.
  void finish();

 signals:
  void told(const QString& sentence);      // of the cell that is pointed at; empty for none
  void runWanted(const ravine::Run& run);  // to be added
  void progressed(double part);            // 1 when all is there, or nothing to come

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  bool event(QEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Stream;  // cells on their way

  void start();
  void take();  // what has come meanwhile
  void showMark();
  void repaintAll();
  std::optional<std::pair<int, int>> cellAt(const QPointF& pixel) const;
  Run runAt(const std::pair<int, int>& cell) const;  // the selected one, as the cell has it
  void choose(const std::pair<int, int>& cell, Document::Gesture gesture);
  QString valuesOf(const Run& run) const;
  void tellOf(const std::optional<std::pair<int, int>>& cell);

  Laboratory& m_laboratory;
  SweepValue m_value = SweepValue::outcome;
  std::optional<Sweep> m_sweep;  // that is shown or being worked out
  std::optional<SweepScene> m_scene;
  std::shared_ptr<Stream> m_stream;            // of the sweep that is wanted
  std::shared_ptr<Stream> m_before;            // what is shown until that has something
  QTimer m_clock;                              // looks at the stream
  QPixmap m_picture;                           // null: to be painted anew
  std::optional<Document::Gesture> m_gesture;  // while the button is down that chose a cell
  KeyGesture m_keys;
  Latest<std::monostate> m_work;  // its cells go through the stream
};

}  // namespace ravine
