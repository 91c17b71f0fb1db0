#include "core/data/data_sets.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>

#include "core/base/random_numbers.h"

namespace ravine {
namespace {

// Four decimals are all that anybody reads, and make the same text on every platform.
double rounded(double value) {
  constexpr double perUnit = 1e4;
  return std::round(value * perUnit) / perUnit;
}

Datum row(double x, double y) {
  return {rounded(x), 0, rounded(y)};
}

// What all sets share.
struct Made {
  std::int64_t n = 40;
  std::int64_t seed = 1;
};

template <class S>
std::vector<Setting<S>> withSize(std::vector<Setting<S>> more) {
  std::vector<Setting<S>> all{setting<S, std::int64_t>("n", &S::n, between(2, DataTable::kMostRows),
                                                       CORE_TEXT("Parameter", "How many rows there are")),
                              setting<S, std::int64_t>("seed", &S::seed, between(0, 9e15),
                                                       CORE_TEXT("Parameter", "The same seed gives the same data"))};
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return all;
}

template <class S>
DataSetInfo dataSet(std::string id, Message name, Message teaches, std::vector<Setting<S>> more) {
  const std::vector<Setting<S>> settings = withSize(std::move(more));
  return {std::move(id),
          std::move(name),
          S::inputs,
          S::labels,
          describe(settings),
          std::move(teaches),
          [settings](const ParameterSet& set) { return settingsFrom(settings, set).make(); }};
}

// One input, evenly spread, and a number.
struct Scattered : Made {
  static constexpr int inputs = 1;
  static constexpr bool labels = false;

 protected:
  // `target` makes y of x and the random numbers.
  template <class Target>
  DataTable scatter(double from, double to, Target target) const {
    RandomNumbers random(seed);
    DataTable table;
    for (std::int64_t i = 0; i < n; ++i) {
      const double x = random.uniform(from, to);
      table.rows.push_back(row(x, target(x, random)));
    }
    return table;
  }
};

// y = slope·x + intercept and noise.
struct LineWithNoise : Scattered {
  double slope = 1.5;
  double intercept = 0.5;
  double noise = 0.5;
  double from = -2;
  double to = 2;

  DataTable make() const {
    return scatter(from, to,
                   [this](double x, RandomNumbers& random) { return slope * x + intercept + noise * random.normal(); });
  }
};

std::vector<Setting<LineWithNoise>> lineSettings() {
  return {setting("slope", &LineWithNoise::slope, Range{}, CORE_TEXT("Parameter", "How steep the line is")),
          setting("intercept", &LineWithNoise::intercept, Range{}, CORE_TEXT("Parameter", "Where it crosses x = 0")),
          setting("noise", &LineWithNoise::noise, atLeast(0),
                  CORE_TEXT("Parameter", "Standard deviation of the targets about it"))};
}

// Inputs whose mean is far from 0: a wide valley of the loss becomes a narrow one.
struct UnequalScales : LineWithNoise {
  UnequalScales() {
    slope = 0.5;
    intercept = 1;
    noise = 0.4;
    from = 1;
    to = 9;
  }
};

std::vector<Setting<UnequalScales>> unequalSettings() {
  return {setting<UnequalScales, double>("slope", &UnequalScales::slope, Range{},
                                         CORE_TEXT("Parameter", "How steep the line is")),
          setting<UnequalScales, double>("intercept", &UnequalScales::intercept, Range{},
                                         CORE_TEXT("Parameter", "Where it crosses x = 0")),
          setting<UnequalScales, double>("noise", &UnequalScales::noise, atLeast(0),
                                         CORE_TEXT("Parameter", "Standard deviation of the targets about it")),
          setting<UnequalScales, double>("from", &UnequalScales::from, between(-1e6, 1e6),
                                         CORE_TEXT("Parameter", "The least input")),
          setting<UnequalScales, double>("to", &UnequalScales::to, between(-1e6, 1e6),
                                         CORE_TEXT("Parameter", "The greatest input"))};
}

// The rows with the greatest inputs are moved off the line.
struct LineWithOutliers : Made {
  static constexpr int inputs = 1;
  static constexpr bool labels = false;
  std::int64_t outliers = 3;
  double shift = -12;

