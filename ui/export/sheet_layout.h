// Where everything on a sheet stands. Panels stand in as many columns as make their pictures largest, charts under
// them; texts are broken into lines and have the room they need, and pictures have the rest.
#pragma once

#include <QString>

#include "ui/export/sheet.h"

namespace ravine {

// Fills a sheet of which size and theme are known. `tellsReasons`: why each run ended as it did stands under its
// picture.
void layOutSheet(const SheetSpec& spec, Sheet& sheet, bool tellsReasons);

// "step 12 of 60"
QString stepText(double step, double last);

}  // namespace ravine
