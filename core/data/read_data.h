// Reads rows of data that somebody pasted or keeps in a file: x,y or x1,x2,class, a row a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/data/table.h"

namespace ravine {

// Columns stand apart by commas, semicolons, tabs or blanks; a first line of names, lines that begin with # and empty
// ones are passed over. Three columns are two inputs and a class, which may be any two numbers or words: 0 is the one
// that comes first in their order. Problems have their line.
std::optional<DataTable> readData(std::string_view text, Problems& problems);

// The same of a file, whose name is in the problems.
std::optional<DataTable> readDataFile(const std::string& path, Problems& problems);

// As readData() reads it, with a line of names.
std::string asCsv(const DataTable& table);

}  // namespace ravine