  DataTable make() const {
    LineWithNoise line;
    line.n = n;
    line.seed = seed;
    DataTable table = line.make();
    std::vector<std::size_t> order(table.rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return table.rows[a].x > table.rows[b].x; });
    const auto moved = std::min(order.size(), static_cast<std::size_t>(outliers));
    for (std::size_t i = 0; i < moved; ++i) table.rows[order[i]].y = rounded(table.rows[order[i]].y + shift);
    return table;
  }
};

// y = height·tanh(steepness·x) and noise.
struct SCurve : Scattered {
  double height = 1.5;
  double steepness = 1.2;
  double noise = 0.2;

  DataTable make() const {
    return scatter(-2, 2, [this](double x, RandomNumbers& random) {
      return height * std::tanh(steepness * x) + noise * random.normal();
    });
  }
};

// −1 to the left of a place and 1 to the right, and noise.
struct StepData : Scattered {
  double at = 0.5;
  double noise = 0.15;

  DataTable make() const {
    return scatter(-3, 3,
                   [this](double x, RandomNumbers& random) { return (x < at ? -1 : 1) + noise * random.normal(); });
  }
};

// The class 1 is ever more likely from left to right.
struct PassOrFail : Scattered {
  static constexpr bool labels = true;
  double at = 0.5;
  double steepness = 2;

  DataTable make() const {
    return scatter(-3, 3, [this](double x, RandomNumbers& random) {
      return random.uniform() < 1 / (1 + std::exp(-steepness * (x - at))) ? 1 : 0;
    });
  }
};

// Two clouds on opposite sides of the origin.
struct Clouds : Made {
  static constexpr int inputs = 2;
  static constexpr bool labels = true;
  double distance = 2;
  double spread = 1;
  double scale2 = 1;

  // Every other row is of the class 1.
  template <class Accepts>
  DataTable make(Accepts accepts) const {
    RandomNumbers random(seed);
    DataTable table{inputs, {}};
    const Vector2 direction = Vector2(2, 1).normalized();
    while (static_cast<std::int64_t>(table.rows.size()) < n) {
      const double label = table.rows.size() % 2 == 0 ? 0 : 1;
      const double side = label == 1 ? 1 : -1;
      const double along = random.normal();
      const double across = random.normal();
      const Vector2 point = 0.5 * side * distance * direction + spread * Vector2(along, across);
      if (!accepts(side * point.dot(direction))) continue;
      table.rows.push_back({rounded(point.x()), rounded(scale2 * point.y()), label});
    }
    return table;
  }
  DataTable make() const {
    return make([](double) { return true; });
  }
};

template <class S>
Setting<S> secondScale() {
  return setting<S, double>("scale2", &S::scale2, between(0.001, 1000),
                            CORE_TEXT("Parameter", "The second input is multiplied by this"));
}

// The same with an empty strip between them.
struct SeparableClouds : Clouds {
  double gap = 0.6;

  SeparableClouds() { distance = 3; }

