#include "ui/inspector/rate_slider.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kMargin = 9;  // pixels, for the handle at the ends
constexpr double kGroove = 6;
constexpr double kHandle = 8;
constexpr int kSignificantDigits = 3;  // of a dragged rate

double rounded(double rate) {
  return QString::number(rate, 'g', kSignificantDigits).toDouble();
}

}  // namespace

RateSlider::RateSlider(ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Learning rate"));
  setCursor(Qt::PointingHandCursor);
  connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

QSize RateSlider::sizeHint() const {
  return {160, 44};
}

void RateSlider::setRate(double rate) {
  m_rate = rate;
  setToolTip(tr("η = %1. Arrow keys change it by a tenth, with Shift by a hundredth; "
                "Return sets the best η, the blue mark.")
                 .arg(wording::number(rate, 4)));
  update();
}

void RateSlider::setLimit(double limit, const QString& formula) {
  const bool sameLimit = limit == m_limit || (std::isnan(limit) && std::isnan(m_limit));
  if (sameLimit && formula == m_formula) return;
  m_limit = limit;
  m_formula = formula;
  setAccessibleDescription(std::isnan(limit) ? tr("No stability limit is known")
                                             : tr("Stable below %1 = %2").arg(formula, wording::number(limit)));
  update();
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

QRectF RateSlider::bestMark() const {
  if (!m_best || *m_best < kLowest || *m_best > kHighest) return {};
  const double x = toPixel(*m_best);
  return {x - 6, kHandle + 2 + kGroove / 2 + 1, 12, 9};
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
  const double part = std::log(std::clamp(rate, kLowest, kHighest) / kLowest) / std::log(kHighest / kLowest);
  return kMargin + part * (width() - 2 * kMargin);
}

double RateSlider::fromPixel(double x) const {
  const double part = std::clamp((x - kMargin) / (width() - 2 * kMargin), 0.0, 1.0);
  return rounded(kLowest * std::pow(kHighest / kLowest, part));
}

void RateSlider::paintEvent(QPaintEvent*) {
  const Theme& theme = m_themes.theme();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double middle = kHandle + 2;
  const QRectF groove(kMargin, middle - kGroove / 2, width() - 2 * kMargin, kGroove);
  const double limit = m_limit > kHighest ? groove.right() : m_limit >= kLowest ? toPixel(m_limit) : groove.left();
  painter.setPen(Qt::NoPen);
  painter.setBrush(std::isnan(m_limit) ? theme.border : theme.unstable);
  painter.drawRoundedRect(groove, kGroove / 2, kGroove / 2);
  if (!std::isnan(m_limit)) {
    painter.setClipRect(QRectF(0, 0, limit, height()));
    painter.setBrush(theme.stable);
    painter.drawRoundedRect(groove, kGroove / 2, kGroove / 2);
    painter.setClipping(false);
  }

  painter.setFont(textFont(kSmallText));
  const QFontMetricsF metrics(painter.font());
  const double baseline = middle + kHandle + metrics.ascent() + 6;
  painter.setPen(theme.quietText);
  const QString lowest = wording::number(kLowest, 1);
  const QString highest = wording::number(kHighest, 2);
  painter.drawText(QPointF(groove.left(), baseline), lowest);
  painter.drawText(QPointF(groove.right() - metrics.horizontalAdvance(highest), baseline), highest);
  if (m_limit >= kLowest && m_limit <= kHighest) {
    const double width = metrics.horizontalAdvance(m_formula);
    const double left = std::clamp(limit - width / 2, groove.left() + metrics.horizontalAdvance(lowest) + 6,
                                   groove.right() - metrics.horizontalAdvance(highest) - 6 - width);
    painter.setPen(theme.text);
    painter.drawText(QPointF(left, baseline), m_formula);
    painter.setPen(QPen(theme.text, 1.4));
    painter.drawLine(QPointF(limit, middle - kGroove), QPointF(limit, middle + kGroove));
  }
  if (const QRectF mark = bestMark(); !mark.isEmpty()) {
    painter.setPen(QPen(theme.card, 1));
    painter.setBrush(theme.accent);
    painter.drawPolygon(QPolygonF{{mark.center().x(), mark.top()}, mark.bottomLeft(), mark.bottomRight()});
  }
  if (m_current >= kLowest && std::abs(m_current / m_rate - 1) > 0.005) {
    const double x = toPixel(m_current);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawPolygon(QPolygonF{{x, middle - kGroove / 2 + 1}, {x - 4, middle - 9}, {x + 4, middle - 9}});
  }
  painter.setPen(QPen(hasFocus() ? theme.text : theme.accent, 2));
  painter.setBrush(theme.card);
  painter.drawEllipse(QPointF(toPixel(m_rate), middle), kHandle - 1, kHandle - 1);
}

void RateSlider::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  m_gesture = Document::newGesture();
  if (bestMark().adjusted(-2, -1, 2, 4).contains(event->position())) {
    emit moved(*m_best, Document::kSingleEdit);
    return;
  }
  // Taking hold of the handle does not move it; a press elsewhere does.
  if (std::abs(event->position().x() - toPixel(m_rate)) > kHandle) mouseMoveEvent(event);
}

void RateSlider::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) emit moved(fromPixel(event->position().x()), m_gesture);
}

// A key held down, or pressed again at once, is one undo step. Not every platform says that a key repeats itself.
bool RateSlider::continues(const QKeyEvent& press) const {
  constexpr quint64 atOnce = 400;  // milliseconds
  return press.key() == m_lastKey &&
         (press.isAutoRepeat() || (press.timestamp() > 0 && press.timestamp() - m_lastKeyAt <= atOnce));
}

void RateSlider::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_best) {
    emit moved(*m_best, Document::kSingleEdit);
    return;
  }
  const bool up = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up;
  const bool down = event->key() == Qt::Key_Left || event->key() == Qt::Key_Down;
  if (!up && !down) return QWidget::keyPressEvent(event);
  if (!continues(*event)) m_gesture = Document::newGesture();
  m_lastKey = event->key();
  m_lastKeyAt = event->timestamp();
  if ((up && m_rate >= kHighest) || (down && m_rate <= kLowest)) return;  // never against the key
  const double factor = event->modifiers() & Qt::ShiftModifier ? 1.01 : 1.1;
  const double next = up ? m_rate * factor : m_rate / factor;
  emit moved(rounded(std::clamp(next, kLowest, kHighest)), m_gesture);
}

}  // namespace ravine
