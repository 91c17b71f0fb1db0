#include "core/data/grid.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

namespace ravine {
namespace {

Grid example() {
  Grid grid{{0, 1, 2, 3}, {-1, 0, 1, 2, 5}, {}};
  for (std::size_t k = 0; k < 20; ++k) grid.values.push_back(static_cast<double>(k));
  return grid;
}

TEST(Grid, OfFourLinesEachWayIsOne) {
  EXPECT_TRUE(check(example()).empty());
  EXPECT_EQ(domainOf(example()), (Box{{0, 3}, {-1, 5}}));
  EXPECT_EQ(pointOf(example(), 6), "(2, 0)");
}

TEST(Grid, SaysWhatKeepsItFromBeingOne) {
  struct Fault {
    std::function<void(Grid&)> spoil;
    std::string said;
  };
  const double infinity = std::numeric_limits<double>::infinity();
  const std::vector<Fault> faults{
      {[](Grid& g) { g.x = {}; }, "x: has too few values (0); give from 4 to 2048 along each axis."},
      {[](Grid& g) { g.y.resize(3); }, "y: has too few values (3); give from 4 to 2048 along each axis."},
      {[](Grid& g) { g.y.resize(2049); }, "y: has too many values (2049); give from 4 to 2048 along each axis."},
      {[](Grid& g) { g.x[2] = NAN; }, "x: is not a finite number at its place 3; give a finite number."},
      {[](Grid& g) { g.x[3] = 1e101; }, "x: 1e+101 is not allowed; use numbers up to 1e+100."},
      {[](Grid& g) { g.x[2] = 1; }, "x: does not ascend: 1 follows 1; sort its values, each of them once."},
      {[](Grid& g) { g.y[4] = 1.5; }, "y: does not ascend: 1.5 follows 2; sort its values, each of them once."},
      {[](Grid& g) { g.x[1] = 2 - 1e-13; },
       "x: 1.9999999999999 and 2 are too near to each other; leave one of them out, or scale the axis."},
      {[](Grid& g) {
         g.x = {0, 1e-61, 2e-61, 3e-61};
       },
       "x: 0 and 1e-61 are too near to each other; leave one of them out, or scale the axis."},
      {[](Grid& g) { g.values.pop_back(); }, "loss: has 19 values for 20 points; give one for each x with each y."},
      {[](Grid& g) { g.values[6] = NAN; },
       "loss: is not a finite number at (2, 0); give every point a finite loss, or cut the grid to where it has one."},
      {[infinity](Grid& g) { g.values[19] = -infinity; },
       "loss: is not a finite number at (3, 5); give every point a finite loss, or cut the grid to where it has one."},
      {[](Grid& g) { g.values[0] = -2e100; }, "loss: is too large at (0, -1); use numbers up to 1e+100."},
  };
  for (const auto& [spoil, said] : faults) {
    Grid grid = example();
    spoil(grid);
    const Problems problems = check(grid);
    ASSERT_EQ(problems.size(), 1u) << said;
    EXPECT_EQ(english(problems[0]), said);
  }
}

TEST(Grid, NamesBothAxesWhereBothAreWrong) {
  Grid grid = example();
  grid.x = {};
  grid.y = {};
  EXPECT_EQ(check(grid).size(), 2u);
}

TEST(Grid, IsTurnedRoundWithItsValues) {
  const Grid ascending = example();
  Grid turned = ascending;
  turned.x = {3, 2, 1, 0};
  turned.y = {5, 2, 1, 0, -1};
  for (std::size_t j = 0; j < 5; ++j)
    for (std::size_t i = 0; i < 4; ++i) turned.values[j * 4 + i] = ascending.values[(4 - j) * 4 + (3 - i)];
  turnAscending(turned);
  EXPECT_EQ(turned, ascending);
  turnAscending(turned);
  EXPECT_EQ(turned, ascending) << "what ascends stays";
}

TEST(Grid, CanBeTurnedEvenIfItIsEmpty) {
  Grid nothing;
  turnAscending(nothing);
  EXPECT_EQ(nothing, Grid{});
}

}  // namespace
}  // namespace ravine
