#include "ui/inspector/settings_section.h"

#include "ui/inspector/form.h"

namespace ravine {

SettingsSection::SettingsSection(Laboratory& laboratory, const QString& title, QWidget* parent)
    : QWidget(parent), m_laboratory(laboratory), m_form(new QVBoxLayout(this)) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setSpacing(5);
  addTitle(*m_form, title);
}

Problems SettingsSection::edit(const QString& text, const std::function<void(Run&)>& change,
                               Document::Gesture gesture) {
  return m_laboratory.editSelection(text, change, gesture);
}

Problems SettingsSection::editWhole(const QString& text, const QString& entered, const std::string& name,
                                    const std::function<void(Run&, std::int64_t)>& set) {
  const auto number = parseWhole(entered.toStdString());
  if (!number)
    return {{name, CORE_TEXT("Problem", "'%1' is not a whole number").with(excerpt(entered.toStdString())),
             CORE_TEXT("Problem", "write one up to %1").with(Run::kMostSteps)}};
  return edit(text, [&](Run& r) { set(r, *number); });
}

}  // namespace ravine
