#include "ui/look/scaling.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QLayout>
#include <QVariant>
#include <QWidget>

namespace ravine {
namespace {

constexpr auto kScale = "uiScale";
constexpr auto kFixed = "baseFixedSize";
constexpr auto kMinimum = "baseMinimumSize";
constexpr auto kIcon = "baseIconSize";
constexpr auto kMargins = "baseMargins";
constexpr auto kSpacing = "baseSpacing";

int scaled(int length, double scale) {
  return qRound(length * scale);
}

// What a layout was given at scale 1, remembered when it is first looked at.
template <class T>
T baseOf(QLayout& layout, const char* name, const T& now) {
  if (!layout.property(name).isValid()) layout.setProperty(name, QVariant::fromValue(now));
  return layout.property(name).value<T>();
}

void scaleLayout(QLayout& layout, double scale) {
  const QMargins margins = baseOf(layout, kMargins, layout.contentsMargins());
  layout.setContentsMargins(scaled(margins.left(), scale), scaled(margins.top(), scale), scaled(margins.right(), scale),
                            scaled(margins.bottom(), scale));
  if (auto* grid = qobject_cast<QGridLayout*>(&layout)) {
    const QSize gaps = baseOf(layout, kSpacing, QSize(grid->horizontalSpacing(), grid->verticalSpacing()));
    grid->setHorizontalSpacing(scaled(gaps.width(), scale));
    grid->setVerticalSpacing(scaled(gaps.height(), scale));
  } else {
    layout.setSpacing(scaled(baseOf(layout, kSpacing, layout.spacing()), scale));
  }
}

void scaleWidget(QWidget& widget, double scale) {
  const QSize fixed = widget.property(kFixed).toSize();
  if (fixed.width() > 0) widget.setFixedWidth(scaled(fixed.width(), scale));
  if (fixed.height() > 0) widget.setFixedHeight(scaled(fixed.height(), scale));
  const QSize minimum = widget.property(kMinimum).toSize();
  if (minimum.width() > 0) widget.setMinimumWidth(scaled(minimum.width(), scale));
  if (minimum.height() > 0) widget.setMinimumHeight(scaled(minimum.height(), scale));
  const int icon = widget.property(kIcon).toInt();
  if (icon > 0) static_cast<QAbstractButton&>(widget).setIconSize(QSize(scaled(icon, scale), scaled(icon, scale)));
}

void scaleTree(QWidget& root, double scale) {
  scaleWidget(root, scale);
  for (QLayout* layout : root.findChildren<QLayout*>()) scaleLayout(*layout, scale);
  for (QWidget* widget : root.findChildren<QWidget*>()) scaleWidget(*widget, scale);
}

}  // namespace

void setBaseFixedSize(QWidget& widget, const QSize& size) {
  widget.setProperty(kFixed, size);
  scaleWidget(widget, 1);
}

void setBaseMinimumSize(QWidget& widget, const QSize& size) {
  widget.setProperty(kMinimum, size);
  scaleWidget(widget, 1);
}

void setBaseIconSize(QAbstractButton& button, int size) {
  button.setProperty(kIcon, size);
  scaleWidget(button, 1);
}

void applyScale(QWidget& window, double scale) {
  window.setProperty(kScale, scale);
  scaleTree(window, scale);
}

void followScale(QWidget& part) {
  const QVariant scale = part.window()->property(kScale);
  if (scale.isValid()) scaleTree(part, scale.toDouble());
}

}  // namespace ravine
