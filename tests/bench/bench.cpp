// What DESIGN's speed budget names, measured. Run it alone on a quiet machine; compare figures within one run.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "core/lesson/scenarios.h"
#include "core/loss/contour.h"
#include "core/run/model_run.h"
#include "core/run/simulate.h"
#include "core/sweep/lane_runs.h"
#include "core/sweep/sweep_map.h"
#include "tests/bench/by_hand.h"
#include "ui/inspector/rate_slider.h"
#include "ui/map/map_image.h"
#include "ui/map/relief_view.h"
#include "ui/model/laboratory.h"
#include "ui/sweep/sweep_view.h"
#include "ui/window/main_window.h"
#include "ui/window/maps_dialog.h"
#include "ui/workspace/workspace.h"

namespace ravine {
namespace {

Run runOn(const std::string& function, double lr, std::int64_t steps) {
  Run run;
  run.lossFunction.id = function;
  run.start = findLossFunction(function)->start;
  run.lr = lr;
  run.steps = steps;
  return run;
}

void simulateThousandSteps(benchmark::State& state) {
  const Run run = runOn("rosenbrock", 0.001, 1000);
  for (auto _ : state) benchmark::DoNotOptimize(simulate(run));
  state.SetItemsProcessed(state.iterations() * run.steps);
}
BENCHMARK(simulateThousandSteps)->Unit(benchmark::kMicrosecond);

void simulateThousandStepsWithoutCurvature(benchmark::State& state) {
  const Run run = runOn("rosenbrock", 0.001, 1000);
  for (auto _ : state) benchmark::DoNotOptimize(simulate(run, {.recordCurvature = false}));
  state.SetItemsProcessed(state.iterations() * run.steps);
}
BENCHMARK(simulateThousandStepsWithoutCurvature)->Unit(benchmark::kMicrosecond);

// One run of a million steps as the library makes it, beside the loop that one would write for this function and this
// rule alone, which records the same: points, losses, gradients and rates.
constexpr std::int64_t kMillion = 1'000'000;

void reportSteps(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * kMillion);
}

void millionSteps(benchmark::State& state, const char* optimizer) {
  Run run = runOn("rosenbrock", 0.001, kMillion);
  run.optimizer.id = optimizer;
  for (auto _ : state) benchmark::DoNotOptimize(simulate(run, {.recordCurvature = false}));
  reportSteps(state);
}
BENCHMARK_CAPTURE(millionSteps, sgd, "sgd")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(millionSteps, adam, "adam")->Unit(benchmark::kMillisecond);

struct Recorded {
  std::vector<double> x, y, losses, gradientX, gradientY, lrs;

