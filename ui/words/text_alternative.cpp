#include "ui/words/text_alternative.h"

#include <QAccessibleWidget>
#include <algorithm>

namespace ravine {
namespace {

// While a widget is being destroyed it may still be asked, and is no picture any more: so the interfaces look each
// time.
class PictureInterface : public QAccessibleWidget {
 public:
  PictureInterface(QWidget* widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

  QString text(QAccessible::Text which) const override {
    if (const auto* picture = dynamic_cast<const TextAlternative*>(object())) {
      if (which == QAccessible::Name) return picture->whatItIs();
      if (which == QAccessible::Description) return picture->whatItShows();
    }
    return QAccessibleWidget::text(which);
  }
};

class SliderInterface : public PictureInterface, public QAccessibleValueInterface {
 public:
  explicit SliderInterface(QWidget* widget) : PictureInterface(widget, QAccessible::Slider) {}

  QString text(QAccessible::Text which) const override {
    if (const SliderAlternative* it = slider(); it && which == QAccessible::Value) return it->valueText();
    return PictureInterface::text(which);
  }
  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
    return PictureInterface::interface_cast(type);
  }
  QVariant currentValue() const override { return slider() ? QVariant(slider()->sliderValue()) : QVariant(); }
  QVariant minimumValue() const override { return slider() ? QVariant(slider()->sliderRange().lower) : QVariant(); }
  QVariant maximumValue() const override { return slider() ? QVariant(slider()->sliderRange().upper) : QVariant(); }
  QVariant minimumStepSize() const override { return {}; }
  void setCurrentValue(const QVariant& value) override {
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !slider()) return;
    const Interval range = slider()->sliderRange();
    slider()->setSliderValue(std::clamp(number, range.lower, range.upper));
  }

 private:
  SliderAlternative* slider() const { return dynamic_cast<SliderAlternative*>(object()); }
};

QAccessibleInterface* interfaceOf(const QString& /*className*/, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  if (dynamic_cast<const SliderAlternative*>(object)) return new SliderInterface(widget);
  if (const auto* picture = dynamic_cast<const TextAlternative*>(object))
    return new PictureInterface(widget, picture->role());
  return nullptr;
}

}  // namespace

// With the first of them, so that nobody has to think of it.
TextAlternative::TextAlternative() {
  static const bool installed = (QAccessible::installFactory(interfaceOf), true);
  Q_UNUSED(installed);
}

void tellPicturesChanged(const QWidget& part) {
  if (!QAccessible::isActive()) return;
  for (QWidget* widget : part.findChildren<QWidget*>()) {
    if (!widget->isVisible()) continue;
    if (const auto* slider = dynamic_cast<SliderAlternative*>(widget)) {
      QAccessibleValueChangeEvent event(widget, slider->sliderValue());
      QAccessible::updateAccessibility(&event);
    }
    if (dynamic_cast<TextAlternative*>(widget)) {
      QAccessibleEvent event(widget, QAccessible::DescriptionChanged);
      QAccessible::updateAccessibility(&event);
    }
  }
}

}  // namespace ravine
