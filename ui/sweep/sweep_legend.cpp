#include "ui/sweep/sweep_legend.h"

#include <algorithm>

#include "ui/chart/axes.h"
#include "ui/look/map_colour.h"
#include "ui/sweep/cell_marks.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kSwatch = 14;  // pixels at scale 1
constexpr double kScaleWidth = 14;
constexpr double kLine = 26;  // so long that dashes and dots are told apart
constexpr double kApart = 8;

double markWidth(const std::vector<LegendEntry>& entries, const Theme& theme) {
  const bool hasLines =
      std::ranges::any_of(entries, [](const LegendEntry& e) { return std::holds_alternative<LineLook>(e.mark); });
  return theme.px(hasLines ? kLine : kSwatch);
}

void paintSwatch(QPainter& painter, const QRectF& box, const CellLook& look, const Theme& theme) {
  const double ratio = painter.device()->devicePixelRatio();
  const QSize size = (box.size() * ratio).toSize().expandedTo(QSize(1, 1));
  painter.drawImage(box.topLeft(), imageOf(size, ratio, theme, [&](int, int) -> const CellLook& { return look; }));
  painter.setPen(QPen(theme.border, theme.px(1)));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(box);
}

}  // namespace

QSizeF legendSize(const std::vector<LegendEntry>& entries, const Theme& theme) {
  const QFontMetricsF metrics(theme.font(kSmallText));
  QSizeF size;
  for (const LegendEntry& entry : entries) {
    const bool isRemark = std::holds_alternative<std::monostate>(entry.mark);
    const double width = metrics.boundingRect(QRectF(0, 0, 1e4, 1e4), 0, entry.text).width();
    size = {std::max(size.width(), (isRemark ? 0 : markWidth(entries, theme) + theme.px(kApart)) + width + 1),
            size.height() + metrics.height() + theme.px(kApart)};
  }
  return size;
}

double paintLegend(QPainter& painter, const std::vector<LegendEntry>& entries, QRectF room, const Theme& theme) {
  painter.setFont(theme.font(kSmallText));
  const QFontMetricsF metrics(painter.font());
  const double lineLength = markWidth(entries, theme);
  const double indent = lineLength + theme.px(kApart);
  for (const LegendEntry& entry : entries) {
    const bool isRemark = std::holds_alternative<std::monostate>(entry.mark);
    const double left = room.left() + (isRemark ? 0 : indent);
    const QRectF text =
        metrics.boundingRect(QRectF(left, room.top(), room.right() - left, 1000), Qt::TextWordWrap, entry.text);
    const bool isLast = &entry == &entries.back();
    if (text.bottom() + (isLast ? 0 : metrics.height()) > room.bottom()) {
      painter.setPen(theme.quietText);
      painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), QStringLiteral("…"));
      return room.bottom();
    }
    const double middle = room.top() + 0.5 * metrics.height();
    const QRectF box(room.left(), middle - theme.px(0.5 * kSwatch), theme.px(kSwatch), theme.px(kSwatch));
    if (const auto* look = std::get_if<CellLook>(&entry.mark)) paintSwatch(painter, box, *look, theme);
    if (const auto* outcome = std::get_if<CellOutcome>(&entry.mark))
      paintPoint(painter, box.center(), *outcome, theme.px(kPointRadius), theme);
    if (const auto* line = std::get_if<LineLook>(&entry.mark)) {
      painter.setPen(QPen(line->colour, theme.px(1.5), line->style));
      painter.drawLine(QPointF(box.left(), middle), QPointF(box.left() + lineLength, middle));
    }
    painter.setPen(isRemark ? theme.quietText : theme.text);
    painter.drawText(text.adjusted(0, 0, 1, 1), Qt::TextWordWrap, entry.text);
    room.setTop(text.bottom() + theme.px(kApart));
  }
  return room.top();
}

void paintScale(QPainter& painter, const NumberScale& scale, const QRectF& room, const Theme& theme) {
  const QFontMetricsF metrics(theme.font(kTickText));
  const QRectF bar(room.left(), room.top() + metrics.height(), theme.px(kScaleWidth),
                   std::min(room.height() - 2 * metrics.height(), theme.px(220)));
  if (bar.height() < 2 * metrics.height()) return;
  const MapColours colours = mapColours(theme);
  const int lines = qRound(bar.height());
  for (int i = 0; i < lines; ++i)
    painter.fillRect(QRectF(bar.left(), bar.bottom() - i - 1, bar.width(), 1.5),
                     mapColour(static_cast<double>(i) / (lines - 1), colours));
  painter.setPen(QPen(theme.border, theme.px(1)));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(bar);
  painter.setFont(theme.font(kTickText));
  painter.setPen(theme.quietText);
  const int most = std::clamp(static_cast<int>(bar.height() / (2 * metrics.height())), 2, 6);
  for (const Tick& tick : scale.logarithmic ? decadesIn(scale.range, most) : ticksIn(scale.range, most))
    painter.drawText(
        QPointF(bar.right() + theme.px(6), bar.bottom() - scale.part(tick.at) * bar.height() + 0.35 * metrics.ascent()),
        tick.text);
  if (scale.isFloored)
    painter.drawText(QPointF(bar.left(), bar.bottom() + metrics.ascent() + theme.px(2)),
                     QStringLiteral("≤ %1").arg(wording::number(scale.range.lower, 2)));
  if (scale.isCut)
    painter.drawText(QPointF(bar.left(), bar.top() - theme.px(4)),
                     QStringLiteral("≥ %1").arg(wording::number(scale.range.upper, 2)));
}

}  // namespace ravine
