// The selected run: its name, its settings or its current step on two pages, what it is doing at the playhead, and what
// happened to it.
#pragma once

#include "ui/look/card.h"
#include "ui/model/laboratory.h"

class QLineEdit;

namespace ravine {

class SettingsPage;

class Inspector : public Card {
  Q_OBJECT

 public:
  explicit Inspector(Laboratory& laboratory, QWidget* parent = nullptr);

  // Blocks until all is computed that is shown here. For tests and pictures.
  void finish();

 signals:
  void duplicateRequested();
  void removeRequested();

 private:
  QWidget* makeHeader();
  QWidget* makeTabs();
  QWidget* makeReadOuts();
  QWidget* makeWhatHappened();

  void showRun();
  void refresh();
  void showWork();
  void refreshReadOuts();
  void refreshStability(const RunResult& result, std::size_t t);

  Laboratory& m_laboratory;
  QLabel* m_marker;
  QLineEdit* m_name;
  QWidget* m_remove;
  SettingsPage* m_settings;

  QLabel* m_atStep;
  QLabel* m_theta;
  QLabel* m_loss;
  QLabel* m_gradient;
  QLabel* m_sharpness;
  QLabel* m_currentRate;
  QLabel* m_limitCaption;
  QLabel* m_limit;
  QLabel* m_whatHappened;
};

}  // namespace ravine
