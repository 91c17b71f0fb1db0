#include "core/sweep/sweep_map.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <mutex>
#include <span>
#include <system_error>
#include <thread>
#include <utility>

#include "core/base/instruction_set.h"
#include "core/diagnosis/judge_end.h"

namespace ravine {
namespace {

// What lanes differ in; a run that differs in anything else is another run.
bool isOfALane(std::string_view quantity) {
  return quantity == quantity::rate || quantity::isStart(quantity);
}

// 0, 4, 2, 6, 1, 5, 3, 7.
std::vector<int> coarseToFine(int count) {
  const auto bits = static_cast<unsigned>(std::bit_width(static_cast<unsigned>(count - 1)));
  std::vector<int> order;
  for (unsigned i = 0; i < 1U << bits; ++i) {
    unsigned reversed = 0;
    for (unsigned bit = 0; bit < bits; ++bit) reversed |= (i >> bit & 1U) << (bits - 1 - bit);
    if (reversed < static_cast<unsigned>(count)) order.push_back(static_cast<int>(reversed));
  }
  return order;
}

constexpr int kMostCells = 512;  // of a stripe

// So many that a part of each is as large as another, and a multiple of the lanes that are stepped at once.
int evenly(int count, int most) {
  const int parts = (count + most - 1) / most;
  return static_cast<int>(roomFor(static_cast<std::size_t>((count + parts - 1) / parts)));
}

// So few that their states stay in the cache.
int lanesAtOnce(std::int64_t steps) {
  constexpr std::int64_t states = 1 << 14;
  constexpr auto least = static_cast<std::int64_t>(kLanesAtOnce);
  return static_cast<int>(std::clamp<std::int64_t>(states / (steps + 1) / least * least, least, kMostCells));
}

// Lanes of which their ends do not tell all.
struct Doubts {
  std::vector<std::pair<std::size_t, Cell>> resting;  // what it is if they stay
  std::vector<std::size_t> unclear;
};

class SweepWork {
 public:
  SweepWork(const Sweep& sweep, const std::shared_ptr<const Landscape>& landscape, const SweepOptions& options)
      : m_sweep(sweep),
        m_landscape(landscape),
        m_options(options),
        m_wells(wellsOf(*landscape)),
        m_stripes(stripesOf(sweep, options.done ? Order::coarseToFine : Order::along)),
        m_result{sweep, landscape, std::vector<Cell>(sweep.cells())} {
    m_result.lastLosses.resize(sweep.cells() * lossesEach());
  }

  SweepResult run() && {
    std::vector<std::jthread> others;
    const int wanted = std::min(m_options.threads, static_cast<int>(m_stripes.size()));
    try {
      while (std::ssize(others) + 1 < wanted) others.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      // There are no more to be had; those that there are do it all.
    }
    work();
    others.clear();  // waits for them
    if (!m_isGivenUp && m_options.wantsBorders)
      m_result.borders = sweepBorders(m_sweep, *m_landscape, m_options.cancelled);
    if (m_isGivenUp || isCancelled(m_options.cancelled)) return {m_sweep, m_landscape, {}};
    return std::move(m_result);
  }

 private:
  // Of a stripe.
  struct Part {
    std::vector<Cell> cells;
    std::vector<double> lastLosses;
  };

  std::size_t lossesEach() const { return static_cast<std::size_t>(m_options.lastLosses); }

  // A run and that which shows whether it stays where it came to rest, for as many stripes as they serve.
  struct Runs {
    std::optional<LaneRuns> asked;
    std::optional<LaneRuns> longer;
    static LaneRuns& of(const Run& run, std::optional<LaneRuns>& runs) {
      if (!runs || runs->run() != run) runs.emplace(run);
      return *runs;
    }
  };

  void work() {
    Runs runs;
    for (std::size_t i = m_next++; i < m_stripes.size() && !m_isGivenUp; i = m_next++) {
      const Stripe& stripe = m_stripes[i];
      if (const auto part = partOf(stripe, runs))
        take(stripe, *part);
      else
        m_isGivenUp = true;
    }
  }

  void take(const Stripe& stripe, const Part& part) {
    const std::lock_guard lock(m_mutex);
    put(stripe, part.cells, part.lastLosses, m_result);
    if (m_options.done) m_options.done(stripe, part.cells, part.lastLosses);
  }

