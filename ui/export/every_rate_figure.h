// The chart of every η as a figure: how the run would end for each.
#pragma once

#include <memory>

#include "core/loss/landscape.h"
#include "core/run/experiment.h"
#include "ui/export/figure.h"
#include "ui/look/theme.h"

namespace ravine {

// Works it out at once. `rates` are those that are to be seen; nothing: those about the limit.
std::unique_ptr<Figure> everyRateFigure(const Run& run, const std::shared_ptr<const Landscape>& landscape,
                                        const std::optional<Interval>& rates, const Theme& theme, const QRectF& room);

}  // namespace ravine
