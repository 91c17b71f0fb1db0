#include "app/shot.h"

#include <QApplication>
#include <QImage>
#include <QPixmap>

#include "ui/model/laboratory.h"
#include "ui/window/main_window.h"

namespace ravine {

Problems takeShot(const Experiment& experiment, const ShotOptions& options, const QString& path) {
  Laboratory laboratory(experiment, options.theme);
  Timeline& timeline = laboratory.timeline();
  const std::int64_t step = options.atStep.value_or(timeline.lastStep());
  if (step < 0 || step > timeline.lastStep())
    return {{"--at-step", CORE_TEXT("Problem", "there is no step %1").with(step),
             CORE_TEXT("Problem", "give a step from 0 to %1").with(timeline.lastStep())}};
  MainWindow window(laboratory);
  window.resize(options.size);
  window.show();
  timeline.setPlayhead(static_cast<double>(step));
  QApplication::processEvents();
  window.finish();
  QApplication::processEvents();  // what the results have changed in the layout
  window.finish();
  if (!window.grab().save(path))
    return {{excerpt(path.toStdString()), CORE_TEXT("Problem", "cannot be written"),
             CORE_TEXT("Problem", "give a path ending in .png in a folder you may write to")}};
  return {};
}

}  // namespace ravine
