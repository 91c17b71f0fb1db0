#include "ui/words/text_alternative.h"

#include <QAccessibleWidget>
#include <algorithm>

namespace ravine {
namespace {

class PictureInterface : public QAccessibleWidget {
 public:
  PictureInterface(QWidget* widget, const TextAlternative& picture)
      : QAccessibleWidget(widget, picture.role()), m_picture(picture) {}

  QString text(QAccessible::Text which) const override {
    if (which == QAccessible::Name) return m_picture.whatItIs();
    if (which == QAccessible::Description) return m_picture.whatItShows();
    return QAccessibleWidget::text(which);
  }

 private:
  const TextAlternative& m_picture;  // is the widget
};

class SliderInterface : public PictureInterface, public QAccessibleValueInterface {
 public:
  SliderInterface(QWidget* widget, SliderAlternative& slider) : PictureInterface(widget, slider), m_slider(slider) {}

  QString text(QAccessible::Text which) const override {
    return which == QAccessible::Value ? m_slider.valueText() : PictureInterface::text(which);
  }
  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
    return PictureInterface::interface_cast(type);
  }
  QVariant currentValue() const override { return m_slider.sliderValue(); }
  QVariant minimumValue() const override { return m_slider.sliderRange().lower; }
  QVariant maximumValue() const override { return m_slider.sliderRange().upper; }
  QVariant minimumStepSize() const override { return {}; }
  void setCurrentValue(const QVariant& value) override {
    const Interval range = m_slider.sliderRange();
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (isNumber) m_slider.setSliderValue(std::clamp(number, range.lower, range.upper));
  }

 private:
  SliderAlternative& m_slider;
};

QAccessibleInterface* interfaceOf(const QString& /*className*/, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  if (auto* slider = dynamic_cast<SliderAlternative*>(object)) return new SliderInterface(widget, *slider);
  if (const auto* picture = dynamic_cast<TextAlternative*>(object)) return new PictureInterface(widget, *picture);
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
