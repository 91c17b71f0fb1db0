#include "ui/map/data_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/look/painted_layer.h"
#include "ui/map/data_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kMostTicks = 5;
constexpr double kGrabRadius = 10;   // pixels at scale 1
constexpr double kBeyond = 0.5;      // of the view: how far outside a row may be dragged
constexpr double kNudge = 1.0 / 50;  // of the view

bool isArrow(int key) {
  return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

bool removes(int key) {
  return key == Qt::Key_Delete || key == Qt::Key_Backspace;
}

// Whoever is typing keeps the keys.
bool isTyping() {
  const QWidget* field = QApplication::focusWidget();
  return field && field->testAttribute(Qt::WA_InputMethodEnabled);
}

}  // namespace

DataView::DataView(Laboratory& laboratory, QWidget* parent) : PicturePlot(laboratory, parent) {
  xAxis->setNumberPrecision(4);
  new PaintedLayer(axisRect(), QStringLiteral("main"), [this](QPainter& painter) {
    if (!m_scene.runs.empty()) paintDataGround(painter, m_scene);
  });
  new PaintedLayer(axisRect(), m_overlay->name(), [this](QPainter& painter) {
    if (!m_scene.runs.empty()) paintDataMoments(painter, m_scene);
  });
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &DataView::refreshOverlay);
  connect(&laboratory.display(), &Display::pointedAt, this, &DataView::followPointer);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    applyTheme();
    forgetAxes();
    if (!isHidden() && !m_scene.runs.empty()) replotAll();
  });
  applyTheme();
}

void DataView::applyTheme() {
  m_scene.theme = m_laboratory.theme();
  showGrid(m_scene.theme);
}

void DataView::show(std::vector<ShownRun> runs) {
  if (runs == m_scene.runs && m_scene.selected == m_laboratory.selected()) return;
  const Run& first = runs.front().run;
  bool elsewhere = m_scene.runs.empty() || m_lossFunction.id != first.lossFunction.id;
  if (!m_scene.function || m_lossFunction != first.lossFunction) {
    const DataChoice choice = dataOf(first.lossFunction);
    elsewhere = elsewhere || (choice != dataOf(m_lossFunction) && !choice.rows);  // another set, and not by hand
    m_lossFunction = first.lossFunction;
    Problems none;
    m_kept = tableOf(choice, none);
    m_scene.setFunction(m_lossFunction);
  }
  m_scene.runs = std::move(runs);
  m_scene.selected = m_laboratory.selected();
  if (elsewhere) goHome();
  // Whoever changes rows by hand, here or elsewhere, is not to see the axes jump.
  if (isAtHome() && !isDragged() && (elsewhere || !suitsRows())) fitView();
  replotAll();
}

bool DataView::suitsRows() const {
  const ravine::Box home = homeOf(m_scene);
  const ravine::Box view = frame().view;
  const ravine::Box rows = extentOf(m_scene.table());
  const bool isProbability = m_scene.hasLabels && !m_scene.hasTwoInputs();
  const auto suits = [](const Interval& seen, const Interval& needed, const Interval& wanted) {
    constexpr double tooWide = 1.6;
    return seen.contains(needed.lower) && seen.contains(needed.upper) && seen.length() <= tooWide * wanted.length();
  };
  return suits(view.x, rows.x, home.x) && (isProbability || suits(view.y, rows.y, home.y));
}

void DataView::fitView() {
  m_scene.frame = frame();  // how high the picture is has a part in what it shows
  setHome(homeOf(m_scene));
}

// What the picture follows from, read from the axes as they are now.
void DataView::followAxes() {
  const MapFrame frame = this->frame();
  fitNumbers(fitTicks(m_scene.theme, kMostTicks));
  if (frame == m_scene.frame && !m_scene.answers.empty()) return;
  m_scene.frame = frame;
  workOut();
}

