// A form made from described parameters: a field, box or list for each. Knows nothing of what the parameters belong to.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "core/base/parameters.h"
#include "core/run/experiment.h"

namespace ravine {

class ParameterForm : public QWidget {
  Q_OBJECT

 public:
  // Called when the user has set a parameter; gives what is wrong with the value, or nothing.
  using Set = std::function<Problems(const std::string& id, const ParameterValue& value)>;

  explicit ParameterForm(Set set, QWidget* parent = nullptr);

  // Of this run. `owner` tells one list of parameters from another; the fields are rebuilt only when it changes.
  void show(const std::string& owner, const std::vector<ParameterInfo>& infos, const ParameterSet& values, RunId run);

 private:
  struct Row {
    ParameterInfo info;
    std::function<void(const ParameterValue&, RunId)> showValue;
  };

  void rebuild(const std::vector<ParameterInfo>& infos);
  Row addRow(const ParameterInfo& info, int position);

  Set m_set;
  std::string m_owner;
  std::vector<Row> m_rows;
};

}  // namespace ravine
