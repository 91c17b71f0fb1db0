// How somebody looks at an experiment: what they would miss in a file that has only the runs. No part of the
// experiment: it is never undone, and a run's trajectory does not depend on it.
#pragma once

#include <optional>
#include <vector>

#include "core/loss/relief.h"
#include "core/run/experiment.h"

namespace ravine {

// What the maps show besides the paths.
struct MapShows {
  bool bouncing = false;   // where λmax is too large for η
  bool curvature = false;  // the principal directions at the head
  bool arrows = false;     // gradient, momentum and step at the head
  bool batch = false;      // the loss of the mini-batch that the step sees
  bool basins = false;     // at which minimum the run would end from each place

  bool operator==(const MapShows&) const = default;
};

// The part of its map, profile or data that a run is seen on, other than the whole; a panel may have two of them.
struct MapZoom {
  RunId run = RunId::none;
  Box box;
  Look look = Look::map;

  bool operator==(const MapZoom&) const = default;
};

// From where the relief of a run's loss function is seen, and of all runs that have the same.
struct SeenRelief {
  RunId run = RunId::none;
  // Nothing: as suits the function.
  std::optional<ReliefCamera> camera = {};
  std::optional<HeightScale> heights = {};

  bool operator==(const SeenRelief&) const = default;
};

struct ExperimentView {
  double playhead = 0;  // in steps
  double speed = 12;    // of playback, in steps per second
  bool loops = false;
  MapShows shows;
  std::vector<RunId> selection;  // the first is looked at; ids of runs that are gone mean nothing, here and below
  RunId enlarged = RunId::none;  // the run whose panel stands alone
  std::vector<MapZoom> zooms;
  std::vector<SeenRelief> reliefs;  // those that were turned
  std::optional<Box> lossZoom;      // of the charts: steps and values
  std::optional<Box> rateZoom;
  std::optional<Interval> everyRateZoom;  // the rates that the chart of every η covers
  bool scheduleNames = false;             // what is in the selected run's schedule is named in the chart of its rate
  bool presenting = false;
  double textScale = 0;  // 0: that of whoever looks

  bool operator==(const ExperimentView&) const = default;
};

}  // namespace ravine
