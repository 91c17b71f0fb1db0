#include "core/export/sweep_data.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/export/code.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct ValueRow {
  SweepValue value;
  std::string_view id;
  std::string meaning;
};

const std::array<ValueRow, 6>& valueRows() {
  static const std::array<ValueRow, 6> rows{{
      {SweepValue::outcome, "outcome", "how the run of the cell ended"},
      {SweepValue::finalLoss, "final_loss", "f at its end, or the last that is a finite number"},
      {SweepValue::bestLoss, "best_loss", "the lowest f of all its steps"},
      {SweepValue::steps, "steps", "the step since which it has settled or been gone for good; none if it has not"},
      {SweepValue::basin, "basin",
       "the minimum at which it settled, 1 the lowest; 0 if at none of those that are known"},
      {SweepValue::losses, "losses", "f at its end, the lowest f of all its steps, and f after its last steps"},
  }};
  return rows;
}

const ValueRow& rowOf(SweepValue value) {
  return *std::find_if(valueRows().begin(), valueRows().end(), [value](const auto& row) { return row.value == value; });
}

// What outcomes mean, in the order of CellOutcome.
const std::vector<std::string>& outcomeMeanings() {
  static const std::vector<std::string> meanings{
      "at a minimum than which none that is known is lower",
      "at another minimum",
      "still on its way, bouncing, or at a saddle or plateau",
      "ever farther away, uphill",
      "down a slope without a bottom, or off a grid",
      "not begun: the loss or its gradient is no finite number at the start"};
  return meanings;
}

std::string outcomeId(std::size_t i) {
  return std::string(cellOutcomeId(static_cast<CellOutcome>(i)));
}

// The names of the numbers that a cell has.
std::vector<std::string> columnsOf(const SweepResult& result, SweepValue value) {
  if (value != SweepValue::losses) return {std::string(rowOf(value).id)};
  std::vector<std::string> names{"final_loss", "best_loss"};
  for (std::size_t i = result.lastLossesOf(0).size(); i > 0; --i)
    names.push_back("loss_" + std::to_string(i) + "_before_end");
  return names;
}

// As numbers, of each cell as many as it has columns; NaN where there is none.
std::vector<double> numbersOf(const SweepResult& result, SweepValue value) {
  const std::vector<int> basins = basinNumbers(*result.landscape);
  std::vector<double> numbers;
  for (std::size_t i = 0; i < result.cells.size(); ++i) {
    const Cell& cell = result.cells[i];
    const bool began = cell.outcome != CellOutcome::undefined;
    switch (value) {
      case SweepValue::outcome:
        numbers.push_back(static_cast<double>(cell.outcome));
        break;
      case SweepValue::finalLoss:
        numbers.push_back(began ? cell.finalLoss : kNone);
        break;
      case SweepValue::bestLoss:
        numbers.push_back(began ? cell.lowestLoss : kNone);
        break;
      case SweepValue::steps:
        numbers.push_back(cell.steps >= 0 ? static_cast<double>(cell.steps) : kNone);
        break;
      case SweepValue::basin:
        numbers.push_back(cell.minimum < 0 ? 0 : basins[static_cast<std::size_t>(cell.minimum)]);
        break;
      case SweepValue::losses:
        numbers.push_back(began ? cell.finalLoss : kNone);
        numbers.push_back(began ? cell.lowestLoss : kNone);
        std::ranges::copy(result.lastLossesOf(i), std::back_inserter(numbers));
        break;
    }
  }
  return numbers;
}

Json jsonOf(double number, SweepValue value) {
  if (value == SweepValue::outcome) return outcomeId(static_cast<std::size_t>(number));
  if (std::isnan(number)) return {};
  if (value == SweepValue::steps || value == SweepValue::basin) return static_cast<std::int64_t>(number);
  return number;
}

std::string fieldOf(double number, SweepValue value) {
  if (value == SweepValue::outcome) return outcomeId(static_cast<std::size_t>(number));
  return std::isnan(number) ? std::string() : shortestText(number);
}

std::string placeText(const CriticalPoint& minimum, bool ofXAlone) {
  const std::string x = shortestText(minimum.point.x());
  const std::string place = ofXAlone ? "x = " + x : '(' + x + ", " + shortestText(minimum.point.y()) + ')';
  return place + ", loss " + shortestText(minimum.value);
}

std::string axisText(const SweepAxis& axis) {
  if (axis.count == 1) return axis.quantity + " = " + shortestText(axis.from);
  return axis.quantity + " from " + shortestText(axis.from) + " to " + shortestText(axis.to) + ", " +
         std::to_string(axis.count) + " values apart by equal " +
         (axis.logarithmic ? "factors, rounded to the digits that tell them apart" : "steps");
}

std::string axisWords(const SweepAxis& axis) {
  return " --over " + axis.quantity + '=' + shortestText(axis.from) + ':' + shortestText(axis.to) + ':' +
         std::to_string(axis.count) + (axis.logarithmic ? "log" : "");
}

Json jsonOf(const SweepAxis& axis) {
  Json values = Json::array();
  for (int i = 0; i < axis.count; ++i) values.push_back(axis.at(i));
  return {{"quantity", axis.quantity}, {"logarithmic", axis.logarithmic}, {"values", std::move(values)}};
}

}  // namespace

std::string_view sweepValueId(SweepValue value) {
  return rowOf(value).id;
}

std::optional<SweepValue> findSweepValue(std::string_view id) {
  for (const ValueRow& row : valueRows())
    if (row.id == id) return row.value;
  return std::nullopt;
}

