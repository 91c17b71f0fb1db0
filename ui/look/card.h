// A rounded panel on the ground, and the labels that stand in it.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QStyle>

#include "ui/look/theme.h"

namespace ravine {

class Card : public QFrame {
 public:
  explicit Card(QWidget* parent = nullptr) : QFrame(parent) { setProperty("card", true); }

  // A frame of this colour on top of the card's own; none if invalid. Painted here, because a style sheet would polish
  // and lay out all that stands in the card.
  void setMark(const QColor& colour) {
    if (colour == m_mark) return;
    m_mark = colour;
    update(QRegion(rect()) - rect().adjusted(kCardRadius, kCardRadius, -kCardRadius, -kCardRadius));
  }
  const QColor& mark() const { return m_mark; }

 protected:
  void paintEvent(QPaintEvent* event) override {
    QFrame::paintEvent(event);
    if (!m_mark.isValid()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_mark, 1.4));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7), kCardRadius, kCardRadius);
  }

 private:
  QColor m_mark;
};

// For a tool tip, which would read what somebody has typed as HTML.
inline QString plain(const QString& text) {
  if (!Qt::mightBeRichText(text)) return text;
  return QStringLiteral("<p style=\"white-space: pre-wrap\">") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

// A label that ends in "…" where there is no room, and then tells all in its tool tip. Where not even two letters have
// room it shows nothing.
class ElidedLabel : public QLabel {
 public:
  ElidedLabel() { setTextFormat(Qt::PlainText); }

  // After the text, and never cut.
  void setSuffix(const QString& suffix) {
    m_suffix = suffix;
    update();
  }
  QString whole() const { return text() + m_suffix; }

  QSize minimumSizeHint() const override {
    return {fontMetrics().horizontalAdvance(QStringLiteral("MM…")), fontMetrics().height()};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QString shown =
        fontMetrics().elidedText(text(), Qt::ElideRight, width() - fontMetrics().horizontalAdvance(m_suffix));
    constexpr int worthReading = 3;  // letters, the dots among them
    if (shown != text() && shown.size() < worthReading) shown.clear();
    setToolTip(shown == text() ? QString() : plain(whole()));
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, shown + m_suffix);
  }

 private:
  QString m_suffix;
};

// Sets a property that the style sheet looks at.
inline void setStyleProperty(QWidget& widget, const char* property, const QVariant& value) {
  if (widget.property(property) == value) return;
  widget.setProperty(property, value);
  widget.style()->unpolish(&widget);
  widget.style()->polish(&widget);
}

// A widget's own style sheet; setting it again would cost a polish even if nothing changed.
inline void applyStyleSheet(QWidget& widget, const QString& sheet) {
  if (widget.styleSheet() != sheet) widget.setStyleSheet(sheet);
}

// `looks` is a property of the style sheet: "quiet", "small", "strong", "title", "section".
inline QLabel* makeLabel(const QString& text, std::initializer_list<const char*> looks = {}) {
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  for (const char* look : looks) label->setProperty(look, true);
  return label;
}

}  // namespace ravine
