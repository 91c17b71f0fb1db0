// What every view is given: the document, what follows from it, the playback, and the theme. Outlives the views.
#pragma once

#include "ui/display.h"
#include "ui/document.h"
#include "ui/results.h"
#include "ui/theme.h"
#include "ui/timeline.h"

namespace ravine {

struct Context {
  Document& document;
  Results& results;
  Timeline& timeline;
  ThemeSource& themes;
  Display& display;

  const Theme& theme() const { return themes.theme(); }
  const std::vector<Run>& runs() const { return document.experiment().runs; }
  const Run& run(int index) const { return runs().at(static_cast<std::size_t>(index)); }
};

}  // namespace ravine
