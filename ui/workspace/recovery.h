// Keeps what is not saved yet where a crash cannot reach it, and finds what an ended session has left. Each session
// (one window) has files and a lock of its own in a folder that all share; the lock of a session that is no longer
// alive is stale. Writes go to a thread of their own, one after the other, and are atomic. Lives on the main thread.
#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QString>
#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <vector>

#include "core/file/experiment_file.h"

namespace ravine {

class Recovery {
 public:
  // An empty folder: nothing is kept.
  explicit Recovery(QString folder);
  ~Recovery();  // waits until all is written
  Recovery(const Recovery&) = delete;
  Recovery& operator=(const Recovery&) = delete;

  bool isOn() const { return !m_folder.isEmpty(); }
  // Whether the last state could not be kept, for want of room or permission.
  bool hasFailed() const { return m_failed; }

  // The state of what has this origin in the document, in place of the one before.
  void keep(int origin, const ExperimentFile& file);
  void forget(int origin);
  void finish();  // blocks until all is on the disk

  // What sessions that ended without forgetting it have left, the newest last. Until it is destroyed no other session
  // is offered the same.
  class Left {
   public:
    struct File {
      QString path;
      QDateTime written;
      ExperimentFile content;
    };
    const std::vector<File>& files() const { return m_files; }
    bool empty() const { return m_files.empty(); }
    void remove();  // for good

   private:
    friend class Recovery;
    std::vector<File> m_files;
    std::vector<std::unique_ptr<QLockFile>> m_locks;
  };
  Left findLeft() const;

 private:
  QString pathOf(int origin) const;
  void later(std::function<void()> work);

  QString m_folder;
  QString m_session;
  std::unique_ptr<QLockFile> m_lock;
  std::atomic_bool m_failed{false};
  std::future<void> m_writing;
};

}  // namespace ravine
