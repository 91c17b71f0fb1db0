#include "core/sweep/lane_runs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
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
    if (m_sameSteps)
      for (std::size_t i = 0; i < lanes.size(); ++i) m_column[i] = lanes[i].lr;
    if (m_sameSteps) fillRest(lanes.size());
    const std::size_t different = m_sameSteps ? 0 : m_sameLanes ? 1 : lanes.size();
    for (std::size_t i = 0; i < different; ++i) m_rates.push_back(learningRate(runOfLane(run, lanes[i])));
  }

  const double* at(std::int64_t t, const Column& loss, std::size_t lanes) {
    if (m_sameSteps) return m_column.data();
    if (m_sameLanes)
      std::fill(m_column.begin(), m_column.end(), m_rates.front()(t, loss.front()));
    else
      for (std::size_t i = 0; i < lanes; ++i) m_column[i] = m_rates[i](t, loss[i]);
    fillRest(lanes);
    return m_column.data();
  }
  void move(std::size_t from, std::size_t to) {
    m_column[to] = m_column[from];
    if (!m_sameLanes && !m_sameSteps) m_rates[to] = std::move(m_rates[from]);
  }
  // The places that hold no lane do as the first does.
  void fillRest(std::size_t lanes) {
    std::fill(m_column.begin() + static_cast<std::ptrdiff_t>(lanes), m_column.end(), m_column.front());
  }
  double last(std::size_t lane) const { return m_column[lane]; }

  // They are known for many steps at once.
  bool areKnown() const { return m_sameLanes || m_sameSteps; }
  // Those of each lane if they stay, otherwise those of the steps from t on, which are the same for all lanes.
  std::pair<const double*, const double*> ofSteps(std::int64_t t, std::int64_t steps) {
    if (m_sameSteps) return {m_column.data(), nullptr};
    m_ofSteps.clear();
    for (std::int64_t i = 0; i < steps; ++i) m_ofSteps.push_back(m_rates.front()(t + i, 0));
    return {nullptr, m_ofSteps.data()};
  }
  void tookSteps() {
    if (!m_sameSteps) std::fill(m_column.begin(), m_column.end(), m_ofSteps.back());
  }

 private:
  Column m_column;
  Column m_ofSteps;
  std::vector<LearningRate> m_rates;
  bool m_sameLanes;
  bool m_sameSteps;
};

// The last states of lanes, one after the other in a ring.
class Trails {
 public:
  Trails(std::int64_t kept, std::int64_t steps, std::size_t room)
      : m_kept(std::min(kept, steps + 1)),
        m_from(steps - m_kept + 1),
        m_room(room),
        m_states(3 * room * static_cast<std::size_t>(m_kept)) {}

  void keep(std::int64_t t, const States& states, std::size_t count) {
    if (t < m_from || m_kept == 0) return;
    double* to = m_states.data() + stateAt(t);
    for (const Column* column : {&states.x, &states.y, &states.loss}) {
      std::copy_n(column->data(), count, to);
      to += m_room;
    }
  }
  void move(std::size_t from, std::size_t to) {
    for (std::size_t row = 0; row < m_states.size(); row += m_room) m_states[row + to] = m_states[row + from];
  }
  // So many more steps are all kept, or none of their states is.
  std::int64_t alike(std::int64_t t) const {
    return t + 1 < m_from ? m_from - 1 - t : std::numeric_limits<std::int64_t>::max();
  }
  // For a stride from t on.
  StateRing ring(std::int64_t t) {
    const bool isKept = m_kept > 0 && t + 1 >= m_from;
    return {isKept ? m_states.data() : nullptr, m_room, m_kept, isKept ? t % m_kept : 0};
  }
  // Of a lane whose last state is that of step `last`.
  LaneTrail of(std::size_t lane, std::int64_t last) const {
    if (m_kept == 0) return {nullptr, nullptr, nullptr, 0, 0, 1, 0, last + 1, last};
    const double* x = m_states.data() + lane;
    const auto apart = static_cast<std::ptrdiff_t>(3 * m_room);
    return {x, x + m_room, x + 2 * m_room, apart, apart, m_kept, m_from / m_kept * m_kept, m_from, last};
  }

 private:
  std::size_t stateAt(std::int64_t t) const { return static_cast<std::size_t>(t % m_kept) * 3 * m_room; }

  std::int64_t m_kept;
  std::int64_t m_from;  // the first step whose state is kept
  std::size_t m_room;
  Column m_states;
};

