#include "ui/inspector/schedule_canvas.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "core/schedule/breakpoint_fit.h"
#include "ui/inspector/schedule_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kMargin = 8;  // pixels at scale 1, as all lengths here
constexpr double kGrab = 9;    // round a handle
constexpr double kOnLine = 7;  // a double click so near to the curve means it
constexpr double kStroke = 3;  // a press that moves so far draws
constexpr double kPreviewHeadroom = 1.08;
constexpr double kDrawingHeadroom = 1.25;
constexpr double kNearLimit = 3;     // times the highest rate: limits above are left out of sight
constexpr double kNudge = 0.01;      // of the ceiling, an arrow key; ten times as much with Shift
constexpr double kShiftFactor = 10;  // and of steps
constexpr int kStepTicks = 8;
constexpr int kRateTicks = 6;

bool isArrow(int key) {
  return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

bool removes(int key) {
  return key == Qt::Key_Delete || key == Qt::Key_Backspace;
}

}  // namespace

ScheduleCanvas::ScheduleCanvas(Laboratory& laboratory, Use use, QWidget* parent)
    : QWidget(parent), m_laboratory(laboratory), m_use(use) {
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, use == Use::preview ? QSizePolicy::Fixed : QSizePolicy::Expanding);
  if (use == Use::drawing)
    m_scene.before = rateCurve(run(), shownRates(run(), laboratory.selectedResult()), kCurveSamples);
  connect(&laboratory, &Laboratory::changed, this, [this](const Change& change) {
    if (change.selection || change.loaded) m_press.reset();
    refresh();
  });
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    updateGeometry();
    refresh();
  });
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &ScheduleCanvas::showPlayhead);
  refresh();
}

QSize ScheduleCanvas::sizeHint() const {
  return m_use == Use::preview ? QSize(160, qRound(px(52))) : QSize(qRound(px(560)), qRound(px(300)));
}

std::int64_t ScheduleCanvas::lastStep() const {
  return lastScheduleStep(run());
}

std::size_t ScheduleCanvas::shownHandles() const {
  return static_cast<std::size_t>(std::count_if(m_scene.handles.begin(), m_scene.handles.end(),
                                                [&](const QPointF& handle) { return handle.x() <= m_scene.steps; }));
}

std::optional<std::size_t> ScheduleCanvas::handleAt(const QPointF& pixel) const {
  std::optional<std::size_t> nearest;
  double distance = px(kGrab);
  for (std::size_t i = 0; i < shownHandles(); ++i) {
    const QPointF away = m_scene.toPixel(m_scene.handles[static_cast<qsizetype>(i)]) - pixel;
    if (const double d = std::hypot(away.x(), away.y()); d <= distance) {
      distance = d;
      nearest = i;
    }
  }
  return nearest;
}

Breakpoint ScheduleCanvas::breakpointAt(const QPointF& place) const {
  return {scheduleStepOf(run(), place.x()), place.y() / nominalRate(run())};
}

void ScheduleCanvas::refresh() {
  const RunResultPtr result = m_laboratory.selectedResult();
  const LearningRate rates = shownRates(run(), result);
  m_points = pointsToHold(rates);
  m_scene.theme = m_laboratory.theme();
  m_scene.colour = run().colour;
  m_scene.steps = static_cast<double>(run().steps);
  m_scene.curve = rateCurve(run(), rates, static_cast<std::size_t>(4 * std::max(1, width())));
  m_scene.handles = handlesOf(run(), m_points);
  m_scene.limits = m_use == Use::drawing && result ? limitCurves(*result) : std::vector<QPolygonF>();
  if (m_focused >= shownHandles()) m_focused = 0;
  setFocusPolicy(shownHandles() > 0 ? Qt::TabFocus : Qt::NoFocus);
  if (m_use == Use::preview)
    setToolTip(m_points.empty()
                   ? QString()
                   : tr("Drag the points. A double click adds one, a right click or Del removes one; arrow "
                        "keys move the one with the ring, Tab goes to the next."));
  layOut();
  showPlayhead();
  showReading();
}

