// Pictures of the real window, painted off screen.
#pragma once

#include <QSize>
#include <QString>
#include <cstdint>
#include <optional>

#include "core/run/experiment.h"
#include "ui/look/theme_source.h"

namespace ravine {

struct ShotOptions {
  QSize size{1440, 900};
  std::optional<std::int64_t> atStep;  // the end if absent
  ThemeChoice theme = ThemeChoice::light;
};

// Needs a QApplication. What went wrong, or nothing.
Problems takeShot(const Experiment& experiment, const ShotOptions& options, const QString& path);

}  // namespace ravine
