#include "ui/sweep/sweep_scene.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/look/map_colour.h"
#include "ui/look/run_look.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr std::size_t kMostBasins = 18;  // in the legend

struct Sweeps {
  Q_DECLARE_TR_FUNCTIONS(Sweeps)
};

QString valueName(SweepValue value) {
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
      break;
  }
  return Sweeps::tr("Minimum reached");
}

QColor mixed(const QColor& a, const QColor& b, double part) {
  const auto channel = [part](int from, int to) { return qRound(from + part * (to - from)); };
  return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

// What a cell shows as a number; NaN if nothing.
double numberOf(const Cell& cell, SweepValue value) {
  const bool isGone = cell.outcome == CellOutcome::undefined || cell.outcome == CellOutcome::diverged ||
                      cell.outcome == CellOutcome::gone;
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (value == SweepValue::steps) return isGone || cell.steps < 0 ? none : static_cast<double>(cell.steps);
  if (value == SweepValue::finalLoss) return isGone ? none : cell.finalLoss;
  return cell.outcome == CellOutcome::undefined ? none : cell.lowestLoss;
}

}  // namespace

QString quantityName(const Run& run, const std::string& quantity) {
  if (quantity == "lr") return QStringLiteral("η");
  const std::array<std::string, 2> axes = lossFunctionInfo(run).axes;
  if (quantity == "start.x") return Sweeps::tr("start %1").arg(QString::fromStdString(axes[0]));
  if (quantity == "start.y") return Sweeps::tr("start %1").arg(QString::fromStdString(axes[1]));
  if (quantity == "noise.sigma") return Sweeps::tr("noise σ");
  return QString::fromStdString(quantity.substr(quantity.find('.') + 1));
}

QString sweepTitle(const SweepScene& scene) {
  const Sweep& sweep = scene.sweep();
  const QString x = quantityName(sweep.run, sweep.x.quantity);
  if (!sweep.y) return Sweeps::tr("%1 over %2").arg(valueName(scene.value), x);
  return Sweeps::tr("%1 over %2 and %3").arg(valueName(scene.value), x, quantityName(sweep.run, sweep.y->quantity));
}

QString sweepSetup(const SweepScene& scene) {
  const Run& run = scene.sweep().run;
  const auto isSwept = [&](const char* quantity) {
    return scene.sweep().x.quantity == quantity || (scene.sweep().y && scene.sweep().y->quantity == quantity);
  };
  QStringList parts{wording::setup(run)};
  if (!isSwept("lr")) parts << wording::rate(run);
  if (!isSwept("start.x") && !isSwept("start.y")) parts << Sweeps::tr("start %1").arg(wording::point(run.start));
  parts << Sweeps::tr("%1 steps").arg(run.steps);
  return parts.join(QStringLiteral(" · "));
}

SweepColours::SweepColours(const SweepScene& scene) {
  if (scene.value == SweepValue::outcome)
    colourOutcomes(scene);
  else if (scene.value == SweepValue::basin)
    colourBasins(scene);
  else
    colourNumbers(scene);
}

// Okabe & Ito (2008), toned down to be a ground.
CellLook SweepColours::ofOutcome(CellOutcome outcome, const Theme& theme) const {
  const auto toned = [&theme](const QColor& colour, double part) {
    const QColor grey(QColor::fromRgb(qGray(colour.rgb()), qGray(colour.rgb()), qGray(colour.rgb())));
    return mixed(theme.card, theme.grey ? grey : colour, part);
  };
  switch (outcome) {
    case CellOutcome::converged:
      return {toned(QColor(0x009e73), theme.washesOut ? 0.95 : 0.8)};
    case CellOutcome::trapped:
      return {toned(QColor(0xcc79a7), theme.washesOut ? 0.95 : 0.8)};
    case CellOutcome::unsettled:
      return {toned(QColor(0xf0c75a), theme.dark ? 0.55 : 0.6), Hatch::rising};
    case CellOutcome::diverged:
      return {toned(QColor(0xd55e00), theme.washesOut ? 0.9 : 0.7), Hatch::crossed};
    case CellOutcome::gone:
      return {toned(QColor(0x56b4e9), 0.5), Hatch::rising};
    case CellOutcome::undefined:
      break;
  }
  return {theme.card};
}

void SweepColours::colourOutcomes(const SweepScene& scene) {
  std::array<bool, kCellOutcomes> isThere{};
  for (const Cell& cell : scene.result->cells) {
    m_looks.push_back(ofOutcome(cell.outcome, scene.theme));
    isThere.at(static_cast<std::size_t>(cell.outcome)) = true;
  }
  for (std::size_t i = 0; i < isThere.size(); ++i)
    if (isThere.at(i)) {
      const auto outcome = static_cast<CellOutcome>(i);
      m_legend.push_back({ofOutcome(outcome, scene.theme), wording::coreText(cellOutcomeName(outcome))});
    }
}

