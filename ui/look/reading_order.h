// Tab goes through a window as one reads it: region by region, in each from the top, in each line from the left. Told
// from where things stand, so that it holds whatever comes, goes or moves.
#pragma once

#include <QWidget>
#include <vector>

namespace ravine {

// What Tab visits in `part`, in that order: visible, enabled, and with a focus policy for it.
std::vector<QWidget*> tabStops(const QWidget& part);

// Has Qt go through them so, until something moves.
void followReadingOrder(const QWidget& part);

}  // namespace ravine
