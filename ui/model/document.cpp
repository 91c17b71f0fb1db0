#include "ui/model/document.h"

#include <QUndoCommand>
#include <algorithm>
#include <cassert>

namespace ravine {

// Swaps the whole experiment: it is small, so nothing finer is needed.
class Document::EditCommand : public QUndoCommand {
 public:
  EditCommand(Document& document, const QString& text, Experiment next, int originAfter, Gesture gesture)
      : QUndoCommand(text),
        m_document(document),
        m_before(document.m_experiment),
        m_after(std::move(next)),
        m_originBefore(document.m_origin),
        m_originAfter(originAfter),
        m_gesture(gesture) {}

  void undo() override { m_document.set(m_before, m_originBefore, change()); }
  void redo() override { m_document.set(m_after, m_originAfter, change()); }
  Change change() const { return m_originBefore == m_originAfter ? Change::edit : Change::load; }
  Replaced replaced() const { return {m_originBefore, m_before}; }
  void relabel(const std::function<void(int, Experiment&)>& relabel) {
    relabel(m_originBefore, m_before);
    relabel(m_originAfter, m_after);
  }
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
  int m_originBefore;
  int m_originAfter;
  Gesture m_gesture;
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
  if (problems.empty()) m_undoStack.push(new EditCommand(*this, text, std::move(next), m_origin, gesture));
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
  m_undoStack.push(new EditCommand(*this, text, std::move(experiment), ++m_lastOrigin, kSingleEdit));
}

void Document::relabel(const std::function<void(int, Experiment&)>& change) {
  for (int i = 0; i < m_undoStack.count(); ++i)  // which shows its commands, ours, only as constants
    const_cast<EditCommand*>(static_cast<const EditCommand*>(m_undoStack.command(i)))->relabel(change);
  Experiment now = m_experiment;
  change(m_origin, now);
  set(now, m_origin, Change::edit);
}

std::vector<Document::Replaced> Document::replaced() const {
  std::vector<Replaced> replaced;
  for (int i = 0; i < m_undoStack.index(); ++i) {
    const auto& command = *static_cast<const EditCommand*>(m_undoStack.command(i));
    if (command.change() == Change::load) replaced.push_back(command.replaced());
  }
  return replaced;
}

void Document::numberRuns(Experiment& experiment) {
  for (const Run& run : experiment.runs) m_lastId = std::max(m_lastId, static_cast<std::int64_t>(run.id));
  for (Run& run : experiment.runs)
    if (run.id == RunId::none) run.id = RunId{++m_lastId};
}

void Document::set(const Experiment& experiment, int origin, Change change) {
  const Experiment before = m_experiment;
  m_experiment = experiment;
  m_origin = origin;
  if (m_listener) m_listener(change, before);
}

}  // namespace ravine
