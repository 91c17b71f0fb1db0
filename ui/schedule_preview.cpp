#include "ui/schedule_preview.h"

#include <QPainter>
#include <algorithm>

#include "ui/wording.h"

namespace ravine {

SchedulePreview::SchedulePreview(Context& context, QWidget* parent) : QWidget(parent), m_context(context) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Schedule preview"));
  const auto repaint = qOverload<>(&QWidget::update);
  connect(&context.document, &Document::changed, this, repaint);
  connect(&context.themes, &ThemeSource::changed, this, repaint);
  connect(&context.timeline, &Timeline::selectionChanged, this, repaint);
  connect(&context.timeline, &Timeline::playheadChanged, this, repaint);
}

void SchedulePreview::paintEvent(QPaintEvent*) {
  const int selected = m_context.timeline.selectedRun();
  if (selected >= static_cast<int>(m_context.runs().size())) return;
  const Theme& theme = m_context.theme();
  const Run& run = m_context.run(selected);
  const LearningRate lr = learningRate(run);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(theme.border);
  painter.setBrush(theme.card);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

  const QRectF area = QRectF(rect()).adjusted(8, 8, -8, -8);
  // At most one sample for each quarter of a pixel, always including the last step.
  const std::int64_t samples = std::min(run.steps, static_cast<std::int64_t>(4 * area.width()));
  std::vector<double> rates;
  for (std::int64_t i = 0; i < samples; ++i)
    rates.push_back(lr(i * (run.steps - 1) / std::max<std::int64_t>(1, samples - 1)));
  const double highest = *std::max_element(rates.begin(), rates.end());
  const auto toPixel = [&](double part, double rate) {
    return QPointF(area.left() + part * area.width(), area.bottom() - rate / (1.08 * highest) * area.height());
  };
  QPolygonF curve;
  for (std::size_t i = 0; i < rates.size(); ++i)
    curve << toPixel(static_cast<double>(i) / static_cast<double>(rates.size()), rates[i]);
  curve << toPixel(1, rates.back());
  const QColor colour = runLineColour(run.colour, theme);
  painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(curve);

  const auto last = static_cast<double>(run.steps - 1);
  const double step = std::min(m_context.timeline.playhead(), last);
  painter.setPen(QPen(theme.card, 1.2));
  painter.setBrush(colour);
  painter.drawEllipse(toPixel(step / static_cast<double>(run.steps), lr(static_cast<std::int64_t>(step))), 4, 4);
}

}  // namespace ravine
