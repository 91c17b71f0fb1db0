#include "core/run/panels.h"

#include <gtest/gtest.h>

namespace ravine {
namespace {

std::vector<Run> fourRuns() {
  std::vector<Run> runs(4);
  for (std::size_t i = 0; i < runs.size(); ++i) runs[i].id = RunId{static_cast<std::int64_t>(i + 1)};
  runs[1].lossFunction = {"bowl", {}};
  runs[3].lossFunction = {"bowl", {}};
  return runs;
}

using Panels = std::vector<std::vector<RunId>>;

TEST(Panels, SideBySideHaveOneRunEach) {
  EXPECT_EQ(panelsOf(fourRuns(), Layout::sideBySide), (Panels{{RunId{1}}, {RunId{2}}, {RunId{3}}, {RunId{4}}}));
}

TEST(Panels, OverlaidHoldTheRunsOfOneFunctionInTheirOrder) {
  EXPECT_EQ(panelsOf(fourRuns(), Layout::overlaid), (Panels{{RunId{1}, RunId{3}}, {RunId{2}, RunId{4}}}));
  auto other = fourRuns();
  other[2].lossFunction.parameters["b"] = 5.0;
  EXPECT_EQ(panelsOf(other, Layout::overlaid).size(), 3U) << "another parameter is another landscape";
}

TEST(Panels, OfNoRunsAreNone) {
  EXPECT_TRUE(panelsOf({}, Layout::overlaid).empty());
}

}  // namespace
}  // namespace ravine
