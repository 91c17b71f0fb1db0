// A statement about the runs of an experiment that the program can check: what a scenario says must happen, and what a
// task asks for. "run 2 ends lower than run 1", "diverges", "leaves the saddle before step 60".
//
// In files:
//   { "run": 1, "outcome": "diverged" }
//   { "run": 2, "measure": "final_loss", "below": { "run": 1 } }
//   { "run": 3, "measure": "loss", "step": 20, "above": { "step": 0, "times": 2 } }
//   { "run": 1, "measure": "settled_at", "at_least": 30, "at_most": 34 }
// A bound is a number, or a measure of a run; what it leaves out is as on the left. A claim is false, not vacuous,
// where the run has no such number.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/file/object_reader.h"
#include "core/lesson/measure.h"

namespace ravine {

// A measure of a run, times a factor.
struct Reading {
  RunId run = RunId::none;
  std::string measure = {};  // an id of measures(); empty where an outcome is claimed instead
  std::int64_t step = 0;     // where the measure is of a step
  double times = 1;

  bool operator==(const Reading&) const = default;
};

enum class Relation { below, above, atMost, atLeast };

struct Bound {
  Relation relation;
  double number = 0;
  std::optional<Reading> reading = {};  // instead of a number

  bool operator==(const Bound&) const = default;
};

struct Claim {
  Reading reading;
  std::optional<Outcome> outcome = {};
  std::vector<Bound> bounds = {};  // all of them hold; empty where an outcome is claimed
  TextPlace at = {};               // in its file; no part of what it says

  bool operator==(const Claim& other) const {
    return reading == other.reading && outcome == other.outcome && bounds == other.bounds;
  }
};

// Reads a list of them. Problems: a run that is not there, an unknown measure, a step beyond the run's, a bound that
// compares a thing with itself or is none. `usual` is the run that is meant where none is named, if there is one.
std::vector<Claim> readClaims(const JsonNode& node, const Experiment& experiment, Told& told,
                              RunId usual = RunId::none);

nlohmann::ordered_json toJson(const Claim& claim);

// How a claim stands: what is so, with its number, and whether that is as claimed.
struct Finding {
  bool holds = false;
  Message isSo;  // "settled at step 41"
};
using ResultsById = std::map<RunId, RunResultPtr>;
// A claim of a run that is not among the results is false.
Finding check(const Claim& claim, const ResultsById& results);

// Computes the runs and says which claims do not hold, each as a problem at the claim's place.
Problems checkClaims(const Experiment& experiment, const std::vector<Claim>& claims);

}  // namespace ravine
