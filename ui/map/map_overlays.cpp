#include "ui/map/map_overlays.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/optimizer/stability.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

struct Overlay {
  Q_DECLARE_TR_FUNCTIONS(Overlay)
};

// Above the end of a line.
void paintTag(QPainter& painter, const MapFrame& frame, const QString& text, const QPointF& at) {
  painter.setFont(textFont(kSmallText, QFont::DemiBold));
  QRectF box = QFontMetricsF(painter.font()).boundingRect(text).adjusted(-4, -2, 4, 2);
  box.moveCenter(at + QPointF(0, -0.6 * box.height()));
  paintOnPaper(painter, movedInto(box, frame.area.adjusted(3, 3, -3, -3)), text, frame.theme.text, frame.theme);
}

}  // namespace

QRectF movedInto(QRectF box, const QRectF& area) {
  box.moveLeft(std::clamp(box.left(), area.left(), std::max(area.left(), area.right() - box.width())));
  box.moveTop(std::clamp(box.top(), area.top(), std::max(area.top(), area.bottom() - box.height())));
  return box;
}

void paintOnPaper(QPainter& painter, const QRectF& box, const QString& text, const QColor& ink, const Theme& theme) {
  constexpr int kPaperAlpha = 228;
  QColor paper = theme.card;
  paper.setAlpha(kPaperAlpha);
  painter.setPen(Qt::NoPen);
  painter.setBrush(paper);
  painter.drawRoundedRect(box, 5, 5);
  painter.setPen(ink);
  painter.drawText(box, Qt::AlignCenter, text);
}

void paintNote(QPainter& painter, const MapFrame& frame, const QString& text) {
  painter.setFont(textFont(kSmallText));
  QRectF box = QFontMetricsF(painter.font()).boundingRect(text).adjusted(-6, -3, 6, 3);
  box.moveBottomLeft(frame.area.bottomLeft() + QPointF(5, -5));
  paintOnPaper(painter, box, text, frame.theme.text, frame.theme);
}

QString paintBouncing(QPainter& painter, const MapFrame& frame, const MapImage& map, const Run& run, double lr) {
  const auto sharpest = sharpestStable(optimizerInfo(run), run.optimizer.parameters, lr);
  const QRectF& area = frame.area;
  if (!sharpest) return Overlay::tr("no exact limit");
  const Field& field = map.sharpness;
  if (field.values.empty()) return {};
  QImage mask(field.width, field.height, QImage::Format_ARGB32_Premultiplied);
  for (int row = 0; row < field.height; ++row) {
    auto* line = reinterpret_cast<QRgb*>(mask.scanLine(field.height - 1 - row));
    for (int column = 0; column < field.width; ++column)
      line[column] = field.at(column, row) > *sharpest ? qRgba(0, 0, 0, 255) : 0;
  }
  const QRectF target(frame.toPixel({map.box.x.lower, map.box.y.upper}),
                      frame.toPixel({map.box.x.upper, map.box.y.lower}));
  QImage hatched(area.size().toSize(), QImage::Format_ARGB32_Premultiplied);
  hatched.fill(Qt::transparent);
  QPainter hatching(&hatched);
  hatching.setRenderHint(QPainter::SmoothPixmapTransform);
  hatching.drawImage(target.translated(-area.topLeft()), mask);
  hatching.setCompositionMode(QPainter::CompositionMode_SourceIn);
  hatching.fillRect(hatched.rect(), QColor(20, 10, 0, 70));
  hatching.setCompositionMode(QPainter::CompositionMode_SourceAtop);
  hatching.fillRect(hatched.rect(), QBrush(QColor(255, 176, 120, 220), Qt::BDiagPattern));
  hatching.end();
  painter.drawImage(area.topLeft(), hatched);
  return std::isinf(*sharpest) ? Overlay::tr("steps bounce nowhere")
                               : Overlay::tr("bounces: λmax > %1").arg(wording::number(*sharpest));
}

void paintCurvature(QPainter& painter, const MapFrame& frame, const LossFunction& function, const Vector2& theta) {
  const QPointF head = frame.toPixel(theta);
  if (!frame.area.contains(head)) return;
  const PrincipalCurvatures principal = principalCurvatures(function.derivatives(theta).hessian);
  constexpr double kArm = 46;  // pixels
  const auto draw = [&](const Vector2& direction, double curvature, double width) {
    const QPointF arm(kArm * direction.x(), -kArm * direction.y());
    for (const auto& [colour, w] : {std::pair(frame.theme.halo, width + 2), std::pair(QColor(Qt::black), width)}) {
      painter.setPen(QPen(colour, w, Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(head - arm, head + arm);
    }
    const QPointF end = arm.y() < 0 || (arm.y() == 0 && arm.x() > 0) ? head + arm : head - arm;
    paintTag(painter, frame, QStringLiteral("λ = %1").arg(wording::number(curvature)), end);
  };
  draw(principal.lowerDirection(), principal.values.lower, 1.4);
  draw(principal.upperDirection, principal.values.upper, 2.4);
}

void paintArrows(QPainter& painter, const MapFrame& frame, const StepArithmetic& step, const QColor& colour) {
  const QPointF from = frame.toPixel(step.theta);
  const QPointF to = frame.toPixel(step.next);
  const double length = QLineF(from, to).length();
  if (!std::isfinite(length) || length < 1) return;
  const auto arrow = [&](const QPointF& tip, const QColor& ink, double width, Qt::PenStyle style) {
    const auto line = clipped(QLineF(from, tip), frame.area);
    if (!line) return;
    const double angle = std::atan2(tip.y() - from.y(), tip.x() - from.x());
    const auto barb = [&](double turn) {
      return line->p2() - (4 + 2.2 * width) * QPointF(std::cos(angle + turn), std::sin(angle + turn));
    };
    for (const auto& [c, w] : {std::pair(frame.theme.halo, width + 2), std::pair(ink, width)}) {
      painter.setPen(QPen(c, w, style, Qt::FlatCap));
      painter.drawLine(*line);
      painter.setPen(QPen(c, w, Qt::SolidLine, Qt::RoundCap));
      if (line->p2() == tip) painter.drawPolyline(QPolygonF{barb(0.45), tip, barb(-0.45)});
    }
  };
  const auto along = [&](const Vector2& direction) {
    const QPointF pixels = frame.toPixel(step.theta + direction) - from;
    return from + length / std::hypot(pixels.x(), pixels.y()) * pixels;
  };
  if (!step.gradient.isZero()) arrow(along(-step.gradient.normalized()), QColor(0x30, 0x30, 0x38), 1.4, Qt::SolidLine);
  for (const Term& term : step.terms)
    if (term.role == Term::Role::momentum && !term.value.isZero())
      arrow(along(-term.value.normalized()), QColor(0xd0, 0x40, 0x9a), 1.4, Qt::SolidLine);
  arrow(to, colour, 3, step.lossAfter <= step.lossBefore ? Qt::SolidLine : Qt::DashLine);
}

}  // namespace ravine
