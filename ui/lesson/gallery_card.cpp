#include "ui/lesson/gallery_card.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QTextLayout>
#include <algorithm>

#include "ui/look/card.h"

namespace ravine {
namespace {

constexpr int kTitleLines = 2;
constexpr double kMargin = 8;         // pixels at scale 1
constexpr double kSecondsToPlay = 4;  // the whole of an experiment
constexpr double kRest = 0.25;        // of that, at its end

// The lines of a title, the last with "…" where it has no room.
QStringList linesOf(const QString& title, const QFont& font, double width) {
  QStringList lines;
  QTextLayout layout(title, font);
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid() && lines.size() < kTitleLines; line = layout.createLine()) {
    line.setLineWidth(width);
    lines << (lines.size() + 1 < kTitleLines
                  ? title.mid(line.textStart(), line.textLength()).trimmed()
                  : QFontMetricsF(font).elidedText(title.mid(line.textStart()).trimmed(), Qt::ElideRight, width));
  }
  layout.endLayout();
  return lines;
}

bool holdsAll(const QString& text, const QString& words) {
  const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

GalleryCard::GalleryCard(Laboratory& laboratory, const QString& title, const QString& text, Experiment experiment,
                         ExperimentView view, QWidget* parent)
    : QAbstractButton(parent),
      m_laboratory(laboratory),
      m_text(text),
      m_experiment(std::move(experiment)),
      m_view(std::move(view)) {
  setAccessibleName(title);
  setAccessibleDescription(text);
  setToolTip(plain(text));
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize GalleryCard::pictureSize() const {
  const Theme& theme = m_laboratory.theme();
  return {qRound(theme.px(kWidth)), qRound(theme.px(kPictureHeight))};
}

QSize GalleryCard::sizeHint() const {
  const Theme& theme = m_laboratory.theme();
  const int titles = kTitleLines * QFontMetrics(theme.font(kSmallText)).lineSpacing();
  return {pictureSize().width(), pictureSize().height() + titles + qRound(theme.px(2 * kMargin))};
}

void GalleryCard::setThumbnail(std::shared_ptr<Thumbnail> thumbnail) {
  m_thumbnail = std::move(thumbnail);
  m_part = 1;
  if (m_thumbnail) m_picture = m_thumbnail->at(m_part);
  update();
}

bool GalleryCard::matches(const QString& words) const {
  return holdsAll(QStringList{accessibleName(), m_otherTitle, m_text}.join(QLatin1Char(' ')), words);
}

bool GalleryCard::isCalled(const QString& words) const {
  return holdsAll(accessibleName(), words) || holdsAll(m_otherTitle, words);
}

void GalleryCard::advance(double seconds) {
  if (!m_thumbnail) return;
  m_part += seconds / kSecondsToPlay;
  if (m_part > 1 + kRest) m_part = 0;
  m_picture = m_thumbnail->at(std::min(m_part, 1.0));
  update();
}

void GalleryCard::paintEvent(QPaintEvent*) {
  const Theme& theme = m_laboratory.theme();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
  QPainterPath shape;
  shape.addRoundedRect(frame, theme.px(8), theme.px(8));
  painter.fillPath(shape, underMouse() ? theme.controlHover : theme.card);
  const double top = pictureSize().height();
  const QRectF box(0, 0, width(), top);
  painter.save();
  painter.setClipPath(shape);
  painter.fillRect(box, theme.control);
  if (!m_picture.isNull()) painter.drawImage(box, m_picture);
  painter.restore();
  painter.setBrush(Qt::NoBrush);
  painter.setPen(hasFocus() ? QPen(theme.accent, theme.px(2.5)) : QPen(theme.border, 1));
  painter.drawPath(shape);

  const QFont font = theme.font(kSmallText, QFont::DemiBold);
  painter.setFont(font);
  painter.setPen(theme.text);
  const double margin = theme.px(kMargin);
  const double tick = m_isDone ? theme.px(18) : 0;
  double y = top + margin + QFontMetricsF(font).ascent();
  for (const QString& line : linesOf(accessibleName(), font, width() - 2 * margin - tick)) {
    painter.drawText(QPointF(margin, y), line);
    y += QFontMetricsF(font).lineSpacing();
  }
  if (!m_isDone) return;
  painter.setPen(QPen(theme.stable, theme.px(2.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const QPointF at(width() - margin - theme.px(12), top + margin + theme.px(8));
  painter.drawPolyline(QPolygonF{at, at + theme.px(1) * QPointF(4, 4), at + theme.px(1) * QPointF(11, -5)});
}

// The gallery moves among its cards.
void GalleryCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space) return QAbstractButton::keyPressEvent(event);
  event->ignore();
}

void GalleryCard::focusInEvent(QFocusEvent* event) {
  QAbstractButton::focusInEvent(event);
  QWidget* parent = parentWidget();
  while (parent && !qobject_cast<QScrollArea*>(parent)) parent = parent->parentWidget();
  if (auto* scroll = qobject_cast<QScrollArea*>(parent)) scroll->ensureWidgetVisible(this);
  m_part = 0;
}

void GalleryCard::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  m_part = 0;
  update();
}

void GalleryCard::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  if (m_thumbnail && !hasFocus()) m_picture = m_thumbnail->at(m_part = 1);
  update();
}

}  // namespace ravine
