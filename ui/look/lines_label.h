// A label of at most so many lines, which takes their height whether they are filled or not, so that neighbours line
// up. What does not fit ends in "…" and is then told whole in the tool tip.
#pragma once

#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>
#include <string_view>
#include <tuple>
#include <utility>

#include "ui/look/card.h"

namespace ravine {

// A line does not end within "η = 0.1", "2(1 + μ)" or "(0, 1)", and the last has more than a number or two letters.
inline QString withoutBreaksInFormulas(QString text) {
  static const QRegularExpression point(QStringLiteral("\\(([^ (),]+), ([^ (),]+)\\)"));
  text.replace(point, QStringLiteral("(\\1,\u00a0\\2)"));
  for (const char16_t sign : std::u16string_view(u"=<>≈~+−×"))
    text.replace(QStringLiteral(" %1 ").arg(QChar(sign)), QStringLiteral("\u00a0%1\u00a0").arg(QChar(sign)));
  static const QRegularExpression lastWord(QStringLiteral(" (\\d[^ ]*|[^ ]{1,2})$"));
  text.replace(lastWord, QStringLiteral("\u00a0\\1"));
  return text;
}

class LinesLabel : public QLabel {
 public:
  explicit LinesLabel(int lines) : m_lines(lines) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  }

  void setLines(int lines) {
    if (lines == m_lines) return;
    m_lines = lines;
    updateGeometry();
    update();
  }
  // How many lines the text takes up at this width, at most `most`. Counted anew only where that may have changed.
  int linesFor(int width, int most) const {
    const std::tuple asked(text(), font(), width, most);
    if (std::exchange(m_counted, asked) != asked) m_count = countLines(width, most);
    return m_count;
  }
  // Whether all of the text is to be seen.
  bool isWhole() const { return textOfLines().second; }

  QSize sizeHint() const override { return {10, m_lines * fontMetrics().lineSpacing()}; }
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    const auto [lines, whole] = textOfLines();
    setToolTip(whole ? QString() : plain(text()));
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    int y = fontMetrics().ascent();
    for (const QString& line : lines) {
      painter.drawText(0, y, line);
      y += fontMetrics().lineSpacing();
    }
  }

 private:
  int countLines(int width, int most) const {
    QTextLayout layout(withoutBreaksInFormulas(text()), font());
    layout.setTextOption(anywhereIfNeeded());
    layout.beginLayout();
    int lines = 0;
    while (lines < most) {
      QTextLine line = layout.createLine();
      if (!line.isValid()) break;
      line.setLineWidth(width);
      ++lines;
    }
    layout.endLayout();
    return std::max(1, lines);
  }
  // What is longer than a line is broken rather than cut.
  static QTextOption anywhereIfNeeded() {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
  }

  std::pair<QStringList, bool> textOfLines() const {
    QStringList lines;
    const QString text = withoutBreaksInFormulas(this->text());
    QTextLayout layout(text, font());
    layout.setTextOption(anywhereIfNeeded());
    layout.beginLayout();
    bool whole = true;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
      line.setLineWidth(width());
      const QString rest = text.mid(line.textStart());
      if (lines.size() + 1 < m_lines) {
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
        continue;
      }
      lines << fontMetrics().elidedText(rest.trimmed(), Qt::ElideRight, width());
      whole = lines.back() == rest.trimmed();
      break;
    }
    layout.endLayout();
    return {lines, whole};
  }

  int m_lines;
  mutable std::tuple<QString, QFont, int, int> m_counted;
  mutable int m_count = 1;
};

}  // namespace ravine
