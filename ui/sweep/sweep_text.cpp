#include "ui/sweep/sweep_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/words/wording.h"

namespace ravine {
namespace {

struct SweepText {
  Q_DECLARE_TR_FUNCTIONS(SweepText)
};

constexpr std::size_t kMostMinima = 6;

QString axisText(const Run& run, const SweepAxis& axis, const QString& where) {
  const QString text = axis.logarithmic ? SweepText::tr("%1 %2 from %3 to %4, on a logarithmic scale.")
                                        : SweepText::tr("%1 %2 from %3 to %4.");
  constexpr int digits = 6;
  return text.arg(where, quantityName(run, axis.quantity), wording::number(axis.from, digits),
                  wording::number(axis.to, digits));
}

// Of what is known.
class Shares {
 public:
  explicit Shares(const SweepScene& scene) {
    for (std::size_t i = 0; i < scene.result->cells.size(); ++i)
      if (scene.isKnown(i)) m_known.push_back(&scene.result->cells[i]);
  }
  std::size_t known() const { return m_known.size(); }

  template <class Is>
  void add(const QString& name, Is is, QStringList& sentences) const {
    const auto count = std::count_if(m_known.begin(), m_known.end(), [&](const Cell* cell) { return is(*cell); });
    if (count == 0) return;
    const double percent = 100.0 * static_cast<double>(count) / static_cast<double>(m_known.size());
    sentences << (percent < 1 ? SweepText::tr("%1: less than 1 %.").arg(name)
                              : SweepText::tr("%1: %2 %.").arg(name).arg(qRound(percent)));
  }

 private:
  std::vector<const Cell*> m_known;
};

QString placeOf(const Sweep& sweep, std::size_t cell) {
  const auto columns = static_cast<std::size_t>(sweep.columns());
  const auto at = [&](const SweepAxis& axis, std::size_t i) {
    return quantityText(sweep.run, axis, axis.at(static_cast<int>(i)));
  };
  const QString x = at(sweep.x, cell % columns);
  return sweep.y ? x + QStringLiteral(", ") + at(*sweep.y, cell / columns) : x;
}

// The ends of what numbers are shown, and where they are.
void addNumbers(const SweepScene& scene, QStringList& sentences) {
  const auto& cells = scene.result->cells;
  std::optional<std::size_t> least;
  std::optional<std::size_t> most;
  const auto number = [&](std::size_t i) { return *shownNumber(cells[i], scene.value); };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto shown = scene.isKnown(i) ? shownNumber(cells[i], scene.value) : std::nullopt;
    if (!shown || !std::isfinite(*shown)) continue;
    if (!least || *shown < number(*least)) least = i;
    if (!most || *shown > number(*most)) most = i;
  }
  if (least)
    sentences << SweepText::tr("The least is %1, at %2; the greatest is %3, at %4.")
                     .arg(wording::number(number(*least)), placeOf(scene.sweep(), *least),
                          wording::number(number(*most)), placeOf(scene.sweep(), *most));
}

void addMinima(const SweepScene& scene, const Shares& shares, QStringList& sentences) {
  const SweepResult& result = *scene.result;
  const std::vector<int> numbers = basinNumbers(*result.landscape);
  const std::vector<Basin> basins = basinsReached(result);
  for (std::size_t i = 0; i < std::min(basins.size(), kMostMinima); ++i)
    shares.add(
        SweepText::tr("Minimum at %1").arg(minimumText(basins[i].minimum, *result.landscape)),
        [&](const Cell& cell) {
          return cell.minimum >= 0 && numbers[static_cast<std::size_t>(cell.minimum)] == basins[i].number;
        },
        sentences);
  if (basins.size() > kMostMinima) sentences << SweepText::tr("And %1 more minima.").arg(basins.size() - kMostMinima);
}

void addTheory(const SweepScene& scene, QStringList& sentences) {
  const auto& borders = scene.result->borders;
  const QString name = limitName(scene.sweep());
  for (const SweepBorder& border : borders) {
    if (scene.sweep().y || border.kind != SweepBorder::Kind::stability || border.points.empty()) continue;
    sentences << SweepText::tr("By theory %1 is at %2 = %3.")
                     .arg(name, quantityName(scene.sweep().run, scene.sweep().x.quantity),
                          wording::number(border.points.front().x()));
  }
  if (!scene.sweep().y || borders.empty()) return;
  const bool isDamped = std::ranges::any_of(
      borders, [](const SweepBorder& border) { return border.kind == SweepBorder::Kind::criticalDamping; });
  sentences << (isDamped ? SweepText::tr("Lines show the borders of theory: η = %1, and critical damping.").arg(name)
                         : SweepText::tr("A line shows the border of theory: η = %1.").arg(name));
}

}  // namespace

QString describe(const SweepScene& scene) {
  const Sweep& sweep = scene.sweep();
  QStringList sentences{axisText(sweep.run, sweep.x, SweepText::tr("Across:"))};
  if (sweep.y) sentences << axisText(sweep.run, *sweep.y, SweepText::tr("Up:"));
  const Shares shares(scene);
  if (shares.known() == 0) return (sentences << SweepText::tr("It is being worked out.")).join(QLatin1Char(' '));
  if (shares.known() < scene.result->cells.size())
    sentences << SweepText::tr("So far %1 of %2 cells are worked out.").arg(shares.known()).arg(sweep.cells());
  if (scene.value == SweepValue::basin) addMinima(scene, shares, sentences);
  for (int i = 0; i < kCellOutcomes; ++i) {
    const auto outcome = static_cast<CellOutcome>(i);
    const bool isOfAMinimum = outcome == CellOutcome::converged || outcome == CellOutcome::trapped;
    if (scene.value == SweepValue::basin && isOfAMinimum) continue;
    QString name = wording::coreText(cellOutcomeName(outcome));
    name[0] = name[0].toUpper();
    shares.add(
        name, [outcome](const Cell& cell) { return cell.outcome == outcome; }, sentences);
  }
  if (scene.value != SweepValue::outcome && scene.value != SweepValue::basin) addNumbers(scene, sentences);
  addTheory(scene, sentences);
  if (const auto best = bestRates(*scene.result); best && scene.standings.empty()) {
    const QString text = best->arrive ? SweepText::tr("Runs arrive at the lowest minimum with η from %1 to %2.")
                                      : SweepText::tr("The losses at the end are lowest with η from %1 to %2.");
    sentences << text.arg(wording::number(sweep.x.at(best->from)), wording::number(sweep.x.at(best->to)));
  }
  return sentences.join(QLatin1Char(' '));
}

}  // namespace ravine
