#include "ui/export/sheet.h"

#include <algorithm>

#include "ui/export/sheet_layout.h"
#include "ui/look/paint_group.h"
#include "ui/look/run_look.h"
#include "ui/words/wording.h"

namespace ravine {

double scaleForText(double points) {
  constexpr double kPointsPerPixel = 0.75;  // of 1/96 inch
  return points / (kPointsPerPixel * kText);
}

Sheet::Sheet(const SheetSpec& spec) : m_size(spec.size), m_theme(spec.theme), m_playhead(spec.view.playhead) {
  m_theme.scale = scaleForText(spec.textSize);
  m_theme.forPaper = true;
  for (const Run& run : spec.experiment.runs) m_lastStep = std::max(m_lastStep, static_cast<double>(run.steps));
  // Where there is little room the pictures have it.
  for (const bool tellsReasons : {true, false}) {
    m_isTooSmall = false;
    m_figures.clear();
    m_texts.clear();
    m_marks.clear();
    m_badges.clear();
    layOutSheet(spec, *this, tellsReasons);
    if (!m_isTooSmall) break;
  }
}

Sheet::Sheet(const Sheet& other)
    : m_size(other.m_size),
      m_theme(other.m_theme),
      m_playhead(other.m_playhead),
      m_lastStep(other.m_lastStep),
      m_isTooSmall(other.m_isTooSmall),
      m_texts(other.m_texts),
      m_marks(other.m_marks),
      m_badges(other.m_badges),
      m_stepBox(other.m_stepBox) {
  for (const auto& figure : other.m_figures) m_figures.push_back(figure->clone());
}

void Sheet::moveTo(double playhead) {
  m_playhead = playhead;
  for (const auto& figure : m_figures) figure->moveTo(playhead);
}

bool Sheet::isTurning() const {
  return std::any_of(m_figures.begin(), m_figures.end(), [](const auto& figure) { return figure->isTurning(); });
}

void Sheet::paintGround(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::TextAntialiasing);
  for (const auto& figure : m_figures) figure->paintGround(painter);
  for (const Text& text : m_texts) {
    painter.setFont(text.font);
    painter.setPen(text.ink);
    painter.drawText(text.box, text.flags, text.text);
  }
  for (const Mark& mark : m_marks) {
    const PaintGroup group(painter, mark.run);
    const QColor colour = runLineColour(mark.colour, m_theme);
    if (mark.line > 0) {
      QPen pen(colour, m_theme.px(2), Qt::SolidLine, Qt::FlatCap);
      if (const QList<qreal> dashes = runDashes(mark.colour, m_theme); !dashes.isEmpty()) pen.setDashPattern(dashes);
      painter.setPen(pen);
      painter.drawLine(mark.at - QPointF(0.5 * mark.line, 0), mark.at + QPointF(0.5 * mark.line, 0));
    }
    painter.setPen(mark.line > 0 ? QPen(m_theme.card, m_theme.px(1.2)) : QPen(Qt::NoPen));
    painter.setBrush(colour);
    drawRunMarker(painter, mark.at, m_theme.px(mark.line > 0 ? 4.5 : 5.5), mark.colour);
  }
  for (const Badge& badge : m_badges) {
    QColor paper = badge.ink;
    paper.setAlpha(wording::badgeAlpha(m_theme));
    painter.setPen(Qt::NoPen);
    painter.setBrush(paper);
    painter.drawRoundedRect(badge.box, 0.45 * badge.box.height(), 0.45 * badge.box.height());
    painter.setFont(m_theme.font(kSmallText, QFont::DemiBold));
    painter.setPen(badge.ink);
    painter.drawText(badge.box, Qt::AlignCenter | Qt::TextDontClip, badge.text);
  }
}

void Sheet::paintMoments(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing);
  for (const auto& figure : m_figures) figure->paintMoments(painter);
  if (!m_stepBox) return;
  painter.setFont(m_theme.font(kSmallText));
  painter.setPen(m_theme.quietText);
  painter.drawText(*m_stepBox, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, stepText(m_playhead, m_lastStep));
}

}  // namespace ravine
