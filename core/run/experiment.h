// The document: the runs and how they are laid out. Plain values that compare with ==; everything on screen, in files
// and on the command line is derived from an Experiment.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/parameters.h"
#include "core/base/types.h"
#include "core/data/batches.h"
#include "core/loss/loss_function.h"
#include "core/optimizer/optimizer.h"
#include "core/run/noise.h"
#include "core/schedule/schedule.h"

namespace ravine {

// An optimizer or schedule, by id, with the parameters that differ from its defaults or were set on purpose.
struct Choice {
  std::string id;
  ParameterSet parameters;

  bool operator==(const Choice&) const = default;
};

// Names a run for as long as it lives: through every edit, in files and on screen. `none` is a run that no document
// has taken in yet.
enum class RunId : std::int64_t { none = 0 };

// How a panel shows the landscape of its runs: from above, cut open along a line, or as a surface; of a model also its
// data with what it says of them, instead of the map or beside it.
enum class Look { map, profile, relief, data, mapWithData };
// The line of a profile: through the start along x or y, from the start to the lowest minimum, or along the step that
// begins at the playhead.
enum class ProfileLine { alongX, alongY, toLowest, lastStep };

// What a schedule counts.
enum class TimeUnit { steps, epochs };

struct Run {
  static constexpr std::int64_t kMostSteps = 100'000;
  static constexpr int kColourCount = 9;

  RunId id = RunId::none;
  std::string name;
  int colour = 0;  // 0 … kColourCount − 1: colour and marker shape
  LossChoice lossFunction{"ravine", {}};
  Vector2 start{-4, 2};
  Choice optimizer{"sgd", {}};
  double lr = 0.05;  // the nominal rate, base_lr of the schedule
  Choice schedule{"constant", {}};
  TimeUnit scheduleUnit = TimeUnit::steps;  // epochs: one rate for each, as where scheduler.step() ends an epoch
  std::int64_t warmUp = 0;                  // steps that climb to the schedule's first rate, before it begins
  ParameterSet noise;                       // of the gradient: noiseParameters()
  ParameterSet batches;                     // of the data of a model: batchParameters()
  std::int64_t steps = 200;
  std::optional<Look> look = {};                // nothing: as suits the function, as below
  std::optional<ProfileLine> profileLine = {};  // see core/run/look.h
  std::string unknown;  // members of its file that this Ravine does not know: a JSON object, or empty

  bool operator==(const Run&) const = default;
};

enum class Layout { sideBySide, overlaid };

// What the charts show over the steps.
enum class Quantity { loss, gradientNorm, gradientNoise, distance };
struct ChartSettings {
  Quantity quantity = Quantity::loss;
  bool logarithmicLoss = true;   // the scale of the chart that shows it
  bool logarithmicRate = false;  // a cosine looks like a cosine
  bool everyRate = false;        // a third chart: how the selected run would end for every η

  bool operator==(const ChartSettings&) const = default;
};

struct Experiment {
  static constexpr std::size_t kMostRuns = 9;

  std::string title;
  std::string text;      // what to look at, for a scenario
  std::string question;  // to ask a class before it runs
  std::string answer;
  std::vector<Run> runs;
  Layout layout = Layout::sideBySide;
  ChartSettings charts;
  std::string unknown;  // as of a run

  // Null if there is no such run.
  const Run* find(RunId id) const;
  Run* find(RunId id);

  bool operator==(const Experiment&) const = default;
};

// Everything that keeps a run or an experiment from being simulated; empty if it is sound. Problems of an experiment
// say in which run they are.
Problems validate(const Run& run);
Problems validate(const Experiment& experiment);
// The same where `known` is sound: only runs that are not in it are looked at again.
Problems validateChange(const Experiment& experiment, const Experiment& known);

// The same run without what does not influence its trajectory (id, name, colour, how it is looked at), for comparing
// and caching.
Run withoutLooks(Run run);

// To where the loss function would have a run start, if loss or gradient are not finite where it does
// now. Does nothing to a formula that cannot be read.
void moveStartToFiniteLoss(Run& run);

// What the run's choices stand for. Precondition of all: validate(run) is empty.
LossFunctionInfo lossFunctionInfo(const Run& run);
const OptimizerInfo& optimizerInfo(const Run& run);
const ScheduleInfo& scheduleInfo(const Run& run);
LearningRate learningRate(const Run& run);  // with the warm-up
bool hasNoise(const Run& run);
bool hasBatches(const Run& run);     // its steps see a part of the data only
bool isStochastic(const Run& run);   // has noise or batches
bool hasMomentum(const Run& run);    // an average of past gradients moves it
double weightDecay(const Run& run);  // 0 for a method without it

// How many rows the model of a run learns from; 0 for a function without data.
std::size_t rowsOf(const Run& run);
// At least 1, and 1 where each step sees all there is.
std::int64_t stepsPerEpoch(const Run& run);

// The one number that the η slider moves: lr, or the schedule's own parameter where it ignores base_lr.
double nominalRate(const Run& run);
// A run that is named by its rate goes on being so.
void setNominalRate(Run& run, double rate);
// "η = 0.1", the name of a run that differs from its neighbours in that alone.
std::string rateName(double rate);
// How many steps are one of what the schedule counts, and how many of those the run has, the last of which may be cut
// short.
std::int64_t stepsPerUnit(const Run& run);
std::int64_t scheduleSpan(const Run& run);
// Makes a change after which the schedule may have another span: those of its settings that are what it would suggest
// for the span so far follow; what was set otherwise stays.
void changeSpan(Run& run, const std::function<void(Run&)>& change);
void setSteps(Run& run, std::int64_t steps);
// The η with which plain descent, or a kin of it, shows the function at its best; nothing for other methods.
std::optional<double> fittingRate(const Run& run, const LossFunctionInfo& info);
// Another function, with its own start and steps. Where the run is plain descent, η becomes `part` of the one that
// shows the function at its best; other methods keep theirs. A function without data has no batches and no epochs.
// Precondition: resolve(choice) finds a row.
void setLossFunction(Run& run, const LossChoice& choice, double part = 1);
void setLossFunction(Run& run, const LossFunctionInfo& info, double part = 1);

// Gives the model of a run other data, and with it all that learn from the same, whose kind must be the same. They go
// on being looked at as they are now, lest the picture jumps while a datum is dragged.
void setData(Experiment& experiment, RunId run, const DataTable& table);

// Puts the same run at each of these rates in the place of a run, which becomes the first of them; named by their
// rates. Precondition: it exists, there are rates, and there is room for all.
void makeSeries(Experiment& experiment, RunId run, const std::vector<double>& rates);

// A colour that the fewest runs have, the first of those.
int freeColour(const Experiment& experiment);

}  // namespace ravine
