#include "ui/window/first_steps.h"

#include <QCoreApplication>
#include <QToolButton>

#include "ui/inspector/rate_section.h"
#include "ui/map/landscape_pane.h"
#include "ui/map/landscape_view.h"
#include "ui/map/panel_grid.h"
#include "ui/map/run_panel.h"
#include "ui/model/laboratory.h"
#include "ui/window/main_window.h"
#include "ui/window/scrub_bar.h"
#include "ui/window/top_bar.h"
#include "ui/window/transport.h"

namespace ravine {
namespace {

constexpr double kRingOfStart = 8;  // pixels at scale 1

struct FirstSteps {
  Q_DECLARE_TR_FUNCTIONS(FirstSteps)
};

// As much of it as is in sight, in the window's pixels.
QRect seenOf(const QWidget* widget) {
  if (!widget || !widget->isVisible()) return {};
  QRect seen = widget->rect();
  for (; !widget->isWindow(); widget = widget->parentWidget())
    seen = seen.translated(widget->pos()) & widget->parentWidget()->rect();
  return seen;
}

HintPlace alone(const QRect& spot) {
  return {spot, spot};
}

// The first ring that is in sight. Where no map shows one: the first picture, whose profile or relief has it.
HintPlace startOn(const PanelGrid& grid, const Theme& theme) {
  for (RunPanel* panel : grid.panels()) {
    LandscapePane& pane = panel->landscape();
    const MapScene& scene = pane.map().scene();
    if (!pane.map().isVisible() || scene.runs.empty()) continue;
    const QPointF at = scene.frame.toPixel(scene.runs.front().run.start);
    if (!scene.frame.area.contains(at)) continue;
    const QPoint middle = pane.map().mapTo(grid.window(), at.toPoint());
    const int radius = qRound(theme.px(kRingOfStart));
    const QRect ring = QRect(middle, middle).adjusted(-radius, -radius, radius, radius);
    const QRect map = seenOf(&pane);
    if (map.isEmpty() || !grid.window()->rect().contains(ring)) continue;
    return {ring, map.united(ring)};
  }
  return grid.panels().empty() ? HintPlace{} : alone(seenOf(&grid.panels().front()->landscape()));
}

HintPlace playback(const Transport& transport) {
  QRect spot;
  for (const QToolButton* button : transport.findChildren<QToolButton*>())
    if (button->property("play").toBool()) spot = seenOf(button);
  return alone(spot.united(seenOf(transport.findChild<ScrubBar*>())));
}

}  // namespace

std::vector<Hint> firstSteps(const Laboratory& laboratory, MainWindow& window) {
  const auto* grid = window.findChild<PanelGrid*>();
  const auto* rate = window.findChild<RateSection*>();
  const auto* transport = window.findChild<Transport*>();
  const auto* scenarios = window.findChild<TopBar*>()->findChild<QToolButton*>(QStringLiteral("scenarios"));
  return {{FirstSteps::tr("Drag a start"),
           FirstSteps::tr("The ring on a map is where its run starts. Drag it: the whole path follows at once."),
           [grid, &laboratory] { return startOn(*grid, laboratory.theme()); }},
          {FirstSteps::tr("Change the learning rate η"),
           FirstSteps::tr("Type it here or over a map, or drag the slider. Rates in the green zone are stable; beyond "
                          "its end, the limit 2/λ, steps grow."),
           [rate] { return alone(seenOf(rate)); }},
          {FirstSteps::tr("Play and scrub"),
           FirstSteps::tr("Space plays and pauses, ← and → go one step. Drag along this bar, or in a chart, to look at "
                          "any step."),
           [transport] { return playback(*transport); }},
          {FirstSteps::tr("Choose what to look at"),
           FirstSteps::tr("Each scenario shows one thing that learning rates do. Help, in the menu ☰, explains the "
                          "picture, lists the keys and brings these hints back."),
           [scenarios] { return alone(seenOf(scenarios)); }}};
}

}  // namespace ravine
