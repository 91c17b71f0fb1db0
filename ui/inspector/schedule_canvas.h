// The schedule of the selected run with the points between which it goes in straight lines, to be moved, added and
// removed by mouse and keys. As the preview it is small and offers points where all selected runs have such a schedule.
// For drawing it is large, has axes, and takes any schedule: what is drawn freehand, and what is dragged of another
// kind of schedule, becomes one of at most twelve points. Edits all selected runs at once, through the document.
#pragma once

#include <QWidget>
#include <optional>

#include "core/schedule/drawn_curve.h"
#include "ui/chart/axes.h"
#include "ui/inspector/kept_schedules.h"
#include "ui/inspector/schedule_scene.h"
#include "ui/model/key_gesture.h"
#include "ui/model/laboratory.h"
#include "ui/words/text_alternative.h"

namespace ravine {

class ScheduleCanvas : public QWidget, public TextAlternative {
  Q_OBJECT

 public:
  enum class Use { preview, drawing };

  ScheduleCanvas(Laboratory& laboratory, Use use, QWidget* parent = nullptr);

  // Whatever is edited here from now on is one undo step.
  void setOneUndoStep(Document::Gesture gesture) { m_oneStep = gesture; }
  const ScheduleScene& scene() const { return m_scene; }
  QSize sizeHint() const override;
  QString whatItIs() const override;
  QString whatItShows() const override;

 signals:
  // A drag, a stroke or a press of a key is about to make its first change.
  void aboutToChange();

 protected:
  bool event(QEvent* event) override;
  bool focusNextPrevChild(bool next) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  // A press of the left button, until it is released. The scale it began with tells what its pixels mean.
  struct Press {
    QPointF at;
    ScheduleScene scene;
    KeptSchedules kept;
    Breakpoints points = {};
    std::optional<std::size_t> handle = {};  // that is dragged
    std::optional<DrawnCurve> curve = {};    // that is drawn
  };

  const Run& run() const { return m_laboratory.selectedRun(); }
  double px(double length) const { return m_laboratory.theme().px(length); }
  std::int64_t lastStep() const;  // of the schedule's own that a point may have
  std::size_t shownHandles() const;
  std::optional<std::size_t> handleAt(const QPointF& pixel) const;
  Breakpoint breakpointAt(const QPointF& place) const;  // of a place in steps and η

  void refresh();
  Breakpoints pointsToHold(const LearningRate& rates) const;
  double ceiling() const;
  void layOut();
  void showPlayhead();
  void showReading();
  void say(const QPointF& place, const QString& text);
  QString describe(std::size_t handle) const;
  Axes axes() const;

  void press(const QPointF& at, std::optional<std::size_t> handle);
  void drag(const QPointF& to);
  void draw(const QPointF& to);
  void addAt(const QPointF& pixel);
  void add(const Breakpoint& point);
  void remove(std::size_t handle);
  void begin(Document::Gesture gesture);
  void apply(const Breakpoints& points);
  Document::Gesture gesture() const { return m_oneStep == Document::kSingleEdit ? m_gesture : m_oneStep; }

  Laboratory& m_laboratory;
  Use m_use;
  ScheduleScene m_scene;
  Breakpoints m_points;  // as many as handles; none where nothing can be taken hold of
  std::optional<Press> m_press;
  std::size_t m_focused = 0;    // handle
  bool m_tellsFocused = false;  // since a key was pressed
  KeyGesture m_keys;
  Document::Gesture m_oneStep = Document::kSingleEdit;
  Document::Gesture m_gesture = Document::kSingleEdit;
  bool m_hasBegun = false;  // to change something in this gesture
};

}  // namespace ravine
