#include "ui/inspector/schedule_preview.h"

#include <QPainter>
#include <algorithm>

#include "ui/look/run_look.h"
#include "ui/words/wording.h"

namespace ravine {

SchedulePreview::SchedulePreview(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  const auto repaint = qOverload<>(&QWidget::update);
  connect(&laboratory, &Laboratory::changed, this, repaint);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    updateGeometry();
    update();
  });
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, repaint);
}

// A schedule that listens to the loss can be shown only as it went; after the end its last rate stands.
LearningRate SchedulePreview::rates(const Run& run) const {
  if (!scheduleInfo(run).listens) return learningRate(run);
  const RunResultPtr result = m_laboratory.result(run.id);
  if (!result) return [&run](std::int64_t, double) { return run.lr; };
  return [result](std::int64_t t, double) { return rateAt(*result, static_cast<std::size_t>(t)); };
}

// At most one sample for each quarter of a pixel, always including the last step.
std::vector<double> SchedulePreview::samples(const Run& run, const LearningRate& lr, double width) {
  const std::int64_t count = std::min(run.steps, static_cast<std::int64_t>(4 * width));
  std::vector<double> rates;
  for (std::int64_t i = 0; i < count; ++i)
    rates.push_back(lr(i * (run.steps - 1) / std::max<std::int64_t>(1, count - 1), 0));
  return rates;
}

QString SchedulePreview::whatItShows() const {
  const Run& run = m_laboratory.selectedRun();
  const LearningRate lr = rates(run);
  const std::int64_t last = run.steps - 1;
  const std::int64_t step = std::min(static_cast<std::int64_t>(m_laboratory.timeline().playhead()), last);
  const auto at = [&lr](std::int64_t t) { return wording::number(lr(t, 0)); };
  return tr("η goes from %1 at step 0 to %2 at step %3; at step %4 it is %5.")
      .arg(at(0), at(last), QString::number(last), QString::number(step), at(step));
}

void SchedulePreview::paintEvent(QPaintEvent*) {
  const Theme& theme = m_laboratory.theme();
  const Run& run = m_laboratory.selectedRun();
  const LearningRate lr = rates(run);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(theme.border);
  painter.setBrush(theme.card);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

  const QRectF area = QRectF(rect()).adjusted(8, 8, -8, -8);
  const std::vector<double> rates = samples(run, lr, area.width());
  const double highest = *std::max_element(rates.begin(), rates.end());
  const double scale = highest > 0 ? highest : 1;  // a warm-up before a rate of nothing is all zeros
  const auto toPixel = [&](double part, double rate) {
    return QPointF(area.left() + part * area.width(), area.bottom() - rate / scale / 1.08 * area.height());
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
  const double step = std::min(m_laboratory.timeline().playhead(), last);
  painter.setPen(QPen(theme.card, 1.2));
  painter.setBrush(colour);
  painter.drawEllipse(toPixel(step / static_cast<double>(run.steps), lr(static_cast<std::int64_t>(step), 0)), 4, 4);
}

}  // namespace ravine
