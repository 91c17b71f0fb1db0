// The numbers of a finished run that claims and goals speak of, each a row: an id for files and how it is worked out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnosis/run_result.h"

namespace ravine {

struct MeasureInfo {
  std::string id;
  bool atStep = false;  // asked for at a step, which the claim names
  Message has;          // "settled at step %1": with the number as text
  Message hasNot;       // what is so where there is no such number; empty where there always is one
  // Nothing where the run has no such number: it never settled, or ended before that step. Never NaN.
  std::function<std::optional<double>(const RunResult& result, std::int64_t step)> of;
};

const std::vector<MeasureInfo>& measures();
const MeasureInfo* findMeasure(std::string_view id);
std::vector<std::string> measureIds();

}  // namespace ravine
