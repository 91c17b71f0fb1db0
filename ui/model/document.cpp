#include "ui/model/document.h"

#include <QUndoCommand>
#include <cassert>

namespace ravine {

// Swaps the whole experiment: it is small, so nothing finer is needed.
class Document::EditCommand : public QUndoCommand {
 public:
  EditCommand(Document& document, const QString& text, Experiment next, Gesture gesture)
      : QUndoCommand(text),
        m_document(document),
        m_before(document.m_experiment),
        m_after(std::move(next)),
        m_gesture(gesture) {}

  void undo() override { m_document.set(m_before); }
  void redo() override { m_document.set(m_after); }
  int id() const override { return m_gesture == kSingleEdit ? -1 : m_gesture; }

  bool mergeWith(const QUndoCommand* later) override {
    m_after = static_cast<const EditCommand*>(later)->m_after;
    setObsolete(m_after == m_before);
    return true;
  }

 private:
  Document& m_document;
  Experiment m_before;
  Experiment m_after;
  Gesture m_gesture;
};

Document::Document(Experiment experiment, QObject* parent) : QObject(parent), m_experiment(std::move(experiment)) {
  assert(validate(m_experiment).empty());
}

Document::Gesture Document::newGesture() {
  static Gesture last = kSingleEdit;
  return ++last;
}

Problems Document::edit(const QString& text, const std::function<void(Experiment&)>& change, Gesture gesture) {
  Experiment next = m_experiment;
  change(next);
  if (next == m_experiment) return {};
  Problems problems = validate(next);
  if (problems.empty()) m_undoStack.push(new EditCommand(*this, text, std::move(next), gesture));
  return problems;
}

Problems Document::editRun(const QString& text, int run, const std::function<void(Run&)>& change, Gesture gesture) {
  Problems problems = edit(
      text, [&](Experiment& experiment) { change(experiment.runs.at(static_cast<std::size_t>(run))); }, gesture);
  // Whoever edits a run knows which one it is.
  for (Problem& problem : problems)
    if (problem.run == run + 1) problem.run = 0;
  return problems;
}

void Document::load(Experiment experiment) {
  assert(validate(experiment).empty());
  m_undoStack.clear();
  set(experiment);
}

void Document::set(const Experiment& experiment) {
  const Experiment before = m_experiment;
  m_experiment = experiment;
  emit changed(m_experiment, before);
}

}  // namespace ravine
