// All that a map shows at one moment, as a value: whoever has it can paint it, on screen, into a picture or into a
// test.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/loss/line.h"
#include "core/run/step.h"
#include "ui/look/theme.h"
#include "ui/map/basin_ground.h"
#include "ui/map/ghost.h"
#include "ui/map/map_frame.h"
#include "ui/map/map_image.h"
#include "ui/map/path_painter.h"
#include "ui/map/seen_batch.h"
#include "ui/model/display.h"
#include "ui/model/shown_run.h"

namespace ravine {

// Where steps of one run bounce at its present rate.
struct BouncingPlaces {
  // The largest curvature at which steps die away, infinite if all do; nothing where the rule has no exact limit.
  std::optional<double> sharpestStable;
  std::vector<std::vector<Vector2>> outlines;  // of the places that are sharper, each closed
};

// Where the profile of a run goes.
struct ProfileMark {
  Line line;
  int colour;

  bool operator==(const ProfileMark&) const = default;
};

// The share that one row of data has in the gradient of a run, at the head of its path.
struct RowShare {
  Vector2 theta;
  Vector2 downhill;  // unit: where the row alone would have the step go
  double part;       // of the largest share that any row has there, 0 … 1
  int colour = 0;
};

// A view that holds `box`, with one unit as long along x as along y, so that gradients stand square on contour lines.
Box withEqualUnits(const Box& box, const QSizeF& area);

struct MapScene {
  MapFrame frame;
  std::vector<ShownRun> runs;  // that share one loss function; never empty when painted
  RunId selected = RunId::none;
  double playhead = 0;
  MapShows shows;
  Theme theme;
  std::vector<ProfileMark> lines;  // of profiles that are shown elsewhere
  std::array<std::string, 2> axes{"x", "y"};
  std::optional<std::size_t> pickedRow;       // of the data of a model, that somebody points at
  std::vector<Ghost> ghosts;                  // while it is to be predicted, and after
  QRectF reserved;                            // pixels that something else stands on
  std::shared_ptr<const MapImage> image;      // null until there is one; stretched if it is of another view
  std::shared_ptr<const BasinGround> basins;  // as `image`; of the run that is looked at; null if not shown

  // What follows from the above, worked out by MapDetails.
  std::vector<std::optional<StepArithmetic>> steps;  // that begin at the playhead, of each run; where arrows are shown
  std::shared_ptr<const BouncingPlaces> bouncing;    // of the selected run, or of the first; null if not shown
  std::shared_ptr<const BatchGround> batch;          // as `bouncing`
  std::vector<RowShare> shares;                      // of the picked row, in each run

  // The runs' paths, as far as they are known.
  std::vector<Track> tracks() const;
  // The selected run, or the first if that is not among them.
  const ShownRun& lookedAt() const;
  // What is known about the loss function; null before the first result.
  const Landscape* landscape() const;
};

// Works out what a scene shows beyond its data. Remembers how, so that the next frame costs little; a new one gives the
// same.
class MapDetails {
 public:
  void workOut(MapScene& scene);

 private:
  struct Replay {
    RunResultPtr result;  // keeps alive what `steps` looks at
    StepReplay steps;
  };

  std::optional<StepArithmetic> stepOf(const RunResultPtr& result, double playhead);
  void workOutBouncing(MapScene& scene);
  void workOutBatch(MapScene& scene);

  std::vector<Replay> m_replays;
  // What m_bouncing was worked out from.
  RunResultPtr m_bouncingRun;
  std::shared_ptr<const MapImage> m_bouncingImage;
  double m_bouncingRate = 0;
  std::shared_ptr<const BouncingPlaces> m_bouncing;

  SeenBatch m_seenBatch;
  // What m_batch was worked out from.
  RunResultPtr m_batchRun;
  std::vector<std::size_t> m_batchRows;
  MapFrame m_batchFrame;
  std::shared_ptr<const BatchGround> m_batch;
};

}  // namespace ravine
