// The lines of which the inspector's forms consist: a label with a list or a field, and what is wrong with its text.
#pragma once

#include <QComboBox>
#include <QString>
#include <QVBoxLayout>
#include <functional>
#include <optional>
#include <vector>

#include "core/base/problem.h"
#include "ui/control/entry_field.h"
#include "ui/words/wording.h"

namespace ravine {

void addTitle(QVBoxLayout& form, const QString& title);
// `name` is the object's.
QComboBox* addList(QVBoxLayout& form, const QString& label, const QString& name);
EntryField* addField(QVBoxLayout& form, const QString& label, const QString& name, EntryField::Take take);
// Under a field, what is wrong with its text, as long as something is.
void addProblemLine(QVBoxLayout& form, EntryField& field);

// The rows of a catalogue, by name, with their ids as data.
template <class Info>
void fill(QComboBox& list, const std::vector<Info>& catalogue) {
  for (const Info& info : catalogue) {
    const QString id = QString::fromStdString(info.id);
    list.addItem(wording::coreText(info.name), id);
    list.setItemData(list.count() - 1, id, Qt::AccessibleDescriptionRole);
  }
}
// Without telling anybody that it was chosen; “—” if it is nothing.
void showChoice(QComboBox& list, const std::optional<std::string>& id);

// The shortest text that reads back as the same number; several with commas between them.
QString exactText(double value);
QString exactText(std::initializer_list<double> values);
Problems cannotBeRead(const std::string& where, const QString& text, const Message& mend);
// Exactly `count` numbers with commas between them.
std::optional<std::vector<double>> parseNumbers(const QString& text, std::size_t count);

}  // namespace ravine
