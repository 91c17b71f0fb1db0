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
    return {{"--at-step", "there is no step " + std::to_string(step),
             "give a step from 0 to " + std::to_string(timeline.lastStep())}};
  MainWindow window(laboratory);
  window.resize(options.size);
  window.show();
  timeline.setPlayhead(static_cast<double>(step));
  QApplication::processEvents();
  window.finish();
  QApplication::processEvents();  // what the results have changed in the layout
  window.finish();
  if (!window.grab().save(path))
    return {{path.toStdString(), "cannot be written", "give a path ending in .png in a folder you may write to"}};
  return {};
}

}  // namespace ravine
