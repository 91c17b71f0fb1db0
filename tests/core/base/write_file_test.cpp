// Promises about files, each against the real file system.
#include "core/base/write_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace ravine {
namespace {

namespace fs = std::filesystem;

class WriteFile : public testing::Test {
 protected:
  WriteFile() { fs::create_directory(m_folder); }
  ~WriteFile() override { fs::remove_all(m_folder); }

  std::string path(const std::string& name) const { return m_folder / name; }
  std::string read(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(path(name)).rdbuf();
    return text.str();
  }
  std::ptrdiff_t fileCount() const { return std::distance(fs::directory_iterator(m_folder), {}); }
  std::string reason(const std::string& name) const {
    const auto problem = writeFile(path(name), "new");
    return problem ? english(problem->what) : "none";
  }

 private:
  fs::path m_folder = fs::path(testing::TempDir()) / ("ravine_write_file_" + std::to_string(::getpid()));
};

// As `ulimit -f` does, as long as it lives.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit limit{bytes, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }
  SizeLimit(const SizeLimit&) = delete;
  SizeLimit& operator=(const SizeLimit&) = delete;

 private:
  rlimit m_before{};
  void (*m_handler)(int) = std::signal(SIGXFSZ, SIG_IGN);
};

TEST_F(WriteFile, PutsTheBytesWhereTheyBelongAndNothingElse) {
  const std::string bytes("a\0b\xff\n", 5);
  EXPECT_FALSE(writeFile(path("new"), bytes));
  EXPECT_EQ(read("new"), bytes);
  EXPECT_FALSE(writeFile(path("new"), "shorter"));
  EXPECT_EQ(read("new"), "shorter");
  EXPECT_EQ(fileCount(), 1);
}

TEST_F(WriteFile, LeavesTheOldFileWholeWhenTheNewOneDoesNotFit) {
  ASSERT_FALSE(writeFile(path("file"), "old"));
  const SizeLimit limit(1000);
  const auto problem = writeFile(path("file"), std::string(2000, 'x'));
  ASSERT_TRUE(problem);
  EXPECT_EQ(english(problem->what), "the file would be larger than is allowed");
  EXPECT_EQ(read("file"), "old");
  EXPECT_EQ(fileCount(), 1);
}

TEST_F(WriteFile, KeepsThePermissionsOfAFileThatExists) {
  ASSERT_FALSE(writeFile(path("file"), "old"));
  for (const auto permissions : {fs::perms(0600), fs::perms(0754)}) {
    fs::permissions(path("file"), permissions);
    ASSERT_FALSE(writeFile(path("file"), "new"));
    EXPECT_EQ(fs::status(path("file")).permissions(), permissions);
  }
}

TEST_F(WriteFile, GivesANewFileThePermissionsOfAnyNewFile) {
  ASSERT_FALSE(writeFile(path("file"), "new"));
  std::ofstream(path("other")) << "other";
  EXPECT_EQ(fs::status(path("file")).permissions(), fs::status(path("other")).permissions());
}

TEST_F(WriteFile, FollowsLinksAndLeavesThemLinks) {
  fs::create_directory(path("elsewhere"));
  fs::create_symlink("elsewhere/target", path("first"));
  fs::create_symlink("first", path("second"));
  for (const char* text : {"made", "replaced"}) {  // a link to a file that is not there yet, then to one that is
    ASSERT_FALSE(writeFile(path("second"), text));
    EXPECT_TRUE(fs::is_symlink(path("first")) && fs::is_symlink(path("second")));
    EXPECT_EQ(read("elsewhere/target"), text);
  }
}

TEST_F(WriteFile, WritesStraightIntoWhatIsOpenAlready) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  EXPECT_FALSE(writeFile("/dev/fd/" + std::to_string(ends[1]), "through"));
  char read[8] = {};
  EXPECT_EQ(::read(ends[0], read, sizeof read), 7);
  EXPECT_STREQ(read, "through");
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_F(WriteFile, SaysInPlainWordsWhyItCouldNot) {
  fs::create_directory(path("folder"));
  fs::create_symlink("circle", path("circle"));
  std::ofstream(path("file")) << "old";
  EXPECT_EQ(reason("missing/file"), "the folder does not exist");
  EXPECT_EQ(reason("folder"), "it is a folder");
  EXPECT_EQ(reason("folder/"), "it is a folder");
  EXPECT_EQ(reason("new/"), "the folder does not exist");
  EXPECT_EQ(reason("file/file"), "a part of the path is not a folder");
  EXPECT_EQ(reason("circle"), "the links lead round in a circle");
  EXPECT_EQ(reason(std::string(300, 'n')), "the name is too long");
  EXPECT_EQ(english(writeFile("/dev/full", "new")->what), "there is no space left on the device");
  EXPECT_EQ(english(writeFile("", "new")->what), "the folder does not exist");
}

TEST_F(WriteFile, TakesTheLongestNameThatAFolderHolds) {
  EXPECT_EQ(reason(std::string(255, 'n')), "none");
}

TEST_F(WriteFile, LeavesAFileThatMayOnlyBeReadAlone) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  std::ofstream(path("file")) << "old";
  fs::permissions(path("file"), fs::perms(0444));
  EXPECT_EQ(reason("file"), "you may not write there");
  EXPECT_EQ(read("file"), "old");
}

TEST_F(WriteFile, TakesPathsAsBytes) {
  EXPECT_EQ(reason("caf\xe9"), "none");
  EXPECT_TRUE(fs::exists(path("caf\xe9")));
  EXPECT_EQ(writeFile("/no/such/caf\xe9", "")->where, "/no/such/caf\\xe9");
}

TEST(WhyNotWritable, KnowsBeforeAnythingIsWritten) {
  const fs::path folder = fs::temp_directory_path() / ("ravine_probe_" + std::to_string(::getpid()));
  fs::create_directory(folder);
  EXPECT_FALSE(whyNotWritable((folder / "new").string()));
  EXPECT_TRUE(fs::is_empty(folder)) << "it leaves nothing";
  const auto problem = whyNotWritable((folder / "missing" / "a.gif").string());
  ASSERT_TRUE(problem);
  EXPECT_EQ(english(problem->what), "the folder does not exist");
  EXPECT_TRUE(whyNotWritable(folder.string())) << "a folder is no file";
  EXPECT_FALSE(whyNotWritable("/dev/null"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace ravine
