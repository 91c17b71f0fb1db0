#include "ui/map/panel_grid.h"

#include <QApplication>
#include <QGridLayout>
#include <algorithm>
#include <utility>

#include "ui/map/landscape_view.h"
#include "ui/map/run_panel.h"

namespace ravine {
namespace {

// Which runs share which panel, in the order of the runs.
std::vector<std::vector<RunId>> groupsOf(const Experiment& experiment) {
  std::vector<std::vector<RunId>> groups;
  for (const Run& run : experiment.runs) {
    const auto shared = std::find_if(groups.begin(), groups.end(), [&](const std::vector<RunId>& group) {
      return experiment.layout == Layout::overlaid && experiment.find(group.front())->lossFunction == run.lossFunction;
    });
    if (shared == groups.end())
      groups.push_back({run.id});
    else
      shared->push_back(run.id);
  }
  return groups;
}

constexpr int kGap = 10;
constexpr int kAroundMap = 96;  // pixels of a panel's height that are not map
constexpr int kNarrowestPanel = 200;

// The number of columns that gives the maps the most room: the largest square in each.
int columnsFor(int panels, const QSize& room) {
  int best = 1;
  int mostRoom = -1;
  for (int columns = 1; columns <= panels; ++columns) {
    const int rows = (panels + columns - 1) / columns;
    const int width = (room.width() - (columns - 1) * kGap) / columns;
    const int height = (room.height() - (rows - 1) * kGap) / rows - kAroundMap;
    if (columns > 1 && width < kNarrowestPanel) break;
    if (std::min(width, height) > mostRoom) {
      mostRoom = std::min(width, height);
      best = columns;
    }
  }
  return best;
}

}  // namespace

PanelGrid::PanelGrid(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  setFocusPolicy(Qt::ClickFocus);
  setAccessibleName(tr("Runs"));
  m_layout = new QGridLayout(this);
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(kGap);
  connect(&laboratory, &Laboratory::changed, this, &PanelGrid::refresh);
  arrange(groupsOf(laboratory.experiment()));
}

void PanelGrid::finish() {
  for (RunPanel* panel : m_panels) panel->landscape().finish();
}

void PanelGrid::refresh(const Change& change) {
  std::vector<RunPanel*> old;
  if (change.loaded) old = std::exchange(m_panels, {});  // other runs, whatever their ids
  const auto groups = groupsOf(m_laboratory.experiment());
  const bool unchanged = std::equal(groups.begin(), groups.end(), m_panels.begin(), m_panels.end(),
                                    [](const auto& runs, const RunPanel* panel) { return panel->runs() == runs; });
  if (!unchanged) arrange(groups);
  discard(old);
  for (RunPanel* panel : m_panels) panel->refresh();
}

// Panels that stay keep their zoom.
void PanelGrid::arrange(const std::vector<std::vector<RunId>>& groups) {
  std::vector<RunPanel*> old = std::exchange(m_panels, {});
  for (const auto& runs : groups) {
    const auto kept =
        std::find_if(old.begin(), old.end(), [&](const RunPanel* panel) { return panel->runs() == runs; });
    if (kept == old.end()) {
      m_panels.push_back(new RunPanel(m_laboratory, runs, this));
    } else {
      m_panels.push_back(*kept);
      old.erase(kept);
    }
  }
  discard(old);
  m_columns = 0;
  place();
  for (RunPanel* panel : m_panels) panel->show();
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

void PanelGrid::place() {
  const int count = static_cast<int>(m_panels.size());
  const int columns = columnsFor(count, size());
  if (columns == m_columns) return;
  m_columns = columns;
  while (QLayoutItem* item = m_layout->takeAt(0)) delete item;
  const int rows = (count + columns - 1) / columns;
  for (int i = 0; i < count; ++i) m_layout->addWidget(m_panels[static_cast<std::size_t>(i)], i / columns, i % columns);
  for (int i = 0; i < static_cast<int>(Experiment::kMostRuns); ++i) {
    m_layout->setColumnStretch(i, i < columns ? 1 : 0);
    m_layout->setRowStretch(i, i < rows ? 1 : 0);
  }
}

void PanelGrid::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

}  // namespace ravine
