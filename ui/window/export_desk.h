// What the export actions do: the dialog, and copies of what is looked at.
#pragma once

#include <QObject>
#include <functional>

#include "core/run/experiment_view.h"
#include "ui/export/exporter.h"
#include "ui/model/laboratory.h"

class QWidget;

namespace ravine {

class NoticeBar;

class ExportDesk : public QObject {
  Q_OBJECT

 public:
  // `view` tells how the experiment is looked at.
  ExportDesk(Laboratory& laboratory, NoticeBar& notice, std::function<ExperimentView()> view, QWidget& window);

  void open();
  // The panel of the run that is looked at, or the chart.
  void copy(SheetContent part);
  void copyScript(CodeLibrary library);
  void copyCommand();

 private:
  Laboratory& m_laboratory;
  NoticeBar& m_notice;
  std::function<ExperimentView()> m_view;
  QWidget& m_window;
};

}  // namespace ravine
