#include "ui/model/document.h"

#include <QUndoCommand>
#include <algorithm>
#include <cassert>

namespace ravine {

// Swaps the whole experiment: it is small, so nothing finer is needed.
class Document::EditCommand : public QUndoCommand {
 public:
  EditCommand(Document& document, const QString& text, Experiment next, Gesture gesture, Change change = Change::edit)
      : QUndoCommand(text),
        m_document(document),
        m_before(document.m_experiment),
        m_after(std::move(next)),
        m_gesture(gesture),
        m_change(change) {}

  void undo() override { m_document.set(m_before, m_change); }
  void redo() override { m_document.set(m_after, m_change); }
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
  Change m_change;
};

Document::Document(Experiment experiment, Listener listener) : m_listener(std::move(listener)) {
  assert(validate(experiment).empty());
  numberRuns(experiment);
  m_experiment = std::move(experiment);
}

Document::Gesture Document::newGesture() {
  static Gesture last = kSingleEdit;
  return ++last;
}

Problems Document::edit(const QString& text, const std::function<void(Experiment&)>& change, Gesture gesture) {
  Experiment next = m_experiment;
  change(next);
  if (next == m_experiment) return {};
  numberRuns(next);
  Problems problems = validateChange(next, m_experiment);
  if (problems.empty()) m_undoStack.push(new EditCommand(*this, text, std::move(next), gesture));
  return problems;
}

Problems Document::editRuns(const QString& text, const std::vector<RunId>& runs,
                            const std::function<void(Run&)>& change, Gesture gesture) {
  Problems problems = edit(
      text,
      [&](Experiment& experiment) {
        for (const RunId run : runs) change(*experiment.find(run));
      },
      gesture);
  // Whoever edits a single run knows which one it is.
  for (Problem& problem : problems) {
    const auto i = static_cast<std::size_t>(problem.run - 1);
    if (problem.run > 0 && runs == std::vector{m_experiment.runs.at(i).id}) problem.run = 0;
  }
  return problems;
}

void Document::load(const QString& text, Experiment experiment) {
  assert(validate(experiment).empty());
  m_lastId = 0;
  numberRuns(experiment);
  m_undoStack.push(new EditCommand(*this, text, std::move(experiment), kSingleEdit, Change::load));
}

void Document::numberRuns(Experiment& experiment) {
  for (const Run& run : experiment.runs) m_lastId = std::max(m_lastId, static_cast<std::int64_t>(run.id));
  for (Run& run : experiment.runs)
    if (run.id == RunId::none) run.id = RunId{++m_lastId};
}

void Document::set(const Experiment& experiment, Change change) {
  const Experiment before = m_experiment;
  m_experiment = experiment;
  if (m_listener) m_listener(change, before);
}

}  // namespace ravine
