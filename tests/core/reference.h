// Reads the files of tests/reference.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/run/simulate.h"

namespace ravine::reference {

using Json = nlohmann::json;
namespace fs = std::filesystem;

inline fs::path referenceDir() {
  const char* chosen = std::getenv("RAVINE_REFERENCE_DIR");
  return chosen && *chosen ? fs::path(chosen) : fs::path(RAVINE_TESTS_DIR) / "reference";
}

inline std::vector<std::pair<std::string, Json>> filesNamed(const std::string& prefix) {
  std::vector<std::pair<std::string, Json>> files;
  for (const auto& entry : fs::directory_iterator(referenceDir())) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix) || entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path());
    files.emplace_back(name, Json::parse(file));
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return files;
}

inline std::string lowerCase(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// The parameters of a file as Ravine's. Every one of them must be known.
inline ParameterSet parametersFrom(const Json& json, const std::vector<ParameterInfo>& infos) {
  ParameterSet set;
  for (const auto& [key, value] : json.items()) {
    const ParameterInfo* info = findParameter(infos, key);
    if (!info) {
      ADD_FAILURE() << "unknown parameter " << key;
      continue;
    }
    switch (info->kind()) {
      case ParameterKind::boolean:
        set[key] = value.get<bool>();
        break;
      case ParameterKind::integer:
        set[key] = value.get<std::int64_t>();
        break;
      case ParameterKind::number:
        set[key] = value.get<double>();
        break;
      case ParameterKind::choice:
        set[key] = value.get<std::string>();
        break;
      case ParameterKind::numbers:
        set[key] = value.get<std::vector<double>>();
        break;
    }
  }
  return set;
}

inline Vector2 point(const Json& json) {
  return {json[0].get<double>(), json[1].get<double>()};
}

inline ravine::Run runFrom(const Json& json, const LossChoice& function) {
  const OptimizerInfo* optimizer = findOptimizer(lowerCase(json["optimizer"]["name"]));
  const ScheduleInfo* schedule = findSchedule(json["schedule"]["kind"].get<std::string>());
  ravine::Run run;
  run.lossFunction = function;
  if (optimizer)
    run.optimizer = {optimizer->id, parametersFrom(json["optimizer"]["hyperparameters"], optimizer->parameters)};
  else
    ADD_FAILURE() << "unknown optimizer";
  if (schedule)
    run.schedule = {schedule->id, parametersFrom(json["schedule"]["params"], schedule->parameters)};
  else
    ADD_FAILURE() << "unknown schedule";
  run.start = point(json["start"]);
  run.lr = json["schedule"]["base_lr"];
  run.steps = json["steps"];
  return run;
}

}  // namespace ravine::reference
