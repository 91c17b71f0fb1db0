// The cells of a sweep on their way from the threads that work them out to the one that shows them.
#pragma once

#include <mutex>
#include <span>
#include <vector>

#include "core/sweep/sweep_map.h"
#include "ui/sweep/sweep_scene.h"

namespace ravine {

// What there is of a sweep.
struct SweepPicture {
  std::shared_ptr<const SweepResult> result;
  std::vector<Standing> standings;  // of its cells; empty once all are known
};

// Any thread.
class SweepStream {
 public:
  explicit SweepStream(const Sweep& sweep);

  // Until its cells are known each shows the one that was nearest to it in another picture, if that went so far.
  // Precondition: of the same quantities.
  void beginWith(const SweepResult& before);
  void take(const Stripe& stripe, std::span<const Cell> cells, std::span<const double> lastLosses);
  void end(const std::vector<SweepBorder>& borders);

  bool hasEnded() const;
  bool hasNews() const;  // since the last picture()
  // What is not there yet shows what the picture before had there, or else the row below, or the column before, that
  // is; and says that it does.
  SweepPicture picture();
  double known() const;  // part of all

 private:
  mutable std::mutex m_mutex;
  SweepResult m_result;
  std::vector<bool> m_isKnown;
  std::vector<bool> m_isOfBefore;
  std::size_t m_known = 0;
  bool m_hasNews = false;
  bool m_hasEnded = false;
};

}  // namespace ravine
