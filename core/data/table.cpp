#include "core/data/table.h"

#include <algorithm>
#include <cmath>

namespace ravine {

bool DataTable::hasLabels() const {
  return std::all_of(rows.begin(), rows.end(), [](const Datum& d) { return d.y == 0 || d.y == 1; });
}

Problems check(const DataTable& table) {
  if (table.rows.empty())
    return {{"data", CORE_TEXT("Problem", "there are no rows"), CORE_TEXT("Problem", "give at least one")}};
  if (table.rows.size() > DataTable::kMostRows)
    return {{"data", CORE_TEXT("Problem", "there are %1 rows").with(table.rows.size()),
             CORE_TEXT("Problem", "give at most %1").with(DataTable::kMostRows)}};
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Datum& row = table.rows[i];
    if (!std::isfinite(row.x) || !std::isfinite(row.x2) || !std::isfinite(row.y))
      return {{"data", CORE_TEXT("Problem", "row %1 has a number that is not finite").with(i + 1),
               CORE_TEXT("Problem", "leave the row out")}};
  }
  return {};
}

Scales scalesOf(const DataTable& table) {
  const auto n = static_cast<double>(table.rows.size());
  Vector2 mean = Vector2::Zero();
  for (const Datum& row : table.rows) mean += row.input() / n;
  Vector2 variance = Vector2::Zero();
  for (const Datum& row : table.rows) variance += (row.input() - mean).cwiseAbs2() / n;
  Vector2 deviation = variance.cwiseSqrt();
  // What rounding leaves of an input that is everywhere the same is no deviation.
  constexpr double rounding = 1e-14;
  for (int i = 0; i < 2; ++i)
    if (!(deviation[i] > rounding * std::abs(mean[i]))) deviation[i] = 1;
  return {mean, deviation};
}

DataTable standardized(DataTable table) {
  const auto [mean, deviation] = scalesOf(table);
  for (Datum& row : table.rows) {
    row.x = (row.x - mean.x()) / deviation.x();
    if (table.inputs == 2) row.x2 = (row.x2 - mean.y()) / deviation.y();
  }
  return table;
}

Box extentOf(const DataTable& table) {
  if (table.rows.empty()) return {};
  const auto second = [&](const Datum& row) { return table.inputs == 2 ? row.x2 : row.y; };
  const Datum& first = table.rows.front();
  Box box{{first.x, first.x}, {second(first), second(first)}};
  for (const Datum& row : table.rows) {
    box.x = {std::min(box.x.lower, row.x), std::max(box.x.upper, row.x)};
    box.y = {std::min(box.y.lower, second(row)), std::max(box.y.upper, second(row))};
  }
  return box;
}

}  // namespace ravine
