// Changes of data by hand, in the units in which a model sees them. Pure: each gives another table.
#pragma once

#include <cstddef>

#include "core/data/table.h"

namespace ravine {

// A table as it is kept, with how a model sees it.
struct SeenTable {
  const DataTable& kept;
  bool standardized = false;
  bool labels = false;
};

constexpr std::size_t kFewestRows = 2;  // that stay

// One row at another place: its inputs or, where there is one, input and target; a class is 0 or 1. As far as it goes
// where standardized data have no such place: no row is farther from the mean than the number of rows allows. `unit` is
// what numbers are rounded to, about; of the same kind as the place.
DataTable moved(const SeenTable& table, std::size_t row, const Vector2& place, const Vector2& unit);
// One more at the end. With two inputs it is of the class of the row nearest to it, or of the other one; what is near
// is a matter of units.
enum class NewClass { asNearest, other };
DataTable withRow(const SeenTable& table, const Vector2& place, const Vector2& unit, NewClass newClass);
// Precondition of both: there is such a row; there are more than kFewestRows, and it has a class.
DataTable withoutRow(DataTable table, std::size_t row);
DataTable withOtherClass(DataTable table, std::size_t row);

}  // namespace ravine
