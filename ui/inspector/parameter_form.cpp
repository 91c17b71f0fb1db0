#include "ui/inspector/parameter_form.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalBlocker>

#include "ui/control/entry_field.h"
#include "ui/look/card.h"
#include "ui/look/combo_box.h"
#include "ui/look/scaling.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kColumns = 2;

Problems parseAndSet(const ParameterInfo& info, const QString& text, const ParameterForm::Set& set) {
  Problem problem;
  const auto value = parseParameter(info, text.toStdString(), problem);
  return value ? set(info.id, *value) : Problems{problem};
}

}  // namespace

ParameterForm::ParameterForm(Set set, QWidget* parent) : QWidget(parent), m_set(std::move(set)) {}

void ParameterForm::show(const std::function<std::string(const Run&)>& owner, const std::vector<ParameterInfo>& infos,
                         const std::function<const ParameterSet&(const Run&)>& values, const SelectedRuns& runs) {
  const auto common = runs.common(owner);
  setVisible(common && !infos.empty());
  if (!common) return;
  if (*common != m_owner) {
    m_owner = *common;
    rebuild(infos);
  }
  for (const Row& row : m_rows) {
    const auto valueIn = [&](const Run& run) { return valueOf(row.info, values(run)); };
    row.showValue(runs.common(valueIn), runs.lookedAt().id);
  }
}

void ParameterForm::rebuild(const std::vector<ParameterInfo>& infos) {
  m_rows.clear();
  qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
  delete layout();
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(2);
  for (int column = 0; column < kColumns; ++column) grid->setColumnStretch(column, 1);
  for (const ParameterInfo& info : infos) m_rows.push_back(addRow(info, static_cast<int>(m_rows.size())));
  followScale(*this);
}

ParameterForm::Row ParameterForm::addRow(const ParameterInfo& info, int position) {
  auto* grid = static_cast<QGridLayout*>(layout());
  const int column = position % kColumns;
  const int line = (2 + kColumns) * (position / kColumns);  // label, field, and what is wrong with each field
  const QString id = QString::fromStdString(info.id);
  const QString hint = wording::coreText(info.description);
  const auto addLabel = [&](QWidget* buddy) {
    QLabel* label = makeLabel(id, {"quiet", "small"});
    label->setToolTip(hint);
    label->setBuddy(buddy);
    grid->addWidget(label, line, column);
    grid->addWidget(buddy, line + 1, column);
    buddy->setToolTip(hint);
    buddy->setAccessibleName(id);
    buddy->setObjectName(id);
  };
  switch (info.kind()) {
    case ParameterKind::boolean: {
      auto* box = new QCheckBox(id);
      box->setFocusPolicy(Qt::TabFocus);
      box->setToolTip(hint);
      box->setObjectName(id);
      grid->addWidget(box, line + 1, column);
      connect(box, &QCheckBox::clicked, this,
              [this, info, box] { m_set(info.id, box->checkState() != Qt::Unchecked); });
      return {
          info, [box](const std::optional<ParameterValue>& value, RunId) {
            const QSignalBlocker blocker(box);
            box->setTristate(!value);  // what differs is half ticked, and a click ticks it in all
            box->setCheckState(!value ? Qt::PartiallyChecked : std::get<bool>(*value) ? Qt::Checked : Qt::Unchecked);
          }};
    }
    case ParameterKind::choice: {
      auto* list = new ComboBox;
      list->setPlaceholderText(EntryField::kMixed);
      list->setFocusPolicy(Qt::TabFocus);
      list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
      list->setMinimumContentsLength(6);
      for (const std::string& choice : info.choices) list->addItem(QString::fromStdString(choice));
      addLabel(list);
      connect(list, &QComboBox::activated, this,
              [this, info](int index) { m_set(info.id, info.choices.at(static_cast<std::size_t>(index))); });
      return {info, [list](const std::optional<ParameterValue>& value, RunId) {
                if (value)
                  list->setCurrentText(QString::fromStdString(std::get<std::string>(*value)));
                else
                  list->setCurrentIndex(-1);
              }};
    }
    default: {
      auto* numbers = new EntryField([this, info](const QString& text) { return parseAndSet(info, text, m_set); });
      addLabel(numbers);
      numbers->setHint(hint);
      QLabel* wrong = makeLabel({}, {"danger", "small"});
      wrong->setWordWrap(true);
      wrong->hide();
      grid->addWidget(wrong, line + 2 + column, 0, 1, kColumns);
      connect(numbers, &EntryField::problemChanged, wrong, [wrong](const QString& sentence) {
        wrong->setText(sentence);
        wrong->setVisible(!sentence.isEmpty());
      });
      return {info, [numbers](const std::optional<ParameterValue>& value, RunId run) {
                numbers->show(value ? std::optional(QString::fromStdString(toText(*value))) : std::nullopt, run);
              }};
    }
  }
}

}  // namespace ravine