// The colours of the minima, the darker the later a run has settled; what settles nowhere is a ground with hatches.
void SweepColours::colourBasins(const SweepScene& scene) {
  const SweepResult& result = *scene.result;
  const std::vector<int> numbers = basinNumbers(result);
  std::int64_t most = 1;
  for (const Cell& cell : result.cells)
    if (cell.minimum >= 0) most = std::max(most, cell.steps);
  const auto colourOfBasin = [&](int number, double late) {
    const QColor colour = runColour((number - 1) % Run::kColourCount, scene.theme);
    const QColor early = mixed(colour, scene.theme.dark ? Qt::black : Qt::white, scene.theme.dark ? 0.1 : 0.45);
    return mixed(early, scene.theme.dark ? mixed(colour, Qt::black, 0.65) : mixed(colour, Qt::black, 0.35), late);
  };
  const QColor settled = mixed(scene.theme.card, scene.theme.text, 0.12);
  bool isElsewhere = false;
  std::array<bool, kCellOutcomes> isThere{};
  for (std::size_t i = 0; i < result.cells.size(); ++i) {
    const Cell& cell = result.cells[i];
    if (numbers[i] > 0) {
      m_looks.push_back({colourOfBasin(
          numbers[i],
          std::sqrt(static_cast<double>(std::max<std::int64_t>(0, cell.steps)) / static_cast<double>(most)))});
      continue;
    }
    const bool hasSettled = cell.outcome == CellOutcome::converged || cell.outcome == CellOutcome::trapped;
    isElsewhere = isElsewhere || hasSettled;
    if (!hasSettled) isThere.at(static_cast<std::size_t>(cell.outcome)) = true;
    CellLook look = ofOutcome(cell.outcome, scene.theme);
    look.colour = hasSettled ? settled : mixed(scene.theme.card, look.colour, 0.35);
    m_looks.push_back(look);
  }
  const double rounding = 1e-12;  // of the spread and of the view: what is left of 0
  const auto rounded = [](double value, double nothing) { return std::abs(value) < nothing ? 0 : value; };
  const std::vector<CriticalPoint> basins = basinsOf(result);
  const double view = rounding * result.landscape->domain.diagonal();
  for (std::size_t i = 0; i < std::min(basins.size(), kMostBasins); ++i) {
    const Vector2 place(rounded(basins[i].point.x(), view), rounded(basins[i].point.y(), view));
    const double loss = rounded(basins[i].value, rounding * result.landscape->spread);
    m_legend.push_back({{colourOfBasin(static_cast<int>(i) + 1, 0.4)},
                        Sweeps::tr("%1, loss %2")
                            .arg(wording::point(place), wording::number(loss))
                            .replace(QStringLiteral(" × "), QStringLiteral("\u00a0×\u00a0"))});
  }
  if (basins.size() > kMostBasins)
    m_legend.push_back({{settled}, Sweeps::tr("and %1 more").arg(basins.size() - kMostBasins)});
  if (isElsewhere) m_legend.push_back({{settled}, Sweeps::tr("another minimum")});
  for (std::size_t i = 0; i < isThere.size(); ++i)
    if (isThere.at(i)) {
      const auto outcome = static_cast<CellOutcome>(i);
      CellLook look = ofOutcome(outcome, scene.theme);
      look.colour = mixed(scene.theme.card, look.colour, 0.35);
      m_legend.push_back({look, wording::coreText(cellOutcomeName(outcome))});
    }
}

void SweepColours::colourNumbers(const SweepScene& scene) {
  const SweepResult& result = *scene.result;
  std::vector<double> numbers;
  for (const Cell& cell : result.cells) numbers.push_back(numberOf(cell, scene.value));
  std::vector<double> finite;
  std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(finite), [](double n) { return std::isfinite(n); });
  if (!finite.empty()) {
    std::sort(finite.begin(), finite.end());
    // A few that are far out do not take all the colours.
    const auto at = [&finite](double part) {
      return finite[static_cast<std::size_t>(part * static_cast<double>(finite.size() - 1))];
    };
    Interval range{finite.front(), scene.value == SweepValue::steps ? finite.back() : at(0.98)};
    constexpr double decades = 100;
    const bool logarithmic = scene.value != SweepValue::steps && range.lower > 0 && range.upper > decades * range.lower;
    if (logarithmic) range.lower = std::max(range.lower, 1e-12 * range.upper);
    if (!(range.upper > range.lower)) range.upper = range.lower + 1;
    m_scale = Scale{range, logarithmic};
  }
  const MapColours colours = mapColours(scene.theme);
  std::array<bool, kCellOutcomes> isThere{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (!std::isfinite(numbers[i])) {
      CellLook look = ofOutcome(result.cells[i].outcome, scene.theme);
      look.colour = mixed(scene.theme.card, look.colour, 0.35);
      m_looks.push_back(look);
      isThere.at(static_cast<std::size_t>(result.cells[i].outcome)) = true;
      continue;
    }
    const Interval& range = m_scale->range;
    const double value = std::clamp(numbers[i], range.lower, range.upper);
    const double part = m_scale->logarithmic ? std::log(value / range.lower) / std::log(range.upper / range.lower)
                                             : (value - range.lower) / range.length();
    m_looks.push_back({mapColour(part, colours)});
  }
  for (std::size_t i = 0; i < isThere.size(); ++i)
    if (isThere.at(i)) {
      const auto outcome = static_cast<CellOutcome>(i);
      CellLook look = ofOutcome(outcome, scene.theme);
      look.colour = mixed(scene.theme.card, look.colour, 0.35);
      m_legend.push_back({look, wording::coreText(cellOutcomeName(outcome))});
    }
}

}  // namespace ravine
