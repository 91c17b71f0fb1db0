#include "ui/map/panel_grid.h"

#include <QGridLayout>
#include <algorithm>

#include "ui/map/landscape_view.h"
#include "ui/map/run_panel.h"

namespace ravine {
namespace {

// Which runs share which panel, in the order of the runs.
std::vector<std::vector<int>> groups(const Experiment& experiment) {
  std::vector<std::vector<int>> groups;
  for (int i = 0; i < static_cast<int>(experiment.runs.size()); ++i) {
    const LossChoice& function = experiment.runs[static_cast<std::size_t>(i)].lossFunction;
    const auto sameFunction = [&](const std::vector<int>& group) {
      return experiment.runs[static_cast<std::size_t>(group.front())].lossFunction == function;
    };
    const auto shared =
        experiment.layout == Layout::overlaid ? std::find_if(groups.begin(), groups.end(), sameFunction) : groups.end();
    if (shared == groups.end())
      groups.push_back({i});
    else
      shared->push_back(i);
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

PanelGrid::PanelGrid(Context& context, QWidget* parent) : QWidget(parent), m_context(context) {
  m_layout = new QGridLayout(this);
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(kGap);
  connect(&context.document, &Document::changed, this, &PanelGrid::arrange);
  arrange();
}

void PanelGrid::finish() {
  for (RunPanel* panel : m_panels) panel->landscape().finish();
}

void PanelGrid::arrange() {
  const auto wanted = groups(m_context.document.experiment());
  const bool unchanged = std::equal(wanted.begin(), wanted.end(), m_panels.begin(), m_panels.end(),
                                    [](const auto& runs, const RunPanel* panel) { return panel->runs() == runs; });
  if (unchanged) return;

  // Panels that stay keep their zoom.
  std::vector<RunPanel*> old = std::move(m_panels);
  m_panels.clear();
  for (const auto& runs : wanted) {
    const auto kept = std::find_if(old.begin(), old.end(), [&](const RunPanel* p) { return p && p->runs() == runs; });
    if (kept != old.end())
      m_panels.push_back(std::exchange(*kept, nullptr));
    else
      m_panels.push_back(new RunPanel(m_context, runs));
  }
  for (RunPanel* panel : old) {
    if (!panel) continue;
    panel->hide();
    panel->disconnect();
    panel->deleteLater();
  }
  for (RunPanel* panel : m_panels) panel->setParent(this);
  m_columns = 0;
  place();
  for (RunPanel* panel : m_panels) panel->show();
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
