#include "core/sweep/lane_runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

#include "core/run/gradient_source.h"
#include "core/sweep/watch_kernels.h"

namespace ravine {
namespace {

constexpr std::int64_t kStepsBetweenPolls = 64;

using Column = std::vector<double>;

// Where lanes are, and the loss there.
struct States {
  Column x, y, loss, gradientX, gradientY;

  explicit States(std::size_t room) : x(room), y(room), loss(room), gradientX(room), gradientY(room) {}

  std::array<Column*, 5> columns() { return {&x, &y, &loss, &gradientX, &gradientY}; }
  void move(std::size_t from, std::size_t to) {
    for (Column* column : columns()) (*column)[to] = (*column)[from];
  }
  void evaluate(const LossFunction& function, std::size_t count) {
    function.gradients({x.data(), y.data(), count}, {loss.data(), gradientX.data(), gradientY.data()});
  }
  WatchedLanes watched(std::size_t count) const {
    return {x.data(), y.data(), loss.data(), gradientX.data(), gradientY.data(), count};
  }
  bool isFinite(std::size_t lane) const {
    return std::isfinite(x[lane]) && std::isfinite(y[lane]) && std::isfinite(loss[lane]) &&
           std::isfinite(gradientX[lane]) && std::isfinite(gradientY[lane]);
  }
};

// The rate of each lane at each step: worked out once where it is the same for all, or for all steps.
class Rates {
 public:
  Rates(const Run& run, std::span<const Lane> lanes, std::size_t room) : m_column(room) {
    const ScheduleInfo& schedule = scheduleInfo(run);
    m_sameLanes = !schedule.listens && std::all_of(lanes.begin(), lanes.end(),
                                                   [&](const Lane& lane) { return lane.lr == lanes.front().lr; });
    m_sameSteps = schedule.constant && run.warmUp == 0;
    const std::size_t different = m_sameLanes ? 1 : lanes.size();
    for (std::size_t i = 0; i < different; ++i) m_rates.push_back(learningRate(runOfLane(run, lanes[i])));
  }

  const double* at(std::int64_t t, const Column& loss, std::size_t lanes) {
    if (m_sameSteps && t > 0) return m_column.data();
    if (m_sameLanes)
      std::fill(m_column.begin(), m_column.end(), m_rates.front()(t, loss.front()));
    else
      for (std::size_t i = 0; i < lanes; ++i) m_column[i] = m_rates[i](t, loss[i]);
    return m_column.data();
  }
  void move(std::size_t from, std::size_t to) {
    m_column[to] = m_column[from];
    if (!m_sameLanes) m_rates[to] = std::move(m_rates[from]);
  }

 private:
  Column m_column;
  std::vector<LearningRate> m_rates;
  bool m_sameLanes;
  bool m_sameSteps;
};

// Lanes that have ended are taken out, so that they cost nothing: the last takes the place of each.
class Block {
 public:
  Block(const Run& run, std::span<const Lane> lanes)
      : m_run(run),
        m_room(roomFor(lanes.size())),
        m_function(makeLossFunction(lossFunctionInfo(run), run.lossFunction.parameters)),
        m_optimizer(optimizerInfo(run).makeLanes(run.optimizer.parameters, m_room)),
        m_source(gradientSource(run, *m_function)),
        m_rates(run, lanes, m_room),
        m_now(m_room),
        m_next(m_room),
        m_seen(m_room),
        m_lowest(m_room),
        m_ends(lanes.size()) {
    for (std::size_t i = 0; i < m_room; ++i) {
      const Lane& lane = lanes[std::min(i, lanes.size() - 1)];
      m_now.x[i] = lane.start.x();
      m_now.y[i] = lane.start.y();
    }
    for (std::size_t i = 0; i < lanes.size(); ++i) m_lanes.push_back(i);
    m_now.evaluate(*m_function, m_room);
    m_lowest = m_now.loss;
  }

  // False if cancelled.
  bool run(const CancelPredicate& cancelled) {
    for (std::int64_t t = 0; t < m_run.steps && !m_lanes.empty(); ++t) {
      if (t % kStepsBetweenPolls == 0 && isCancelled(cancelled)) return false;
      step(t);
    }
    for (std::size_t i = 0; i < m_lanes.size(); ++i) finish(i, m_run.steps, TrajectoryEnd::finished);
    return true;
  }

