#include "ui/window/commands.h"

#include "core/run/look.h"

#include <QCoreApplication>
#include <algorithm>
#include <optional>

#include "core/base/number_text.h"
#include "ui/model/settings.h"

namespace ravine {
namespace {

struct Commands {
  Q_DECLARE_TR_FUNCTIONS(Commands)
};

// Where the selected run stands.
std::ptrdiff_t selectedPlace(const Laboratory& laboratory) {
  const auto& runs = laboratory.runs();
  const auto isSelected = [&](const Run& run) { return run.id == laboratory.selected(); };
  return std::find_if(runs.begin(), runs.end(), isSelected) - runs.begin();
}

std::optional<RunId> runAt(const Laboratory& laboratory, std::ptrdiff_t place) {
  if (place >= std::ssize(laboratory.runs())) return std::nullopt;
  return laboratory.runs()[static_cast<std::size_t>(place)].id;
}

// A name that no run has yet: "Run 4".
std::string freeName(const Experiment& experiment) {
  for (std::size_t n = experiment.runs.size() + 1;; ++n) {
    const std::string name = Commands::tr("Run %1").arg(n).toStdString();
    if (std::none_of(experiment.runs.begin(), experiment.runs.end(), [&](const Run& r) { return r.name == name; }))
      return name;
  }
}

}  // namespace

void scaleRate(Laboratory& laboratory, const QString& text, double factor) {
  laboratory.editSelection(text, [factor](Run& run) { setNominalRate(run, nominalRate(run) * factor); });
}

void resetStart(Laboratory& laboratory) {
  laboratory.editSelection(Commands::tr("Reset start"), [](Run& run) { run.start = lossFunctionInfo(run).start; });
}

void setLayout(Laboratory& laboratory, Layout layout) {
  const QString text = layout == Layout::overlaid ? Commands::tr("Overlay runs") : Commands::tr("Runs side by side");
  laboratory.document().edit(text, [layout](Experiment& experiment) { experiment.layout = layout; });
}

void toggleEveryRate(Laboratory& laboratory) {
  const bool shown = !laboratory.experiment().charts.everyRate;
  laboratory.document().edit(
      shown ? Commands::tr("Show the chart of every η") : Commands::tr("Close the chart of every η"),
      [shown](Experiment& experiment) { experiment.charts.everyRate = shown; });
}

void toggleLayout(Laboratory& laboratory) {
  const bool overlaid = laboratory.experiment().layout == Layout::overlaid;
  setLayout(laboratory, overlaid ? Layout::sideBySide : Layout::overlaid);
}

void playOrPause(Laboratory& laboratory) {
  if (laboratory.predictions().isAsking()) return laboratory.playPredicted();
  laboratory.timeline().setPlaying(!laboratory.timeline().isPlaying());
}

void togglePrediction(Laboratory& laboratory) {
  Predictions& predictions = laboratory.predictions();
  if (predictions.stage() == Predictions::Stage::none) return laboratory.askToPredict();
  if (!predictions.isLocked()) predictions.dismiss();
}

void chooseTheme(Laboratory& laboratory, ThemeChoice choice) {
  laboratory.themes().choose(choice);
  settings::setThemeChoice(choice);
}

void selectPlace(Laboratory& laboratory, std::ptrdiff_t place) {
  if (const auto run = runAt(laboratory, place)) laboratory.select(*run);
}

void togglePlace(Laboratory& laboratory, std::ptrdiff_t place) {
  if (const auto run = runAt(laboratory, place)) laboratory.toggleSelected(*run);
}

// The article's 0.1, 0.01, 0.001: from large to small.
std::vector<double> threeRates(const Laboratory& laboratory) {
  const double rate = nominalRate(laboratory.selectedRun());
  constexpr int digits = 6;
  return {rate, roundedTo(rate / 10, digits), roundedTo(rate / 100, digits)};
}

void scaleText(Laboratory& laboratory, double scale) {
  laboratory.themes().setScale(scale);
  settings::setTextScale(laboratory.themes().scale());
}

void selectNeighbour(Laboratory& laboratory, int by) {
  const std::ptrdiff_t place = selectedPlace(laboratory) + by;
  if (place >= 0) selectPlace(laboratory, place);
}

void addRun(Laboratory& laboratory) {
  if (laboratory.runs().size() >= Experiment::kMostRuns) return;
  laboratory.document().edit(Commands::tr("New run"), [&](Experiment& experiment) {
    const Run& selected = *experiment.find(laboratory.selected());
    Run run;  // plain descent on the landscape one is looking at
    run.lossFunction = selected.lossFunction;
    run.start = selected.start;
    run.steps = selected.steps;
    run.lr = nominalRate(selected);
    run.name = freeName(experiment);
    run.colour = freeColour(experiment);
    experiment.runs.push_back(std::move(run));
  });
}

void duplicateRun(Laboratory& laboratory) {
  const std::vector<RunId> originals = laboratory.selection();
  if (laboratory.runs().size() + originals.size() > Experiment::kMostRuns) return;
  laboratory.document().edit(Commands::tr("Duplicate run"), [&](Experiment& experiment) {
    for (const RunId original : originals) {
      const auto at = std::find_if(experiment.runs.begin(), experiment.runs.end(),
                                   [original](const Run& run) { return run.id == original; });
      Run copy = *at;
      copy.id = RunId::none;
      copy.name = freeName(experiment);
      copy.colour = freeColour(experiment);
      experiment.runs.insert(at + 1, std::move(copy));
    }
  });
}

void removeRun(Laboratory& laboratory) {
  if (laboratory.runs().size() <= laboratory.selection().size()) return;
  laboratory.document().edit(Commands::tr("Remove run"), [runs = laboratory.selection()](Experiment& experiment) {
    std::erase_if(experiment.runs,
                  [&](const Run& run) { return std::find(runs.begin(), runs.end(), run.id) != runs.end(); });
  });
}

Problems makeSeries(Laboratory& laboratory, const std::vector<double>& rates) {
  if (laboratory.runs().size() + rates.size() - 1 > Experiment::kMostRuns) return noRoomFor(rates.size() - 1, "η");
  const RunId run = laboratory.selected();
  const std::ptrdiff_t place = selectedPlace(laboratory);
  Problems problems = laboratory.document().edit(
      Commands::tr("Series of rates"), [&](Experiment& experiment) { ravine::makeSeries(experiment, run, rates); });
  if (!problems.empty()) return problems;
  laboratory.select(run);
  laboratory.selectUpTo(*runAt(laboratory, place + std::ssize(rates) - 1));
  return {};
}

std::vector<RunId> allRuns(const Laboratory& laboratory) {
  std::vector<RunId> runs;
  for (const Run& run : laboratory.runs()) runs.push_back(run.id);
  return runs;
}

namespace {

// These runs, and those that share a panel with one of them.
std::vector<RunId> withThoseOverlaid(const Laboratory& laboratory, std::vector<RunId> runs) {
  if (laboratory.experiment().layout != Layout::overlaid) return runs;
  std::vector<RunId> all;
  for (const Run& run : laboratory.runs())
    if (std::any_of(runs.begin(), runs.end(),
                    [&](RunId id) { return laboratory.run(id).lossFunction == run.lossFunction; }))
      all.push_back(run.id);
  return all;
}

}  // namespace

void cycleLook(Laboratory& laboratory, const std::vector<RunId>& runs) {
  const std::vector<Look> looks = looksFor(laboratory.selectedRun());
  const auto now = std::find(looks.begin(), looks.end(), lookOf(laboratory.selectedRun()));
  const Look next = now + 1 == looks.end() ? looks.front() : *(now + 1);
  laboratory.document().editRuns(Commands::tr("Way to look"), withThoseOverlaid(laboratory, runs), [next](Run& run) {
    if (hasLook(run, next)) run.look = next;
  });
}

void setLook(Laboratory& laboratory, Look look) {
  laboratory.document().editRuns(Commands::tr("Way to look"), allRuns(laboratory), [look](Run& run) {
    if (hasLook(run, look)) run.look = look;
  });
}

void cycleProfileLine(Laboratory& laboratory) {
  constexpr int lines = 4;
  Run run = laboratory.selectedRun();
  const ShownRun shown{run, laboratory.selectedResult()};
  const Landscape* landscape = shown.landscape();
  auto next = static_cast<int>(profileLineOf(run, landscape));
  do {  // past one that does not exist
    next = (next + 1) % lines;
    run.profileLine = static_cast<ProfileLine>(next);
  } while (profileLineOf(run, landscape) != run.profileLine);
  laboratory.document().editRuns(Commands::tr("Line of the profile"),
                                 withThoseOverlaid(laboratory, laboratory.selection()),
                                 [&](Run& each) { each.profileLine = run.profileLine; });
}

}  // namespace ravine
