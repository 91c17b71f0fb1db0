// The tables and grids of an experiment file, each of which stands there once, whatever the number of runs that name
// it.
#pragma once

#include <vector>

#include "core/base/shared.h"
#include "core/data/grid.h"
#include "core/data/table.h"
#include "core/file/object_reader.h"

namespace ravine {

struct KeptData {
  std::vector<Shared<DataTable>> tables;  // "data"; none in the place of one that could not be read, as below
  std::vector<Shared<Grid>> grids;        // "grids"
};
KeptData readKeptData(ObjectReader& reader, Told& told);

// A number that names a version, a run or one of these.
bool isWhole(const JsonNode& node);

// The one that a member names by its number, 1, 2, …; none, and a problem unless that stands already.
template <class T>
Shared<T> numbered(const std::vector<Shared<T>>& all, const char* key, const JsonNode& number, ObjectReader& reader) {
  if (isWhole(number) && number.value >= 1 && number.value <= all.size())
    return all[number.value.template get<std::size_t>() - 1];
  reader.report(key, number, CORE_TEXT("Problem", "is not the number of one that is in the file"),
                CORE_TEXT("Problem", "number them 1, 2, 3 …"));
  return {};
}

}  // namespace ravine
