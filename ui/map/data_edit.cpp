#include "ui/map/data_edit.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/map/landscape_picture.h"

namespace ravine {
namespace {

// As the last digits of what is dragged by hand are noise.
double rounded(double value, double unit) {
  return unit > 0 && std::isfinite(unit) ? roundedToPixel(value, unit) : value;
}

void place(Datum& datum, const Vector2& inputs, const Vector2& unit, int count) {
  datum.x = rounded(inputs.x(), unit.x());
  if (count == 2) datum.x2 = rounded(inputs.y(), unit.y());
}

}  // namespace

DataTable moved(const SeenTable& table, std::size_t row, const Vector2& to, const Vector2& unit) {
  DataTable changed = table.kept;
  Datum& datum = changed.rows.at(row);
  const int inputs = changed.inputs;
  if (inputs == 1) datum.y = table.labels ? (to.y() < 0.5 ? 0 : 1) : rounded(to.y(), unit.y());
  if (!table.standardized) {
    place(datum, to, unit, inputs);
    return changed;
  }
  // The scales follow the row that is moved, so where it has to stand is approached in rounds.
  constexpr int rounds = 40;
  constexpr double within = 0.8;
  const double farthest = within * std::sqrt(static_cast<double>(changed.rows.size() - 1));
  const Vector2 inside = to.cwiseMax(Vector2::Constant(-farthest)).cwiseMin(Vector2::Constant(farthest));
  Vector2 deviation = Vector2::Ones();
  for (int i = 0; i < rounds; ++i) {
    const Scales scales = scalesOf(changed);
    deviation = scales.deviation;
    datum.x = scales.mean.x() + scales.deviation.x() * inside.x();
    if (inputs == 2) datum.x2 = scales.mean.y() + scales.deviation.y() * inside.y();
  }
  place(datum, datum.input(), unit.cwiseProduct(deviation), inputs);
  return changed;
}

DataTable withRow(const SeenTable& table, const Vector2& to, const Vector2& unit, NewClass newClass) {
  DataTable changed = table.kept;
  Datum datum;
  if (table.kept.inputs == 2) {
    const DataTable seen = table.standardized ? standardized(table.kept) : table.kept;
    double nearest = std::numeric_limits<double>::infinity();
    for (const Datum& each : seen.rows) {
      const double distance = (each.input() - to).cwiseQuotient(unit).norm();
      if (distance >= nearest) continue;
      nearest = distance;
      datum.y = each.y;
    }
    if (newClass == NewClass::other) datum.y = 1 - datum.y;
  }
  const Scales scales = table.standardized ? scalesOf(table.kept) : Scales{Vector2::Zero(), Vector2::Ones()};
  datum.x = scales.mean.x() + scales.deviation.x() * to.x();
  if (table.kept.inputs == 2) datum.x2 = scales.mean.y() + scales.deviation.y() * to.y();
  changed.rows.push_back(datum);
  return moved({changed, table.standardized, table.labels}, changed.rows.size() - 1, to, unit);
}

DataTable withoutRow(DataTable table, std::size_t row) {
  table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(row));
  return table;
}

DataTable withOtherClass(DataTable table, std::size_t row) {
  double& label = table.rows.at(row).y;
  label = label > 0.5 ? 0 : 1;
  return table;
}

}  // namespace ravine