// Its own points, or those that another kind of schedule would become.
Breakpoints ScheduleCanvas::pointsToHold(const LearningRate& rates) const {
  const Breakpoints own = breakpoints(run());
  if (m_use == Use::preview) {
    const bool all = m_laboratory.selectedRuns().common([](const Run& r) { return r.schedule.id; }).has_value();
    return all ? own : Breakpoints();
  }
  if (!own.empty() || lastStep() < 1) return own;
  return fitBreakpoints(sampleSchedule(ofSchedule(run(), rates), nominalRate(run()), lastStep()));
}

// While the button is down the scale only grows, so that nothing slips from under the mouse.
double ScheduleCanvas::ceiling() const {
  double highest = std::max(highestOf(m_scene.curve), highestOf(m_scene.before));
  if (m_press) return std::max(m_press->scene.ceiling, highest);
  if (!(highest > 0)) highest = nominalRate(run());
  const double near = kNearLimit * highest;
  for (const QPolygonF& limit : m_scene.limits)
    for (const QPointF& place : limit)
      if (place.y() <= near) highest = std::max(highest, place.y());
  return highest * (m_use == Use::preview ? kPreviewHeadroom : kDrawingHeadroom);
}

void ScheduleCanvas::layOut() {
  m_scene.ceiling = ceiling();
  const double margin = px(kMargin);
  m_scene.area =
      m_use == Use::preview ? QRectF(rect()).adjusted(margin, margin, -margin, -margin) : QRectF(axes().area());
}

Axes ScheduleCanvas::axes() const {
  const double line = QFontMetricsF(m_scene.theme.font(kTickText)).height();
  return {{.range = {0, m_scene.steps}, .mostTicks = kStepTicks, .title = tr("step")},
          {.range = {0, m_scene.ceiling}, .hasGrid = true, .mostTicks = kRateTicks},
          QRectF(rect()).adjusted(0, line, -px(kMargin), 0),
          m_scene.theme,
          true};
}

void ScheduleCanvas::showPlayhead() {
  const auto last = static_cast<double>(run().steps - 1);
  const double step = std::min(m_laboratory.timeline().playhead(), last);
  const LearningRate rates = shownRates(run(), m_laboratory.selectedResult());
  m_scene.playhead = QPointF(step, rates(static_cast<std::int64_t>(step), 0));
  update();
}

// Of the handle under the mouse or, after a key, of the one with the ring.
void ScheduleCanvas::showReading() {
  m_scene.focused = hasFocus() && shownHandles() > 0 ? std::optional(m_focused) : std::nullopt;
  if (m_scene.marked && *m_scene.marked >= shownHandles()) m_scene.marked.reset();
  const auto told = m_scene.marked || !m_tellsFocused ? m_scene.marked : m_scene.focused;
  m_scene.reading.reset();
  if (told)
    say(m_scene.handles[static_cast<qsizetype>(*told)], describe(*told));
  else if (m_press && !m_scene.stroke.isEmpty())
    say(m_scene.stroke.last(), tr("step %1 · η = %2")
                                   .arg(qRound64(m_scene.stroke.last().x()))
                                   .arg(wording::number(m_scene.stroke.last().y())));
  update();
}

QString ScheduleCanvas::whatItIs() const {
  return m_use == Use::preview ? tr("Schedule preview") : tr("Schedule, to draw on");
}

// The point that keys move, or the whole.
QString ScheduleCanvas::whatItShows() const {
  if (m_scene.focused) return describe(m_focused);
  const LearningRate rates = shownRates(run(), m_laboratory.selectedResult());
  const std::int64_t last = run().steps - 1;
  const std::int64_t step = std::min(static_cast<std::int64_t>(m_laboratory.timeline().playhead()), last);
  const auto at = [&rates](std::int64_t t) { return wording::number(rates(t, 0)); };
  QStringList parts{tr("η goes from %1 at step 0 to %2 at step %3; at step %4 it is %5.")
                        .arg(at(0), at(last), QString::number(last), QString::number(step), at(step))};
  for (std::size_t i = 0; i < shownHandles(); ++i) parts << describe(i);
  return parts.join(QStringLiteral("; "));
}

void ScheduleCanvas::say(const QPointF& place, const QString& text) {
  m_scene.reading = {place, text};
  update();
}

QString ScheduleCanvas::describe(std::size_t handle) const {
  const QPointF& place = m_scene.handles[static_cast<qsizetype>(handle)];
  return tr("step %1 · η = %2").arg(wording::number(place.x(), 6), wording::number(place.y()));
}