std::vector<std::string> sweepValueIds() {
  std::vector<std::string> ids;
  for (const ValueRow& row : valueRows()) ids.emplace_back(row.id);
  return ids;
}

std::string commandLine(const Sweep& sweep, SweepValue value) {
  const std::string_view ofRun = "ravine run";
  return "ravine sweep" + commandLine(sweep.run).substr(ofRun.size()) + axisWords(sweep.x) +
         (sweep.y ? axisWords(*sweep.y) : std::string()) + " --value " + std::string(sweepValueId(value));
}

std::string asCsv(const SweepResult& result, SweepValue value) {
  const Sweep& sweep = result.sweep;
  const ValueRow& row = rowOf(value);
  std::string csv = "# Ravine: a sweep, one line for each of its cells, each of which is a run of its own\n";
  csv += "# command: " + commandInOneLine(commandLine(sweep, value)) + '\n';
  if (sweep.run.lossFunction.grid) csv += "# losses.csv: stands for the file with the losses\n";
  if (const std::string& rate = scheduleInfo(sweep.run).rateParameter; !rate.empty())
    csv += "# lr: schedule." + rate + ", from which this schedule takes its rate\n";
  csv += "# over: " + axisText(sweep.x) + '\n';
  if (sweep.y) csv += "# over: " + axisText(*sweep.y) + '\n';
  csv += "# " + std::string(row.id) + ": " + row.meaning + '\n';
  if (value == SweepValue::outcome)
    for (std::size_t i = 0; i < outcomeMeanings().size(); ++i)
      csv += "# " + outcomeId(i) + ": " + outcomeMeanings()[i] + '\n';
  if (value == SweepValue::basin)
    for (const Basin& basin : basinsReached(result))
      csv += "# basin " + std::to_string(basin.number) + ": " + placeText(basin.minimum, result.landscape->ofXAlone) +
             '\n';
  const std::vector<std::string> names = columnsOf(result, value);
  csv += sweep.x.quantity + (sweep.y ? ',' + sweep.y->quantity : "");
  for (const std::string& name : names) csv += ',' + name;
  csv += '\n';
  const std::vector<double> numbers = numbersOf(result, value);
  std::vector<std::string> columns;
  for (int i = 0; i < sweep.columns(); ++i) columns.push_back(shortestText(sweep.x.at(i)));
  auto number = numbers.begin();
  for (int j = 0; j < sweep.rows(); ++j) {
    const std::string other = sweep.y ? ',' + shortestText(sweep.y->at(j)) : std::string();
    for (const std::string& column : columns) {
      csv.append(column).append(other);
      for (std::size_t k = 0; k < names.size(); ++k) csv.append(1, ',').append(fieldOf(*number++, value));
      csv += '\n';
    }
  }
  return csv;
}

std::string asJson(const SweepResult& result, SweepValue value) {
  const Sweep& sweep = result.sweep;
  const ValueRow& row = rowOf(value);
  Json json{
      {"format", "ravine-sweep"}, {"command", commandLine(sweep, value)}, {"over", Json::array({jsonOf(sweep.x)})}};
  if (sweep.y) json["over"].push_back(jsonOf(*sweep.y));
  json["value"] = row.id;
  json["meaning"] = row.meaning;
  if (value == SweepValue::outcome)
    for (std::size_t i = 0; i < outcomeMeanings().size(); ++i) json["outcomes"][outcomeId(i)] = outcomeMeanings()[i];
  if (value == SweepValue::basin) {
    json["basins"] = Json::array();
    for (const Basin& basin : basinsReached(result)) {
      Json place{basin.minimum.point.x()};
      if (!result.landscape->ofXAlone) place.push_back(basin.minimum.point.y());
      json["basins"].push_back({{"number", basin.number}, {"minimum", place}, {"loss", basin.minimum.value}});
    }
  }
  const std::vector<std::string> names = columnsOf(result, value);
  if (names.size() > 1) json["columns"] = names;
  const std::vector<double> numbers = numbersOf(result, value);
  auto number = numbers.begin();
  Json rows = Json::array();
  for (int j = 0; j < sweep.rows(); ++j) {
    Json cells = Json::array();
    for (int i = 0; i < sweep.columns(); ++i) {
      Json cell = Json::array();
      for (std::size_t k = 0; k < names.size(); ++k) cell.push_back(jsonOf(*number++, value));
      cells.push_back(names.size() > 1 ? std::move(cell) : std::move(cell.front()));
    }
    rows.push_back(std::move(cells));
  }
  json["cells"] = std::move(rows);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

// Format version 1.0 of numpy.lib.format.
std::string asNpy(const SweepResult& result, SweepValue value) {
  static_assert(std::endian::native == std::endian::little);
  const std::size_t each = columnsOf(result, value).size();
  std::string header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + std::to_string(result.sweep.rows()) +
                       ", " + std::to_string(result.sweep.columns()) +
                       (each > 1 ? ", " + std::to_string(each) : std::string()) + "), }";
  constexpr std::size_t before = 10;  // magic, version, length
  constexpr std::size_t aligned = 64;
  header.append(aligned - (before + header.size() + 1) % aligned, ' ');
  header += '\n';
  std::string npy("\x93NUMPY\x01\x00", 8);
  npy += static_cast<char>(header.size() & 0xff);
  npy += static_cast<char>(header.size() >> 8);
  npy += header;
  const std::vector<double> numbers = numbersOf(result, value);
  npy.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(double));
  return npy;
}

}  // namespace ravine
