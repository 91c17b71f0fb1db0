// What the models of the selected runs learn from: a set that Ravine makes, or rows of one's own; and how unequal the
// curvatures are that follow from it. Not there where a run has a function without data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/inspector/settings_section.h"

class QComboBox;
class QLabel;

namespace ravine {

class ParameterForm;

class DataSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit DataSection(Laboratory& laboratory, QWidget* parent = nullptr);
  void show(const SelectedRuns& runs) override;

  // The rows of the run that is looked at as a file. False, and it is said here why, if that cannot be written.
  bool saveRows(const QString& path);

 private:
  struct Offered {
    QString name;
    QString id;  // empty: the rows of the run that is looked at
    QString hint;

    bool operator==(const Offered&) const = default;
  };

  void addSet();
  void addComparison();
  void addFiles();
  QPushButton* addButton(QLayout& line, const QString& text, const QString& name, void (DataSection::*act)());
  std::vector<Offered> offered(const SelectedRuns& runs) const;
  void choose(int row);
  void showCurvatures();
  void compare();
  void editRows();
  void openFile();
  void saveFile();
  void tell(const Problems& problems);

  QComboBox* m_set;
  std::vector<Offered> m_offered;
  ParameterForm* m_parameters;
  QPushButton* m_newSeed;
  QLabel* m_curvatures;
  QPushButton* m_compare;
  QLabel* m_wrong;
};

}  // namespace ravine
