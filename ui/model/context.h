// What every view is given: the document, what follows from it, the playback, and the theme. Outlives the views.
#pragma once

#include "ui/look/theme.h"
#include "ui/model/display.h"
#include "ui/model/document.h"
#include "ui/model/results.h"
#include "ui/model/timeline.h"

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
