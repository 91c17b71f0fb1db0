// The form with everything that can be set about the selected runs but their rate. Its parts come from the rows of the
// catalogues.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/model/laboratory.h"

namespace ravine {

class SettingsSection;

class SettingsPage : public QWidget {
  Q_OBJECT

 public:
  explicit SettingsPage(Laboratory& laboratory, QWidget* parent = nullptr);

 private:
  void refresh(const Change& change);

  Laboratory& m_laboratory;
  std::vector<SettingsSection*> m_sections;
};

}  // namespace ravine
