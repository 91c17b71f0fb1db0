// Owns what all views share and keeps it consistent: the timeline is as long as the longest run, and a run that exists
// is selected. Lives as long as the window.
#pragma once

#include "ui/model/context.h"

namespace ravine {

class Laboratory {
 public:
  // Precondition: validate(experiment) is empty.
  Laboratory(Experiment experiment, ThemeChoice theme);

  Context& context() { return m_context; }

 private:
  void follow();

  Document m_document;
  Results m_results;
  Timeline m_timeline;
  ThemeSource m_themes;
  Display m_display;
  Context m_context;
};

}  // namespace ravine
