// A list to choose from whose current text ends in "…" where there is no room for it. The wheel scrolls the page that
// it stands on; only in the list that has the focus it chooses.
#pragma once

#include <QComboBox>
#include <QStylePainter>
#include <QWheelEvent>

namespace ravine {

class ComboBox : public QComboBox {
 public:
  using QComboBox::QComboBox;

 protected:
  void wheelEvent(QWheelEvent* event) override {
    if (hasFocus())
      QComboBox::wheelEvent(event);
    else
      event->ignore();
  }
  void paintEvent(QPaintEvent*) override {
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const int room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
    const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + 6;
    const QString text = currentIndex() < 0 ? placeholderText() : currentText();
    option.currentText = fontMetrics().elidedText(text, Qt::ElideRight, room - 4 - icon);
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
  }
};

}  // namespace ravine
