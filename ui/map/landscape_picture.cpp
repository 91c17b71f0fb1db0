#include "ui/map/landscape_picture.h"

#include <algorithm>
#include <cmath>

#include "ui/words/wording.h"

namespace ravine {

bool selectByPress(Laboratory& laboratory, const std::vector<ShownRun>& runs, Qt::KeyboardModifiers modifiers) {
  const RunId first = runs.front().run.id;
  if (modifiers & Qt::ControlModifier) {
    laboratory.toggleSelected(first);
    return true;
  }
  if (modifiers & Qt::ShiftModifier) {
    laboratory.selectUpTo(first);
    return true;
  }
  const bool selected =
      std::any_of(runs.begin(), runs.end(), [&](const ShownRun& shown) { return laboratory.isSelected(shown.run.id); });
  if (!selected) laboratory.select(first);
  return false;
}

double roundedToPixel(double value, double unitsPerPixel) {
  const double grain = std::pow(10, std::floor(std::log10(unitsPerPixel)));
  // Multiples of a power of ten carry rounding dust; the decimal text does not.
  return QString::number(std::round(value / grain) * grain, 'g', 12).toDouble();
}

QString functionName(const std::vector<ShownRun>& runs) {
  return runs.empty() ? QString() : wording::coreText(lossFunctionInfo(runs.front().run).name);
}

QString momentOf(const std::vector<ShownRun>& runs, double playhead, const std::optional<Box>& zoom) {
  QStringList lines;
  for (const auto& [run, result, kept, endIsKept] : runs) lines << wording::moment(run, result.get(), playhead, zoom);
  return lines.join('\n');
}

}  // namespace ravine
