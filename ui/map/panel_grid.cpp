#include "ui/map/panel_grid.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <algorithm>
#include <utility>

#include "core/run/look.h"
#include "core/run/panels.h"
#include "ui/look/scaling.h"
#include "ui/map/landscape_pane.h"
#include "ui/map/landscape_picture.h"
#include "ui/map/run_panel.h"

namespace ravine {
namespace {

constexpr int kGap = 10;

// The number of columns that gives the maps the most room: the largest square in each. Where not all have room, as many
// as have room beside each other.
int columnsFor(int panels, const QSizeF& room, const Theme& theme, Look look) {
  int best = 0;
  double mostRoom = 0;
  int most = 1;
  for (int columns = 1; columns <= panels; ++columns) {
    const int rows = (panels + columns - 1) / columns;
    const double width = (room.width() - (columns - 1) * theme.px(kGap)) / columns;
    const double height = (room.height() - (rows - 1) * theme.px(kGap)) / rows;
    if (columns > 1 && width < theme.px(RunPanel::kLeastWidth)) break;
    if (columns == 1 || width >= theme.px(RunPanel::kLeastWidthBeside)) most = columns;
    const QSizeF panel(width, height);
    const double map =
        std::max(RunPanel::mapSizeUnder(panel, theme, look), RunPanel::mapSizeBeside(panel, theme, look));
    if (map > mostRoom) {
      mostRoom = map;
      best = columns;
    }
  }
  return best > 0 ? best : most;
}

}  // namespace

PanelGrid::PanelGrid(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  setFocusPolicy(Qt::ClickFocus);
  setObjectName(QStringLiteral("panelGrid"));
  setAccessibleName(tr("Runs"));
  m_layout = new QGridLayout(this);
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(kGap);
  connect(&laboratory, &Laboratory::changed, this, &PanelGrid::refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &PanelGrid::place);
  arrange(panelsOf(laboratory.runs(), laboratory.experiment().layout));
}

void PanelGrid::finish() {
  for (RunPanel* panel : m_panels) panel->landscape().finish();
}

void PanelGrid::refresh(const Change& change) {
  std::vector<RunPanel*> old;
  if (change.loaded) old = std::exchange(m_panels, {});  // other runs, whatever their ids
  const auto groups = panelsOf(m_laboratory.runs(), m_laboratory.experiment().layout);
  const bool unchanged = std::equal(groups.begin(), groups.end(), m_panels.begin(), m_panels.end(),
                                    [](const auto& runs, const RunPanel* panel) { return panel->runs() == runs; });
  if (m_enlarged != RunId::none && (change.loaded || !m_laboratory.experiment().find(m_enlarged))) {
    m_enlarged = RunId::none;
    m_columns = 0;
  } else if (m_enlarged != RunId::none && change.selection) {
    m_enlarged = m_laboratory.selected();  // another run takes its place
    m_columns = 0;
  }
  if (!unchanged) arrange(groups);
  discard(old);
  place();
  for (RunPanel* panel : m_panels) panel->refresh();
  lineUp();
  // When the panels have found their places.
  if (change.selection) QMetaObject::invokeMethod(this, &PanelGrid::showSelected, Qt::QueuedConnection);
}

void PanelGrid::showSelected() {
  auto* scroll = parentWidget() ? qobject_cast<QScrollArea*>(parentWidget()->parentWidget()) : nullptr;
  if (!scroll) return;
  m_layout->activate();
  for (RunPanel* panel : shownPanels())
    if (std::find(panel->runs().begin(), panel->runs().end(), m_laboratory.selected()) != panel->runs().end())
      scroll->ensureWidgetVisible(panel, 0, 0);
}

// Panels that stay keep their zoom.
void PanelGrid::arrange(const std::vector<std::vector<RunId>>& groups) {
  std::vector<RunPanel*> old = std::exchange(m_panels, {});
  for (const auto& runs : groups) {
    const auto kept =
        std::find_if(old.begin(), old.end(), [&](const RunPanel* panel) { return panel->runs() == runs; });
    if (kept == old.end()) {
      m_panels.push_back(new RunPanel(m_laboratory, runs, this));
      followScale(*m_panels.back());
      connect(m_panels.back(), &RunPanel::enlargeRequested, this, &PanelGrid::toggleEnlarged);
    } else {
      m_panels.push_back(*kept);
      old.erase(kept);
    }
  }
  discard(old);
  m_columns = 0;
  place();
}

// Not at once: one of them may be where the change came from.
void PanelGrid::discard(const std::vector<RunPanel*>& panels) {
  for (RunPanel* panel : panels) {
    // Lest a field elsewhere gets the keys.
    if (panel->isAncestorOf(QApplication::focusWidget())) setFocus();
    panel->hide();
    panel->deleteLater();
  }
}

void PanelGrid::toggleEnlarged() {
  m_enlarged = isEnlarged() ? RunId::none : m_laboratory.selected();
  m_columns = 0;
  place();
}

RunPanel& PanelGrid::panelOfSelected() const {
  return **std::find_if(m_panels.begin(), m_panels.end(), [this](const RunPanel* panel) {
    return std::find(panel->runs().begin(), panel->runs().end(), m_laboratory.selected()) != panel->runs().end();
  });
}

void PanelGrid::toggleHeights() {
  panelOfSelected().landscape().toggleHeights();
}

void PanelGrid::turnRelief(double turn, double tilt) {
  panelOfSelected().landscape().turnRelief(turn, tilt);
}

void PanelGrid::resetViews() {
  for (RunPanel* panel : m_panels)
    for (const auto& [look, picture] : panel->landscape().pictures()) picture->resetView();
}

void PanelGrid::addTo(ExperimentView& view) const {
  view.enlarged = m_enlarged;
  for (RunPanel* panel : m_panels)
    for (const auto& [look, picture] : panel->landscape().pictures())
      if (const auto zoom = picture->zoom()) view.zooms.push_back({panel->runs().front(), *zoom, look});
}

void PanelGrid::setView(const ExperimentView& view) {
  if (m_laboratory.experiment().find(view.enlarged) && view.enlarged == m_laboratory.selected()) toggleEnlarged();
  for (RunPanel* panel : m_panels)
    for (const MapZoom& zoom : view.zooms)
      if (panel->runs().front() == zoom.run) panel->landscape().setZoom(zoom.look, zoom.box);
}

std::vector<RunPanel*> PanelGrid::shownPanels() const {
  if (!isEnlarged()) return m_panels;
  const auto holds = [this](const RunPanel* panel) {
    return std::find(panel->runs().begin(), panel->runs().end(), m_enlarged) != panel->runs().end();
  };
  const auto enlarged = std::find_if(m_panels.begin(), m_panels.end(), holds);
  return enlarged == m_panels.end() ? m_panels : std::vector{*enlarged};
}

// Two pictures in one panel need the most room; a relief has enough in that of a map.
Look PanelGrid::widestLook(const std::vector<RunPanel*>& panels) const {
  const auto hasTwo = [this](const RunPanel* panel) {
    const Run* run = m_laboratory.experiment().find(panel->runs().front());
    return run && lookOf(*run) == Look::mapWithData;
  };
  return std::any_of(panels.begin(), panels.end(), hasTwo) ? Look::mapWithData : Look::map;
}

void PanelGrid::place() {
  const std::vector<RunPanel*> shown = shownPanels();
  const int count = static_cast<int>(shown.size());
  const QSizeF room = roomForAll();
  const int columns = columnsFor(count, room, m_laboratory.theme(), widestLook(shown));
  const int rows = (count + columns - 1) / columns;
  const double gap = m_laboratory.theme().px(kGap);
  for (RunPanel* panel : shown)
    panel->setRoom({(room.width() - (columns - 1) * gap) / columns, (room.height() - (rows - 1) * gap) / rows});
  lineUp();
  if (columns == m_columns) return;
  m_columns = columns;
  while (QLayoutItem* item = m_layout->takeAt(0)) delete item;
  for (int i = 0; i < count; ++i) m_layout->addWidget(shown[static_cast<std::size_t>(i)], i / columns, i % columns);
  for (RunPanel* panel : m_panels) panel->setVisible(std::find(shown.begin(), shown.end(), panel) != shown.end());
  for (int i = 0; i < static_cast<int>(Experiment::kMostRuns); ++i) {
    m_layout->setColumnStretch(i, i < columns ? 1 : 0);
    m_layout->setRowStretch(i, i < rows ? 1 : 0);
  }
}

// All maps are as high as the one with the longest text under it.
void PanelGrid::lineUp() {
  RunPanel::TextLines lines{1, 1};
  for (const RunPanel* panel : shownPanels()) {
    const RunPanel::TextLines needed = panel->linesNeeded();
    lines = {std::max(lines.reason, needed.reason), std::max(lines.setup, needed.setup)};
  }
  for (RunPanel* panel : m_panels) panel->setLines(lines);
}

// What is seen of the grid, which may be taller and then scrolls; always less the width of a scroll bar, lest one that
// comes and goes moves the panels to and fro.
QSizeF PanelGrid::roomForAll() const {
  const QWidget* viewport = parentWidget();
  if (!viewport || !viewport->parentWidget()) return size();
  constexpr double scrollBar = 10;
  return QSizeF(viewport->parentWidget()->size()) - QSizeF(m_laboratory.theme().px(scrollBar), 0);
}

bool PanelGrid::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && watched == parentWidget()) place();
  return QWidget::eventFilter(watched, event);
}

bool PanelGrid::event(QEvent* event) {
  if (event->type() == QEvent::ParentChange && parentWidget()) parentWidget()->installEventFilter(this);
  return QWidget::event(event);
}

void PanelGrid::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

}  // namespace ravine