// Where lanes are to stay.
class Leashes {
 public:
  Leashes(std::span<const Leash> leashes, std::int64_t from, std::size_t room)
      : m_leashes(leashes.begin(), leashes.end()), m_from(from) {
    if (leashes.empty()) return;
    m_leashes.resize(room, leashes.back());
    constexpr double surely = 1 - 1e-12;
    for (const Leash& leash : m_leashes) {
      m_x.push_back(leash.centre.x());
      m_y.push_back(leash.centre.y());
      m_squares.push_back(surely * leash.length * leash.length);
    }
  }

  bool hold(std::int64_t t) const { return !m_leashes.empty() && t >= m_from; }
  bool has(std::size_t lane, const Vector2& point) const {
    return (point - m_leashes[lane].centre).norm() <= m_leashes[lane].length;
  }
  Circles circles() const { return {m_x.data(), m_y.data(), m_squares.data()}; }
  // For so many more steps they all hold, or none does.
  std::int64_t alike(std::int64_t t) const {
    return !m_leashes.empty() && t + 1 < m_from ? m_from - 1 - t : std::numeric_limits<std::int64_t>::max();
  }
  void move(std::size_t from, std::size_t to) {
    if (m_leashes.empty()) return;
    m_leashes[to] = m_leashes[from];
    for (Column* column : {&m_x, &m_y, &m_squares}) (*column)[to] = (*column)[from];
  }

 private:
  std::vector<Leash> m_leashes;
  std::int64_t m_from;
  Column m_x, m_y, m_squares;  // those within which they surely hold
};

// How many steps are tried at once. Where a lane ends among them none is made: so fewer are tried, and at last each
// step is made by itself.
class StrideLength {
 public:
  // 0 for a step by itself.
  std::int64_t at(std::int64_t t) const { return t < m_single ? 0 : m_length; }
  void succeeded() { m_length = std::min(2 * m_length, kMost); }
  void failed(std::int64_t t, std::int64_t steps) {
    constexpr std::int64_t fewer = 4;
    m_length = std::max(kLeast, steps / fewer);
    if (steps <= kLeast) m_single = t + steps;
  }

 private:
  static constexpr std::int64_t kLeast = 4;
  static constexpr std::int64_t kMost = 64;
  std::int64_t m_length = kLeast;
  std::int64_t m_single = 0;  // until this step
};

// Lanes that have ended are taken out, so that they cost nothing: the last takes the place of each.
class Block {
 public:
  Block(const Run& run, const LossFunction& function, LaneOptimizer& optimizer, std::span<const Lane> lanes,
        const LaneVisitor& visit, const LaneOptions& options)
      : m_run(run),
        m_visit(visit),
        m_room(roomFor(lanes.size())),
        m_function(function),
        m_optimizer(optimizer),
        m_source(gradientSource(run, function)),
        m_rates(run, lanes, m_room),
        m_now(m_room),
        m_next(m_room),
        m_seen(m_room),
        m_nextLowest(m_room),
        m_trails(options.kept, run.steps, m_room),
        m_leashes(options.leashes, options.leashedFrom, m_room) {
    for (std::size_t i = 0; i < m_room; ++i) {
      const Lane& lane = lanes[std::min(i, lanes.size() - 1)];
      m_now.x[i] = lane.start.x();
      m_now.y[i] = lane.start.y();
    }
    for (std::size_t i = 0; i < lanes.size(); ++i) m_lanes.push_back(i);
    m_now.evaluate(m_function, m_room);
    m_optimizer.begin(m_room);
    const auto formula = m_function.kernelFormula();
    if (formula && m_optimizer.canStride(*formula) && m_rates.areKnown() && !isStochastic(run)) m_formula = formula;
    m_first = m_lowest = m_now.loss;
    m_trails.keep(0, m_now, m_room);
  }

  // False if cancelled.
  bool run(const CancelPredicate& cancelled) {
    endThoseThatAreNotFinite(m_now, 0, false);
    std::int64_t polled = -kStepsBetweenPolls;
    for (std::int64_t t = 0; t < m_run.steps && !m_lanes.empty();) {
      if (t - polled >= kStepsBetweenPolls) {
        if (isCancelled(cancelled)) return false;
        polled = t;
      }
      if (const std::int64_t steps = stride(t)) {
        t += steps;
        continue;
      }
      step(t);
      ++t;
    }
    for (std::size_t i = 0; i < m_lanes.size(); ++i) visit(i, m_run.steps, {.end = TrajectoryEnd::finished});
    return true;
  }

