#include "ui/inspector/rate_slider.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "core/base/number_text.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kGroove = 6;  // pixels
constexpr double kHandle = 8;
constexpr double kRing = 6;
constexpr double kGrab = 8;            // round the limit, for a double click
constexpr int kSignificantDigits = 3;  // of a dragged rate
constexpr double kFine = 1.01;         // a pixel with Shift, or an arrow key
constexpr double kCoarse = 1.1;        // an arrow key with Shift
constexpr double kHalfADecade = 3.1622776601683795;

double rounded(double rate) {
  return roundedTo(rate, kSignificantDigits);
}

}  // namespace

RateSlider::RateSlider(ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes) {
  setFocusPolicy(Qt::TabFocus);  // after a click ← and → still move the playhead
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
  connect(&themes, &ThemeSource::changed, this, [this] {
    updateGeometry();
    update();
  });
}

QSize RateSlider::sizeHint() const {
  const int text = QFontMetrics(m_themes.theme().font(kTickText)).height();
  return {qRound(px(160)), qRound(px(2 * kHandle + 8)) + text};
}

void RateSlider::setRate(double rate) {
  m_rate = rate;
  setToolTip(
      tr("η = %1. Arrow keys, and dragging with Shift, change it by a hundredth; Return sets the best η, the blue "
         "mark; a double click on the limit shows one decade round it.")
          .arg(wording::number(rate, 4)));
  keepInRange();
  update();
}

void RateSlider::setOthers(std::vector<double> rates) {
  if (rates == m_others) return;
  m_others = std::move(rates);
  update();
}

void RateSlider::setLimit(double limit, const QString& formula) {
  const bool sameLimit = limit == m_limit || (std::isnan(limit) && std::isnan(m_limit));
  if (sameLimit && formula == m_formula) return;
  m_limit = limit;
  m_formula = formula;
  update();
}

QString RateSlider::valueText() const {
  return QStringLiteral("η = ") + wording::number(m_rate, 4);
}

QString RateSlider::whatItShows() const {
  QStringList lines{std::isnan(m_limit) ? tr("No stability limit is known")
                                        : tr("Stable below %1 = %2").arg(m_formula, wording::number(m_limit))};
  if (m_best) lines << tr("The best rate known is %1; Return sets it.").arg(wording::number(*m_best, 4));
  return lines.join('\n');
}

void RateSlider::setCurrentRate(double rate) {
  if (rate == m_current) return;
  m_current = rate;
  update();
}

void RateSlider::setBest(std::optional<double> rate, const QString& text) {
  if (rate == m_best && text == m_bestText) return;
  m_best = rate;
  m_bestText = text;
  update();
}

void RateSlider::setZoomed(bool zoomed) {
  if (zoomed == m_zoomed) return;
  m_zoomed = zoomed;
  const double centre = m_limit > 0 && std::isfinite(m_limit) ? m_limit : m_rate;
  m_lowest = zoomed ? centre / kHalfADecade : kLowest;
  m_highest = zoomed ? centre * kHalfADecade : kHighest;
  keepInRange();
  update();
  emit zoomedChanged(zoomed);
}

// A rate that was set elsewhere brings the zoomed range along.
void RateSlider::keepInRange() {
  if (!m_zoomed || shows(m_rate) || !(m_rate > 0)) return;
  m_lowest = m_rate / kHalfADecade;
  m_highest = m_rate * kHalfADecade;
}

double RateSlider::margin() const {
  return px(kHandle + 1);
}

double RateSlider::middle() const {
  return px(kHandle + 2);
}

QRectF RateSlider::bestMark() const {
  if (!m_best || !shows(*m_best)) return {};
  return {toPixel(*m_best) - px(6), middle() + px(kGroove / 2 + 1), px(12), px(9)};
}

bool RateSlider::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    if (bestMark().adjusted(-2, -2, 2, 4).contains(help->pos())) {
      QToolTip::showText(help->globalPos(), m_bestText, this);
      return true;
    }
  }
  return QWidget::event(event);
}

double RateSlider::toPixel(double rate) const {
  const double part = std::log(std::clamp(rate, m_lowest, m_highest) / m_lowest) / std::log(m_highest / m_lowest);
  return margin() + part * (width() - 2 * margin());
}

double RateSlider::fromPixel(double x) const {
  const double part = std::clamp((x - margin()) / (width() - 2 * margin()), 0.0, 1.0);
  return rounded(m_lowest * std::pow(m_highest / m_lowest, part));
}

void RateSlider::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintGroove(painter);
  paintScale(painter);
  paintMarks(painter);
}

void RateSlider::paintGroove(QPainter& painter) const {
  const Theme& theme = m_themes.theme();
  const double radius = px(kGroove) / 2;
  const QRectF groove(margin(), middle() - radius, width() - 2 * margin(), 2 * radius);
  painter.setPen(Qt::NoPen);
  painter.setBrush(std::isnan(m_limit) ? theme.border : theme.unstable);
  painter.drawRoundedRect(groove, radius, radius);
  if (std::isnan(m_limit)) return;
  const double limit = m_limit > m_highest ? groove.right() : m_limit >= m_lowest ? toPixel(m_limit) : groove.left();
  painter.setClipRect(QRectF(0, 0, limit, height()));
  painter.setBrush(theme.stable);
  painter.drawRoundedRect(groove, radius, radius);
  painter.setClipping(false);
}

