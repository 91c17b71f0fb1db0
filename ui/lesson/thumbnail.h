// A small picture of an experiment that can be played: its landscapes side by side, without axes or texts. Made on any
// thread; painted on one at a time.
#pragma once

#include <QImage>
#include <memory>
#include <vector>

#include "core/run/experiment_view.h"
#include "ui/export/figure.h"
#include "ui/look/theme.h"

namespace ravine {

class Thumbnail {
 public:
  // `size` in device-independent pixels, of which each has `ratio` real ones along a side. Computes the runs.
  static std::shared_ptr<Thumbnail> make(const Experiment& experiment, const ExperimentView& view, const QSize& size,
                                         double ratio, const Theme& theme, const CancelPredicate& cancelled);

  // At this part of the longest run, 0 … 1.
  QImage at(double part) const;

 private:
  struct Cell {
    QRectF box;
    std::unique_ptr<Figure> figure;
  };

  QSize m_size;
  double m_ratio = 1;
  double m_lastStep = 1;
  std::vector<Cell> m_cells;
  QImage m_ground;
};

}  // namespace ravine
