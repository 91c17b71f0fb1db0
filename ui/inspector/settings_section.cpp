#include "ui/inspector/settings_section.h"

#include <QPushButton>
#include <QRandomGenerator>

#include "ui/inspector/form.h"

namespace ravine {

SettingsSection::SettingsSection(Laboratory& laboratory, const QString& title, QWidget* parent)
    : QWidget(parent), m_laboratory(laboratory), m_form(new QVBoxLayout(this)) {
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setSpacing(5);
  addTitle(*m_form, title);
}

QVBoxLayout& SettingsSection::addPart() {
  auto* part = new QWidget;
  auto* lines = new QVBoxLayout(part);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(m_form->spacing());
  m_form->addWidget(part);
  return *lines;
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

QPushButton* SettingsSection::addNewSeed(const QString& name, const QString& hint,
                                         const std::function<void(Run&, std::int64_t)>& set) {
  auto* button = new QPushButton(tr("New seed"));
  button->setObjectName(name);
  button->setToolTip(hint);
  button->setFocusPolicy(Qt::TabFocus);
  connect(button, &QPushButton::clicked, this, [this, set] {
    constexpr quint32 mostSeeds = 1'000'000;  // short enough to be said aloud
    const std::int64_t seed = QRandomGenerator::global()->bounded(mostSeeds);
    edit(tr("New seed"), [&](Run& r) { set(r, seed); });
  });
  form().addWidget(button, 0, Qt::AlignLeft);
  return button;
}

}  // namespace ravine
