// The words of an experiment file that stand for values of ours, for reading and writing alike.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/run/experiment_view.h"

namespace ravine::file_words {

inline constexpr auto kFormat = "ravine-experiment";

// Members of an experiment that make it a scenario or a task (core/lesson).
inline constexpr std::array kOfLessons{"group", "claims", "may_change", "goal", "hints", "solution", "translations"};

template <class Value, std::size_t size>
using Table = std::array<std::pair<Value, const char*>, size>;

inline constexpr Table<Quantity, 4> kQuantities{{{Quantity::loss, "loss"},
                                                 {Quantity::gradientNorm, "gradient norm"},
                                                 {Quantity::gradientNoise, "gradient noise"},
                                                 {Quantity::distance, "distance"}}};
inline constexpr Table<TimeUnit, 2> kTimeUnits{{{TimeUnit::steps, "steps"}, {TimeUnit::epochs, "epochs"}}};
inline constexpr Table<Layout, 2> kLayouts{{{Layout::sideBySide, "side by side"}, {Layout::overlaid, "overlaid"}}};
inline constexpr Table<Look, 5> kLooks{{{Look::map, "map"},
                                        {Look::profile, "profile"},
                                        {Look::relief, "relief"},
                                        {Look::data, "data"},
                                        {Look::mapWithData, "map with data"}}};
inline constexpr Table<ProfileLine, 4> kProfileLines{{{ProfileLine::alongX, "along x"},
                                                      {ProfileLine::alongY, "along y"},
                                                      {ProfileLine::toLowest, "to the lowest minimum"},
                                                      {ProfileLine::lastStep, "along the step"}}};
inline constexpr Table<HeightScale, 2> kHeights{
    {{HeightScale::linear, "linear"}, {HeightScale::logarithmic, "logarithmic"}}};
inline constexpr Table<bool MapShows::*, 5> kShows{{{&MapShows::bouncing, "bouncing"},
                                                    {&MapShows::curvature, "curvature"},
                                                    {&MapShows::arrows, "arrows"},
                                                    {&MapShows::batch, "batch"},
                                                    {&MapShows::basins, "basins"}}};

// Of a table of data.
inline const std::vector<std::string>& columnsOf(int inputs) {
  static const std::vector<std::string> one{"x", "y"};
  static const std::vector<std::string> two{"x1", "x2", "class"};
  return inputs == 2 ? two : one;
}

// Precondition: it is in the table.
template <class Value, std::size_t size>
const char* nameOf(Value value, const Table<Value, size>& table) {
  return std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == value; })->second;
}

template <class Value, std::size_t size>
std::optional<Value> valueOf(std::string_view name, const Table<Value, size>& table) {
  const auto row = std::find_if(table.begin(), table.end(), [&](const auto& each) { return name == each.second; });
  return row == table.end() ? std::nullopt : std::optional(row->first);
}

}  // namespace ravine::file_words
