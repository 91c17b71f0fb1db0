#include "ui/inspector/form.h"

#include <QSignalBlocker>

#include "core/base/parameters.h"
#include "ui/look/card.h"
#include "ui/look/combo_box.h"
#include "ui/look/scaling.h"

namespace ravine {
namespace {

constexpr int kLabelWidth = 92;
constexpr int kListLabelWidth = 62;  // names of rows are long

void addLine(QVBoxLayout& form, const QString& label, int labelWidth, QWidget* control, const QString& name) {
  auto* line = new QHBoxLayout;
  QLabel* caption = makeLabel(label);
  setBaseFixedSize(*caption, {labelWidth, 0});
  caption->setBuddy(control);
  control->setObjectName(name);
  control->setAccessibleName(label);
  line->addWidget(caption);
  line->addWidget(control, 1);
  form.addLayout(line);
}

}  // namespace

void addTitle(QVBoxLayout& form, const QString& title) {
  form.addSpacing(4);
  form.addWidget(makeLabel(title, {"section"}));
}

QComboBox* addList(QVBoxLayout& form, const QString& label, const QString& name) {
  auto* list = new ComboBox;
  list->setPlaceholderText(EntryField::kMixed);
  list->setFocusPolicy(Qt::TabFocus);
  list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  list->setMinimumContentsLength(10);
  list->setMaxVisibleItems(24);
  addLine(form, label, kListLabelWidth, list, name);
  return list;
}

EntryField* addField(QVBoxLayout& form, const QString& label, const QString& name, EntryField::Take take) {
  auto* field = new EntryField(std::move(take));
  addLine(form, label, kLabelWidth, field, name);
  addProblemLine(form, *field);
  return field;
}

void addProblemLine(QVBoxLayout& form, EntryField& field) {
  QLabel* wrong = makeLabel({}, {"danger", "small"});
  wrong->setWordWrap(true);
  wrong->hide();
  form.addWidget(wrong);
  QObject::connect(&field, &EntryField::problemChanged, wrong, [wrong](const QString& sentence) {
    wrong->setText(sentence);
    wrong->setVisible(!sentence.isEmpty());
  });
}

void showChoice(QComboBox& list, const std::optional<std::string>& id) {
  const QSignalBlocker blocker(list);
  // Titles between the rows have no data at all; a text of nothing is a row's.
  int row = -1;
  for (int i = 0; id && i < list.count() && row < 0; ++i)
    if (const QVariant data = list.itemData(i); data.isValid() && data.toString().toStdString() == *id) row = i;
  list.setCurrentIndex(row);
}

QString exactText(double value) {
  return QString::fromStdString(shortestText(value));
}

QString exactText(std::initializer_list<double> values) {
  QStringList texts;
  for (const double value : values) texts << exactText(value);
  return texts.join(QStringLiteral(", "));
}

Problems cannotBeRead(const std::string& where, const QString& text, const Message& mend) {
  return {{where, CORE_TEXT("Problem", "'%1' cannot be read").with(excerpt(text.toStdString())), mend}};
}

std::optional<std::vector<double>> parseNumbers(const QString& text, std::size_t count) {
  auto numbers = parseNumbers(text.toStdString());
  return numbers && numbers->size() == count ? numbers : std::nullopt;
}

}  // namespace ravine
