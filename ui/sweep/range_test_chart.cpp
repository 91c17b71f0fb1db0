#include "ui/sweep/range_test_chart.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

#include "ui/chart/axes.h"
#include "ui/look/run_look.h"
#include "ui/sweep/sweep_scene.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kMostTicks = 6;

NumberScale lossScale(const RangeTestScene& scene) {
  constexpr double deepest = 1e-6;  // of the largest: less is as good as nothing
  constexpr double margin = 0.06;
  std::vector<double> numbers;
  for (const double loss : scene.result->losses) numbers.push_back(loss - scene.base);
  for (const double loss : scene.result->smoothed) numbers.push_back(loss - scene.base);
  NumberScale scale = scaleFor(numbers).value_or(NumberScale{});
  Interval& range = scale.range;
  if (scale.logarithmic) {
    range.lower = std::max(range.lower, deepest * range.upper);
    const double factor = std::pow(range.upper / range.lower, margin);
    range = {range.lower / factor, range.upper * factor};
  } else {
    range = {range.lower - margin * range.length(), range.upper + margin * range.length()};
  }
  return scale;
}

class RangeTestPainter {
 public:
  RangeTestPainter(const RangeTestScene& scene, const QRectF& room)
      : m_scene(scene), m_rates(ratesOf(scene)), m_losses(lossScale(scene)), m_axes(axesIn(room)) {}

  void paint(QPainter& painter) const {
    const Theme& theme = m_scene.theme;
    paintBounds(painter);
    m_axes.paintBelow(painter);
    const QColor colour = runLineColour(m_scene.colour, theme);
    QColor faint = colour;
    constexpr float faintly = 0.35F;
    faint.setAlphaF(faintly);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faint, theme.px(1)));
    paintLosses(painter);
    painter.setPen(QPen(colour, theme.px(2.2)));
    const QPolygonF smoothed = lineOf(m_scene.result->smoothed);
    painter.drawPolyline(smoothed);
    if (m_scene.result->diverged && !smoothed.isEmpty()) paintEnd(painter, smoothed.back());
    paintSuggestions(painter);
    m_axes.paintAbove(painter);
  }

 private:
  static NumberScale ratesOf(const RangeTestScene& scene) {
    const RangeTest& test = scene.result->test;
    return {{test.from, test.to}, !test.linear};
  }
  Axes axesIn(const QRectF& room) const {
    const Theme& theme = m_scene.theme;
    return {{.range = m_rates.range,
             .logarithmic = m_rates.logarithmic,
             .mostTicks = kMostTicks,
             .title = QStringLiteral("η")},
            {.range = m_losses.range,
             .logarithmic = m_losses.logarithmic,
             .hasGrid = true,
             .mostTicks = kMostTicks,
             .leastRoom = kNumberRoom},
            room,
            theme,
            true};
  }

  double toX(double lr) const { return m_axes.area().left() + m_rates.part(lr) * m_axes.area().width(); }
  double toY(double loss) const {
    return m_axes.area().bottom() - m_losses.part(loss - m_scene.base) * m_axes.area().height();
  }
  // What is below the axis leaves the picture, rather than to lie on its edge.
  void paintLosses(QPainter& painter) const {
    QPolygonF line = lineOf(m_scene.result->losses);
    for (qsizetype i = 0; i < line.size(); ++i)
      if (m_scene.result->losses[static_cast<std::size_t>(i)] - m_scene.base < m_losses.range.lower)
        line[i].ry() += m_axes.area().height();
    painter.save();
    painter.setClipRect(m_axes.area());
    painter.drawPolyline(line);
    painter.restore();
  }
  QPolygonF lineOf(const std::vector<double>& losses) const {
    QPolygonF line;
    for (std::size_t i = 0; i < losses.size(); ++i) line << QPointF(toX(m_scene.result->rates[i]), toY(losses[i]));
    return line;
  }

  void paintBounds(QPainter& painter) const {
    if (!m_scene.bounds) return;
    QColor band = m_scene.theme.stable;
    constexpr float faintly = 0.35F;
    band.setAlphaF(faintly);
    const QRectF& area = m_axes.area();
    painter.fillRect(
        QRectF(QPointF(toX(m_scene.bounds->lower), area.top()), QPointF(toX(m_scene.bounds->upper), area.bottom())),
        band);
  }

  void paintEnd(QPainter& painter, const QPointF& at) const {
    const Theme& theme = m_scene.theme;
    const QString text = RangeTestChart::tr("diverged: stopped here");
    painter.setFont(theme.font(kSmallText));
    const QFontMetricsF metrics(painter.font());
    const double r = theme.px(4);
    painter.setPen(QPen(wording::outcomeColour(Outcome::diverged, theme), theme.px(2)));
    painter.drawLine(at - QPointF(r, r), at + QPointF(r, r));
    painter.drawLine(at - QPointF(r, -r), at + QPointF(r, -r));
    const double width = metrics.horizontalAdvance(text);
    const bool isLeft = at.x() + theme.px(10) + width > m_axes.area().right();
    painter.drawText(QPointF(isLeft ? at.x() - theme.px(10) - width : at.x() + theme.px(10),
                             std::max(at.y(), m_axes.area().top() + metrics.height())),
                     text);
  }

  // At the smoothed curve; those that come to lie on each other side by side.
  void paintSuggestions(QPainter& painter) const {
    const Theme& theme = m_scene.theme;
    const auto& [test, run, rates, losses, smoothed, diverged, suggestions, bounds] = *m_scene.result;
    const double r = theme.px(8.5);
    std::vector<QPointF> places;
    painter.setFont(theme.font(kTickText, QFont::DemiBold));
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
      const double lr = suggestions[i].lr;
      if (!m_rates.range.contains(lr)) continue;
      const auto found = std::lower_bound(rates.begin(), rates.end(), lr);
      const auto at = std::min<std::ptrdiff_t>(found - rates.begin(), std::ssize(rates) - 1);
      const QPointF point(toX(lr), toY(smoothed[static_cast<std::size_t>(at)]));
      QPointF place = point - QPointF(0, 2.2 * r);
      while (std::ranges::any_of(places, [&](const QPointF& other) { return QLineF(other, place).length() < 2 * r; }))
        place.ry() -= 2 * r;
      if (place.y() < m_axes.area().top() + r) place.setY(point.y() + 2.2 * r);
      places.push_back(place);
      painter.setPen(QPen(theme.text, theme.px(1)));
      painter.drawLine(place, point);
      painter.setBrush(theme.text);
      painter.drawEllipse(point, theme.px(2.5), theme.px(2.5));
      painter.drawEllipse(place, r, r);
      painter.setPen(theme.card);
      painter.drawText(QRectF(place - QPointF(r, r), QSizeF(2 * r, 2 * r)), Qt::AlignCenter, QString::number(i + 1));
    }
  }

  const RangeTestScene& m_scene;
  NumberScale m_rates;
  NumberScale m_losses;
  Axes m_axes;
};

}  // namespace