// The ends of the range and, at its place, the limit.
void RateSlider::paintScale(QPainter& painter) const {
  const Theme& theme = m_themes.theme();
  painter.setFont(theme.font(kTickText));
  const QFontMetricsF metrics(painter.font());
  const double baseline = middle() + px(kHandle + 3) + metrics.ascent();
  const double left = margin();
  const double right = width() - margin();
  const QString lowest = wording::number(m_lowest, m_zoomed ? 2 : 1);
  const QString highest = wording::number(m_highest, 2);
  painter.setPen(theme.quietText);
  painter.drawText(QPointF(left, baseline), lowest);
  painter.drawText(QPointF(right - metrics.horizontalAdvance(highest), baseline), highest);
  if (!shows(m_limit)) return;
  const double limit = toPixel(m_limit);
  const double width = metrics.horizontalAdvance(m_formula);
  const double from = left + metrics.horizontalAdvance(lowest) + px(6);
  const double to = right - metrics.horizontalAdvance(highest) - px(6) - width;
  painter.setPen(theme.text);
  if (from <= to) painter.drawText(QPointF(std::clamp(limit - width / 2, from, to), baseline), m_formula);
  painter.setPen(QPen(theme.text, px(1.4)));
  painter.drawLine(QPointF(limit, middle() - px(kGroove)), QPointF(limit, middle() + px(kGroove)));
}

void RateSlider::paintMarks(QPainter& painter) const {
  const Theme& theme = m_themes.theme();
  if (const QRectF mark = bestMark(); !mark.isEmpty()) {
    painter.setPen(QPen(theme.card, 1));
    painter.setBrush(theme.accent);
    painter.drawPolygon(QPolygonF{{mark.center().x(), mark.top()}, mark.bottomLeft(), mark.bottomRight()});
  }
  if (shows(m_current) && std::abs(m_current / m_rate - 1) > 0.005) {
    const double x = toPixel(m_current);
    const double top = middle() - px(9);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawPolygon(QPolygonF{{x, middle() - px(kGroove / 2 - 1)}, {x - px(4), top}, {x + px(4), top}});
  }
  painter.setBrush(theme.card);
  painter.setPen(QPen(theme.quietText, px(1.6)));
  for (const double rate : m_others) painter.drawEllipse(QPointF(toPixel(rate), middle()), px(kRing), px(kRing));
  painter.setPen(QPen(theme.accent, px(2)));
  const QPointF handle(toPixel(m_rate), middle());
  painter.drawEllipse(handle, px(kHandle - 1), px(kHandle - 1));
  if (!hasFocus()) return;
  painter.setBrush(theme.accent);
  painter.drawEllipse(handle, px(kHandle - 4), px(kHandle - 4));
}

void RateSlider::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  m_gesture = Document::newGesture();
  m_grabbedAt = event->position().x();
  m_grabbedRate = m_rate;
  if (bestMark().adjusted(-2, -1, 2, 4).contains(event->position())) {
    emit moved(*m_best, Document::kSingleEdit);
    return;
  }
  // Taking hold of the handle does not move it; a press elsewhere does.
  const bool onHandle = std::abs(m_grabbedAt - toPixel(m_rate)) <= px(kHandle);
  const bool onLimit = shows(m_limit) && std::abs(m_grabbedAt - toPixel(m_limit)) <= px(kGrab);
  if (!onHandle && !onLimit && !(event->modifiers() & Qt::ShiftModifier)) mouseMoveEvent(event);
}

void RateSlider::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton)) return;
  const double x = event->position().x();
  if (!(event->modifiers() & Qt::ShiftModifier)) {
    m_grabbedAt = x;
    m_grabbedRate = fromPixel(x);
    emit moved(m_grabbedRate, m_gesture);
    return;
  }
  const double fine = m_grabbedRate * std::pow(kFine, x - m_grabbedAt);
  emit moved(rounded(std::clamp(fine, kLowest, kHighest)), m_gesture);
}

void RateSlider::mouseDoubleClickEvent(QMouseEvent* event) {
  const bool onLimit = shows(m_limit) && std::abs(event->position().x() - toPixel(m_limit)) <= px(kGrab);
  if (event->button() == Qt::LeftButton && (onLimit || m_zoomed))
    setZoomed(!m_zoomed);
  else
    mousePressEvent(event);
}

void RateSlider::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_best) {
    emit moved(*m_best, Document::kSingleEdit);
    return;
  }
  const bool up = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up;
  const bool down = event->key() == Qt::Key_Left || event->key() == Qt::Key_Down;
  if (!up && !down) return QWidget::keyPressEvent(event);
  m_gesture = m_keys.of(*event);
  if ((up && m_rate >= kHighest) || (down && m_rate <= kLowest)) return;  // never against the key
  const double factor = event->modifiers() & Qt::ShiftModifier ? kCoarse : kFine;
  const double next = up ? m_rate * factor : m_rate / factor;
  emit moved(rounded(std::clamp(next, kLowest, kHighest)), m_gesture);
}

}  // namespace ravine
