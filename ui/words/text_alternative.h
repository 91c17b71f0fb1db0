// What stands in for a picture where it cannot be seen: a screen reader is told what the picture is and, whenever it
// asks, what it shows at that moment. A custom-painted widget derives from one of these besides QWidget; nothing is
// worked out until somebody asks. Lives on the main thread.
#pragma once

#include <QAccessible>
#include <QString>
#include <QWidget>

#include "core/base/types.h"

namespace ravine {

class TextAlternative {
 public:
  virtual ~TextAlternative() = default;

  virtual QAccessible::Role role() const { return QAccessible::Graphic; }
  virtual QString whatItIs() const = 0;     // "Map of the Rosenbrock valley"
  virtual QString whatItShows() const = 0;  // whole sentences; may be empty for what only holds other things

 protected:
  TextAlternative();
};

// A picture that is worked as a slider.
class SliderAlternative : public TextAlternative {
 public:
  QAccessible::Role role() const final { return QAccessible::Slider; }
  virtual QString valueText() const = 0;  // "Step 30 of 60"
  virtual double sliderValue() const = 0;
  virtual Interval sliderRange() const = 0;
  virtual void setSliderValue(double value) = 0;  // within the range
};

// Tells whoever reads the screen that the pictures in `part` may show something else. Costs next to nothing where
// nobody does.
void tellPicturesChanged(const QWidget& part);

}  // namespace ravine
