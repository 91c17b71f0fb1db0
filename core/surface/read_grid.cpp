#include "core/surface/read_grid.h"

#include "core/base/read_file.h"
#include "core/surface/hdf5_grid.h"
#include "core/surface/npy_grid.h"
#include "core/surface/text_grid.h"

namespace ravine {
namespace {

// The largest grid as text, a point in each line with every digit of its three numbers, has about this size.
constexpr std::size_t kMostBytes = std::size_t{320} * 1024 * 1024;

Message askForKnownKind() {
  return CORE_TEXT("Problem", "save the grid as CSV, with numpy.save or as HDF5");
}

// Why bytes that are of no other kind cannot be a text either.
std::optional<Problem> whyNoText(std::string_view bytes) {
  if (bytes.empty())
    return Problem{"file", CORE_TEXT("Problem", "is empty"),
                   CORE_TEXT("Problem", "choose a file that holds a grid of losses")};
  if (bytes.starts_with("PK\x03\x04"))
    return Problem{"file", CORE_TEXT("Problem", "is an archive, as .npz, .pt and .xlsx files are"), askForKnownKind()};
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
    return Problem{"file", CORE_TEXT("Problem", "is not UTF-8 text"), CORE_TEXT("Problem", "save it as UTF-8")};
  if (bytes.find('\0') != bytes.npos)
    return Problem{"file", CORE_TEXT("Problem", "is neither a text nor an array of NumPy nor HDF5"), askForKnownKind()};
  return std::nullopt;
}

std::optional<Grid> parseAny(std::string_view bytes, Problems& problems) {
  if (isNpy(bytes)) return parseNpyGrid(bytes, problems);
  if (isHdf5(bytes)) return parseHdf5Grid(bytes, problems);
  if (auto problem = whyNoText(bytes)) {
    problems.push_back(std::move(*problem));
    return std::nullopt;
  }
  return parseTextGrid(bytes, problems);
}

}  // namespace

std::optional<Grid> parseGrid(std::string_view bytes, Problems& problems) {
  std::optional<Grid> grid = parseAny(bytes, problems);
  if (!grid) return std::nullopt;
  turnAscending(*grid);
  const Problems wrong = check(*grid);
  problems.insert(problems.end(), wrong.begin(), wrong.end());
  return wrong.empty() ? grid : std::nullopt;
}

std::optional<Grid> readGrid(const std::string& path, Problems& problems) {
  const auto bytes =
      readFile(path, kMostBytes, problems, CORE_TEXT("Problem", "choose a file that holds a grid of losses"));
  if (!bytes) return std::nullopt;
  Problems inFile;
  std::optional<Grid> grid = parseGrid(*bytes, inFile);
  for (Problem& problem : inFile) {
    problem.file = path;
    problems.push_back(std::move(problem));
  }
  return grid;
}

}  // namespace ravine
