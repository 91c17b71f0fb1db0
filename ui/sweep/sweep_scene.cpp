#include "ui/sweep/sweep_scene.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/optimizer/stability.h"
#include "ui/look/map_colour.h"
#include "ui/look/mixed.h"
#include "ui/look/run_look.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr std::size_t kMostBasins = 14;  // in the legend
constexpr double kGround = 0.35;         // how much of its colour a class has where it is not what is shown

struct Sweeps {
  Q_DECLARE_TR_FUNCTIONS(Sweeps)
};

// What rounding has left of 0, measured against what there is besides.
double withoutRounding(double value, double scale) {
  constexpr double nothing = 1e-12;
  return std::abs(value) < nothing * scale ? 0 : value;
}

bool hasSettled(const Cell& cell) {
  return cell.outcome == CellOutcome::converged || cell.outcome == CellOutcome::trapped;
}

// Okabe & Ito (2008), toned down to be a ground; `strength` 1 is as much of the colour as there may be.
CellLook lookOf(CellOutcome outcome, const Theme& theme, double strength = 1) {
  const auto toned = [&](const QColor& colour, double part) {
    const int grey = qGray(colour.rgb());
    return mixed(theme.card, theme.grey ? QColor(grey, grey, grey) : colour, strength * part);
  };
  switch (outcome) {
    case CellOutcome::converged:
      return {toned(QColor(0x009e73), theme.washesOut ? 0.95 : 0.8)};
    case CellOutcome::trapped:
      return {toned(QColor(0xcc79a7), theme.grey ? 0.45 : theme.washesOut ? 0.95 : 0.8)};
    case CellOutcome::unsettled:
      return {toned(QColor(0xf0c75a), theme.dark ? 0.55 : 0.6), Hatch::rising};
    case CellOutcome::diverged:
      return {toned(QColor(0xd55e00), theme.washesOut ? 0.9 : 0.7), Hatch::crossed};
    case CellOutcome::gone:
      return {toned(QColor(0x56b4e9), 0.5), Hatch::rising};
    case CellOutcome::undefined:
      break;
  }
  return {mixed(theme.card, theme.text, 0.22)};
}

// The parameter that is swept is not said, for it has no one value.
Run withoutSwept(Run run, const SweepAxis& axis) {
  const std::string_view owner = quantity::ownerOf(axis.quantity);
  const std::string id(quantity::idOf(axis.quantity));
  if (owner == "optimizer") run.optimizer.parameters.erase(id);
  if (owner == "schedule") run.schedule.parameters.erase(id);
  if (owner == "noise") run.noise.erase(id);
  return run;
}

// Of as many minima as there are: those of runs, and beyond that hues that lie as far apart as can be.
QColor colourOfBasin(int number, int of, const Theme& theme) {
  if (of <= Run::kColourCount) return runColour(number - 1, theme);
  constexpr double golden = 0.61803398875;
  const double hue = number * golden - std::floor(number * golden);
  const bool pale = number % 2 == 0;
  const QColor colour = QColor::fromHsvF(static_cast<float>(hue), pale ? 0.45F : 0.75F, pale ? 0.95F : 0.75F);
  const int grey = 60 + qRound(160 * hue);
  return theme.grey ? QColor(grey, grey, grey) : colour;
}

// The darker the later a run has settled; in the dark the brighter the earlier.
QColor shaded(const QColor& colour, double late, const Theme& theme) {
  const QColor early = mixed(colour, Qt::white, theme.dark ? 0.15 : 0.4);
  return mixed(early, mixed(colour, Qt::black, theme.dark ? 0.6 : 0.3), late);
}

}  // namespace

QString sweepValueName(SweepValue value) {
  switch (value) {
    case SweepValue::outcome:
      return Sweeps::tr("Outcome");
    case SweepValue::finalLoss:
      return Sweeps::tr("Final loss");
    case SweepValue::bestLoss:
      return Sweeps::tr("Best loss");
    case SweepValue::steps:
      return Sweeps::tr("Steps to settle");
    case SweepValue::basin:
      return Sweeps::tr("Minimum reached");
    case SweepValue::losses:
      break;
  }
  return Sweeps::tr("Losses at the end");
}

