#include "ui/help/guide_painter.h"

#include "ui/chart/chart_painter.h"
#include "ui/look/run_look.h"
#include "ui/map/map_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kHeadRoom = 6;  // pixels round a chart that a head may need

// Paints inside an area alone.
template <class Paint>
void clipTo(QPainter& painter, const QRectF& area, Paint paint) {
  painter.save();
  painter.setClipRect(area, Qt::IntersectClip);
  paint();
  painter.restore();
}

void paintHeads(QPainter& painter, const GuideScene& scene) {
  for (const GuideScene::Head& head : scene.heads) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(runLineColour(head.colour, scene.theme));
    drawRunMarker(painter, head.marker, scene.theme.px(5.5), head.colour);
    QColor paper = head.ink;
    paper.setAlpha(wording::badgeAlpha(scene.theme));
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawRoundedRect(head.badge, 0.45 * head.badge.height(), 0.45 * head.badge.height());
    painter.setFont(scene.theme.font(kSmallText, QFont::DemiBold));
    painter.setPen(head.ink);
    painter.drawText(head.badge, Qt::AlignCenter | Qt::TextDontClip, head.outcome);
  }
}

// Over a map of any colour and over curves.
void paintLeaders(QPainter& painter, const GuideScene& scene) {
  QColor paper = scene.theme.card;
  paper.setAlpha(220);
  for (const auto& [ink, width] : {std::pair(paper, 3.6), std::pair(scene.theme.text, 1.3)}) {
    painter.setPen(QPen(ink, scene.theme.px(width), Qt::SolidLine, Qt::RoundCap));
    for (const GuideLabel& label : scene.labels) painter.drawLine(label.number, label.tip);
  }
}

}  // namespace

void paintGuideNumber(QPainter& painter, const QPointF& at, int number, const Theme& theme) {
  const double radius = theme.px(kNumberRadius);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.accent);
  painter.drawEllipse(at, radius, radius);
  painter.setFont(theme.font(kTickText, QFont::DemiBold));
  painter.setPen(theme.onAccent);
  painter.drawText(QRectF(at - QPointF(radius, radius), 2 * QSizeF(radius, radius)), Qt::AlignCenter | Qt::TextDontClip,
                   QString::number(number));
}

void paintGuide(QPainter& painter, const GuideScene& scene) {
  painter.setRenderHint(QPainter::Antialiasing);
  for (const Axes& axes : scene.axes) axes.paintBelow(painter);
  clipTo(painter, scene.map.frame.area, [&] { paintMap(painter, scene.map); });
  for (const Axes& axes : scene.axes) axes.paintAbove(painter);
  const double room = scene.theme.px(kHeadRoom);
  for (const ChartScene* chart : {&scene.loss, &scene.rate})
    clipTo(painter, chart->area.adjusted(-room, -room, room, room), [&] { paintChart(painter, *chart); });
  paintHeads(painter, scene);
  for (const GuideScene::Text& text : scene.texts) {
    painter.setFont(text.font);
    painter.setPen(text.ink);
    painter.drawText(text.box, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip, text.text);
  }
  paintLeaders(painter, scene);
  int number = 0;
  for (const GuideLabel& label : scene.labels) paintGuideNumber(painter, label.number, ++number, scene.theme);
}

}  // namespace ravine