void DataView::workOut() {
  if (m_scene.runs.empty() || m_scene.frame.area.isEmpty()) return;
  m_scene.playhead = m_laboratory.timeline().playhead();
  m_scene.selected = m_laboratory.selected();
  const auto& probe = m_laboratory.display().probe();
  m_scene.probe = probe && probe->function == m_lossFunction ? std::optional(probe->theta) : std::nullopt;
  const auto& picked = m_laboratory.display().pickedRow();
  m_scene.picked = picked && picked->data == dataOf(m_lossFunction) ? std::optional(picked->row) : std::nullopt;
  m_details.workOut(m_scene);
}

// While playing nothing else is painted.
void DataView::refreshOverlay() {
  if (isHidden() || m_scene.runs.empty()) return;
  workOut();
  m_overlay->replot();
}

void DataView::followPointer() {
  if (isHidden() || m_scene.runs.empty()) return;
  const auto before = std::pair(m_scene.probe, m_scene.picked);
  workOut();
  if (before != std::pair(m_scene.probe, m_scene.picked)) m_overlay->replot();
}

void DataView::replotAll() {
  workOut();
  replotSoon();
}

void DataView::reserve(const QRect& room) {
  if (m_scene.reserved == QRectF(room)) return;
  m_scene.reserved = room;
  if (m_scene.runs.empty()) return;
  if (isAtHome() && !isDragged()) fitView();
  if (!isHidden()) replotAll();
}

QString DataView::whatItIs() const {
  return tr("Data of the model: %1").arg(functionName(m_scene.runs));
}

QString DataView::whatItShows() const {
  if (m_scene.runs.empty()) return {};
  QStringList lines{tr("%1 rows of data.").arg(m_scene.table().rows.size())};
  for (const ShownRun& shown : m_scene.runs) {
    const Vector2 theta = thetaAt(shown, m_laboratory.timeline().playhead());
    lines << tr("%1: %2, mean loss %3.")
                 .arg(QString::fromStdString(shown.run.name), predictionText(m_lossFunction, theta),
                      wording::number(m_scene.function->value(theta)));
  }
  if (m_scene.batch) lines << tr("The step at the playhead sees %1 of the rows.").arg(m_scene.batch->size());
  return lines.join('\n');
}

std::optional<std::size_t> DataView::rowAt(const QPointF& pixel) const {
  if (m_scene.runs.empty() || !QRectF(axisRect()->rect()).adjusted(-6, -6, 6, 6).contains(pixel)) return std::nullopt;
  return m_scene.rowAt(pixel, m_scene.theme.px(kGrabRadius));
}

void DataView::pick(std::optional<std::size_t> row) {
  Display& display = m_laboratory.display();
  const DataChoice choice = dataOf(m_lossFunction);
  if (row)
    display.setPickedRow(PickedRow{choice, *row});
  else if (display.pickedRow() && display.pickedRow()->data == choice)
    display.setPickedRow(std::nullopt);
}

SeenTable DataView::seen() const {
  return {*m_kept, m_scene.isStandardized, m_scene.hasLabels};
}

Vector2 DataView::unitOfPixel() const {
  return {1 / m_scene.frame.perUnitX(), 1 / m_scene.frame.perUnitY()};
}

Vector2 DataView::placeAt(const QPointF& pixel) const {
  return m_scene.frame.view.grown(kBeyond).nearest(m_scene.frame.fromPixel(pixel));
}

// For all runs that learn from the same.
void DataView::change(const QString& text, const DataTable& table, Document::Gesture gesture) {
  const RunId run = m_scene.runs.front().run.id;
  if (!m_laboratory.experiment().find(run)) return;
  m_laboratory.document().edit(
      text, [&](Experiment& experiment) { setData(experiment, run, table); }, gesture);
}

void DataView::move(std::size_t row, const Vector2& place, Document::Gesture gesture) {
  change(tr("Move row"), moved(seen(), row, place, unitOfPixel()), gesture);
  pick(row);
}

void DataView::add(const Vector2& place, NewClass newClass) {
  if (m_kept->rows.size() >= DataTable::kMostRows) return;
  change(tr("Add row"), withRow(seen(), place, unitOfPixel(), newClass));
  pick(m_kept->rows.size() - 1);
}

void DataView::remove(std::size_t row) {
  m_hasKeys = true;  // the next Delete is meant for rows, too
  if (m_kept->rows.size() <= kFewestRows) return;
  pick(std::nullopt);
  change(tr("Remove row"), withoutRow(*m_kept, row));
}

