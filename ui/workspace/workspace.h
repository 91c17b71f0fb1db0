// Which file the experiment is kept in, whether there are changes that are not in it, and that none of them is lost: it
// opens, saves, and keeps unsaved states for recovery. Undo leads back across what was opened, so each experiment that
// was loaded has a file of its own, and its unsaved changes are known as long as undo leads to them. Asks nobody
// anything; that is for the window. Lives on the main thread.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>
#include <map>
#include <optional>

#include "ui/model/laboratory.h"
#include "ui/workspace/recovery.h"

namespace ravine {

class Workspace : public QObject {
  Q_OBJECT

 public:
  // How the window looks at the runs, and how it is told to; without a window it is the laboratory's part alone.
  struct Look {
    std::function<ExperimentView()> view;
    std::function<void(const ExperimentView&)> setView;
  };

  // `recoveryFolder` is empty where nothing is to be kept.
  explicit Workspace(Laboratory& laboratory, const QString& recoveryFolder = {});
  void setLook(Look look) { m_look = std::move(look); }

  const QString& path() const { return place().path; }  // empty if there is no file
  QString name() const;                                 // of the file, or else what the experiment is called
  // Of an experiment without a file only what its runs do counts, not how they are laid out.
  bool isModified() const;
  // Whether an experiment that undo leads back to has changes that are in no file.
  bool isModifiedBehind() const;
  // Undoes until that one is back. Precondition: there is one.
  void goBackToModified();
  // Whether the file came from a newer Ravine, and saving would lose what was left out.
  bool isOfNewer() const { return place().newer; }
  // Whether the file is no longer what was read or written here.
  bool isChangedOnDisk() const;

  // The remarks, if the file was opened; else problems, and the experiment stays as it was.
  struct Opened {
    Problems problems;
    Problems remarks;
  };
  Opened open(const QString& path);
  void openNew(Experiment experiment, const ExperimentView& view = {});  // without a file; who presents goes on
  // What is here is kept elsewhere, in a lesson: nothing is left to be saved.
  void markSaved();
  // An unsaved state that was kept, with its changes still to be saved.
  void restore(const ExperimentFile& file);
  // Nothing if it was saved. Precondition of save(): there is a file.
  std::optional<Problem> save() { return saveAs(path()); }
  std::optional<Problem> saveAs(const QString& path);
  // From now on the file as it is on the disk counts as known.
  void acceptDisk();
  // Whether anything was edited since it was opened or saved, whatever has become of the file.
  bool isEdited() const;
  // Tells if somebody else has changed the file since it was looked at.
  void lookAtDisk();
  // What is a scenario's in title, text and names is put in this language, as if it had always been so. A file keeps
  // its words.
  void speak(const QString& language);
  // The unsaved changes may go.
  void forgetAll();

  Recovery& recovery() { return m_recovery; }
  // Keeps unsaved states now instead of a moment later.
  void keepNow();

 signals:
  void changed();        // path, name, or whether there are unsaved changes
  void changedOnDisk();  // by somebody else
  void cannotKeep();     // unsaved states, for want of room or permission: once

 private:
  // What an experiment that was opened shows on its maps of its own accord.
  struct BroughtShows {
    MapShows brought;
    MapShows chosen;  // by whoever looks, before
  };
  // Of one loaded experiment.
  struct Place {
    QString path = {};
    std::optional<Experiment> saved = {};  // as it is in the file; nothing if no file has it
    QByteArray onDisk = {};                // a hash of the file's bytes; empty without a file
    QByteArray told = {};                  // the same, of what was last told to have been changed by others
    bool newer = false;
    bool lost = false;                    // the file is no longer what was saved: gone, or somebody else's
    std::optional<Experiment> kept = {};  // for recovery
    std::optional<MapShows> shows = {};   // on its maps, when it was left
    std::optional<BroughtShows> broughtShows = {};
  };

  const Place& place() const { return m_places.at(m_laboratory.document().origin()); }
  Place& place() { return m_places.at(m_laboratory.document().origin()); }
  bool differs(const Experiment& experiment, int origin) const;
  void load(Experiment experiment, Place place);
  void keep(int origin, const Experiment& experiment, const ExperimentView& view);
  void watch();
  void bringShowsBack();

  static constexpr std::chrono::milliseconds kKeepAfter{1500};  // an edit

  Laboratory& m_laboratory;
  Look m_look;
  Recovery m_recovery;
  std::map<int, Place> m_places;  // by origin
  int m_origin;                   // of what is shown
  QTimer m_keepTimer;
  bool m_toldThatItCannotKeep = false;
  QFileSystemWatcher m_watcher;
};

}  // namespace ravine