QString quantityName(const Run& run, const std::string& quantity) {
  if (quantity == quantity::rate) return QStringLiteral("η");
  const std::array<std::string, 2> axes = lossFunctionInfo(run).axes;
  if (quantity == quantity::startX) return Sweeps::tr("start %1").arg(QString::fromStdString(axes[0]));
  if (quantity == quantity::startY) return Sweeps::tr("start %1").arg(QString::fromStdString(axes[1]));
  if (quantity == "noise.sigma") return Sweeps::tr("noise σ");
  const QString id = QString::fromStdString(std::string(quantity::idOf(quantity)));
  return quantity::ownerOf(quantity) == "noise" ? Sweeps::tr("noise %1").arg(id) : id;
}

Problems withNames(Problems problems, const Run& run) {
  const std::vector<std::string> known = sweepableQuantities(run);
  for (Problem& problem : problems)
    if (std::find(known.begin(), known.end(), problem.where) != known.end())
      problem.where = quantityName(run, problem.where).toStdString();
  return problems;
}

QString quantityText(const Run& run, const SweepAxis& axis, double value) {
  constexpr double fewest = 3;
  const double apart = axis.count < 2 ? std::abs(value)
                       : axis.logarithmic
                           ? std::abs(value) * (std::pow(axis.to / axis.from, 1.0 / (axis.count - 1)) - 1)
                           : (axis.to - axis.from) / (axis.count - 1);
  const double digits = value == 0 ? fewest : std::ceil(std::log10(std::abs(value) / std::abs(apart))) + 1;
  constexpr double most = std::numeric_limits<double>::max_digits10;
  return QStringLiteral("%1 = %2").arg(quantityName(run, axis.quantity),
                                       wording::number(value, static_cast<int>(std::clamp(digits, fewest, most))));
}

QString problemText(const Problems& problems, const Run& run) {
  return wording::problem(withNames(problems, run).front());
}

QString limitName(const Sweep& sweep) {
  const Run run = runAt(sweep, sweep.columns() / 2, sweep.rows() / 2);  // of a number that is swept no end
  return QString::fromStdString(limitFormula(optimizerInfo(run), run.optimizer.parameters));
}

QString minimumText(const CriticalPoint& minimum, const Landscape& landscape) {
  const double view = landscape.domain.diagonal();
  const Vector2 place(withoutRounding(minimum.point.x(), view), withoutRounding(minimum.point.y(), view));
  return landscape.ofXAlone ? QStringLiteral("x = ") + wording::number(place.x()) : wording::point(place);
}

QString sweepTitle(const SweepScene& scene) {
  const Sweep& sweep = scene.sweep();
  const QString x = quantityName(sweep.run, sweep.x.quantity);
  if (!sweep.y) return Sweeps::tr("%1 over %2").arg(sweepValueName(scene.value), x);
  return Sweeps::tr("%1 over %2 and %3")
      .arg(sweepValueName(scene.value), x, quantityName(sweep.run, sweep.y->quantity));
}

QString sweepSetup(const SweepScene& scene) {
  const Sweep& sweep = scene.sweep();
  const Run& run = sweep.run;
  const bool isOverX = sweep.isOver(quantity::startX);
  const bool isOverY = sweep.isOver(quantity::startY);
  const auto startAlong = [&](const std::string& quantity, double value) {
    return QStringLiteral("%1 = %2").arg(quantityName(run, quantity), wording::number(value));
  };
  QStringList parts{Sweeps::tr("%1 steps").arg(run.steps)};
  if (!sweep.isOver(quantity::rate)) parts << wording::rate(run);
  if (!isOverX && !isOverY)
    parts << Sweeps::tr("start %1").arg(wording::point(run.start));
  else if (!isOverX)
    parts << startAlong(quantity::startX, run.start.x());
  else if (!isOverY && !scene.result->landscape->ofXAlone)
    parts << startAlong(quantity::startY, run.start.y());
  Run rest = withoutSwept(run, sweep.x);
  if (sweep.y) rest = withoutSwept(rest, *sweep.y);
  parts.prepend(wording::setup(rest));
  return parts.join(QStringLiteral(" · "));
}

std::optional<double> shownNumber(const Cell& cell, SweepValue value) {
  if (cell.outcome == CellOutcome::undefined) return std::nullopt;
  if (value == SweepValue::bestLoss) return cell.lowestLoss;
  if (isGone(cell)) return std::nullopt;
  if (value == SweepValue::steps) return cell.steps < 0 ? std::nullopt : std::optional<double>(cell.steps);
  return cell.finalLoss;
}

// The cells of a row lie about their values: half of one is beyond each end.
Interval rangeOf(const SweepAxis& axis) {
  if (axis.count == 1) {
    constexpr double around = 0.1;
    const double half = axis.from == 0 ? around : around * std::abs(axis.from);
    return {axis.from - half, axis.from + half};
  }
  const double half = 0.5 / (axis.count - 1);
  return {axis.valueAt(-half), axis.valueAt(1 + half)};
}

