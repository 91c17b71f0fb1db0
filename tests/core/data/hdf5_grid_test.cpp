// Files as the loss-landscape project writes them through h5py, made here through libhdf5.
#include "core/data/hdf5_grid.h"

#include <gtest/gtest.h>

#include "core/data/read_grid.h"

#ifdef RAVINE_HDF5
#include <hdf5.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>
#include <random>

// libhdf5 loses a little memory when it gives a damaged file up. Asked for by the leak sanitizer, if there is one.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libhdf5";
}
#endif

namespace ravine {
namespace {

const std::string kSignature = "\x89HDF\r\n\x1a\n";

std::string said(const std::string& bytes) {
  Problems problems;
  EXPECT_FALSE(parseGrid(bytes, problems));
  std::string text;
  for (const Problem& problem : problems) text += english(problem);
  return text;
}

#ifdef RAVINE_HDF5

namespace fs = std::filesystem;

// The bytes of a file that `fill` makes.
std::string hdf5(const std::function<void(hid_t)>& fill) {
  H5dont_atexit();  // as parseHdf5Grid() says, which is not the first here to use libhdf5
  const fs::path path = fs::temp_directory_path() / ("ravine_grid_" + std::to_string(::getpid()) + ".h5");
  const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
  fill(file);
  H5Fclose(file);
  std::ifstream stream(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  fs::remove(path);
  return bytes;
}

void put(hid_t file, const char* name, const std::vector<hsize_t>& shape, const std::vector<double>& values,
         hid_t type = H5T_IEEE_F64LE, hid_t layout = H5P_DEFAULT) {
  const hid_t space = H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr);
  const hid_t dataset = H5Dcreate2(file, name, type, space, H5P_DEFAULT, layout, H5P_DEFAULT);
  if (!values.empty()) H5Dwrite(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
  H5Dclose(dataset);
  H5Sclose(space);
}

// x + 10 y + 2, as plot_surface.py does: k-th point of np.meshgrid(x, y), x running fastest.
std::vector<double> losses(const std::vector<double>& x, const std::vector<double>& y) {
  std::vector<double> values;
  for (const double yj : y)
    for (const double xi : x) values.push_back(xi + 10 * yj + 2);
  return values;
}

const std::vector<double> kX{-1, -0.5, 0, 0.5, 1};
const std::vector<double> kY{0, 1, 2, 3};

void putAxes(hid_t file) {
  put(file, "xcoordinates", {5}, kX);
  put(file, "ycoordinates", {4}, kY);
}

TEST(Hdf5Grid, HasXRunningFastestWhateverTheShapeSays) {
  const Grid expected{kX, kY, losses(kX, kY)};
  for (const std::vector<hsize_t>& shape : {std::vector<hsize_t>{5, 4}, {4, 5}, {20}}) {
    Problems problems;
    const auto read = parseGrid(hdf5([&](hid_t file) {
                                  putAxes(file);
                                  put(file, "train_loss", shape, losses(kX, kY));
                                }),
                                problems);
    EXPECT_EQ(read, expected);
  }
}

TEST(Hdf5Grid, TakesTheTestLossWhereThereIsNoTrainLoss) {
  std::vector<double> other = losses(kX, kY);
  other[3] = 7;
  Problems problems;
  const auto both = parseGrid(hdf5([&](hid_t file) {
                                putAxes(file);
                                put(file, "test_loss", {5, 4}, other);
                                put(file, "train_loss", {5, 4}, losses(kX, kY));
                              }),
                              problems);
  ASSERT_TRUE(both);
  EXPECT_EQ(both->values, losses(kX, kY));
  const auto one = parseGrid(hdf5([&](hid_t file) {
                               putAxes(file);
                               put(file, "test_loss", {5, 4}, other);
                             }),
                             problems);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->values, other);
}

TEST(Hdf5Grid, IsReadFromOtherNumbers) {
  for (const hid_t type : {H5T_IEEE_F32BE, H5T_IEEE_F64BE, H5T_STD_I32LE}) {
    std::vector<double> whole = losses(kX, kY);
    for (double& value : whole) value = 2 * value + 3;
    Problems problems;
    const auto read = parseGrid(hdf5([&](hid_t file) {
                                  putAxes(file);
                                  put(file, "train_loss", {5, 4}, whole, type);
                                }),
                                problems);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->values, whole);
  }
}

TEST(Hdf5Grid, TurnsAxesThatDescend) {
  const std::vector<double> down(kX.rbegin(), kX.rend());
  Problems problems;
  const auto read = parseGrid(hdf5([&](hid_t file) {
                                put(file, "xcoordinates", {5}, down);
                                put(file, "ycoordinates", {4}, kY);
                                put(file, "train_loss", {5, 4}, losses(down, kY));
                              }),
                              problems);
  EXPECT_EQ(read, (Grid{kX, kY, losses(kX, kY)}));
}

TEST(Hdf5Grid, SaysWhatIsWrongWithOne) {
  const std::string use = "; use a file that plot_surface.py of the loss-landscape project has written.";
  struct Fault {
    std::function<void(hid_t)> fill;
    std::string said;
  };
  std::vector<double> unfinished = losses(kX, kY);
  unfinished[6] = unfinished[17] = -1;
  std::vector<double> broken = losses(kX, kY);
  broken[6] = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Fault> faults{
      {[](hid_t) {}, "xcoordinates: is missing" + use},
      {[](hid_t file) { put(file, "xcoordinates", {5}, kX); },
       "ycoordinates: is missing: the file holds losses along one direction; run plot_surface.py with --x and --y."},
      {putAxes, "train_loss: is missing" + use},
      {[&](hid_t file) {
         putAxes(file), put(file, "train_loss", {5, 4}, unfinished);
       },
       "train_loss: was not computed yet (−1) at points: 2 of 20, the first at (-0.5, 1); start plot_surface.py again, "
       "which goes on where it stopped."},
      {[&](hid_t file) {
         putAxes(file), put(file, "train_loss", {5, 4}, broken);
       },
       "loss: is not a finite number at (-0.5, 1); give every point a finite loss, or cut the grid to where it has "
       "one."},
      {[](hid_t file) { putAxes(file), put(file, "train_loss", {4}, kY); },
       "train_loss: has 4 values for 20 points; give one for each x with each y."},
      {[](hid_t file) {
         putAxes(file), put(file, "train_loss", {1, 4, 5}, losses(kX, kY));
       },
       "train_loss: is larger than any grid; give from 4 to 2048 along each axis."},
      {[](hid_t file) {
         putAxes(file), H5Gclose(H5Gcreate2(file, "train_loss", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
       },
       "train_loss: is no dataset of numbers" + use},
      {[](hid_t file) { putAxes(file), put(file, "train_loss", {20}, {}, H5T_C_S1); },
       "train_loss: is no dataset of numbers" + use},
      {[](hid_t file) {
         putAxes(file);
         H5Lcreate_external("/etc/hostname", "train_loss", file, "train_loss", H5P_DEFAULT, H5P_DEFAULT);
       },
       "train_loss: is only a link to somewhere else; copy the numbers into the file itself."},
      {[](hid_t file) {
         const hid_t layout = H5Pcreate(H5P_DATASET_CREATE);
         H5Pset_external(layout, "/etc/hostname", 0, 160);
         putAxes(file), put(file, "train_loss", {20}, {}, H5T_IEEE_F64LE, layout);
         H5Pclose(layout);
       },
       "train_loss: is only a link to somewhere else; copy the numbers into the file itself."},
      {[](hid_t file) {
         const hid_t layout = H5Pcreate(H5P_DATASET_CREATE);
         const std::array<hsize_t, 2> chunk{2, 3};
         H5Pset_chunk(layout, 2, chunk.data());
         H5Pset_deflate(layout, 6);
         putAxes(file), put(file, "train_loss", {5, 4}, losses(kX, kY), H5T_IEEE_F64LE, layout);
         H5Pclose(layout);
       },
       "train_loss: is stored in chunks; convert the file with h5repack -f NONE -l CONTI, or save the grid as CSV."},
      // A small file that claims a lot: nothing of it is allocated.
      {[](hid_t file) {
         putAxes(file), put(file, "train_loss", {1u << 30, 1u << 30}, {});
       },
       "train_loss: is larger than any grid; give from 4 to 2048 along each axis."},
      {[](hid_t file) { put(file, "xcoordinates", {3000}, {}); },
       "xcoordinates: has too many values (3000); give from 4 to 2048 along each axis."},
  };
  for (const auto& [fill, what] : faults) EXPECT_EQ(said(hdf5(fill)), what);
}

TEST(Hdf5Grid, SaysThatATruncatedFileIsBroken) {
  const std::string whole = hdf5([](hid_t file) {
    putAxes(file);
    put(file, "train_loss", {5, 4}, losses(kX, kY));
  });
  const std::string broken = "file: cannot be read as HDF5; add what is missing, or take an earlier copy.";
  for (std::size_t length = kSignature.size(); length < whole.size(); length += 97)
    EXPECT_EQ(said(whole.substr(0, length)), broken);
}

TEST(Hdf5Grid, OfADamagedFileIsAGridOrAReason) {
  const std::string whole = hdf5([](hid_t file) {
    putAxes(file);
    put(file, "train_loss", {5, 4}, losses(kX, kY));
  });
  std::mt19937 engine(13);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(engine()) % n; };
  for (int i = 0; i < 500; ++i) {
    std::string bytes = whole;
    for (std::size_t k = 1 + below(8); k-- > 0;)
      bytes[below(bytes.size())] = static_cast<char>(below(3) == 0 ? 0xff : below(256));
    Problems problems;
    const auto grid = parseGrid(bytes, problems);
    EXPECT_NE(grid.has_value(), !problems.empty());
  }
}

#else

TEST(Hdf5Grid, SaysThatThisBuildCannotReadIt) {
  EXPECT_EQ(
      said(kSignature),
      "file: is HDF5, which this build of Ravine cannot read; save the grid as CSV, or build Ravine where libhdf5 is "
      "installed.");
}

#endif

}  // namespace
}  // namespace ravine