  Recorded() {
    for (auto* column : {&x, &y, &losses, &gradientX, &gradientY, &lrs}) column->resize(kMillion + 1);
  }
  void at(std::size_t t, double px, double py, double f, double gx, double gy, double lr) {
    x[t] = px;
    y[t] = py;
    losses[t] = f;
    gradientX[t] = gx;
    gradientY[t] = gy;
    lrs[t] = lr;
  }
};

void millionStepsByHandSgd(benchmark::State& state) {
  for (auto _ : state) {
    Recorded recorded;
    double x = -1.2;
    double y = 1;
    const double lr = 0.001;
    for (std::size_t t = 0; t <= kMillion; ++t) {
      const double r = y - x * x;
      const double f = (1 - x) * (1 - x) + 100 * r * r;
      const double gx = -2 * (1 - x) - 400 * x * r;
      const double gy = 200 * r;
      recorded.at(t, x, y, f, gx, gy, lr);
      x -= lr * gx;
      y -= lr * gy;
    }
    benchmark::DoNotOptimize(recorded);
  }
  reportSteps(state);
}
BENCHMARK(millionStepsByHandSgd)->Unit(benchmark::kMillisecond);

void millionStepsByHandAdam(benchmark::State& state) {
  for (auto _ : state) {
    Recorded recorded;
    double x = -1.2;
    double y = 1;
    double mx = 0;
    double my = 0;
    double vx = 0;
    double vy = 0;
    double power1 = 1;
    double power2 = 1;
    const double lr = 0.001;
    for (std::size_t t = 0; t <= kMillion; ++t) {
      const double r = y - x * x;
      const double f = (1 - x) * (1 - x) + 100 * r * r;
      const double gx = -2 * (1 - x) - 400 * x * r;
      const double gy = 200 * r;
      recorded.at(t, x, y, f, gx, gy, lr);
      mx = 0.9 * mx + 0.1 * gx;
      my = 0.9 * my + 0.1 * gy;
      vx = 0.999 * vx + 0.001 * gx * gx;
      vy = 0.999 * vy + 0.001 * gy * gy;
      power1 *= 0.9;
      power2 *= 0.999;
      const double rate = lr / (1 - power1);
      const double root = std::sqrt(1 - power2);
      x -= rate * mx / (std::sqrt(vx) / root + 1e-8);
      y -= rate * my / (std::sqrt(vy) / root + 1e-8);
    }
    benchmark::DoNotOptimize(recorded);
  }
  reportSteps(state);
}
BENCHMARK(millionStepsByHandAdam)->Unit(benchmark::kMillisecond);

// 200 steps from each of side × side starts, by blocks of lanes, on so many threads.
void runsFromAllStarts(benchmark::State& state, const char* function, const char* optimizer, bool isTyped) {
  const auto side = static_cast<int>(state.range(2));
  constexpr int steps = 200;
  Run run = runOn(function, 0.001, steps);
  run.optimizer.id = optimizer;
  if (isTyped) run.lossFunction = asFormula(run.lossFunction, lossFunctionInfo(run).formula);
  const Box view = findLossFunction(function)->domain;
  std::vector<Lane> lanes;
  for (int i = 0; i < side * side; ++i)
    lanes.push_back({{view.x.lower + view.x.length() * (i % side) / (side - 1),
                      view.y.lower + view.y.length() * (i / side) / (side - 1)},
                     run.lr});
  const auto block = static_cast<std::size_t>(state.range(0));
  const auto go = [&](std::atomic_size_t& next) {
    LaneRuns runs(run);
    for (std::size_t at = next.fetch_add(block); at < lanes.size(); at = next.fetch_add(block))
      runs.visit(std::span(lanes).subspan(at, std::min(block, lanes.size() - at)),
                 [](std::size_t, const LaneEnd& end, const LaneTrail&) { benchmark::DoNotOptimize(end.loss); });
  };
  for (auto _ : state) {
    std::atomic_size_t next = 0;
    std::vector<std::jthread> others;
    for (std::int64_t i = 1; i < state.range(1); ++i) others.emplace_back([&] { go(next); });
    go(next);
  }
  state.SetItemsProcessed(state.iterations() * std::int64_t{side} * side * steps);
}
void withThreads(benchmark::internal::Benchmark* benchmark) {
  for (const int threads : {1, 2}) benchmark->Args({256, threads, 512});
  benchmark->ArgNames({"lanes", "threads", "side"})->UseRealTime()->Unit(benchmark::kMillisecond);
}
void withThreadsAndSizes(benchmark::internal::Benchmark* benchmark) {
  withThreads(benchmark);
  for (const int side : {32, 128, 2048})
    for (const int threads : {1, 2}) benchmark->Args({256, threads, side});
}
BENCHMARK_CAPTURE(runsFromAllStarts, rosenbrock_sgd, "rosenbrock", "sgd", false)->Apply(withThreadsAndSizes);
BENCHMARK_CAPTURE(runsFromAllStarts, rosenbrock_typed_sgd, "rosenbrock", "sgd", true)->Apply(withThreads);
BENCHMARK_CAPTURE(runsFromAllStarts, rastrigin_typed_sgd, "rastrigin", "sgd", true)->Apply(withThreads);
BENCHMARK_CAPTURE(runsFromAllStarts, rosenbrock_adam, "rosenbrock", "adam", false)->Apply(withThreads);
BENCHMARK_CAPTURE(runsFromAllStarts, rastrigin_sgd, "rastrigin", "sgd", false)->Apply(withThreads);
BENCHMARK_CAPTURE(runsFromAllStarts, rastrigin_adam, "rastrigin", "adam", false)->Apply(withThreads);

void startsByHand(benchmark::State& state, const char* function, LoopByHand LoopsByHand::*loop,
                  ByHand LoopByHand::*of) {
  const LoopsByHand loops = RAVINE_OF_SET(instructionSet(), loopsByHand());
  constexpr std::size_t side = 512;
  constexpr int steps = 200;
  const Box view = findLossFunction(function)->domain;
  std::vector<double> x(side * side);
  std::vector<double> y(side * side);
  for (auto _ : state) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      x[i] = view.x.lower + view.x.length() * static_cast<double>(i % side) / (side - 1);
      y[i] = view.y.lower + view.y.length() * static_cast<double>(i / side) / (side - 1);
    }
    (loops.*loop.*of)(x.data(), y.data(), x.size(), steps, 0.001);
    benchmark::DoNotOptimize(x.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(x.size()) * steps);
}
#define RAVINE_BY_HAND(function, rule, loop)                                                                        \
  BENCHMARK_CAPTURE(startsByHand, function##_##rule, #function, &LoopsByHand::loop, &LoopByHand::ends)              \
      ->Unit(benchmark::kMillisecond);                                                                              \
  BENCHMARK_CAPTURE(startsByHand, function##_##rule##_watched, #function, &LoopsByHand::loop, &LoopByHand::watched) \
      ->Unit(benchmark::kMillisecond);
RAVINE_BY_HAND(rosenbrock, sgd, rosenbrockSgd)
RAVINE_BY_HAND(rosenbrock, adam, rosenbrockAdam)
RAVINE_BY_HAND(rastrigin, sgd, rastriginSgd)
RAVINE_BY_HAND(rastrigin, adam, rastriginAdam)
#undef RAVINE_BY_HAND

Sweep startsOn(const char* function, const char* optimizer) {
  Sweep sweep;
  setLossFunction(sweep.run, LossChoice{function, {}});
  sweep.run.steps = 200;
  sweep.run.optimizer.id = optimizer;
  const Box view = findLossFunction(function)->domain;
  sweep.x = {"start.x", view.x.lower, view.x.upper, 512};
  sweep.y = SweepAxis{"start.y", view.y.lower, view.y.upper, 512};
  return sweep;
}

// Every start of a view, 512 × 512 for 200 steps, told to the minimum in which it ends, on so many threads.
void basinMap(benchmark::State& state, const char* function, const char* optimizer) {
  const Sweep sweep = startsOn(function, optimizer);
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction));
  const SweepOptions options{.threads = static_cast<int>(state.range(0)), .tellsSteps = state.range(1) != 0};
  for (auto _ : state) benchmark::DoNotOptimize(runSweep(sweep, landscape, options));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sweep.cells()) * sweep.run.steps);
}
BENCHMARK_CAPTURE(basinMap, himmelblau_sgd, "himmelblau", "sgd")
    ->ArgNames({"threads", "steps"})
    ->Args({1, 0})
    ->Args({2, 0})
    ->Args({1, 1})
    ->Args({2, 1})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(basinMap, himmelblau_adam, "himmelblau", "adam")
    ->ArgNames({"threads", "steps"})
    ->Args({2, 1})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