double lossBase(const SweepResult& result) {
  constexpr double asGoodAsZero = 1e-12;  // of the spread
  double lowest = std::numeric_limits<double>::infinity();
  if (const auto minimum = result.landscape->lowestMinimum()) lowest = minimum->value;
  for (const Cell& cell : result.cells)
    if (cell.outcome != CellOutcome::undefined && cell.outcome != CellOutcome::gone)
      lowest = std::min(lowest, cell.lowestLoss);
  return std::isfinite(lowest) && std::abs(lowest) > asGoodAsZero * result.landscape->spread ? lowest : 0;
}

double NumberScale::part(double number) const {
  const double within = std::clamp(number, range.lower, range.upper);
  return logarithmic ? std::log(within / range.lower) / std::log(range.upper / range.lower)
                     : (within - range.lower) / range.length();
}

std::optional<NumberScale> scaleFor(std::vector<double> numbers) {
  constexpr double rounding = 1e-9;  // of the largest: a smaller difference is none
  constexpr double most = 1e4;       // times what nearly all are: more is cut off
  constexpr double decades = 100;
  constexpr double deepest = 1e-15;  // of the largest that is shown
  std::erase_if(numbers, [](double number) { return !std::isfinite(number); });
  if (numbers.empty()) return std::nullopt;
  std::sort(numbers.begin(), numbers.end());
  const double nearlyAll = numbers[(numbers.size() - 1) * 9 / 10];
  NumberScale scale{.range = {numbers.front(), numbers.back()}};
  if (numbers.back() > most * std::max(std::abs(nearlyAll), std::abs(numbers.front())) && nearlyAll > numbers.front()) {
    scale.range.upper = numbers.front() >= 0 ? most * nearlyAll : nearlyAll;  // which decades have room for
    scale.isCut = numbers.back() > scale.range.upper;
  }
  if (scale.range.length() <= rounding * std::max(std::abs(scale.range.lower), std::abs(scale.range.upper)))
    return std::nullopt;
  const auto positive = std::upper_bound(numbers.begin(), numbers.end(), 0.0);
  scale.logarithmic = numbers.front() >= 0 && positive != numbers.end() && scale.range.upper > decades * *positive;
  if (scale.logarithmic) scale.range.lower = std::max(*positive, deepest * scale.range.upper);
  return scale;
}

void SweepScene::becomePreview() {
  standings.resize(result->cells.size(), Standing::known);
  std::replace(standings.begin(), standings.end(), Standing::known, Standing::preview);
}

SweepColours::SweepColours(const SweepScene& scene) {
  if (scene.value == SweepValue::outcome)
    colourOutcomes(scene);
  else if (scene.value == SweepValue::basin)
    colourBasins(scene);
  else
    colourNumbers(scene);
  constexpr double paler = 0.55;
  for (std::size_t i = 0; i < scene.standings.size(); ++i) {
    if (scene.standings[i] == Standing::preview) m_looks[i] = {mixed(m_looks[i].colour, scene.theme.card, paler)};
    if (scene.standings[i] == Standing::missing) m_looks[i] = {scene.theme.card};
  }
}

std::vector<LegendEntry> SweepColours::legendWithoutMinima() const {
  std::vector<LegendEntry> entries = m_legend;
  entries.erase(entries.begin() + m_firstMinimum, entries.begin() + m_afterMinima);
  return entries;
}

void SweepColours::addClasses(const SweepScene& scene, const std::vector<bool>& areThere, double strength) {
  for (std::size_t i = 0; i < areThere.size(); ++i)
    if (areThere[i]) {
      const auto outcome = static_cast<CellOutcome>(i);
      m_legend.push_back({lookOf(outcome, scene.theme, strength), wording::coreText(cellOutcomeName(outcome))});
    }
  m_classes = std::ssize(m_legend);
}

void SweepColours::colourOutcomes(const SweepScene& scene) {
  std::vector<bool> areThere(kCellOutcomes);
  for (std::size_t i = 0; i < scene.result->cells.size(); ++i) {
    const Cell& cell = scene.result->cells[i];
    m_looks.push_back(lookOf(cell.outcome, scene.theme));
    if (scene.isShown(i)) areThere[static_cast<std::size_t>(cell.outcome)] = true;
  }
  addClasses(scene, areThere, 1);
}

