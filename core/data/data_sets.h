// The sets of data that Ravine can make: each a row, seeded and of chosen size, the same on every platform.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"
#include "core/base/shared.h"
#include "core/data/table.h"

namespace ravine {

struct DataSetInfo {
  std::string id;
  Message name;
  int inputs = 1;
  bool labels = false;  // its targets are the classes 0 and 1
  std::vector<ParameterInfo> parameters;
  Message teaches;  // one sentence on what it is good for
  std::function<DataTable(const ParameterSet&)> make;
};

const std::vector<DataSetInfo>& dataSets();
const DataSetInfo* findDataSet(std::string_view id);

// Which data: a set by its id, or rows of one's own.
struct DataChoice {
  std::string id = {};           // empty where there are rows
  ParameterSet parameters = {};  // of the set, those that differ from their defaults or were set on purpose
  Shared<DataTable> rows = {};

  bool empty() const { return id.empty() && !rows; }
  bool operator==(const DataChoice&) const = default;
};

// The rows of a choice, made lately or anew. Nothing, and why, if there are none. Any thread.
std::shared_ptr<const DataTable> tableOf(const DataChoice& choice, Problems& problems);

}  // namespace ravine
