// Arranges the run panels: one for each run side by side, or one for each loss function when overlaid; or a single one,
// enlarged, alone.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/model/laboratory.h"

class QGridLayout;

namespace ravine {

class RunPanel;

class PanelGrid : public QWidget {
  Q_OBJECT

 public:
  explicit PanelGrid(Laboratory& laboratory, QWidget* parent = nullptr);

  const std::vector<RunPanel*>& panels() const { return m_panels; }
  void finish();  // blocks until all maps are painted
  // The panel of the run that is looked at takes all the room, or gives it back.
  void toggleEnlarged();
  // Of the relief of the run that is looked at, if it is shown as one.
  void toggleHeights();
  void turnRelief(double turn, double tilt);  // by so many degrees
  void resetViews();                          // of all panels
  bool isEnlarged() const { return m_enlarged != RunId::none; }

  // Its part of how the runs are looked at: which is enlarged, and the zooms.
  void addTo(ExperimentView& view) const;
  void setView(const ExperimentView& view);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh(const Change& change);
  void arrange(const std::vector<std::vector<RunId>>& groups);  // which panels there are
  void discard(const std::vector<RunPanel*>& panels);
  void place();  // where they stand
  QSizeF roomForAll() const;
  Look widestLook(const std::vector<RunPanel*>& panels) const;
  void lineUp();
  void showSelected();  // where the panels scroll
  std::vector<RunPanel*> shownPanels() const;
  RunPanel& panelOfSelected() const;

  Laboratory& m_laboratory;
  QGridLayout* m_layout;
  std::vector<RunPanel*> m_panels;
  int m_columns = 0;
  RunId m_enlarged = RunId::none;  // a run of the panel that stands alone
};

}  // namespace ravine
