// What a panel can show of its runs' landscape: a map, a profile, a relief. Each is a widget that follows the playhead
// and the theme by itself while it is shown.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/model/laboratory.h"
#include "ui/words/text_alternative.h"

namespace ravine {

class LandscapePicture : public TextAlternative {
 public:
  virtual QWidget& widget() = 0;
  // These runs, which share one loss function, in place of what was shown.
  virtual void show(std::vector<ShownRun> runs) = 0;
  virtual void resetView() = 0;
  // The part that is seen, in the units of its axes, unless it is the whole.
  virtual std::optional<Box> zoom() const = 0;
  virtual void setZoom(const Box& box) = 0;
  // Whether something that can be dragged is seen in this part of the widget.
  virtual bool hasHandleIn(const QRect& part) const = 0;
  // Room that something else stands on, in pixels of the widget.
  virtual void reserve(const QRect& room) = 0;
  // Blocks until all of it is painted. For tests and pictures.
  virtual void finish() = 0;
};

// What a press of the left button does to the selection: with Ctrl or Shift it changes it, and true is given; otherwise
// one of the runs is selected if none is.
bool selectByPress(Laboratory& laboratory, const std::vector<ShownRun>& runs, Qt::KeyboardModifiers modifiers);

// To a multiple of the power of ten next below a pixel, so that a dragged start has a short number.
double roundedToPixel(double value, double unitsPerPixel);

// What the function is called that the runs share; empty without runs.
QString functionName(const std::vector<ShownRun>& runs);
// What each of them does at the playhead, in a line of its own. `zoom` is the part of the map that is seen, unless it
// is all.
QString momentOf(const std::vector<ShownRun>& runs, double playhead, const std::optional<Box>& zoom = {});

}  // namespace ravine
