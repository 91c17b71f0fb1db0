// What the parts of the setup page have in common: each shows one aspect of the selected runs, “—” where they differ,
// and edits it in all of them through the document.
#pragma once

#include <QVBoxLayout>
#include <QWidget>
#include <functional>

#include "ui/model/laboratory.h"

class QPushButton;

namespace ravine {

class SettingsSection : public QWidget {
  Q_OBJECT

 public:
  SettingsSection(Laboratory& laboratory, const QString& title, QWidget* parent = nullptr);

  virtual void show(const SelectedRuns& runs) = 0;

 protected:
  Laboratory& laboratory() { return m_laboratory; }
  QVBoxLayout& form() { return *m_form; }
  // Lines of the form that come and go together: their layout, in a widget of its own.
  QVBoxLayout& addPart();
  SelectedRuns runs() const { return m_laboratory.selectedRuns(); }
  Problems edit(const QString& text, const std::function<void(Run&)>& change,
                Document::Gesture gesture = Document::kSingleEdit);
  // For a whole number of a run. `text` names the undo step.
  Problems editWhole(const QString& text, const QString& entered, const std::string& name,
                     const std::function<void(Run&, std::int64_t)>& set);
  // A button that gives the selected runs another seed. `name` is the object's.
  QPushButton* addNewSeed(const QString& name, const QString& hint, const std::function<void(Run&, std::int64_t)>& set);

 private:
  Laboratory& m_laboratory;
  QVBoxLayout* m_form;
};

}  // namespace ravine
