// Experiment ⇄ JSON text. Reading collects every problem it finds, in the order of the file and with line and column,
// and gives either a sound experiment or none; it never fills in a silent default for something that was written
// wrongly. Members that it does not know are kept, and remarked on. Version 1 had no ids of runs: they are numbered as
// they stand. Of a version newer than this Ravine's it reads what it can and remarks on what it left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/run/experiment.h"
#include "core/run/experiment_view.h"

namespace ravine {

inline constexpr int kExperimentFileVersion = 2;
inline constexpr std::size_t kLargestExperimentFile = 8 << 20;  // bytes

struct ExperimentFile {
  Experiment experiment;
  ExperimentView view = {};
  // Of an autosave: the path of the file whose unsaved state it is, or "" if it has none.
  std::optional<std::string> autosaveOf = std::nullopt;
  std::string autosaveHash = {};         // of that file's bytes as they were known, in hexadecimal
  int version = kExperimentFileVersion;  // as read; it is written as kExperimentFileVersion
  Problems remarks = {};                 // what was read is sound, but not all there was

  bool isNewer() const { return version > kExperimentFileVersion; }
};

std::string toJson(const ExperimentFile& file);
inline std::string toJson(const Experiment& experiment) {
  return toJson(ExperimentFile{experiment});
}
std::optional<ExperimentFile> readExperiment(std::string_view text, Problems& problems);
// The experiment in the bytes of a file: an experiment's own, or a picture or data that were exported from one. Which
// of these it is, `isOwn` says.
std::optional<ExperimentFile> readExperimentIn(std::string_view bytes, bool& isOwn, Problems& problems);
// The same from a file; problems and remarks then name it.
std::optional<ExperimentFile> readExperimentFile(const std::string& path, Problems& problems);

}  // namespace ravine
