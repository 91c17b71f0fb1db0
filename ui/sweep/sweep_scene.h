// All that a picture of a sweep shows, as a value. Whoever has it can paint it.
#pragma once

#include <QColor>
#include <QString>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "core/sweep/sweep_result.h"
#include "ui/look/theme.h"

namespace ravine {

// The run that somebody looks at, among those of the cells.
struct SweepMark {
  Vector2 place;  // on the axes
  int colour;     // of the run
  bool operator==(const SweepMark&) const = default;
};

// Of a cell that is not worked out yet a neighbour stands in for it, or nothing does.
enum class Standing : unsigned char { known, preview, missing };

struct SweepScene {
  std::shared_ptr<const SweepResult> result;
  SweepValue value = SweepValue::outcome;
  Theme theme;
  std::vector<Standing> standings = {};  // of the cells; empty once all are known
  std::optional<SweepMark> mark = {};
  std::vector<SweepMark> others = {};  // runs that this is a map of too
  bool isBare = false;                 // beside other charts: without title and legend
  double numberRoom = 0;               // for numbers beside it at least, in pixels at scale 1: so that axes stand still

  const Sweep& sweep() const { return result->sweep; }
  bool isKnown(std::size_t cell) const { return standings.empty() || standings[cell] == Standing::known; }
  bool isShown(std::size_t cell) const { return standings.empty() || standings[cell] != Standing::missing; }
  // What is known is of another sweep now.
  void becomePreview();
};

// "Outcome", "Minimum reached".
QString sweepValueName(SweepValue value);
// "Outcome over η and momentum", and which run it is of, without what is swept.
QString sweepTitle(const SweepScene& scene);
QString sweepSetup(const SweepScene& scene);
// "(3, 2)", or of a function of x alone "3"; without what rounding has left of 0.
QString minimumText(const CriticalPoint& minimum, const Landscape& landscape);
// "η", "start x", "momentum", as an axis is called.
QString quantityName(const Run& run, const std::string& quantity);
// "η = 0.05": with as many digits as tell a cell of the axis from the next.
QString quantityText(const Run& run, const SweepAxis& axis, double value);
// Problems with quantities, by the names that these have here.
Problems withNames(Problems problems, const Run& run);
QString problemText(const Problems& problems, const Run& run);  // of the first

inline constexpr double kNumberRoom = 36;  // beside bare pictures, so that axes stand under each other

// "2/λ", of the rule in the middle of the map.
QString limitName(const Sweep& sweep);

// What the values of an axis cover: half a cell more at each end.
Interval rangeOf(const SweepAxis& axis);

// What is subtracted from losses, so that they can be shown on a logarithmic scale: the lowest that is known, unless it
// is as good as 0.
double lossBase(const SweepResult& result);

// What a cell shows where numbers are shown; nothing of a run that did not begin, and of one that is gone no loss at
// the end and no steps to settle.
std::optional<double> shownNumber(const Cell& cell, SweepValue value);

// Numbers on an axis or a scale of colours. Those beyond are few.
struct NumberScale {
  Interval range{0, 1};
  bool logarithmic = false;
  bool isCut = false;      // there are larger ones
  bool isFloored = false;  // there are smaller ones, as good as nothing

  double part(double number) const;  // 0 … 1 within the range
};
// That suits these; nothing if they are none, or the same but for rounding.
std::optional<NumberScale> scaleFor(std::vector<double> numbers);

enum class Hatch { none, rising, crossed };
struct CellLook {
  QColor colour;
  Hatch hatch = Hatch::none;  // of what is neither settled nor a number, so that it is told without colours too
};
struct LineLook {
  QColor colour;
  Qt::PenStyle style;
};
struct LegendEntry {
  std::variant<std::monostate, CellLook, CellOutcome, LineLook> mark;  // of a remark none; of an outcome its point
  QString text;
};

// How the cells are coloured: by classes, or by a number on a scale.
class SweepColours {
 public:
  explicit SweepColours(const SweepScene& scene);

  const CellLook& of(std::size_t cell) const { return m_looks[cell]; }
  // Of the classes that are there; where numbers are shown, of those that have none.
  const std::vector<LegendEntry>& legend() const { return m_legend; }
  // All but the minima, where each stands in its own colour.
  std::vector<LegendEntry> legendWithoutMinima() const;
  // Of it, the classes of outcomes.
  std::vector<LegendEntry> classes() const { return {m_legend.begin(), m_legend.begin() + m_classes}; }
  const std::optional<NumberScale>& scale() const { return m_scale; }  // of numbers, if they differ

 private:
  void colourOutcomes(const SweepScene& scene);
  void colourBasins(const SweepScene& scene);
  void colourNumbers(const SweepScene& scene);
  void addClasses(const SweepScene& scene, const std::vector<bool>& areThere, double strength);

  std::vector<CellLook> m_looks;
  std::vector<LegendEntry> m_legend;
  std::ptrdiff_t m_classes = 0;       // with which the legend begins
  std::ptrdiff_t m_firstMinimum = 0;  // and those of minima in it
  std::ptrdiff_t m_afterMinima = 0;
  std::optional<NumberScale> m_scale;
};

}  // namespace ravine