 private:
  // How many steps it could make at once.
  std::int64_t stride(std::int64_t t) {
    if (!m_formula) return 0;
    const std::int64_t steps = std::min({m_strideLength.at(t), m_run.steps - t, m_trails.alike(t), m_leashes.alike(t)});
    if (steps < 2) return 0;
    const auto [lr, lrOfSteps] = m_rates.ofSteps(t, steps);
    const LaneStride stride{t,
                            steps,
                            m_now.x.data(),
                            m_now.y.data(),
                            m_lowest.data(),
                            lr,
                            lrOfSteps,
                            m_next.x.data(),
                            m_next.y.data(),
                            m_next.loss.data(),
                            m_next.gradientX.data(),
                            m_next.gradientY.data(),
                            m_nextLowest.data(),
                            m_trails.ring(t),
                            m_leashes.hold(t + 1) ? m_leashes.circles() : Circles(),
                            roomFor(m_lanes.size())};
    if (!m_optimizer.stride(*m_formula, stride)) {
      m_strideLength.failed(t, steps);
      return this->stride(t);
    }
    m_strideLength.succeeded();
    m_rates.tookSteps();
    std::swap(m_now, m_next);
    std::swap(m_lowest, m_nextLowest);
    return steps;
  }

  void step(std::int64_t t) {
    const std::size_t count = roomFor(m_lanes.size());
    const double* lr = m_rates.at(t, m_now.loss, m_lanes.size());
    const auto [gradientX, gradientY] = seen(t, count);
    m_optimizer.step(
        {t, m_now.x.data(), m_now.y.data(), gradientX, gradientY, lr, m_next.x.data(), m_next.y.data(), count});
    m_next.evaluate(m_function, count);
    if (!m_kernels.watch(m_next.watched(count), m_lowest.data(), m_nextLowest.data()))
      endThoseThatAreNotFinite(m_next, t, true);
    std::swap(m_now, m_next);
    std::swap(m_lowest, m_nextLowest);
    const std::size_t left = roomFor(m_lanes.size());
    m_trails.keep(t + 1, m_now, left);
    if (m_leashes.hold(t + 1) && !m_kernels.areInside(m_now.watched(left), m_leashes.circles()))
      giveUpThoseThatHaveLeft(t + 1);
  }

  void giveUpThoseThatHaveLeft(std::int64_t t) {
    const std::size_t before = m_lanes.size();
    for (std::size_t i = 0; i < m_lanes.size();) {
      if (m_leashes.has(i, {m_now.x[i], m_now.y[i]})) {
        ++i;
        continue;
      }
      visit(i, t, {.hasLeft = true});
      remove(i);
    }
    if (m_lanes.size() < before) fillRest();
  }

  void endThoseThatAreNotFinite(const States& states, std::int64_t steps, bool began) {
    const std::size_t before = m_lanes.size();
    for (std::size_t i = 0; i < m_lanes.size();) {
      if (states.isFinite(i)) {
        ++i;
        continue;
      }
      visit(i, steps, {.end = TrajectoryEnd::nonFinite, .began = began, .nonFiniteLoss = states.loss[i]});
      remove(i);
    }
    if (m_lanes.size() < before) fillRest();
  }

  // The gradients of the whole loss, or what the step sees in their place.
  std::pair<const double*, const double*> seen(std::int64_t t, std::size_t count) {
    const Sight sight = m_source->sight(t);
    const bool whole = sight.function == &m_function;
    if (whole && sight.noise.isZero()) return {m_now.gradientX.data(), m_now.gradientY.data()};
    m_seen = m_now;
    if (!whole) m_seen.evaluate(*sight.function, count);
    for (std::size_t i = 0; i < count; ++i) {
      m_seen.gradientX[i] += sight.noise.x();
      m_seen.gradientY[i] += sight.noise.y();
    }
    return {m_seen.gradientX.data(), m_seen.gradientY.data()};
  }

  void visit(std::size_t i, std::int64_t steps, LaneEnd end) {
    end.point = {m_now.x[i], m_now.y[i]};
    end.loss = m_now.loss[i];
    end.firstLoss = m_first[i];
    end.lowestLoss = m_lowest[i];
    if (end.end == TrajectoryEnd::finished) end.lastLr = m_rates.last(i);
    end.steps = steps;
    m_visit(m_lanes[i], end, m_trails.of(i, steps));
  }

