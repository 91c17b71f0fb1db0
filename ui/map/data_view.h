// The data that a model learns from, with what it says of them for each run. What it shows is a DataScene; the widget
// keeps only caches, the mouse and the keys. Rows are dragged, added and removed through the document, for all runs
// that learn from the same; while one is dragged the axes stand still. A row that is pointed at is picked in Display,
// from where the maps have it.
#pragma once

#include <optional>
#include <vector>

#include "ui/map/data_edit.h"
#include "ui/map/data_scene.h"
#include "ui/map/picture_plot.h"
#include "ui/model/key_gesture.h"

class QMenu;

namespace ravine {

class DataView : public PicturePlot {
  Q_OBJECT

 public:
  explicit DataView(Laboratory& laboratory, QWidget* parent = nullptr);

  const DataScene& scene() const { return m_scene; }

  QString whatItIs() const override;
  QString whatItShows() const override;
  void show(std::vector<ShownRun> runs) override;
  bool hasHandleIn(const QRect&) const override { return false; }
  void reserve(const QRect& room) override;
  void finish() override { replot(); }

 protected:
  const std::vector<ShownRun>& shownRuns() const override { return m_scene.runs; }
  bool isDragged() const override { return m_drag.has_value(); }
  void followAxes() override;
  void fitView() override;
  void replotAll() override;

  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  struct RowDrag {
    std::size_t row;
    Document::Gesture gesture;
    QPointF grip;  // from the pointer to the row, in pixels
  };

  void applyTheme();
  void workOut();
  void refreshOverlay();
  void followPointer();    // of whoever points at a map, or at a row
  bool suitsRows() const;  // as the axes are now
  void pick(std::optional<std::size_t> row);
  std::optional<std::size_t> rowAt(const QPointF& pixel) const;
  bool worksBy(const QKeyEvent& key) const;
  void pickNext(int key);
  void tellOfRow(const QHelpEvent& at);

  SeenTable seen() const;
  Vector2 unitOfPixel() const;
  Vector2 placeAt(const QPointF& pixel) const;  // within reach
  void change(const QString& text, const DataTable& table, Document::Gesture gesture = Document::kSingleEdit);
  void move(std::size_t row, const Vector2& place, Document::Gesture gesture);
  void add(const Vector2& place, NewClass newClass);
  void remove(std::size_t row);
  void endDrag();

  DataScene m_scene;
  DataDetails m_details;
  LossChoice m_lossFunction;
  std::shared_ptr<const DataTable> m_kept;  // the rows as they are kept
  std::optional<RowDrag> m_drag;
  KeyGesture m_nudge;
  bool m_hasKeys = false;  // arrows go through the rows: it was come to by Tab, or a row was pressed
};

}  // namespace ravine
