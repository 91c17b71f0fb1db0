// Works a sweep out off the main thread: a few of its cells first, which while somebody drags are all there is time
// for, then all, coarse to fine. Lives on the main thread.
#pragma once

#include <QTimer>
#include <functional>
#include <memory>
#include <variant>

#include "ui/model/latest.h"
#include "ui/sweep/sweep_stream.h"

namespace ravine {

// Whether these are the axes of a sweep, or of its coarse pictures.
bool isPictureOf(const Sweep& shown, const Sweep& sweep);
// Of another sweep of the same quantities, as far as that went: to be shown until there is more.
SweepPicture previewOf(const Sweep& sweep, const SweepResult& before);

class SweepWorker {
 public:
  // What there is of the sweep, or of the one that was asked for before it; and which part of all is known. No picture
  // where it takes long until there is one.
  using Deliver = std::function<void(const SweepPicture* picture, double known)>;

  SweepWorker(JobPool& pool, Deliver deliver);

  // `landscape` surveys the loss function; null if it is not known yet. A coarse picture that is under way is still
  // delivered.
  void start(const Sweep& sweep, const std::shared_ptr<const Landscape>& landscape);
  void abandon();
  // Blocks until all cells are there.
  void finish();

 private:
  void takeCoarse(const SweepResult& coarse);
  void refine(const SweepResult& coarsest);
  void workOut(const SweepResult& coarse);
  void takeNews();

  Deliver m_deliver;
  Sweep m_sweep;
  std::shared_ptr<SweepStream> m_stream;       // once its coarse picture is there
  std::shared_ptr<const SweepResult> m_whole;  // the last of which all was known
  QTimer m_clock;                              // looks at the stream
  bool m_isRefining = false;                   // the coarse picture, of which there is a coarser one
  Latest<SweepResult> m_coarse;
  Latest<std::monostate> m_all;  // its cells go through the stream
};

}  // namespace ravine
