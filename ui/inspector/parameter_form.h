// A form made from described parameters: a field, box or list for each. Knows nothing of what the parameters belong to.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "core/base/parameters.h"
#include "ui/model/selected_runs.h"

namespace ravine {

class ParameterForm : public QWidget {
  Q_OBJECT

 public:
  // Called when the user has set a parameter; gives what is wrong with the value, or nothing.
  using Set = std::function<Problems(const std::string& id, const ParameterValue& value)>;

  explicit ParameterForm(Set set, QWidget* parent = nullptr);

  // Of the selected runs, where `owner(run)`, which tells one list of parameters from another, is the same for all;
  // otherwise nothing is shown. The fields are rebuilt only when the owner changes.
  void show(const std::function<std::string(const Run&)>& owner, const std::vector<ParameterInfo>& infos,
            const std::function<const ParameterSet&(const Run&)>& values, const SelectedRuns& runs);

 private:
  struct Row {
    ParameterInfo info;
    std::function<void(const std::optional<ParameterValue>&, RunId)> showValue;  // nothing: they differ
  };

  void rebuild(const std::vector<ParameterInfo>& infos);
  Row addRow(const ParameterInfo& info, int position);

  Set m_set;
  std::string m_owner;
  std::vector<Row> m_rows;
};

}  // namespace ravine
