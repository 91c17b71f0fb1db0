#include "core/surface/hdf5_grid.h"

#ifdef RAVINE_HDF5
#include <hdf5.h>

#include <algorithm>
#include <array>
#include <mutex>
#endif

namespace ravine {

bool isHdf5(std::string_view bytes) {
  return bytes.starts_with("\x89HDF\r\n\x1a\n");
}

#ifdef RAVINE_HDF5

namespace {

// What libhdf5 opened, closed again.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);

  Handle(hid_t id, Close close) : m_id(id), m_close(close) {}
  ~Handle() {
    if (m_id >= 0) m_close(m_id);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  operator hid_t() const { return m_id; }
  bool isOpen() const { return m_id >= 0; }

 private:
  hid_t m_id;
  Close m_close;
};

// Keeps libhdf5 from writing its own messages to the terminal.
class Silence {
 public:
  Silence() {
    H5Eget_auto2(H5E_DEFAULT, &m_report, &m_data);
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  }
  ~Silence() { H5Eset_auto2(H5E_DEFAULT, m_report, m_data); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  H5E_auto2_t m_report = nullptr;
  void* m_data = nullptr;
};

Message askForHdf5() {
  return CORE_TEXT("Problem", "use a file that plot_surface.py of the loss-landscape project has written");
}

Problem broken(const std::string& where) {
  return {where, CORE_TEXT("Problem", "cannot be read as HDF5"),
          CORE_TEXT("Problem", "add what is missing, or take an earlier copy")};
}

// Reads from bytes in memory, so that libhdf5 opens no file, and none that this one may point to either.
class Hdf5Reader {
 public:
  Hdf5Reader(std::string_view bytes, Problems& problems) : m_file(open(bytes), H5Fclose), m_problems(problems) {}

  std::optional<Grid> read() {
    if (!m_file.isOpen()) {
      m_problems.push_back(broken("file"));
      return std::nullopt;
    }
    const auto x = axis("xcoordinates");
    if (!x) return std::nullopt;
    if (!has("ycoordinates")) {
      m_problems.push_back({"ycoordinates",
                            CORE_TEXT("Problem", "is missing: the file holds losses along one direction"),
                            CORE_TEXT("Problem", "run plot_surface.py with --x and --y")});
      return std::nullopt;
    }
    const auto y = axis("ycoordinates");
    if (!y) return std::nullopt;
    const std::string name = has("train_loss") || !has("test_loss") ? "train_loss" : "test_loss";
    auto losses = numbers(name);
    if (!losses) return std::nullopt;
    return gridOf({*x, *y, std::move(*losses)}, name);
  }