// How long a map goes on that nobody wants any more; and the longest, which counts when one drags.
void forgetMap(benchmark::State& state, const char* optimizer) {
  Sweep sweep = startsOn("himmelblau", optimizer);
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction));
  double longest = 0;
  int underWay = 30;  // milliseconds, others each time
  for (auto _ : state) {
    std::atomic_bool isForgotten = false;
    std::jthread worker([&] {
      const SweepOptions options{.threads = 2, .tellsSteps = true, .cancelled = [&] { return isForgotten.load(); }};
      benchmark::DoNotOptimize(runSweep(sweep, landscape, options));
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(underWay));
    underWay = 30 + (underWay + 37) % 120;
    const auto begin = std::chrono::steady_clock::now();
    isForgotten = true;
    worker.join();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    state.SetIterationTime(seconds);
    longest = std::max(longest, seconds);
  }
  state.counters["longest_ms"] = 1e3 * longest;
}
BENCHMARK_CAPTURE(forgetMap, himmelblau_sgd, "sgd")->UseManualTime()->Iterations(100)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(forgetMap, himmelblau_adam, "adam")->UseManualTime()->Iterations(100)->Unit(benchmark::kMillisecond);

// A thousand rates of a thousand steps each.
void rateSweep(benchmark::State& state) {
  Sweep sweep;
  setLossFunction(sweep.run, LossChoice{"double_well", {}});
  sweep.run.steps = 1000;
  sweep.x = {"lr", 1e-3, 3, 1000, true};
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction));
  const SweepOptions options{.threads = static_cast<int>(state.range(0)), .tellsSteps = false};
  for (auto _ : state) benchmark::DoNotOptimize(runSweep(sweep, landscape, options));
}
BENCHMARK(rateSweep)->ArgName("threads")->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