bool ScheduleCanvas::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && shownHandles() > 0) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (isArrow(key) || removes(key) || key == Qt::Key_Insert) event->accept();
  }
  return QWidget::event(event);
}

// From handle to handle before the focus goes on.
bool ScheduleCanvas::focusNextPrevChild(bool next) {
  if (hasFocus() && (next ? m_focused + 1 < shownHandles() : m_focused > 0)) {
    m_focused = next ? m_focused + 1 : m_focused - 1;
    m_tellsFocused = true;
    showReading();
    return true;
  }
  return QWidget::focusNextPrevChild(next);
}

void ScheduleCanvas::focusInEvent(QFocusEvent* event) {
  if (event->reason() == Qt::TabFocusReason) m_focused = 0;
  if (event->reason() == Qt::BacktabFocusReason && shownHandles() > 0) m_focused = shownHandles() - 1;
  m_tellsFocused = event->reason() != Qt::MouseFocusReason;
  showReading();
}

void ScheduleCanvas::focusOutEvent(QFocusEvent*) {
  showReading();
}

void ScheduleCanvas::resizeEvent(QResizeEvent*) {
  refresh();
}

void ScheduleCanvas::paintEvent(QPaintEvent*) {
  const Theme& theme = m_scene.theme;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (m_use == Use::preview) {
    painter.setPen(theme.border);
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
  } else {
    const Axes frame = axes();
    frame.paintBelow(painter);
    frame.paintAbove(painter);
    painter.drawText(QRectF(rect()), Qt::AlignLeft | Qt::AlignTop, QStringLiteral("η"));
  }
  paintSchedule(painter, m_scene);
}

void ScheduleCanvas::mousePressEvent(QMouseEvent* event) {
  if (m_press) return;
  const auto handle = handleAt(event->position());
  if (event->button() == Qt::RightButton && handle) {
    begin(Document::newGesture());
    remove(*handle);
  } else if (event->button() == Qt::LeftButton) {
    begin(Document::newGesture());
    press(event->position(), handle);
  }
}

void ScheduleCanvas::press(const QPointF& at, std::optional<std::size_t> handle) {
  m_press =
      Press{.at = at, .scene = m_scene, .kept = KeptSchedules(m_laboratory), .points = m_points, .handle = handle};
  m_scene.marked = handle;
  m_tellsFocused = false;
  if (handle) {
    m_focused = *handle;
    setFocus(Qt::MouseFocusReason);
  }
  showReading();
}

void ScheduleCanvas::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  if (m_press && (event->buttons() & Qt::LeftButton)) {
    if (m_press->handle) return drag(at);
    if (m_use == Use::drawing) return draw(at);
    return;
  }
  m_scene.marked = handleAt(at);
  setCursor(m_scene.marked ? Qt::SizeAllCursor : m_use == Use::drawing ? Qt::CrossCursor : Qt::ArrowCursor);
  showReading();
}

void ScheduleCanvas::drag(const QPointF& to) {
  const QPointF way = m_press->scene.fromPixel(to) - m_press->scene.fromPixel(m_press->at);
  if (to == m_press->at) return m_press->kept.bringBack(m_laboratory, tr("Change the schedule"), gesture());
  const std::size_t handle = *m_press->handle;
  const Breakpoint& from = m_press->points[handle];
  const double steps = way.x() / static_cast<double>(stepsPerUnit(run()));
  apply(
      withMoved(m_press->points, handle, {from.step + steps, from.factor + way.y() / nominalRate(run())}, lastStep()));
}

void ScheduleCanvas::draw(const QPointF& to) {
  if (lastStep() < 1) return;  // the warm-up takes all
  const auto toPlace = [&](const QPointF& pixel) {
    const QPointF place = m_press->scene.fromPixel(pixel);
    return QPointF(std::clamp(place.x(), static_cast<double>(run().warmUp), m_scene.steps),
                   std::clamp(place.y(), 0.0, m_press->scene.ceiling));
  };
  if (!m_press->curve) {
    const QPointF way = to - m_press->at;
    if (std::hypot(way.x(), way.y()) < px(kStroke)) return;
    const LearningRate rates = shownRates(run(), m_laboratory.selectedResult());
    m_press->curve.emplace(sampleSchedule(ofSchedule(run(), rates), nominalRate(run()), lastStep()));
    m_scene.stroke = {toPlace(m_press->at)};
    m_press->curve->drawTo(breakpointAt(m_scene.stroke.last()));
  }
  m_scene.stroke << toPlace(to);
  m_press->curve->drawTo(breakpointAt(m_scene.stroke.last()));
  apply(fitBreakpoints(m_press->curve->samples()));
  showReading();
}

void ScheduleCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !m_press) return;
  m_press.reset();
  m_scene.stroke.clear();
  refresh();  // with the scale that suits what it is now
}

void ScheduleCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_points.empty() || handleAt(event->position()))
    return mousePressEvent(event);
  begin(Document::newGesture());
  addAt(event->position());
}

// Where it was clicked, or on the line if that is near; it can be dragged on at once.
void ScheduleCanvas::addAt(const QPointF& pixel) {
  QPointF place = m_scene.fromPixel(pixel);
  const double step = std::clamp(std::round(scheduleStepOf(run(), place.x())), 0.0, static_cast<double>(lastStep()));
  place.setX(runStepOf(run(), step));
  const LearningRate rates = shownRates(run(), m_laboratory.selectedResult());
  const double onLine = rates(std::min(static_cast<std::int64_t>(place.x()), run().steps - 1), 0);
  if (std::abs(m_scene.toPixel({place.x(), onLine}).y() - pixel.y()) <= px(kOnLine)) place.setY(onLine);
  add(breakpointAt(place));
  if (const auto added = handleAt(m_scene.toPixel(place))) press(pixel, added);
}

void ScheduleCanvas::add(const Breakpoint& point) {
  const Breakpoints more = withAdded(m_points, point, lastStep());
  if (more.size() > m_points.size()) return apply(more);
  const QPointF place = handlesOf(run(), {point}).first();
  if (m_points.size() >= kMostBreakpoints) say(place, tr("No more than %1 points").arg(kMostBreakpoints));
}

void ScheduleCanvas::remove(std::size_t handle) {
  m_scene.marked.reset();
  if (m_points.size() <= kFewestBreakpoints)
    return say(m_scene.handles[static_cast<qsizetype>(handle)], tr("Two points must stay"));
  apply(withoutOne(m_points, handle));
}

void ScheduleCanvas::leaveEvent(QEvent*) {
  m_scene.marked.reset();
  showReading();
}

void ScheduleCanvas::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if (shownHandles() == 0 || m_press || !(isArrow(key) || removes(key) || key == Qt::Key_Insert))
    return QWidget::keyPressEvent(event);
  begin(m_keys.of(*event));
  m_tellsFocused = true;
  const Breakpoint at = m_points[m_focused];
  if (removes(key)) {
    const std::size_t handle = m_focused;
    m_focused = std::min(handle, m_points.size() - 2);
    return remove(handle);
  }
  if (key == Qt::Key_Insert) {  // halfway to the next
    const Breakpoint& other = m_points[m_focused + 1 < m_points.size() ? m_focused + 1 : m_focused - 1];
    return add({(at.step + other.step) / 2, (at.factor + other.factor) / 2});
  }
  const double times = event->modifiers() & Qt::ShiftModifier ? kShiftFactor : 1;
  const double steps = key == Qt::Key_Left ? -times : key == Qt::Key_Right ? times : 0;
  const double rate = (key == Qt::Key_Down ? -times : key == Qt::Key_Up ? times : 0) * kNudge * m_scene.ceiling;
  apply(withMoved(m_points, m_focused, {at.step + steps, at.factor + rate / nominalRate(run())}, lastStep()));
}

void ScheduleCanvas::begin(Document::Gesture gesture) {
  if (gesture == m_gesture) return;
  m_gesture = gesture;
  m_hasBegun = false;
}

void ScheduleCanvas::apply(const Breakpoints& points) {
  if (!m_hasBegun) emit aboutToChange();
  m_hasBegun = true;
  m_laboratory.editSelection(
      tr("Change the schedule"), [&](Run& r) { setBreakpoints(r, points); }, gesture());
}

}  // namespace ravine
