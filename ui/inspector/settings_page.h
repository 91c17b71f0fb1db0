// The form with everything that can be set about the selected run. Its parts come from the rows of the catalogues.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/model/laboratory.h"

namespace ravine {

class OptimizerSection;
class SettingsSection;

class SettingsPage : public QWidget {
  Q_OBJECT

 public:
  explicit SettingsPage(Laboratory& laboratory, QWidget* parent = nullptr);

  // Blocks until the best rate is found. For tests and pictures.
  void finish();

 private:
  void refresh(const Change& change);

  Laboratory& m_laboratory;
  OptimizerSection* m_optimizer;
  std::vector<SettingsSection*> m_sections;
};

}  // namespace ravine