void DataView::mousePressEvent(QMouseEvent* event) {
  if (m_scene.runs.empty() || m_drag) return;  // another button while a row is held
  const auto row = event->button() == Qt::LeftButton ? rowAt(event->position()) : std::nullopt;
  m_hasKeys = row.has_value();
  if (row && (event->modifiers() & Qt::ControlModifier)) return remove(*row);
  if (row) {
    m_drag = RowDrag{*row, Document::newGesture(), m_scene.pixelOf(*row) - event->position()};
    setCursor(Qt::ClosedHandCursor);
    pick(row);
    selectByPress(m_laboratory, m_scene.runs, Qt::NoModifier);
    return;
  }
  // Shift is for double clicks.
  const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::ShiftModifier;
  if (event->button() == Qt::LeftButton && selectByPress(m_laboratory, m_scene.runs, modifiers)) return;
  PicturePlot::mousePressEvent(event);
}

void DataView::mouseMoveEvent(QMouseEvent* event) {
  // Taken away by a key meanwhile, or let go where this one was not told.
  if (m_drag && (m_drag->row >= m_kept->rows.size() || !(event->buttons() & Qt::LeftButton))) endDrag();
  if (m_drag) return move(m_drag->row, placeAt(event->position() + m_drag->grip), m_drag->gesture);
  if (event->buttons() != Qt::NoButton) return PicturePlot::mouseMoveEvent(event);
  const auto row = rowAt(event->position());
  setCursor(row ? Qt::OpenHandCursor : Qt::ArrowCursor);
  if (row && !hasFocus() && !isTyping()) setFocus(Qt::MouseFocusReason);  // Delete is to mean this row
  pick(row);
  PicturePlot::mouseMoveEvent(event);
}

void DataView::endDrag() {
  if (!m_drag) return;
  m_drag.reset();
  if (!isAtHome() || suitsRows()) return;
  fitView();
  replotAll();
}

void DataView::mouseReleaseEvent(QMouseEvent* event) {
  if (!m_drag) return PicturePlot::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton) return;
  endDrag();
  setCursor(Qt::OpenHandCursor);
}

void DataView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_scene.runs.empty()) return;
  if (rowAt(event->position()) || !axisRect()->rect().contains(event->position().toPoint())) return;
  add(placeAt(event->position()), event->modifiers() & Qt::ShiftModifier ? NewClass::other : NewClass::asNearest);
}

void DataView::contextMenuEvent(QContextMenuEvent* event) {
  if (m_scene.runs.empty()) return;
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const std::optional<std::size_t> row = byKey ? m_scene.picked : rowAt(event->pos());
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("rowMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto offer = [&](const QString& text, const std::function<void()>& act) {
    QAction* action = menu->addAction(text);
    connect(action, &QAction::triggered, this, act);
    return action;
  };
  if (row) {
    const auto exists = [this, row] { return *row < m_kept->rows.size(); };
    offer(tr("Remove row"), [this, row, exists] {
      if (exists()) remove(*row);
    })->setEnabled(m_kept->rows.size() > kFewestRows);
    if (m_scene.hasLabels)
      offer(tr("Change class"), [this, row, exists] {
        if (exists()) change(tr("Change class"), withOtherClass(*m_kept, *row));
      });
  } else {
    const Vector2 place = byKey ? m_scene.frame.view.centre() : placeAt(event->pos());
    offer(tr("Add row here"), [this, place] { add(place, NewClass::asNearest); });
    if (m_scene.hasTwoInputs())
      offer(tr("Add row of the other class here"), [this, place] { add(place, NewClass::other); });
  }
  menu->popup(byKey && row ? mapToGlobal(m_scene.pixelOf(*row).toPoint()) : event->globalPos());
}

void DataView::leaveEvent(QEvent* event) {
  if (!m_drag) pick(std::nullopt);
  PicturePlot::leaveEvent(event);
}