  // Nothing if cancelled.
  std::optional<Part> partOf(const Stripe& stripe, Runs& runs) const {
    const auto count = static_cast<std::size_t>(stripe.count);
    Part part{std::vector<Cell>(count), std::vector<double>(count * lossesEach())};
    const std::string& along = stripe.upright ? m_sweep.y->quantity : m_sweep.x.quantity;
    const int atOnce = isOfALane(along) ? stripe.count : 1;
    for (int i = 0; i < stripe.count; i += atOnce)
      if (!judge(stripe, i, atOnce, runs, part)) return std::nullopt;
    return part;
  }

  // Cells that differ in nothing but what lanes differ in.
  bool judge(const Stripe& stripe, int from, int count, Runs& runs, Part& part) const {
    std::vector<Cell>& cells = part.cells;
    const Run run = runOfAll(stripe, from);
    std::vector<Lane> lanes;
    for (int i = from; i < from + count; ++i) lanes.push_back(laneAt(run, stripe.column(i), stripe.row(i)));
    const LaneJudge judge(run, *m_landscape, m_wells);
    Doubts doubts;
    std::size_t first = 0;  // of those that are stepped at once
    const auto visit = [&](std::size_t i, const LaneEnd& end, const LaneTrail& trail) {
      const std::size_t lane = first + i;
      keepLastLosses(trail, part.lastLosses.data() + (static_cast<std::size_t>(from) + lane) * lossesEach());
      const auto verdict = judge.judge(end, trail);
      if (!verdict)
        doubts.unclear.push_back(lane);
      else if (verdict->ifItStays)
        doubts.resting.emplace_back(lane, verdict->cell);
      else
        cells[static_cast<std::size_t>(from) + lane] = verdict->cell;
    };
    const std::int64_t kept =
        m_options.tellsSteps ? run.steps + 1 : std::max<std::int64_t>(judge.window(), m_options.lastLosses);
    const auto atOnce = static_cast<std::size_t>(evenly(count, lanesAtOnce(run.steps)));
    LaneRuns& runsOfAll = Runs::of(run, runs.asked);
    for (; first < lanes.size(); first += atOnce) {
      const auto some = std::span(lanes).subspan(first, std::min(atOnce, lanes.size() - first));
      if (!runsOfAll.visit(some, visit, {kept, m_options.cancelled})) return false;
    }
    if (!seeWhetherTheyStay(judge, lanes, from, runs, doubts, cells)) return false;
    for (const std::size_t lane : doubts.unclear) {
      RunResult result;
      result.run = runOfLane(run, lanes[lane]);
      result.landscape = m_landscape;
      result.trajectory = simulate(result.run, {.cancelled = m_options.cancelled});
      if (result.trajectory.end == TrajectoryEnd::cancelled) return false;
      result.diagnosis = judgeEnd(result.run, result.trajectory, *m_landscape, m_options.cancelled);
      if (isCancelled(m_options.cancelled)) return false;
      cells[static_cast<std::size_t>(from) + lane] = cellOf(result);
    }
    return true;
  }

  void keepLastLosses(const LaneTrail& trail, double* to) const {
    const std::int64_t first = trail.last - m_options.lastLosses + 1;
    for (int i = 0; i < m_options.lastLosses; ++i)
      to[i] = first + i >= trail.first ? trail.loss(first + i) : std::numeric_limits<double>::quiet_NaN();
  }

  bool seeWhetherTheyStay(const LaneJudge& judge, const std::vector<Lane>& lanes, int from, Runs& runs, Doubts& doubts,
                          std::vector<Cell>& cells) const {
    if (doubts.resting.empty()) return true;
    LaneRuns& longer = Runs::of(judge.longerRun(), runs.longer);
    const std::span resting(doubts.resting);
    for (std::size_t at = 0; at < resting.size(); at += kMostCells) {
      const auto part = resting.subspan(at, std::min<std::size_t>(kMostCells, resting.size() - at));
      std::vector<Lane> of;
      std::vector<Leash> leashes;
      for (const auto& [lane, cell] : part) {
        of.push_back(lanes[lane]);
        leashes.push_back(judge.leashOf(cell));
      }
      const auto visit = [&](std::size_t i, const LaneEnd& end, const LaneTrail&) {
        const auto& [lane, cell] = part[i];
        if (LaneJudge::hasStayed(end))
          cells[static_cast<std::size_t>(from) + lane] = cell;
        else
          doubts.unclear.push_back(lane);
      };
      const LaneOptions stay{.cancelled = m_options.cancelled, .leashes = leashes, .leashedFrom = m_sweep.run.steps};
      if (!longer.visit(of, visit, stay)) return false;
    }
    return true;
  }

