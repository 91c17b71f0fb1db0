// What the parts of the settings page have in common: each shows one aspect of the selected run and edits it through
// the document.
#pragma once

#include <QVBoxLayout>
#include <QWidget>
#include <functional>

#include "ui/model/laboratory.h"

namespace ravine {

class SettingsSection : public QWidget {
  Q_OBJECT

 public:
  SettingsSection(Laboratory& laboratory, const QString& title, QWidget* parent = nullptr);

  // Shows this run, which is selected.
  virtual void show(const Run& run) = 0;

 protected:
  Laboratory& laboratory() { return m_laboratory; }
  QVBoxLayout& form() { return *m_form; }
  // The selected run.
  const Run& run() const { return m_laboratory.selectedRun(); }
  Problems edit(const QString& text, const std::function<void(Run&)>& change,
                Document::Gesture gesture = Document::kSingleEdit);
  // For a whole number of the run. `text` names the undo step.
  Problems editWhole(const QString& text, const QString& entered, const std::string& name, std::int64_t Run::*member);

 private:
  Laboratory& m_laboratory;
  QVBoxLayout* m_form;
};

}  // namespace ravine
