// Runs one kind of work at a time on the thread pool and delivers results on the main thread. While work is under way
// the newest request waits and replaces older waiting ones, so that a drag shows a picture as often as it can; work
// that takes longer than kPatience is cancelled in favour of what waits. Destroying it cancels and waits.
#pragma once

#include <QElapsedTimer>
#include <QFuture>
#include <QFutureWatcher>
#include <QtConcurrent>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "core/base/types.h"

namespace ravine {

template <class Result>
class Latest {
 public:
  using Work = std::function<Result(const CancelPredicate& cancelled)>;
  static constexpr qint64 kPatience = 200;  // milliseconds

  // A result of cancelled work is not delivered.
  explicit Latest(std::function<void(Result)> deliver) : m_deliver(std::move(deliver)) {
    QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] { handleFinished(); });
  }
  ~Latest() {
    m_watcher.disconnect();
    if (m_cancelled) *m_cancelled = true;
    m_future.waitForFinished();
  }
  Latest(const Latest&) = delete;
  Latest& operator=(const Latest&) = delete;

  void start(Work work) {
    m_waiting = std::move(work);
    if (!busy()) return next();
    if (m_since.elapsed() > kPatience) *m_cancelled = true;
  }

  bool busy() const { return m_future.isValid(); }

  // Blocks until nothing is under way, delivering as it goes. For tests and pictures.
  void finish() {
    while (busy()) {
      m_future.waitForFinished();
      handleFinished();
    }
  }

 private:
  void next() {
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    m_cancelled = cancelled;
    m_since.start();
    m_future = QtConcurrent::run([work = std::move(*m_waiting), cancelled] {
      return work([cancelled] { return cancelled->load(std::memory_order_relaxed); });
    });
    m_waiting.reset();
    m_watcher.setFuture(m_future);
  }

  void handleFinished() {
    if (!m_future.isValid() || !m_future.isFinished()) return;
    const bool cancelled = *m_cancelled;
    Result result = m_future.takeResult();
    m_future = {};
    if (m_waiting) next();
    if (!cancelled) m_deliver(std::move(result));
  }

  std::function<void(Result)> m_deliver;
  std::optional<Work> m_waiting;
  QFuture<Result> m_future;
  QFutureWatcher<Result> m_watcher;
  std::shared_ptr<std::atomic_bool> m_cancelled;
  QElapsedTimer m_since;
};

}  // namespace ravine
