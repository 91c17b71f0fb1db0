#include "core/lesson/scenarios.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace ravine {
namespace {

TEST(Scenarios, EveryFileIsBuiltInOnceAndSound) {
  std::set<std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(RAVINE_TESTS_DIR "/../resources/scenarios"))
    files.insert(file.path().stem());
  std::set<std::string> ids;
  for (const Scenario& scenario : scenarios()) {
    EXPECT_TRUE(ids.insert(scenario.id).second) << scenario.id;
    EXPECT_TRUE(validate(scenario.experiment).empty()) << scenario.id;
    EXPECT_FALSE(scenario.experiment.title.empty()) << scenario.id;
    EXPECT_FALSE(scenario.experiment.text.empty()) << scenario.id;
  }
  EXPECT_EQ(ids, files);
}

TEST(Scenarios, AreFoundByTheirIds) {
  for (const Scenario& scenario : scenarios()) EXPECT_EQ(findScenario(scenario.id), &scenario);
  EXPECT_EQ(findScenario("no_such_scenario"), nullptr);
}

}  // namespace
}  // namespace ravine
