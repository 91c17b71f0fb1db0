// How large a picture or film of a map is to be: as the map is on the screen, or one of the usual pages that have room
// for it.
#pragma once

#include <QSizeF>
#include <optional>

#include "ui/look/combo_box.h"
#include "ui/look/theme.h"

namespace ravine {

class SizeChoice : public ComboBox {
  Q_OBJECT

 public:
  // Sizes are pixels of 1/96 inch; none is that on the screen.
  SizeChoice(const std::optional<QSizeF>& chosen, const QSizeF& onScreen, const Theme& theme);

  std::optional<QSizeF> size() const;
};

}  // namespace ravine
