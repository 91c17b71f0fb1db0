// All that a picture of a sweep shows, as a value. Whoever has it can paint it.
#pragma once

#include <QColor>
#include <QString>
#include <memory>
#include <vector>

#include "core/export/sweep_data.h"
#include "ui/look/theme.h"

namespace ravine {

struct SweepScene {
  std::shared_ptr<const SweepResult> result;
  SweepValue value = SweepValue::outcome;
  Theme theme;

  const Sweep& sweep() const { return result->sweep; }
};

// "Outcome over η and momentum", and which run it is of.
QString sweepTitle(const SweepScene& scene);
QString sweepSetup(const SweepScene& scene);
// "η", "start x", "momentum", as an axis is called.
QString quantityName(const Run& run, const std::string& quantity);

// How the cells are coloured: by classes, or by a number on a scale.
enum class Hatch { none, rising, crossed };
struct CellLook {
  QColor colour;
  Hatch hatch = Hatch::none;  // so that nothing depends on colour alone
};
struct LegendEntry {
  CellLook look;
  QString text;
};
class SweepColours {
 public:
  explicit SweepColours(const SweepScene& scene);

  CellLook of(std::size_t cell) const { return m_looks[cell]; }
  // Of the classes that are there; with a scale, of those that are on none.
  const std::vector<LegendEntry>& legend() const { return m_legend; }
  // Of the numbers, if they are what is shown.
  struct Scale {
    Interval range;
    bool logarithmic;
  };
  const std::optional<Scale>& scale() const { return m_scale; }

 private:
  void colourOutcomes(const SweepScene& scene);
  void colourBasins(const SweepScene& scene);
  void colourNumbers(const SweepScene& scene);
  CellLook ofOutcome(CellOutcome outcome, const Theme& theme) const;

  std::vector<CellLook> m_looks;
  std::vector<LegendEntry> m_legend;
  std::optional<Scale> m_scale;
};

}  // namespace ravine
