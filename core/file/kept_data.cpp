#include "core/file/kept_data.h"

namespace ravine {
namespace {

// What [ 1, 2.5, … ] has; a problem where it is none.
std::optional<std::vector<double>> requireNumbers(ObjectReader& reader, const char* name) {
  const JsonNode* list = reader.require(name);
  if (!list) return std::nullopt;
  if (isNumbers(*list)) return numbersOf(*list);
  reader.report(name, *list, CORE_TEXT("Problem", "is not a list of numbers"),
                CORE_TEXT("Problem", "write [ 1, 2.5, … ] here"));
  return std::nullopt;
}

// { "x": [ … ], "y": [ … ] } or { "x1", "x2", "class" }.
Shared<DataTable> readTable(const JsonNode& node, Told& told) {
  ObjectReader reader(node, 0, "data", told);
  DataTable table{node.find("x1") ? 2 : 1, {}};
  std::vector<std::vector<double>> columns;
  for (const std::string& name : file_words::columnsOf(table.inputs)) {
    const auto column = requireNumbers(reader, name.c_str());
    if (!column) return {};
    columns.push_back(*column);
    if (columns.back().size() != columns.front().size()) {
      reader.report(name, *node.find(name), CORE_TEXT("Problem", "is not as long as the first column"),
                    CORE_TEXT("Problem", "give every row all its numbers"));
      return {};
    }
  }
  for (std::size_t i = 0; i < columns.front().size(); ++i)
    table.rows.push_back({columns.front()[i], table.inputs == 2 ? columns[1][i] : 0, columns.back()[i]});
  return Shared(std::move(table));
}

// { "x": [ … ], "y": [ … ], "loss": [ … ] }, row after row from the least y.
Shared<Grid> readGrid(const JsonNode& node, Told& told) {
  ObjectReader reader(node, 0, "grids", told);
  Grid grid;
  for (const auto& [name, numbers] :
       {std::pair("x", &grid.x), std::pair("y", &grid.y), std::pair("loss", &grid.values)}) {
    const auto list = requireNumbers(reader, name);
    if (!list) return {};
    *numbers = *list;
  }
  return Shared(std::move(grid));
}

template <class Read>
auto readAll(const JsonNode* node, Read read) {
  std::vector<decltype(read(*node))> all;
  if (!node) return all;
  for (const JsonMember& member : node->members) {
    if (all.size() >= Experiment::kMostRuns) break;
    all.push_back(read(member.node));
  }
  return all;
}

}  // namespace

bool isWhole(const JsonNode& node) {
  constexpr double largest = 1e9;
  return node.value.is_number_integer() && node.value >= 0 && node.value <= largest;
}

KeptData readKeptData(ObjectReader& reader, Told& told) {
  return {readAll(reader.find("data"), [&](const JsonNode& table) { return readTable(table, told); }),
          readAll(reader.find("grids"), [&](const JsonNode& grid) { return readGrid(grid, told); })};
}

}  // namespace ravine
