// Over a map: where a run from each of its places would end, in the colours of the minima, paler the sooner. Any
// thread.
#pragma once

#include <QImage>
#include <memory>

#include "core/loss/landscape.h"
#include "core/run/experiment.h"
#include "ui/look/theme.h"
#include "ui/sweep/sweep_scene.h"

namespace ravine {

struct BasinRequest {
  Run run;  // without its looks; its start says nothing
  Box box;
  QSize size;  // device pixels
  double devicePixelRatio = 1;
  Theme theme;
  int cells = 0;  // along the longer side

  bool operator==(const BasinRequest&) const = default;
};

// Along the longer side: to be seen soon, and to be looked at; and how many come after so many.
inline constexpr int kFewBasinCells = 48;
inline constexpr int kManyBasinCells = 320;
int moreBasinCells(int cells);

struct BasinGround {
  Box box;
  QImage image;                          // null if it was cancelled, or the run cannot be made from there
  std::vector<LegendEntry> legend = {};  // without the minima, which stand in their colours
};

// Of the run that is looked at, as it is seen at this size.
BasinRequest basinRequest(const Run& run, const Box& box, const QSize& size, double devicePixelRatio,
                          const Theme& theme, int cells);
BasinGround basinGround(const BasinRequest& request, const std::shared_ptr<const Landscape>& landscape,
                        const CancelPredicate& cancelled = {});

}  // namespace ravine
