// Arranges the run panels: one for each run side by side, or one for each loss function when overlaid.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/model/context.h"

class QGridLayout;

namespace ravine {

class RunPanel;

class PanelGrid : public QWidget {
  Q_OBJECT

 public:
  explicit PanelGrid(Context& context, QWidget* parent = nullptr);

  const std::vector<RunPanel*>& panels() const { return m_panels; }
  void finish();  // blocks until all maps are painted

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void arrange();  // which panels there are
  void place();    // where they stand

  Context& m_context;
  QGridLayout* m_layout;
  std::vector<RunPanel*> m_panels;
  int m_columns = 0;
};

}  // namespace ravine
