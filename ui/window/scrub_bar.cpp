#include "ui/window/scrub_bar.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/look/card.h"
#include "ui/look/focus_ring.h"
#include "ui/look/run_look.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kMargin = 11;
constexpr double kGroove = 5;
constexpr double kHandle = 8;
constexpr double kMark = 4.5;

}  // namespace

ScrubBar::ScrubBar(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::TabFocus);  // the arrow keys move the playhead wherever the keys are
  showFocusOf(*this);
  const auto repaint = qOverload<>(&QWidget::update);
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, repaint);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    updateGeometry();
    update();
  });
  connect(&laboratory, &Laboratory::changed, this, qOverload<>(&ScrubBar::collectMarks));
  collectMarks();
}

void ScrubBar::collectMarks() {
  m_marks.clear();
  for (const ShownRun& shown : m_laboratory.shownRuns())
    if (shown.result && !shown.endIsKept) collectMarks(shown.run, *shown.result);
  update();
}

void ScrubBar::collectMarks(const Run& run, const RunResult& result) {
  const Diagnosis& d = result.diagnosis;
  const QString name = QString::fromStdString(run.name);
  const auto mark = [&](std::int64_t step, const QString& text) { m_marks.push_back({step, run.colour, text}); };
  if (!d.overshoots.empty()) {
    const std::int64_t step = d.overshoots.front() + 1;
    mark(step, tr("%1: first overshoot, step %2").arg(name).arg(step));
  }
  if (d.divergedAt) mark(*d.divergedAt, name + QStringLiteral(": ") + wording::endMark(result));
  const bool settled = d.outcome == Outcome::converged || d.outcome == Outcome::trapped ||
                       d.outcome == Outcome::saddle || d.outcome == Outcome::plateau;
  if (settled && d.settledSince && *d.settledSince > 0)
    mark(*d.settledSince, tr("%1: settled at step %2").arg(name).arg(*d.settledSince));
}

QString ScrubBar::whatItShows() const {
  QStringList texts;
  for (const Mark& mark : m_marks) texts << mark.text;
  return texts.join('\n');
}

QString ScrubBar::valueText() const {
  return tr("Step %1 of %2").arg(static_cast<qint64>(sliderValue())).arg(m_laboratory.timeline().lastStep());
}

void ScrubBar::setSliderValue(double step) {
  m_laboratory.timeline().setPlaying(false);
  m_laboratory.timeline().setPlayhead(std::round(step));
}

double ScrubBar::toPixel(double step) const {
  const double last = std::max<double>(1, static_cast<double>(m_laboratory.timeline().lastStep()));
  return px(kMargin) + std::min(step / last, 1.0) * (width() - 2 * px(kMargin));
}

bool ScrubBar::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  auto* help = static_cast<QHelpEvent*>(event);
  QStringList texts;
  for (const Mark& mark : m_marks)
    if (std::abs(toPixel(static_cast<double>(mark.step)) - help->pos().x()) <= px(kMark) + 1) texts << mark.text;
  QToolTip::showText(help->globalPos(), plain(texts.join('\n')), this);
  return true;
}

void ScrubBar::paintEvent(QPaintEvent*) {
  const Theme& theme = m_laboratory.theme();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double middle = height() / 2.0;
  const double head = toPixel(m_laboratory.timeline().playhead());
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.controlHover);
  painter.drawRoundedRect(QRectF(px(kMargin), middle - px(kGroove) / 2, width() - 2 * px(kMargin), px(kGroove)),
                          px(kGroove) / 2, px(kGroove) / 2);
  painter.setBrush(theme.accent);
  painter.drawRoundedRect(QRectF(px(kMargin), middle - px(kGroove) / 2, head - px(kMargin), px(kGroove)),
                          px(kGroove) / 2, px(kGroove) / 2);
  for (const Mark& mark : m_marks) {
    const double x = toPixel(static_cast<double>(mark.step));
    painter.setBrush(runColour(mark.colour, theme));
    painter.drawPolygon(QPolygonF{{x, middle - px(kGroove) - 1},
                                  {x - px(kMark), middle - px(kGroove) - 2 - 1.5 * px(kMark)},
                                  {x + px(kMark), middle - px(kGroove) - 2 - 1.5 * px(kMark)}});
  }
  painter.setPen(QPen(theme.accent, 2));
  painter.setBrush(theme.card);
  painter.drawEllipse(QPointF(head, middle), px(kHandle), px(kHandle));
}

void ScrubBar::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) mouseMoveEvent(event);
}

void ScrubBar::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton)) return;
  const double part = std::clamp((event->position().x() - px(kMargin)) / (width() - 2 * px(kMargin)), 0.0, 1.0);
  setSliderValue(part * sliderRange().upper);
}

}  // namespace ravine
