// Where somebody expects a run to end, as a mark in its map or profile that is dragged there.
#pragma once

#include <QPainter>
#include <functional>
#include <optional>
#include <vector>

#include "ui/look/theme.h"
#include "ui/model/predictions.h"
#include "ui/model/shown_run.h"

namespace ravine {

struct Ghost {
  RunId run = RunId::none;
  int colour = 0;
  Vector2 start{0, 0};              // of the run
  std::optional<Vector2> end = {};  // nothing: it waits beside the start to be dragged there

  bool operator==(const Ghost&) const = default;
};

// While it is asked where these runs end, of each; afterwards of those of which it was said.
std::vector<Ghost> ghostsOf(const Predictions& predictions, const std::vector<ShownRun>& runs);

// In a picture that shows places at pixels so.
using PixelOf = std::function<QPointF(const Vector2& place)>;
QPointF placeOf(const Ghost& ghost, const PixelOf& pixelOf, const QRectF& area, const Theme& theme);
void paintGhosts(QPainter& painter, const std::vector<Ghost>& ghosts, const PixelOf& pixelOf, const QRectF& area,
                 const Theme& theme);

}  // namespace ravine
