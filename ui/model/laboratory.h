// Owns what all views share and is what every view is given. Whatever changes, views are told once, by changed(), when
// document, results, selection and timeline agree: the timeline is as long as the longest run, and a run that exists is
// selected. What moves while all else stands still has signals of its own: the playhead, the display, the theme.
// Outlives the views. Lives on the main thread.
#pragma once

#include <QObject>
#include <vector>

#include "ui/look/theme_source.h"
#include "ui/model/course.h"
#include "ui/model/display.h"
#include "ui/model/document.h"
#include "ui/model/lanes.h"
#include "ui/model/predictions.h"
#include "ui/model/results.h"
#include "ui/model/selected_runs.h"
#include "ui/model/shown_run.h"
#include "ui/model/timeline.h"

namespace ravine {

// What is different since the views were last told.
struct Change {
  bool loaded = false;      // another experiment: nothing of the old one stays on screen
  bool experiment = false;  // runs, their order, title, layout; the timeline may be longer or shorter
  bool results = false;
  bool selection = false;
};

// Why so many more runs cannot be had; `where` is what asked for them.
Problems noRoomFor(std::size_t runs, const std::string& where);

class Laboratory : public QObject {
  Q_OBJECT

 public:
  // Precondition: validate(experiment) is empty.
  Laboratory(Experiment experiment, ThemeChoice theme);

  const Experiment& experiment() const { return m_document.experiment(); }
  const std::vector<Run>& runs() const { return experiment().runs; }
  const Run& run(RunId id) const;  // precondition: it exists
  // Null before the first, and while somebody is to predict it.
  RunResultPtr result(RunId id) const { return m_predictions.isAsking() ? nullptr : m_results.find(id); }
  std::vector<ShownRun> shownRuns() const;
  std::vector<ShownRun> shownRuns(const std::vector<RunId>& ids) const;  // precondition: they exist

  // The runs that an edit changes, in the order of the experiment; never empty. One of them is looked at closely:
  // selected().
  const std::vector<RunId>& selection() const { return m_selection; }
  bool isSelected(RunId run) const;
  SelectedRuns selectedRuns() const;
  RunId selected() const { return m_selected; }
  const Run& selectedRun() const { return run(m_selected); }
  // What a run is called; while it is to be predicted only its number, since names tend to tell what will happen.
  QString nameOf(const Run& run) const;
  RunResultPtr selectedResult() const { return result(m_selected); }
  // Precondition of all: the run exists.
  void select(RunId run);          // it alone
  void lookAt(RunId run);          // it stays one of several selected, or is selected alone
  void toggleSelected(RunId run);  // besides the others; one stays selected
  void selectUpTo(RunId run);      // all from the one that is looked at to this
  void selectAll();
  // The same change in each selected run, as one undo step. Gives why it was refused; empty if it was made.
  Problems editSelection(const QString& text, const std::function<void(Run&)>& change,
                         Document::Gesture gesture = Document::kSingleEdit);

  // After the selected ones, each in a colour that is free, as one undo step. Gives why it was refused.
  Problems addRuns(const QString& text, const std::vector<Run>& runs);

  Document& document() { return m_document; }
  Timeline& timeline() { return m_timeline; }
  Display& display() { return m_display; }
  Predictions& predictions() { return m_predictions; }
  Course& course() { return m_course; }
  ThemeSource& themes() { return m_themes; }
  const Theme& theme() const { return m_themes.theme(); }
  Lanes& lanes() { return m_lanes; }

  // Another experiment from its beginning, paused, as one undo step. Precondition: validate(experiment) is empty.
  void open(Experiment experiment);

  // How the runs are looked at, as far as it is not a matter of the window: playback, selection, what the maps show.
  ExperimentView view() const;
  void setView(const ExperimentView& view);

  // Asks what the runs will do, from their start.
  void askToPredict(bool locked = false);
  // Plays what was predicted, if it may be.
  void playPredicted();

  // Blocks until all results are there. For tests and pictures.
  void finish() { m_results.finish(); }

 signals:
  void changed(const ravine::Change& change);

 private:
  void follow(Document::Change change, const Experiment& before);
  void setSelection(RunId lookedAt, std::vector<RunId> runs);
  std::vector<RunId> survivors(const Experiment& before) const;
  RunId successor(const Experiment& before) const;
  ShownRun shownRun(const Run& run) const;
  void answerAtTheEnd();
  void judgeTask();
  void tell(const Change& change);  // the views, after what follows from it

  Lanes m_lanes;
  Document m_document;
  Results m_results;
  RunId m_selected = RunId::none;
  std::vector<RunId> m_selection;  // holds m_selected
  Timeline m_timeline;
  Display m_display;
  Predictions m_predictions;
  Course m_course;
  ThemeSource m_themes;
};

}  // namespace ravine