void paintRangeTest(QPainter& painter, const RangeTestScene& scene, const QRectF& room) {
  painter.setRenderHint(QPainter::Antialiasing);
  RangeTestPainter(scene, room).paint(painter);
}

void paintRangeTestPage(QPainter& painter, const RangeTestScene& scene, const QRectF& page) {
  const Theme& theme = scene.theme;
  painter.fillRect(page, theme.card);
  const double margin = theme.px(16);
  QRectF room = page.adjusted(margin, margin, -margin, -margin);
  const auto line = [&](const QString& text, const QFont& font, const QColor& ink) {
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()),
                     metrics.elidedText(text, Qt::ElideRight, room.width()));
    room.setTop(room.top() + metrics.height() + theme.px(2));
  };
  line(RangeTestChart::tr("Learning-rate range test"), theme.font(kLargeText, QFont::DemiBold), theme.text);
  line(wording::setup(scene.result->run), theme.font(kSmallText), theme.quietText);
  QStringList suggestions;
  for (std::size_t i = 0; i < scene.result->suggestions.size(); ++i) {
    const auto& [rule, lr] = scene.result->suggestions[i];
    suggestions << QStringLiteral("%1  %2: η = %3")
                       .arg(i + 1)
                       .arg(wording::coreText(rateRuleName(rule)), wording::number(lr, 2));
  }
  line(suggestions.join(QStringLiteral("    ")), theme.font(kSmallText), theme.text);
  room.setTop(room.top() + theme.px(6));
  paintRangeTest(painter, scene, room);
}

RangeTestChart::RangeTestChart(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes) {
  connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void RangeTestChart::show(const std::optional<RangeTestScene>& scene, const QString& words) {
  m_scene = scene;
  m_words = words;
  update();
}

void RangeTestChart::showBounds(const std::optional<Interval>& bounds) {
  if (!m_scene) return;
  m_scene->bounds = bounds;
  update();
}

void RangeTestChart::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (!m_scene || m_scene->result->losses.empty()) {
    painter.setFont(m_themes.theme().font(kText));
    painter.setPen(m_themes.theme().quietText);
    return painter.drawText(QRectF(rect()), Qt::AlignCenter | Qt::TextWordWrap, m_words);
  }
  m_scene->theme = m_themes.theme();
  paintRangeTest(painter, *m_scene, QRectF(rect()));
}

QString RangeTestChart::whatItShows() const {
  if (!m_scene || m_scene->result->losses.empty()) return {};
  const RangeTestResult& result = *m_scene->result;
  QStringList parts{tr("The smoothed loss from %1 at η = %2 to %3 at η = %4.")
                        .arg(wording::number(result.smoothed.front()), wording::number(result.rates.front()),
                             wording::number(result.smoothed.back()), wording::number(result.rates.back()))};
  if (result.diverged) parts << tr("It diverged there.");
  for (const RateSuggestion& suggestion : result.suggestions)
    parts << tr("%1: η = %2.").arg(wording::coreText(rateRuleName(suggestion.rule)), wording::number(suggestion.lr));
  return parts.join(QLatin1Char(' '));
}

}  // namespace ravine