  DataTable make() const {
    return Clouds::make([this](double beyond) { return beyond > 0.5 * gap; });
  }
};

std::vector<DataSetInfo> allSets() {
  return {
      dataSet<LineWithNoise>("noisy_line", CORE_TEXT("DataSet", "Line with noise"),
                             CORE_TEXT("DataSet", "A straight line that the targets scatter about."), lineSettings()),
      dataSet<LineWithOutliers>(
          "outliers", CORE_TEXT("DataSet", "Line with outliers"),
          CORE_TEXT("DataSet", "A few rows far off the line: with squared errors they turn the valley."),
          {setting("outliers", &LineWithOutliers::outliers, between(0, DataTable::kMostRows),
                   CORE_TEXT("Parameter", "How many rows are moved off the line")),
           setting("shift", &LineWithOutliers::shift, Range{},
                   CORE_TEXT("Parameter", "How far up they are moved; down where it is negative"))}),
      dataSet<UnequalScales>(
          "unequal_scales", CORE_TEXT("DataSet", "Unequal scales"),
          CORE_TEXT("DataSet", "Inputs far from 0: the curvatures differ a hundredfold until they are standardized."),
          unequalSettings()),
      dataSet<SCurve>("s_curve", CORE_TEXT("DataSet", "S-curve"),
                      CORE_TEXT("DataSet", "A curve that levels off on both sides, with noise."),
                      {setting("height", &SCurve::height, Range{}, CORE_TEXT("Parameter", "Where it levels off")),
                       setting("steepness", &SCurve::steepness, Range{},
                               CORE_TEXT("Parameter", "How steep it is at x = 0, against its height")),
                       setting("noise", &SCurve::noise, atLeast(0),
                               CORE_TEXT("Parameter", "Standard deviation of the targets about it"))}),
      dataSet<StepData>("step", CORE_TEXT("DataSet", "Step"),
                        CORE_TEXT("DataSet", "−1 on the left and 1 on the right, with noise."),
                        {setting("at", &StepData::at, between(-3, 3), CORE_TEXT("Parameter", "Where the step is")),
                         setting("noise", &StepData::noise, atLeast(0),
                                 CORE_TEXT("Parameter", "Standard deviation of the targets about it"))}),
      dataSet<PassOrFail>(
          "pass_or_fail", CORE_TEXT("DataSet", "Pass or fail"),
          CORE_TEXT("DataSet", "Classes 0 and 1 of one input: the farther right, the likelier is 1."),
          {setting("at", &PassOrFail::at, between(-3, 3), CORE_TEXT("Parameter", "Where both are equally likely")),
           setting("steepness", &PassOrFail::steepness, atLeast(0),
                   CORE_TEXT("Parameter", "How suddenly it changes there"))}),
      dataSet<Clouds>("overlapping_clouds", CORE_TEXT("DataSet", "Clouds that overlap"),
                      CORE_TEXT("DataSet", "Two classes that no line can part: the loss has a minimum."),
                      {setting<Clouds, double>("distance", &Clouds::distance, atLeast(0),
                                               CORE_TEXT("Parameter", "Between the centres of the clouds")),
                       setting<Clouds, double>("spread", &Clouds::spread, moreThan(0),
                                               CORE_TEXT("Parameter", "Standard deviation of each cloud")),
                       secondScale<Clouds>()}),
      dataSet<SeparableClouds>(
          "separable_clouds", CORE_TEXT("DataSet", "Clouds that can be separated"),
          CORE_TEXT("DataSet",
                    "Two classes that a line parts: the weights grow for ever, and the loss falls for ever."),
          {setting<SeparableClouds, double>("gap", &SeparableClouds::gap, between(0, 3),
                                            CORE_TEXT("Parameter", "Width of the empty strip between them")),
           secondScale<SeparableClouds>()}),
  };
}

// The tables made lately, so that a drag does not make them anew at every move.
class MadeTables {
 public:
  std::shared_ptr<const DataTable> of(const DataSetInfo& set, const ParameterSet& parameters) {
    {
      const std::lock_guard lock(m_mutex);
      for (const Entry& entry : m_entries)
        if (entry.id == set.id && entry.parameters == parameters) return entry.table;
    }
    auto table = std::make_shared<const DataTable>(set.make(parameters));
    const std::lock_guard lock(m_mutex);
    m_entries.push_front({set.id, parameters, table});
    if (m_entries.size() > kMost) m_entries.pop_back();
    return table;
  }

 private:
  struct Entry {
    std::string id;
    ParameterSet parameters;
    std::shared_ptr<const DataTable> table;
  };
  static constexpr std::size_t kMost = 16;
  std::mutex m_mutex;
  std::deque<Entry> m_entries;
};

}  // namespace

const std::vector<DataSetInfo>& dataSets() {
  static const std::vector<DataSetInfo> all = allSets();
  return all;
}

const DataSetInfo* findDataSet(std::string_view id) {
  const auto& all = dataSets();
  const auto found = std::find_if(all.begin(), all.end(), [&](const DataSetInfo& set) { return set.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::shared_ptr<const DataTable> tableOf(const DataChoice& choice, Problems& problems) {
  if (choice.rows) {
    const Problems found = check(*choice.rows);
    problems.insert(problems.end(), found.begin(), found.end());
    return found.empty() ? choice.rows.pointer() : nullptr;
  }
  const DataSetInfo* set = findDataSet(choice.id);
  if (!set) {
    std::vector<std::string> ids;
    for (const DataSetInfo& info : dataSets()) ids.push_back(info.id);
    problems.push_back({"data", CORE_TEXT("Problem", "there is no '%1'").with(excerpt(choice.id)),
                        didYouMean(choice.id, ids, CORE_TEXT("Problem", "see the list of ids with 'ravine list'"))});
    return nullptr;
  }
  const Problems found = check(set->parameters, choice.parameters, "data");
  problems.insert(problems.end(), found.begin(), found.end());
  if (!found.empty()) return nullptr;
  static MadeTables made;
  return made.of(*set, choice.parameters);
}

}  // namespace ravine
