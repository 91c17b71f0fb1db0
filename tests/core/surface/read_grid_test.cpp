// Files of every kind and of none, each against the real file system.
#include "core/surface/read_grid.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace ravine {
namespace {

namespace fs = std::filesystem;

const std::string kTable = ",0,1,2,3\n0,1,2,3,4\n1,2,3,4,5\n2,3,4,5,6\n3,4,5,6,7\n";

class ReadGrid : public testing::Test {
 protected:
  ReadGrid() { fs::create_directory(m_folder); }
  ~ReadGrid() override { fs::remove_all(m_folder); }

  std::string path(const std::string& name) const { return (m_folder / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }
  // What is said of the file, without its folder.
  std::string said(const std::string& name) const {
    Problems problems;
    EXPECT_FALSE(readGrid(path(name), problems)) << name;
    std::string text;
    for (const Problem& problem : problems) text += english(problem);
    const std::size_t at = text.find(m_folder.string() + '/');
    return at == text.npos ? text : text.erase(at, m_folder.string().size() + 1);
  }

 private:
  fs::path m_folder = fs::temp_directory_path() / ("ravine_grid_" + std::to_string(::getpid()));
};

TEST_F(ReadGrid, TellsTheKindOfAFileFromItsContentNotItsName) {
  Problems problems;
  EXPECT_TRUE(readGrid(write("a.npy", kTable), problems));
  EXPECT_TRUE(readGrid(write("a.h5", kTable), problems));
  EXPECT_TRUE(problems.empty());
}

TEST_F(ReadGrid, SaysInWhichFileAndWhereItIsWrong) {
  write("a.csv", kTable + "4,1,2,x,4\n");
  EXPECT_EQ(said("a.csv"), "a.csv:6:7: loss: 'x' is not a number; write a number such as 0.05.");
}

TEST_F(ReadGrid, KeepsTheProblemsThatWereThere) {
  Problems problems{{"earlier", CORE_TEXT("Problem", "is not a number"), {}}};
  EXPECT_FALSE(readGrid(write("a.csv", "1,2,x\n"), problems));
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].where, "earlier");
  EXPECT_TRUE(problems[0].file.empty());
}

TEST_F(ReadGrid, SaysInPlainWordsWhyThereIsNone) {
  const std::string save = "; save the grid as CSV, with numpy.save or as HDF5.";
  fs::create_directory(path("folder"));
  ::mkfifo(path("pipe").c_str(), 0600);
  write("empty", "");
  write("grid.npz", "PK\x03\x04" + std::string(30, '\0'));
  write("utf16.csv", std::string("\xff\xfe,\0"
                                 "0\0",
                                 6));
  write("picture", std::string("\x89PNG\r\n\x1a\n\0\0\0\r", 12));
  EXPECT_EQ(said("missing"), "missing: there is no such file; look at its name and folder.");
  EXPECT_EQ(said("folder"), "folder: it is a folder; add the name of a file.");
  EXPECT_EQ(said("pipe"), "pipe: is a pipe or device; choose a file that holds a grid of losses.");
  EXPECT_EQ(said("empty"), "empty: file: is empty; choose a file that holds a grid of losses.");
  EXPECT_EQ(said("grid.npz"), "grid.npz: file: is an archive, as .npz, .pt and .xlsx files are" + save);
  EXPECT_EQ(said("utf16.csv"), "utf16.csv: file: is not UTF-8 text; save it as UTF-8.");
  EXPECT_EQ(said("picture"), "picture: file: is neither a text nor an array of NumPy nor HDF5" + save);
  if (::geteuid() == 0) return;  // who may read everything
  write("private", kTable);
  fs::permissions(path("private"), fs::perms::none);
  EXPECT_EQ(said("private"), "private: you may not read it; change its permissions.");
}

// Bytes that hold some of what a grid holds, in no order that makes sense.
std::string shuffled(std::mt19937& engine) {
  static const std::vector<std::string> pieces{"0",
                                               "1",
                                               "-2.5",
                                               "1e9",
                                               "nan",
                                               ",",
                                               ",",
                                               ";",
                                               "\t",
                                               " ",
                                               "\n",
                                               "\n",
                                               "\r\n",
                                               "#",
                                               "\"",
                                               "x",
                                               "y",
                                               "\xef\xbb\xbf",
                                               "\xff",
                                               "0,1,2,3\n",
                                               "1,2,3\n",
                                               "'descr': '<f8'",
                                               "'shape': (4, 4)",
                                               "'fortran_order': False",
                                               "{",
                                               "}",
                                               "(",
                                               ")",
                                               ":"};
  static const std::vector<std::string> beginnings{"",
                                                   "",
                                                   kTable,
                                                   "x,y,loss\n",
                                                   std::string("\x93NUMPY\x01\0\x40\0", 10),
                                                   std::string("\x93NUMPY\x02\0\x20\0\0\0", 12)};
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(engine()) % n; };
  std::string bytes = beginnings[below(beginnings.size())];
  for (std::size_t i = below(40); i-- > 0;) bytes += pieces[below(pieces.size())];
  return bytes;
}

TEST(ParseGrid, GivesAGridOrAReasonWhateverTheBytes) {
  std::mt19937 engine(3);
  for (int i = 0; i < 20'000; ++i) {
    const std::string bytes = shuffled(engine);
    Problems problems;
    const auto grid = parseGrid(bytes, problems);
    EXPECT_NE(grid.has_value(), !problems.empty()) << bytes;
    EXPECT_TRUE(!grid || check(*grid).empty()) << bytes;
  }
}

}  // namespace
}  // namespace ravine