 private:
  static hid_t open(std::string_view bytes) {
    const Handle inMemory(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    constexpr std::size_t increment = 65536;  // by which the copy would grow if it were written to
    std::string copy(bytes);                  // libhdf5 takes no constant bytes, and makes a copy of its own
    if (H5Pset_fapl_core(inMemory, increment, false) < 0 || H5Pset_file_image(inMemory, copy.data(), copy.size()) < 0)
      return H5I_INVALID_HID;
    return H5Fopen("grid", H5F_ACC_RDONLY, inMemory);
  }

  bool has(const std::string& name) const { return H5Lexists(m_file, name.c_str(), H5P_DEFAULT) > 0; }

  std::optional<std::vector<double>> refuse(Problem problem) {
    m_problems.push_back(std::move(problem));
    return std::nullopt;
  }

  std::optional<std::vector<double>> axis(const std::string& name) {
    auto values = numbers(name);
    if (values && values->size() > Grid::kMost)
      return refuse({name, CORE_TEXT("Problem", "has too many values (%1)").with(values->size()), Grid::askForCount()});
    return values;
  }

  // All numbers of a dataset in the order of the file.
  std::optional<std::vector<double>> numbers(const std::string& name) {
    if (!has(name)) return refuse({name, CORE_TEXT("Problem", "is missing"), askForHdf5()});
    H5L_info_t link{};
    if (H5Lget_info(m_file, name.c_str(), &link, H5P_DEFAULT) < 0) return refuse(broken(name));
    if (link.type != H5L_TYPE_HARD) return refuse(elsewhere(name));
    const Handle dataset(H5Dopen2(m_file, name.c_str(), H5P_DEFAULT), H5Dclose);
    if (!dataset.isOpen()) return refuse({name, CORE_TEXT("Problem", "is no dataset of numbers"), askForHdf5()});
    const Handle type(H5Dget_type(dataset), H5Tclose);
    const Handle space(H5Dget_space(dataset), H5Sclose);
    const Handle layout(H5Dget_create_plist(dataset), H5Pclose);
    if (!type.isOpen() || !space.isOpen() || !layout.isOpen()) return refuse(broken(name));
    if (!isOfNumbers(type)) return refuse({name, CORE_TEXT("Problem", "is no dataset of numbers"), askForHdf5()});
    if (H5Pget_layout(layout) == H5D_VIRTUAL || H5Pget_external_count(layout) != 0) return refuse(elsewhere(name));
    // A damaged file with chunks crashes libhdf5 1.10 where one without does not; the project makes none.
    if (H5Pget_layout(layout) == H5D_CHUNKED)
      return refuse({name, CORE_TEXT("Problem", "is stored in chunks"),
                     CORE_TEXT("Problem", "convert the file with h5repack -f NONE -l CONTI, or save the grid as CSV")});
    const auto count = pointsOf(space);
    if (!count) return refuse({name, CORE_TEXT("Problem", "is larger than any grid"), Grid::askForCount()});
    std::vector<double> values(*count);
    if (*count > 0 && H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0)
      return refuse(broken(name));
    return values;
  }

  // Sizes beyond those of a processor's own numbers are only claimed by damaged files, and libhdf5 would allocate them.
  static bool isOfNumbers(hid_t type) {
    constexpr std::size_t largest = 16;
    const H5T_class_t kind = H5Tget_class(type);
    return (kind == H5T_FLOAT || kind == H5T_INTEGER) && H5Tget_size(type) <= largest;
  }

  static Problem elsewhere(const std::string& name) {
    return {name, CORE_TEXT("Problem", "is only a link to somewhere else"),
            CORE_TEXT("Problem", "copy the numbers into the file itself")};
  }

  // Nothing if there are more than a grid has, as even a small file may claim.
  static std::optional<std::size_t> pointsOf(hid_t space) {
    constexpr int mostDimensions = 2;
    constexpr hsize_t most = Grid::kMost * Grid::kMost;
    if (H5Sget_simple_extent_type(space) == H5S_NULL) return 0;
    std::array<hsize_t, mostDimensions> shape{1, 1};
    const int dimensions = H5Sget_simple_extent_ndims(space);
    if (dimensions < 0 || dimensions > mostDimensions) return std::nullopt;
    if (dimensions > 0) H5Sget_simple_extent_dims(space, shape.data(), nullptr);
    if (shape[0] > most || shape[1] > most || shape[0] * shape[1] > most) return std::nullopt;
    return static_cast<std::size_t>(shape[0] * shape[1]);
  }

  // The order of the file is that of the grid: see the header.
  std::optional<Grid> gridOf(Grid grid, const std::string& name) {
    const std::size_t count = grid.values.size();
    if (count != grid.x.size() * grid.y.size()) {
      m_problems.push_back(
          {name, CORE_TEXT("Problem", "has %1 values for %2 points").with(count, grid.x.size() * grid.y.size()),
           CORE_TEXT("Problem", "give one for each x with each y")});
      return std::nullopt;
    }
    constexpr double notComputed = -1;
    const auto missing = std::count(grid.values.begin(), grid.values.end(), notComputed);
    if (missing == 0) return grid;
    const auto first = std::find(grid.values.begin(), grid.values.end(), notComputed) - grid.values.begin();
    m_problems.push_back({name,
                          CORE_TEXT("Problem", "was not computed yet (−1) at points: %1 of %2, the first at %3")
                              .with(missing, count, pointOf(grid, static_cast<std::size_t>(first))),
                          CORE_TEXT("Problem", "start plot_surface.py again, which goes on where it stopped")});
    return std::nullopt;
  }

  Handle m_file;
  Problems& m_problems;
};

}  // namespace

std::optional<Grid> parseHdf5Grid(std::string_view bytes, Problems& problems) {
  static std::mutex mutex;  // libhdf5 may have been built for one thread only
  const std::lock_guard lock(mutex);
  // Nothing is left to be closed at the end of the program, where libhdf5 would complain of damaged files once more.
  static const herr_t withoutEnd = H5dont_atexit();
  static_cast<void>(withoutEnd);
  const Silence silence;
  return Hdf5Reader(bytes, problems).read();
}

#else

std::optional<Grid> parseHdf5Grid(std::string_view, Problems& problems) {
  problems.push_back({"file", CORE_TEXT("Problem", "is HDF5, which this build of Ravine cannot read"),
                      CORE_TEXT("Problem", "save the grid as CSV, or build Ravine where libhdf5 is installed")});
  return std::nullopt;
}

#endif

}  // namespace ravine
