#include "ui/sweep/sweep_worker.h"

#include <QThread>
#include <algorithm>
#include <chrono>
#include <utility>

namespace ravine {
namespace {

constexpr std::chrono::milliseconds kFrame{50};

// One in so many cells along an axis.
constexpr int kCoarse = 4;
constexpr int kCoarsest = 16;

Sweep coarser(Sweep sweep, int by) {
  const auto thin = [&run = sweep.run, by](SweepAxis& axis) {
    axis = withCount(run, axis, std::max(std::min(axis.count, 2), (axis.count - 1) / by + 1));
  };
  thin(sweep.x);
  if (sweep.y) thin(*sweep.y);
  return sweep;
}

// So that all values can be shown of it, and without keeping the window from its frames.
SweepOptions howToSweep(const Sweep& sweep, const CancelPredicate& cancelled) {
  SweepOptions how = optionsFor(sweep.y ? SweepValue::steps : SweepValue::losses);
  how.threads = std::max(1, QThread::idealThreadCount() - 1);
  how.cancelled = cancelled;
  return how;
}

// Without theory's borders, which take longer than these cells.
SweepResult coarsely(const Sweep& sweep, const std::shared_ptr<const Landscape>& landscape,
                     const CancelPredicate& cancelled) {
  SweepOptions how = howToSweep(sweep, cancelled);
  how.wantsBorders = false;
  return runSweep(sweep, landscape, how);
}

// The coarse picture of a sweep, or the coarsest where that takes a while.
SweepResult firstPicture(const Sweep& sweep, const std::shared_ptr<const Landscape>& known,
                         const CancelPredicate& cancelled) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds soon{2};
  const auto landscape =
      known ? known : std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction, cancelled));
  if (isCancelled(cancelled)) return {};
  const Clock::time_point begin = Clock::now();
  const SweepResult coarsest = coarsely(coarser(sweep, kCoarsest), landscape, cancelled);
  if (Clock::now() - begin > soon) return coarsest;
  return coarsely(coarser(sweep, kCoarse), landscape, cancelled);
}

// Theory says the same of both, wherever they start.
bool haveSameBorders(const Sweep& one, const Sweep& other) {
  Run run = one.run;
  run.start = other.run.start;
  return run == other.run;
}

}  // namespace

bool isPictureOf(const Sweep& shown, const Sweep& sweep) {
  const auto isThat = [&shown](const Sweep& other) { return shown.x == other.x && shown.y == other.y; };
  return isThat(sweep) || isThat(coarser(sweep, kCoarse)) || isThat(coarser(sweep, kCoarsest));
}

SweepPicture previewOf(const Sweep& sweep, const SweepResult& before) {
  SweepStream nothingYet(coarser(sweep, kCoarse));
  nothingYet.beginWith(before);
  return nothingYet.picture();
}

SweepWorker::SweepWorker(JobPool& pool, Deliver deliver)
    : m_deliver(std::move(deliver)),
      m_coarse(pool, [this](const SweepResult& coarse) { takeCoarse(coarse); }),
      m_all(pool, [this](std::monostate) { takeNews(); }) {
  m_clock.setInterval(kFrame);
  m_clock.callOnTimeout([this] { takeNews(); });
}

void SweepWorker::start(const Sweep& sweep, const std::shared_ptr<const Landscape>& landscape) {
  m_sweep = sweep;
  m_all.abandon();
  m_stream.reset();
  if (std::exchange(m_isRefining, false)) m_coarse.abandon();
  m_coarse.start(
      [sweep, landscape](const CancelPredicate& cancelled) { return firstPicture(sweep, landscape, cancelled); });
  m_clock.start();
}

void SweepWorker::abandon() {
  m_clock.stop();
  m_stream.reset();
  m_isRefining = false;
  m_coarse.abandon();
  m_all.abandon();
}

void SweepWorker::finish() {
  m_coarse.finish();
  m_all.finish();
  if (m_stream) takeNews();
}

// It may be of the request before, while the next one is on its way: then it is shown, and that follows.
void SweepWorker::takeCoarse(const SweepResult& coarse) {
  if (coarse.cells.empty() || !isPictureOf(coarse.sweep, m_sweep)) return;
  const bool isWanted = coarse.sweep.run == m_sweep.run;
  auto shown = std::make_shared<SweepResult>(coarse);
  if (m_whole && isPictureOf(coarse.sweep, m_whole->sweep) && haveSameBorders(coarse.sweep, m_whole->sweep))
    shown->borders = m_whole->borders;
  const SweepPicture picture{shown, std::vector<Standing>(coarse.cells.size(), Standing::preview)};
  m_deliver(&picture, isWanted ? static_cast<double>(coarse.cells.size()) / static_cast<double>(m_sweep.cells()) : 0);
  if (!isWanted) return;
  if (coarse.cells.size() < coarser(m_sweep, kCoarse).cells())
    refine(coarse);
  else
    workOut(*shown);
}

void SweepWorker::refine(const SweepResult& coarsest) {
  m_isRefining = true;
  m_coarse.start([finer = coarser(m_sweep, kCoarse), landscape = coarsest.landscape](const CancelPredicate& cancelled) {
    return coarsely(finer, landscape, cancelled);
  });
}

void SweepWorker::workOut(const SweepResult& coarse) {
  m_isRefining = false;
  m_stream = std::make_shared<SweepStream>(m_sweep);
  m_stream->beginWith(coarse);
  m_all.start([stream = m_stream, sweep = m_sweep, landscape = coarse.landscape](const CancelPredicate& cancelled) {
    SweepOptions how = howToSweep(sweep, cancelled);
    how.done = [&stream](const Stripe& stripe, std::span<const Cell> cells, std::span<const double> lastLosses) {
      stream->take(stripe, cells, lastLosses);
    };
    stream->end(runSweep(sweep, landscape, how).borders);
    return std::monostate();
  });
}

void SweepWorker::takeNews() {
  if (!m_stream) return m_deliver(nullptr, 0);
  if (!m_stream->hasNews()) return;
  if (m_stream->hasEnded()) m_clock.stop();
  const SweepPicture picture = m_stream->picture();
  if (picture.standings.empty()) m_whole = picture.result;
  m_deliver(&picture, m_stream->known());
}

}  // namespace ravine
