#include "ui/map/basin_ground.h"

#include <algorithm>

#include "core/sweep/sweep_map.h"
#include "ui/sweep/cell_marks.h"
#include "ui/sweep/sweep_scene.h"

namespace ravine {
namespace {

// Cells lie around their values, so the first and the last are half a cell within the border.
SweepAxis axisOver(const std::string& quantity, const Interval& interval, int count) {
  const double half = 0.5 * interval.length() / count;
  return {quantity, interval.lower + half, interval.upper - half, count};
}

}  // namespace

int moreBasinCells(int cells) {
  constexpr int some = 160;
  return cells < some ? some : kManyBasinCells;
}

BasinRequest basinRequest(const Run& run, const Box& box, const QSize& size, double devicePixelRatio,
                          const Theme& theme, int cells) {
  BasinRequest request{withoutLooks(run), box, size, devicePixelRatio, theme, cells};
  request.run.start = {0, 0};
  return request;
}

BasinGround basinGround(const BasinRequest& request, const std::shared_ptr<const Landscape>& landscape,
                        const CancelPredicate& cancelled) {
  const auto cellsOf = [&](int pixels) {
    const int longer = std::max(request.size.width(), request.size.height());
    return std::max(2, request.cells * pixels / std::max(1, longer));
  };
  Sweep sweep{request.run, axisOver(quantity::startX, request.box.x, cellsOf(request.size.width())),
              axisOver(quantity::startY, request.box.y, cellsOf(request.size.height()))};
  if (request.size.isEmpty() || landscape->ofXAlone || !validate(sweep).empty()) return {request.box, {}};
  SweepOptions how = optionsFor(SweepValue::basin);
  how.cancelled = cancelled;
  const auto result = std::make_shared<const SweepResult>(runSweep(sweep, landscape, how));
  if (result->cells.empty()) return {request.box, {}};
  const SweepColours colours({result, SweepValue::basin, request.theme});
  const int columns = sweep.columns();
  const int rows = sweep.rows();
  const QSize size = request.size;
  return {request.box,
          imageOf(size, request.devicePixelRatio, request.theme,
                  [&](int x, int y) -> const CellLook& {
                    return colours.of(sweep.index(x * columns / size.width(), y * rows / size.height()));
                  }),
          colours.legendWithoutMinima()};
}

}  // namespace ravine