// A thousand steps of mini-batches, with the loss of all rows and its curvature at every step.
void learnFromTenThousandRows(benchmark::State& state, const char* model) {
  Run run;
  setLossFunction(run, lossFunctionInfo(LossChoice{model, {}}), 0.1);
  run.lossFunction.data = dataOf(run.lossFunction);
  run.lossFunction.data.parameters["n"] = std::int64_t{10'000};
  run.batches["batch_size"] = std::int64_t{32};
  run.steps = 1000;
  for (auto _ : state) benchmark::DoNotOptimize(simulate(run));
}
BENCHMARK_CAPTURE(learnFromTenThousandRows, line, "line")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(learnFromTenThousandRows, logistic, "logistic")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(learnFromTenThousandRows, tanh_neuron, "tanh_neuron")->Unit(benchmark::kMillisecond);

void fieldAndContours(benchmark::State& state, const char* id) {
  const LossFunctionInfo& info = *findLossFunction(id);
  const auto function = makeLossFunction(info, {});
  for (auto _ : state) {
    const Field field = sampleField(*function, info.domain, 800, 800);
    benchmark::DoNotOptimize(contourLines(field, contourLevels(field, 18, info.domain), 2));
  }
}
BENCHMARK_CAPTURE(fieldAndContours, rosenbrock, "rosenbrock")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(fieldAndContours, ackley, "ackley")->Unit(benchmark::kMillisecond);

// The window at work, painted into an image as the screen would be.
class Bench {
 public:
  Bench(Experiment experiment, const QSize& size) : m_laboratory(std::move(experiment), ThemeChoice::light) {
    m_window.resize(size);
    m_window.show();
    settle();
  }
  Laboratory& laboratory() { return m_laboratory; }
  MainWindow& window() { return m_window; }
  void settle() {
    QApplication::processEvents();
    m_window.finish();
    QApplication::processEvents();
  }

 private:
  Laboratory m_laboratory;
  Workspace m_workspace{m_laboratory};
  MainWindow m_window{m_laboratory, m_workspace};
};

Experiment runs(int count, std::int64_t steps) {
  Experiment experiment;
  const std::vector<std::string> functions{"ravine", "double_well", "rosenbrock"};
  for (int i = 0; i < count; ++i) {
    Run run = runOn(functions[static_cast<std::size_t>(i) % 3], 0.001 * (i % 3 + 1), steps);
    run.name = "Run " + std::to_string(i + 1);
    run.colour = i;
    experiment.runs.push_back(run);
  }
  return experiment;
}

void startToFirstFrame(benchmark::State& state) {
  for (auto _ : state) {
    Bench bench(scenarios().front().experiment, {1440, 900});
    benchmark::DoNotOptimize(&bench);
  }
}
BENCHMARK(startToFirstFrame)->Unit(benchmark::kMillisecond);

// How long `change` and the repaint it brings about take, to the backing store: median and 99th percentile.
template <class Change>
void measureRepaints(benchmark::State& state, Change change) {
  std::vector<double> milliseconds;
  for (auto _ : state) {
    QElapsedTimer timer;
    timer.start();
    change();
    QApplication::processEvents();
    milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  state.counters["median_ms"] = milliseconds[milliseconds.size() / 2];
  state.counters["p99_ms"] = milliseconds[milliseconds.size() * 99 / 100];
}

void frameWhilePlayingSixPanels(benchmark::State& state) {
  Bench bench(runs(6, 1000), {1920, 1080});
  Timeline& timeline = bench.laboratory().timeline();
  timeline.setSpeed(60);
  measureRepaints(state, [&] {
    if (timeline.playhead() >= 999) timeline.setPlayhead(0);
    timeline.advance(1.0 / 60);
  });
}
BENCHMARK(frameWhilePlayingSixPanels)->Unit(benchmark::kMillisecond)->Iterations(600);

void frameWhilePlayingSix(benchmark::State& state, Look look) {
  Experiment experiment = runs(6, 1000);
  for (Run& run : experiment.runs) run.look = look;
  Bench bench(std::move(experiment), {1920, 1080});
  Timeline& timeline = bench.laboratory().timeline();
  timeline.setSpeed(60);
  measureRepaints(state, [&] {
    if (timeline.playhead() >= 999) timeline.setPlayhead(0);
    timeline.advance(1.0 / 60);
  });
}
BENCHMARK_CAPTURE(frameWhilePlayingSix, profiles, Look::profile)->Unit(benchmark::kMillisecond)->Iterations(600);
BENCHMARK_CAPTURE(frameWhilePlayingSix, reliefs, Look::relief)->Unit(benchmark::kMillisecond)->Iterations(600);

// A relief of 96 × 96 quads at 900 × 700, as a drag turns it.
void turnRelief(benchmark::State& state, const char* function) {
  Experiment experiment;
  experiment.runs.push_back(runOn(function, 0.001, 1000));
  experiment.runs.front().look = Look::relief;
  Laboratory laboratory(std::move(experiment), ThemeChoice::light);
  laboratory.finish();
  ReliefView view(laboratory);
  view.resize(900, 700);
  view.show(laboratory.shownRuns());
  static_cast<QWidget&>(view).show();
  QApplication::processEvents();
  measureRepaints(state, [&] {
    view.turn(1.7, 0);
    QApplication::processEvents();
  });
  state.counters["cells"] = view.scene().model->surface.cells();
}
BENCHMARK_CAPTURE(turnRelief, saddle, "escape_saddle")->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK_CAPTURE(turnRelief, rosenbrock, "rosenbrock")->Unit(benchmark::kMillisecond)->Iterations(200);
BENCHMARK_CAPTURE(turnRelief, ackley, "ackley")->Unit(benchmark::kMillisecond)->Iterations(200);

// Near the end of ten thousand steps, with all that a map can show.
void frameWithArrowsShadeAndCurvature(benchmark::State& state) {
  Bench bench(runs(9, 10'000), {1920, 1080});
  bench.laboratory().display().setShows({.bouncing = true, .curvature = true, .arrows = true});
  Timeline& timeline = bench.laboratory().timeline();
  timeline.setSpeed(60);
  timeline.setPlayhead(9'500);
  QApplication::processEvents();
  measureRepaints(state, [&] {
    if (timeline.playhead() >= 9'999) timeline.setPlayhead(9'500);
    timeline.advance(1.0 / 60);
  });
}
BENCHMARK(frameWithArrowsShadeAndCurvature)->Unit(benchmark::kMillisecond)->Iterations(300);

void selectAnotherOfNineLongRuns(benchmark::State& state) {
  Bench bench(runs(9, 100'000), {1920, 1080});
  std::size_t selected = 0;
  measureRepaints(state,
                  [&] { bench.laboratory().select(bench.laboratory().runs()[selected = (selected + 1) % 9].id); });
}
BENCHMARK(selectAnotherOfNineLongRuns)->Unit(benchmark::kMillisecond)->Iterations(60);

// From the slider's signal to the repainted window, four runs of 1,000 steps.
void sliderChangeToRepaint(benchmark::State& state) {
  Bench bench(runs(4, 1000), {1440, 900});
  auto* slider = bench.window().findChild<RateSlider*>();
  double rate = 0.001;
  for (auto _ : state) {
    rate = rate > 0.004 ? 0.001 : rate * 1.01;
    emit slider->moved(rate, 1);
    bench.laboratory().finish();
    QApplication::processEvents();
  }
}
BENCHMARK(sliderChangeToRepaint)->Unit(benchmark::kMillisecond)->Iterations(200);

// One of 200 rows moved by the mouse, to the repainted window with all results: four runs of 400 steps learn anew,
// beside their data.
void dragRowOfTwoHundred(benchmark::State& state, const char* model) {
  Experiment experiment;
  for (int i = 0; i < 4; ++i) {
    Run run;
    setLossFunction(run, lossFunctionInfo(LossChoice{model, {}}), 0.1);
    run.lossFunction.data = dataOf(run.lossFunction);
    run.lossFunction.data.parameters["n"] = std::int64_t{200};
    run.batches["batch_size"] = std::int64_t{1} << (2 * i);
    run.look = Look::mapWithData;
    run.name = "Run " + std::to_string(i + 1);
    run.colour = i;
    run.steps = 400;
    experiment.runs.push_back(run);
  }
  Bench bench(std::move(experiment), {1280, 800});
  Laboratory& laboratory = bench.laboratory();
  const RunId dragged = laboratory.runs().front().id;
  Problems problems;
  DataTable table = *tableOf(laboratory.runs().front().lossFunction.data, problems);
  const Document::Gesture gesture = Document::newGesture();
  measureRepaints(state, [&] {
    table.rows[7].y += 0.01;
    laboratory.document().edit(
        QStringLiteral("Move a row"), [&](Experiment& e) { setData(e, dragged, table); }, gesture);
    laboratory.finish();
  });
}
BENCHMARK_CAPTURE(dragRowOfTwoHundred, line, "line")->Unit(benchmark::kMillisecond)->Iterations(100);
BENCHMARK_CAPTURE(dragRowOfTwoHundred, tanh_neuron, "tanh_neuron")->Unit(benchmark::kMillisecond)->Iterations(100);

// η is dragged, sixty times a second, under the map of all starts, while six runs play: how long a frame takes, and how
// many pictures of the map there are in a second.
void dragRateUnderMap(benchmark::State& state, const char* optimizer, double rate) {
  Experiment experiment = runs(6, 1000);
  Run& first = experiment.runs.front();
  setLossFunction(first, LossChoice{"himmelblau", {}});
  first.optimizer.id = optimizer;
  first.steps = 200;
  Bench bench(std::move(experiment), {1440, 900});
  Laboratory& laboratory = bench.laboratory();
  MapsDialog maps(laboratory);
  maps.show();
  auto* view = maps.findChild<SweepView*>();
  view->finish();
  int pictures = 0;
  std::shared_ptr<const SweepResult> shown;
  Timeline& timeline = laboratory.timeline();
  timeline.setSpeed(60);
  const Document::Gesture gesture = Document::newGesture();
  constexpr double second = 1e9;  // nanoseconds
  constexpr double frame = second / 60;
  QElapsedTimer whole;
  whole.start();
  measureRepaints(state, [&, i = 0]() mutable {
    QElapsedTimer timer;
    timer.start();
    ++i;
    laboratory.document().edit(
        QStringLiteral("η"),
        [&](Experiment& e) { setNominalRate(e.runs.front(), rate * (1 + 0.5 * std::sin(0.05 * i))); }, gesture);
    if (timeline.playhead() >= 999) timeline.setPlayhead(0);
    timeline.advance(1.0 / 60);
    QApplication::processEvents();
    state.PauseTiming();
    while (static_cast<double>(timer.nsecsElapsed()) < frame) QApplication::processEvents(QEventLoop::AllEvents, 1);
    state.ResumeTiming();
    if (!view->scene() || view->scene()->result == shown) return;
    shown = view->scene()->result;
    ++pictures;
  });
  state.counters["pictures_per_s"] = second * pictures / static_cast<double>(whole.nsecsElapsed());
}
BENCHMARK_CAPTURE(dragRateUnderMap, sgd, "sgd", 0.008)->Unit(benchmark::kMillisecond)->Iterations(300);
BENCHMARK_CAPTURE(dragRateUnderMap, adam, "adam", 0.05)->Unit(benchmark::kMillisecond)->Iterations(300);

}  // namespace
}  // namespace ravine

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
