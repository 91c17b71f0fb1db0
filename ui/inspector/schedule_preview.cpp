#include "ui/inspector/schedule_preview.h"

#include <QPainter>
#include <algorithm>

#include "ui/words/wording.h"

namespace ravine {

SchedulePreview::SchedulePreview(Context& context, QWidget* parent) : QWidget(parent), m_context(context) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Schedule preview"));
  const auto repaint = qOverload<>(&QWidget::update);
  connect(&context.document, &Document::changed, this, repaint);
  connect(&context.results, &Results::changed, this, repaint);
  connect(&context.themes, &ThemeSource::changed, this, repaint);
  connect(&context.timeline, &Timeline::selectionChanged, this, repaint);
  connect(&context.timeline, &Timeline::playheadChanged, this, repaint);
}

// A schedule that listens to the loss can be shown only as it went; after the end its last rate stands.
LearningRate SchedulePreview::rates(const Run& run) const {
  if (!scheduleInfo(run).listens) return learningRate(run);
  const RunResult* result = m_context.results.run(m_context.timeline.selectedRun());
  if (!result || result->trajectory.lrs.empty()) return [&run](std::int64_t, double) { return run.lr; };
  return [&lrs = result->trajectory.lrs](std::int64_t t, double) {
    return lrs[std::min(static_cast<std::size_t>(t), lrs.size() - 1)];
  };
}

void SchedulePreview::paintEvent(QPaintEvent*) {
  const int selected = m_context.timeline.selectedRun();
  if (selected >= static_cast<int>(m_context.runs().size())) return;
  const Theme& theme = m_context.theme();
  const Run& run = m_context.run(selected);
  const LearningRate lr = rates(run);
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
    rates.push_back(lr(i * (run.steps - 1) / std::max<std::int64_t>(1, samples - 1), 0));
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
  painter.drawEllipse(toPixel(step / static_cast<double>(run.steps), lr(static_cast<std::int64_t>(step), 0)), 4, 4);
}

}  // namespace ravine
