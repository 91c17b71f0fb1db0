#include "core/export/range_test_data.h"

#include "core/base/number_text.h"
#include "core/base/parameters.h"
#include "core/export/code.h"

namespace ravine {

std::string asCsv(const RangeTestResult& result) {
  std::string csv = "# Ravine: a learning-rate range test, one line for each of its steps\n";
  csv += "# command: " + commandInOneLine(commandLine(result.run)) + '\n';
  csv += "# smoothing: " + shortestText(result.test.smoothing) + '\n';
  for (const RateSuggestion& each : result.suggestions)
    csv += "# " + english(rateRuleName(each.rule)) + ": " + shortestText(each.lr) + '\n';
  if (result.bounds)
    csv +=
        "# base_lr, max_lr: " + shortestText(result.bounds->lower) + ", " + shortestText(result.bounds->upper) + '\n';
  csv += "lr,loss,smoothed_loss\n";
  for (std::size_t t = 0; t < result.rates.size(); ++t)
    csv += shortestText(result.rates[t]) + ',' + shortestText(result.losses[t]) + ',' +
           shortestText(result.smoothed[t]) + '\n';
  return csv;
}

}  // namespace ravine