  void remove(std::size_t i) {
    const std::size_t last = m_lanes.size() - 1;
    m_now.move(last, i);
    m_next.move(last, i);
    m_first[i] = m_first[last];
    m_lowest[i] = m_lowest[last];
    m_nextLowest[i] = m_nextLowest[last];
    m_trails.move(last, i);
    m_leashes.move(last, i);
    m_rates.move(last, i);
    m_optimizer.move(last, i);
    m_lanes[i] = m_lanes[last];
    m_lanes.pop_back();
  }

  // The places that are stepped with the others but hold no lane do as the first does.
  void fillRest() {
    m_rates.fillRest(m_lanes.size());
    for (std::size_t i = m_lanes.size(); i < roomFor(m_lanes.size()); ++i) {
      m_now.move(0, i);
      m_next.move(0, i);
      m_leashes.move(0, i);
      m_optimizer.move(0, i);
    }
  }

  const Run& m_run;
  const LaneVisitor& m_visit;
  std::size_t m_room;
  const LossFunction& m_function;
  LaneOptimizer& m_optimizer;
  std::unique_ptr<GradientSource> m_source;
  WatchKernels m_kernels = watchKernels(instructionSet());
  Rates m_rates;
  States m_now;
  States m_next;
  States m_seen;
  Column m_first;
  Column m_lowest;
  Column m_nextLowest;
  Trails m_trails;
  Leashes m_leashes;
  std::vector<std::size_t> m_lanes;        // which lane is where
  std::optional<KernelFormula> m_formula;  // if many steps can be made at once
  StrideLength m_strideLength;
};

LaneEnd endOf(const Trajectory& t) {
  return {.point = t.points.back(),
          .loss = t.losses.back(),
          .firstLoss = t.losses.front(),
          .lowestLoss = *std::min_element(t.losses.begin(), t.losses.end()),
          .lastLr = t.end == TrajectoryEnd::finished ? t.lrs.back() : 0,
          .steps = t.steps(),
          .end = t.end,
          .nonFiniteLoss = t.nonFiniteLoss};
}

// Rules that ask the loss elsewhere too go lane by lane.
bool runOneByOne(const Run& run, const LossFunction& function, std::span<const Lane> lanes, const LaneVisitor& visit,
                 const LaneOptions& options) {
  const Leashes leashes(options.leashes, options.leashedFrom, lanes.size());
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    Trajectory trajectory;
    bool began = true;
    if (const auto f = function.gradient(lanes[i].start); std::isfinite(f.value) && isFinite(f.gradient)) {
      trajectory = simulate(runOfLane(run, lanes[i]), {.recordCurvature = false, .cancelled = options.cancelled});
    } else {
      trajectory.points = {lanes[i].start};
      trajectory.losses = {f.value};
      trajectory.end = TrajectoryEnd::nonFinite;
      began = false;
    }
    if (trajectory.end == TrajectoryEnd::cancelled) return false;
    LaneEnd end = endOf(trajectory);
    end.began = began;
    for (std::int64_t t = 0; t <= trajectory.steps() && !end.hasLeft; ++t)
      end.hasLeft = leashes.hold(t) && !leashes.has(i, trajectory.points[static_cast<std::size_t>(t)]);
    visit(i, end, trailOf(trajectory));
  }
  return true;
}

}  // namespace

Run runOfLane(Run run, const Lane& lane) {
  run.start = lane.start;
  setNominalRate(run, lane.lr);
  return run;
}

LaneTrail trailOf(const Trajectory& trajectory) {
  const double* x = trajectory.points.front().data();
  return {x, x + 1, trajectory.losses.data(), 2, 1, trajectory.steps() + 1, 0, 0, trajectory.steps()};
}

LaneRuns::LaneRuns(const Run& run)
    : m_run(run), m_function(makeLossFunction(lossFunctionInfo(run), run.lossFunction.parameters)) {
  if (const auto& makeLanes = optimizerInfo(run).makeLanes) m_optimizer = makeLanes(run.optimizer.parameters);
}

LaneRuns::~LaneRuns() = default;

bool LaneRuns::visit(std::span<const Lane> lanes, const LaneVisitor& visit, const LaneOptions& options) {
  if (lanes.empty()) return true;
  if (!m_optimizer) return runOneByOne(m_run, *m_function, lanes, visit, options);
  Block block(m_run, *m_function, *m_optimizer, lanes, visit, options);
  return block.run(options.cancelled);
}

bool runLanes(const Run& run, std::span<const Lane> lanes, const LaneVisitor& visit, const LaneOptions& options) {
  return LaneRuns(run).visit(lanes, visit, options);
}

}  // namespace ravine
