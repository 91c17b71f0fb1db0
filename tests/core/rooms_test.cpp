// The rooms of the house, held against its #include lines: which may know which is told by the table in
// ARCHITECTURE.md, and nowhere else.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace ravine {
namespace {

namespace fs = std::filesystem;

const fs::path kProject = fs::path(RAVINE_TESTS_DIR).parent_path();

std::vector<std::string> linesOf(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::set<std::string> words(const std::string& text) {
  const std::regex word("[a-z]+/[a-z]+");
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), word), end; it != end; ++it) found.insert(it->str());
  return found;
}

// Each room with those that it may know: rows "| `core/loss` | what it is | core/base |".
std::map<std::string, std::set<std::string>> permitted() {
  const std::regex row(R"(^\| `([a-z]+/[a-z]+)` \|[^|]*\|([^|]*)\|$)");
  std::map<std::string, std::set<std::string>> rooms;
  for (const std::string& line : linesOf(kProject / "ARCHITECTURE.md"))
    if (std::smatch match; std::regex_match(line, match, row)) rooms[match[1]] = words(match[2]);
  return rooms;
}

struct Include {
  std::string from;  // file, relative to the project
  std::string to;    // as written, without brackets or quotes
};

std::vector<Include> includes(const std::vector<std::string>& folders) {
  const std::regex directive(R"(^#include [<"]([^>"]+)[>"])");
  std::vector<Include> all;
  for (const std::string& folder : folders)
    for (const auto& entry : fs::recursive_directory_iterator(kProject / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp" && extension != ".in") continue;
      for (const std::string& line : linesOf(entry.path()))
        if (std::smatch match; std::regex_search(line, match, directive))
          all.push_back({fs::relative(entry.path(), kProject).generic_string(), match[1]});
    }
  return all;
}

std::string roomOf(const std::string& path) {
  const auto first = path.find('/');
  const auto second = path.find('/', first + 1);
  return second == std::string::npos ? path.substr(0, first) : path.substr(0, second);
}

TEST(Rooms, EveryFolderIsInTheTableAndEveryRowIsAFolder) {
  std::set<std::string> folders;
  for (const char* part : {"core", "ui"})
    for (const auto& entry : fs::directory_iterator(kProject / part))
      if (entry.is_directory()) folders.insert(std::string(part) + '/' + entry.path().filename().string());
  std::set<std::string> rows;
  for (const auto& [room, known] : permitted()) rows.insert(room);
  EXPECT_EQ(rows, folders);
}

TEST(Rooms, KnowOnlyThoseThatTheTableNames) {
  const auto rooms = permitted();
  ASSERT_FALSE(rooms.empty());
  for (const auto& [from, to] : includes({"core", "ui"})) {
    const bool own = to.starts_with("core/") || to.starts_with("ui/") || to.starts_with("app/");
    const std::string room = roomOf(from);
    if (!own || roomOf(to) == room || !rooms.contains(room)) continue;
    EXPECT_TRUE(rooms.at(room).contains(roomOf(to))) << from << " includes " << to;
  }
}

// A room that is known knows nothing of who knows it, however many others are between.
TEST(Rooms, TheArrowsAllRunOneWay) {
  auto left = permitted();
  while (!left.empty()) {
    const auto ground = std::find_if(left.begin(), left.end(), [&](const auto& room) {
      return std::none_of(room.second.begin(), room.second.end(),
                          [&](const std::string& known) { return left.contains(known); });
    });
    ASSERT_NE(ground, left.end()) << left.begin()->first << " is part of a circle";
    left.erase(ground);
  }
}

bool isQt(const std::string& header) {
  return header.size() > 1 && (header[0] == 'Q' || header.starts_with("qcustomplot")) &&
         header.find('/') == header.npos;
}

TEST(Rooms, CoreIncludesNoQtHeader) {
  for (const auto& [from, to] : includes({"core", "tests/core"})) EXPECT_FALSE(isQt(to)) << from << " includes " << to;
}

// What `ravine run` and `ravine list` are made of: of Qt they know the translated texts.
TEST(Rooms, TheCommandsThatNeedNoWindowKnowOnlyQtsTexts) {
  const std::set<std::string> texts{"QString", "QStringList"};
  std::set<std::string> reached{"app/list_command.cpp", "app/run_command.cpp", "app/command_line.cpp"};
  const std::vector<Include> all = includes({"app", "core", "ui"});
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const auto& [from, to] : all)
      if (reached.contains(from) && fs::exists(kProject / to)) reached.insert(to);
  }
  for (const auto& [from, to] : all)
    EXPECT_FALSE(reached.contains(from) && isQt(to) && !texts.contains(to)) << from << " includes " << to;
}

}  // namespace
}  // namespace ravine