void SweepColours::colourBasins(const SweepScene& scene) {
  const SweepResult& result = *scene.result;
  const Landscape& landscape = *result.landscape;
  const std::vector<int> numbers = basinNumbers(landscape);
  const int count = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
  const auto colourOf = [&](int number, double late) {
    return shaded(colourOfBasin(number, count, scene.theme), late, scene.theme);
  };
  std::int64_t latest = 1;
  for (const Cell& cell : result.cells)
    if (cell.minimum >= 0) latest = std::max(latest, cell.steps);
  const CellLook elsewhere{mixed(scene.theme.card, scene.theme.text, 0.12)};
  bool isElsewhere = false;
  std::vector<bool> areThere(kCellOutcomes);
  for (std::size_t i = 0; i < result.cells.size(); ++i) {
    const Cell& cell = result.cells[i];
    if (cell.minimum >= 0) {
      const double late = static_cast<double>(std::max<std::int64_t>(0, cell.steps)) / static_cast<double>(latest);
      m_looks.push_back({colourOf(numbers[static_cast<std::size_t>(cell.minimum)], std::sqrt(late))});
    } else if (hasSettled(cell)) {
      m_looks.push_back(elsewhere);
      isElsewhere = true;
    } else {
      m_looks.push_back(lookOf(cell.outcome, scene.theme, kGround));
      if (scene.isShown(i)) areThere[static_cast<std::size_t>(cell.outcome)] = true;
    }
  }
  addClasses(scene, areThere, kGround);
  const bool hasCurves =
      std::any_of(landscape.criticalPoints.begin(), landscape.criticalPoints.end(),
                  [](const CriticalPoint& c) { return c.kind == CriticalKind::minimum && !c.isolated; });
  if (isElsewhere)
    m_legend.push_back({elsewhere, hasCurves ? Sweeps::tr("a curve of minima") : Sweeps::tr("another minimum")});
  const std::vector<Basin> basins = basinsReached(result);
  m_firstMinimum = std::ssize(m_legend);
  constexpr double halfway = 0.4;
  for (std::size_t i = 0; i < std::min(basins.size(), kMostBasins); ++i) {
    const auto& [number, minimum] = basins[i];
    const double loss = withoutRounding(minimum.value, landscape.spread);
    m_legend.push_back(
        {CellLook{colourOf(number, halfway)}, Sweeps::tr("%1, loss %2")
                                                  .arg(minimumText(minimum, landscape), wording::number(loss))
                                                  .replace(QStringLiteral(" × "), QStringLiteral("\u00a0×\u00a0"))});
  }
  if (basins.size() > kMostBasins) m_legend.push_back({{}, Sweeps::tr("and %1 more").arg(basins.size() - kMostBasins)});
  m_afterMinima = std::ssize(m_legend);
  if (!basins.empty()) m_legend.push_back({{}, Sweeps::tr("Darker: settled later")});
}

void SweepColours::colourNumbers(const SweepScene& scene) {
  std::vector<double> all;
  for (const Cell& cell : scene.result->cells)
    if (const auto number = shownNumber(cell, scene.value)) all.push_back(*number);
  const MapColours colours = mapColours(scene.theme);
  // What is left of a loss by rounding is not to take the colours of what can be seen.
  constexpr double nothing = 1e-6;  // of the spread
  const double floor = scene.value == SweepValue::steps ? 0 : nothing * scene.result->landscape->spread;
  std::vector<double> seen = all;
  for (double& number : seen)
    if (number >= 0) number = std::max(number, floor);
  m_scale = scaleFor(seen);
  if (m_scale && m_scale->range.lower == floor && floor > 0) m_scale->isFloored = true;
  constexpr double middle = 0.5;
  std::vector<bool> areThere(kCellOutcomes);
  for (std::size_t i = 0; i < scene.result->cells.size(); ++i) {
    const Cell& cell = scene.result->cells[i];
    if (const auto number = shownNumber(cell, scene.value)) {
      m_looks.push_back({mapColour(m_scale ? m_scale->part(*number) : middle, colours)});
    } else {
      m_looks.push_back(lookOf(cell.outcome, scene.theme, kGround));
      if (scene.isShown(i)) areThere[static_cast<std::size_t>(cell.outcome)] = true;
    }
  }
  addClasses(scene, areThere, kGround);
  if (!m_scale && !all.empty())
    m_legend.push_back({CellLook{mapColour(middle, colours)}, wording::number(all.front())});
}

}  // namespace ravine
