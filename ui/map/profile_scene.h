// All that a profile shows at one moment, as a value: the loss along a line, with the runs' points on it or beside it.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/loss/line.h"
#include "core/run/look.h"
#include "core/run/step.h"
#include "ui/look/theme.h"
#include "ui/map/ghost.h"
#include "ui/map/map_frame.h"
#include "ui/map/path_painter.h"
#include "ui/model/shown_run.h"

namespace ravine {

struct ProfileScene {
  MapFrame frame;              // x: the place s on the line; y: the loss
  std::vector<ShownRun> runs;  // that share one loss function; never empty when painted
  RunId selected = RunId::none;
  double playhead = 0;
  Theme theme;
  std::shared_ptr<const LossFunction> function;
  Box domain;
  bool ofXAlone = false;  // as of the function's row, as the next
  std::array<std::string, 2> axes{"x", "y"};
  std::optional<Line> held;   // the line while a start is dragged along it
  std::vector<Ghost> ghosts;  // while it is to be predicted, and after
  QRectF reserved;            // pixels that something else stands on

  // What follows from the above, worked out by ProfileDetails.
  ProfileLine kind = ProfileLine::alongX;
  Line line;
  std::vector<double> losses;          // along the line, evenly from one side of the frame to the other
  std::vector<Track> tracks;           // of the runs that have a result, in their order, in the units of the frame
  std::optional<StepArithmetic> step;  // that begins at the playhead, of the run that is looked at

  // The selected one, or the first: whose line it is.
  const ShownRun& lookedAt() const;
  const Landscape* landscape() const;
  Line lineNow() const;  // that of the run at the playhead
  // Where a run's state is in the picture: (s, loss).
  Vector2 placeOf(const Vector2& theta, double loss) const { return {line.along(theta), loss}; }
  QPointF pixelOf(const Vector2& theta) const { return frame.toPixel(placeOf(theta, function->value(theta))); }
  // How far θ is beside the line; y means nothing to a function of x alone.
  double beside(const Vector2& theta) const { return ofXAlone ? 0 : line.distance(theta); }
  // Near enough to count as on it.
  bool isOnLine(const Vector2& theta) const { return beside(theta) <= 2e-3 * domain.diagonal(); }
};

// What a profile shows if nobody has zoomed: the line inside the domain, with the loss from the lowest of the line and
// of the runs to a little above where they start; walls that rise much higher, and poles, are cut off.
Box homeOf(const ProfileScene& scene);

// Works out what a scene shows beyond its data, and remembers how.
class ProfileDetails {
 public:
  void workOut(ProfileScene& scene);

 private:
  struct Projected {
    RunResultPtr result;
    Line line;
    std::int64_t first;  // state that is shown
    std::int64_t last;
    Track track;
  };

  Track trackOf(const ShownRun& shown, const ProfileScene& scene);
  std::optional<StepArithmetic> stepOf(const ProfileScene& scene);

  std::vector<Projected> m_projected;
  RunResultPtr m_replayed;  // keeps alive what m_replay looks at
  std::optional<StepReplay> m_replay;
  // What the curve was sampled from.
  Line m_line;
  Interval m_range;
  int m_samples = 0;
  std::shared_ptr<const LossFunction> m_function;
};

}  // namespace ravine
