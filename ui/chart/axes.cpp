#include "ui/chart/axes.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "core/base/number_text.h"

namespace ravine {
namespace {

constexpr double kGap = 4;         // pixels at scale 1, between a number and what it belongs to
constexpr double kLineRoom = 2.2;  // heights of text for each tick of an upright axis

// A tick's number with as many digits as tell it from its neighbours.
QString tickText(double value, double step) {
  if (std::abs(value) < 1e-9 * step) return QStringLiteral("0");
  constexpr double mostPlain = 1e6;
  if (value == std::round(value) && std::abs(value) < mostPlain)
    return QString::number(value, 'f', 0).replace(QLatin1Char('-'), QChar(0x2212));
  const double digits = std::ceil(std::log10(std::abs(value) / step)) + 2;
  constexpr int most = 16;
  return QString::fromStdString(numberText(value, std::clamp(static_cast<int>(digits), 2, most)));
}

QString superscript(int exponent) {
  static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
  for (const QChar c : QString::number(std::abs(exponent))) text += digits[c.digitValue()];
  return text;
}

class Ticker : public QCPAxisTicker {
 public:
  QVector<double> in(const Interval& range, int count) {
    setTickCount(count);
    const QCPRange wanted(range.lower, range.upper);
    QVector<double> ticks = createTickVector(getTickStep(wanted), wanted);
    ticks.removeIf([&](double tick) {
      const double rounding = 1e-9 * range.length();
      return tick < range.lower - rounding || tick > range.upper + rounding;
    });
    return ticks;
  }
};

double scaled(double value, bool logarithmic) {
  return logarithmic ? std::log(value) : value;
}

// Where a value lies between the ends, 0 … 1.
double partOf(const Axes::Scale& scale, double value) {
  const double lower = scaled(scale.range.lower, scale.logarithmic);
  const double upper = scaled(scale.range.upper, scale.logarithmic);
  return (scaled(value, scale.logarithmic) - lower) / (upper - lower);
}

std::vector<Tick> ticksOf(const Axes::Scale& scale, int count) {
  if (scale.logarithmic) return decadesIn(scale.range, count);
  const Interval range{scale.range.lower / scale.unit, scale.range.upper / scale.unit};
  std::vector<Tick> ticks = ticksIn(range, count);
  const auto isPart = [](const Tick& tick) { return tick.at != std::round(tick.at); };
  while (scale.unit > 1 && count > 1 && range.length() > 1 && std::any_of(ticks.begin(), ticks.end(), isPart))
    ticks = ticksIn(range, --count);
  for (Tick& tick : ticks) tick.at *= scale.unit;
  return ticks;
}

}  // namespace

std::vector<Tick> ticksIn(const Interval& range, int count) {
  const QVector<double> places = Ticker().in(range, std::max(1, count));
  const double step = places.size() > 1 ? places[1] - places[0] : range.length();
  std::vector<Tick> ticks;
  for (const double place : places) ticks.push_back({place, tickText(place, step)});
  return ticks;
}

std::vector<Tick> decadesIn(const Interval& range, int most) {
  const auto first = static_cast<int>(std::ceil(std::log10(range.lower) - 1e-9));
  const auto last = static_cast<int>(std::floor(std::log10(range.upper) + 1e-9));
  if (last <= first) return ticksIn(range, std::min(most, 4));
  // At least two, without which there is no scale.
  const int stride = std::max(1, static_cast<int>(std::ceil((last - first) / std::max(1.0, most - 1.0))));
  std::vector<Tick> ticks;
  for (int exponent = first; exponent <= last; exponent += stride)
    ticks.push_back({std::pow(10, exponent), QStringLiteral("10") + superscript(exponent)});
  return ticks;
}

Axes::Axes(const Scale& x, const Scale& y, const QRectF& room, const Theme& theme, bool hasLines)
    : m_theme(theme), m_x(x), m_y(y), m_hasLines(hasLines), m_room(room) {
  const QFontMetricsF metrics(theme.font(kTickText));
  const double gap = theme.px(kGap);
  const double line = metrics.height();
  const double under = gap + line + (x.title.isEmpty() ? 0 : line);
  const double above = 0.5 * line;
  const double height = std::max(1.0, room.height() - under - above);
  const int least = height > 1.4 * line ? 2 : 1;
  if (y.hasNumbers)
    m_yTicks = ticksOf(y, std::clamp(static_cast<int>(height / (kLineRoom * line)), least, y.mostTicks));
  double widest = theme.px(y.leastRoom);
  for (const Tick& tick : m_yTicks) widest = std::max(widest, metrics.horizontalAdvance(tick.text));
  const double left = widest + gap;
  double right = gap;
  // Numbers along x are to have room for themselves and as much between them, the last one within the room.
  for (int count = x.mostTicks; count >= 1; --count) {
    m_xTicks = ticksOf(x, count);
    const double width = std::max(1.0, room.width() - left - gap);
    double needed = 0;
    for (const Tick& tick : m_xTicks) needed += 1.6 * metrics.horizontalAdvance(tick.text);
    if (needed <= width) break;
  }
  for (const Tick& tick : m_xTicks) {
    const double beyond = 0.5 * metrics.horizontalAdvance(tick.text) -
                          (1 - partOf(x, tick.at)) * std::max(1.0, room.width() - left - gap);
    right = std::max(right, beyond);
  }
  m_area = room.adjusted(left, above, -right, -under);
}

double Axes::toX(double value) const {
  return m_area.left() + partOf(m_x, value) * m_area.width();
}

double Axes::toY(double value) const {
  return m_area.bottom() - partOf(m_y, value) * m_area.height();
}

void Axes::paintBelow(QPainter& painter) const {
  painter.setPen(QPen(m_theme.grid, m_theme.px(1)));
  if (m_x.hasGrid)
    for (const Tick& tick : m_xTicks)
      painter.drawLine(QPointF(toX(tick.at), m_area.top()), QPointF(toX(tick.at), m_area.bottom()));
  if (m_y.hasGrid)
    for (const Tick& tick : m_yTicks)
      painter.drawLine(QPointF(m_area.left(), toY(tick.at)), QPointF(m_area.right(), toY(tick.at)));
}

void Axes::paintAbove(QPainter& painter) const {
  if (m_hasLines) {
    painter.setPen(QPen(m_theme.border, m_theme.px(1)));
    painter.drawLine(m_area.bottomLeft(), m_area.bottomRight());
    painter.drawLine(m_area.topLeft(), m_area.bottomLeft());
  }
  painter.setFont(m_theme.font(kTickText));
  painter.setPen(m_theme.quietText);
  const QFontMetricsF metrics(painter.font());
  const double gap = m_theme.px(kGap);
  const double line = metrics.height();
  double taken = m_room.left();
  for (const Tick& tick : m_xTicks) {
    const double width = metrics.horizontalAdvance(tick.text);
    const double x = std::clamp(toX(tick.at) - 0.5 * width, m_room.left(), m_room.right() - width);
    if (x < taken) continue;
    taken = x + width + gap;
    painter.drawText(QPointF(x, m_area.bottom() + gap + metrics.ascent()), tick.text);
  }
  for (const Tick& tick : m_yTicks)
    painter.drawText(QPointF(m_area.left() - gap - metrics.horizontalAdvance(tick.text),
                             toY(tick.at) - 0.5 * line + metrics.ascent()),
                     tick.text);
  if (!m_x.title.isEmpty())
    painter.drawText(QPointF(m_area.center().x() - 0.5 * metrics.horizontalAdvance(m_x.title),
                             m_area.bottom() + gap + line + metrics.ascent()),
                     m_x.title);
}

}  // namespace ravine