  std::vector<LaneEnd> ends() && { return std::move(m_ends); }

 private:
  void step(std::int64_t t) {
    const std::size_t count = roomFor(m_lanes.size());
    const double* lr = m_rates.at(t, m_now.loss, m_lanes.size());
    const auto [gradientX, gradientY] = seen(t, count);
    m_optimizer->step(
        {t, m_now.x.data(), m_now.y.data(), gradientX, gradientY, lr, m_next.x.data(), m_next.y.data(), count});
    m_next.evaluate(*m_function, count);
    if (!m_watch.areFinite(m_next.watched(count))) endThoseThatAreNotFinite(t);
    m_watch.keepLowest(m_next.watched(roomFor(m_lanes.size())), m_lowest.data());
    std::swap(m_now, m_next);
  }

  void endThoseThatAreNotFinite(std::int64_t t) {
    for (std::size_t i = 0; i < m_lanes.size();) {
      if (m_next.isFinite(i)) {
        ++i;
        continue;
      }
      finish(i, t, TrajectoryEnd::nonFinite);
      remove(i);
    }
  }

  // The gradients of the whole loss, or what the step sees in their place.
  std::pair<const double*, const double*> seen(std::int64_t t, std::size_t count) {
    const Sight sight = m_source->sight(t);
    const bool whole = sight.function == m_function.get();
    if (whole && sight.noise.isZero()) return {m_now.gradientX.data(), m_now.gradientY.data()};
    m_seen = m_now;
    if (!whole) m_seen.evaluate(*sight.function, count);
    for (std::size_t i = 0; i < count; ++i) {
      m_seen.gradientX[i] += sight.noise.x();
      m_seen.gradientY[i] += sight.noise.y();
    }
    return {m_seen.gradientX.data(), m_seen.gradientY.data()};
  }

  void finish(std::size_t i, std::int64_t steps, TrajectoryEnd end) {
    m_ends[m_lanes[i]] = {{m_now.x[i], m_now.y[i]}, m_now.loss[i], m_lowest[i], steps, end};
  }

  void remove(std::size_t i) {
    const std::size_t last = m_lanes.size() - 1;
    m_now.move(last, i);
    m_next.move(last, i);
    m_lowest[i] = m_lowest[last];
    m_rates.move(last, i);
    m_optimizer->move(last, i);
    m_lanes[i] = m_lanes[last];
    m_lanes.pop_back();
  }

  const Run& m_run;
  std::size_t m_room;
  std::shared_ptr<const LossFunction> m_function;
  std::unique_ptr<LaneOptimizer> m_optimizer;
  std::unique_ptr<GradientSource> m_source;
  WatchKernels m_watch = watchKernels(instructionSet());
  Rates m_rates;
  States m_now;
  States m_next;
  States m_seen;
  Column m_lowest;
  std::vector<std::size_t> m_lanes;  // which lane is where
  std::vector<LaneEnd> m_ends;
};

LaneEnd endOf(const Trajectory& trajectory) {
  return {trajectory.points.back(), trajectory.losses.back(),
          *std::min_element(trajectory.losses.begin(), trajectory.losses.end()), trajectory.steps(), trajectory.end};
}

}  // namespace

Run runOfLane(Run run, const Lane& lane) {
  run.start = lane.start;
  setNominalRate(run, lane.lr);
  return run;
}

std::vector<LaneEnd> runLanes(const Run& run, std::span<const Lane> lanes, const CancelPredicate& cancelled) {
  if (lanes.empty()) return {};
  if (optimizerInfo(run).makeLanes) {
    Block block(run, lanes);
    return block.run(cancelled) ? std::move(block).ends() : std::vector<LaneEnd>();
  }
  // A rule that asks the loss elsewhere too goes lane by lane.
  std::vector<LaneEnd> ends;
  for (const Lane& lane : lanes) {
    const Trajectory trajectory = simulate(runOfLane(run, lane), {.recordCurvature = false, .cancelled = cancelled});
    if (trajectory.end == TrajectoryEnd::cancelled) return {};
    ends.push_back(endOf(trajectory));
  }
  return ends;
}

}  // namespace ravine