bool DataView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) tellOfRow(*static_cast<QHelpEvent*>(event));
  if (event->type() == QEvent::ShortcutOverride && worksBy(*static_cast<QKeyEvent*>(event))) event->accept();
  return PicturePlot::event(event);
}

void DataView::tellOfRow(const QHelpEvent& at) {
  const auto row = rowAt(at.pos());
  if (!row) return QToolTip::hideText();
  const Datum& kept = m_kept->rows[*row];
  const QString loss = wording::number(
      m_scene.model().ofRow(*row, thetaAt(m_scene.lookedAt(), m_laboratory.timeline().playhead())).value);
  const QString number = QString::number(*row + 1);
  const QString text =
      m_scene.hasTwoInputs()
          ? tr("Row %1: x₁ = %2, x₂ = %3, class %4, loss %5")
                .arg(number, wording::number(kept.x), wording::number(kept.x2), wording::number(kept.y), loss)
          : tr("Row %1: x = %2, y = %3, loss %4").arg(number, wording::number(kept.x), wording::number(kept.y), loss);
  QToolTip::showText(at.globalPos(), text, this);
}

bool DataView::worksBy(const QKeyEvent& press) const {
  const int key = press.key();
  const Qt::KeyboardModifiers modifiers = press.modifiers() & ~Qt::KeypadModifier;
  if (m_scene.runs.empty()) return false;
  if (modifiers == Qt::AltModifier) return isArrow(key) && m_scene.picked;
  if (modifiers != Qt::NoModifier) return false;
  if (isArrow(key)) return m_hasKeys;
  return (removes(key) || key == Qt::Key_Insert) && (m_scene.picked || m_hasKeys);
}

void DataView::keyPressEvent(QKeyEvent* event) {
  if (m_drag || !worksBy(*event)) return PicturePlot::keyPressEvent(event);
  const int key = event->key();
  const auto row = m_scene.picked;
  if (removes(key)) {
    if (row) remove(*row);  // and otherwise not the run, which is what the key means elsewhere
    return;
  }
  const ravine::Box& view = m_scene.frame.view;
  if (key == Qt::Key_Insert) {
    constexpr double beside = 3 * kNudge;
    const Vector2 from = row ? m_scene.placeOf(m_scene.table().rows[*row]) : view.centre();
    return add(row ? Vector2(from + Vector2(beside * view.x.length(), 0)) : from, NewClass::asNearest);
  }
  if (!(event->modifiers() & Qt::AltModifier)) return pickNext(key);
  Vector2 place = m_scene.placeOf(m_scene.table().rows[*row]);
  const double right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
  const double up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
  place += kNudge * Vector2(right * view.x.length(), up * view.y.length());
  if (m_scene.hasLabels && !m_scene.hasTwoInputs() && up != 0) place.y() = up > 0 ? 1 : 0;
  move(*row, place, m_nudge.of(*event));
}

// From row to row: Left and Right in the order along x, Up and Down in that along the other axis.
void DataView::pickNext(int key) {
  const std::vector<Datum>& rows = m_scene.table().rows;
  const int axis = key == Qt::Key_Left || key == Qt::Key_Right ? 0 : 1;
  const bool forwards = key == Qt::Key_Right || key == Qt::Key_Up;
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return m_scene.placeOf(rows[a])[axis] < m_scene.placeOf(rows[b])[axis];
  });
  if (!forwards) std::reverse(order.begin(), order.end());
  const auto now = m_scene.picked ? std::find(order.begin(), order.end(), *m_scene.picked) : order.end();
  if (now == order.end()) return pick(order.front());
  if (now + 1 != order.end()) pick(*(now + 1));
}

void DataView::focusInEvent(QFocusEvent* event) {
  if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) m_hasKeys = true;
  PicturePlot::focusInEvent(event);
}

void DataView::focusOutEvent(QFocusEvent* event) {
  const bool stays = event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason;
  if (!stays) {
    m_hasKeys = false;
    if (!underMouse()) pick(std::nullopt);
  }
  PicturePlot::focusOutEvent(event);
}

void DataView::hideEvent(QHideEvent* event) {
  endDrag();
  pick(std::nullopt);
  PicturePlot::hideEvent(event);
}

}  // namespace ravine