  // The run of a place in a stripe, but for what lanes differ in.
  Run runOfAll(const Stripe& stripe, int at) const {
    Run run = m_sweep.run;
    const auto set = [&run](const SweepAxis& axis, int i) {
      if (!isOfALane(axis.quantity)) setQuantity(run, axis.quantity, axis.at(i));
    };
    set(m_sweep.x, stripe.column(at));
    if (m_sweep.y) set(*m_sweep.y, stripe.row(at));
    return run;
  }

  Lane laneAt(const Run& run, int column, int row) const {
    Lane lane{run.start, nominalRate(run)};
    const auto set = [&lane](const SweepAxis& axis, int i) {
      if (axis.quantity == quantity::rate) lane.lr = axis.at(i);
      if (axis.quantity == quantity::startX) lane.start.x() = axis.at(i);
      if (axis.quantity == quantity::startY) lane.start.y() = axis.at(i);
    };
    set(m_sweep.x, column);
    if (m_sweep.y) set(*m_sweep.y, row);
    return lane;
  }

  const Sweep& m_sweep;
  const std::shared_ptr<const Landscape>& m_landscape;
  const SweepOptions& m_options;
  std::vector<Well> m_wells;
  std::vector<Stripe> m_stripes;
  SweepResult m_result;
  std::atomic_size_t m_next{0};
  std::atomic_bool m_isGivenUp{false};
  std::mutex m_mutex;  // for the cells and for whoever is told
};

}  // namespace

void put(const Stripe& stripe, std::span<const Cell> cells, std::span<const double> lastLosses, SweepResult& result) {
  const std::size_t each = lastLosses.size() / cells.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t at = result.sweep.index(stripe.column(static_cast<int>(i)), stripe.row(static_cast<int>(i)));
    result.cells[at] = cells[i];
    std::ranges::copy(lastLosses.subspan(i * each, each),
                      result.lastLosses.begin() + static_cast<std::ptrdiff_t>(at * each));
  }
}

bool hasUprightStripes(const Sweep& sweep) {
  return sweep.y && !isOfALane(sweep.x.quantity) && isOfALane(sweep.y->quantity);
}

std::vector<Stripe> stripesOf(const Sweep& sweep, Order order) {
  const bool upright = hasUprightStripes(sweep);
  const int lines = upright ? sweep.columns() : sweep.rows();
  const int length = upright ? sweep.rows() : sweep.columns();
  std::vector<Stripe> stripes;
  const bool areAllLanes = isOfALane(sweep.x.quantity) && (!sweep.y || isOfALane(sweep.y->quantity));
  // Of few cells so few that no thread waits long for the last.
  constexpr int few = 64;
  constexpr int fewCells = 16 * few;
  const int most = static_cast<int>(sweep.cells()) < fewCells ? few : kMostCells;
  const auto add = [&](int from, int count) {
    const int each = evenly(count, most);
    for (int first = 0; first < count; first += each)
      stripes.push_back({upright, length, from + first, std::min(each, count - first)});
  };
  if (order == Order::along && areAllLanes)
    add(0, static_cast<int>(sweep.cells()));
  else
    for (const int line : coarseToFine(lines)) add(line * length, length);
  return stripes;
}

SweepOptions optionsFor(SweepValue value) {
  return {.tellsSteps = value == SweepValue::steps || value == SweepValue::basin || value == SweepValue::losses,
          .lastLosses = value == SweepValue::losses ? kLastLosses : 0};
}

SweepResult runSweep(const Sweep& sweep, const std::shared_ptr<const Landscape>& landscape,
                     const SweepOptions& options) {
  return SweepWork(sweep, landscape, options).run();
}

}  // namespace ravine
