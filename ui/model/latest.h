// The newest of many requests for one kind of work, done on a thread pool and delivered on the main thread. Work under
// way may finish while the next request waits, so that a drag shows pictures; but no request waits longer than
// kPatience: then the old work is told to stop, its result is forgotten and the new work begins, whether the old has
// noticed or not. Work takes its inputs by value. Destroying it abandons what is under way. Lives on the main thread.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrent>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "core/base/types.h"

namespace ravine {

template <class Result>
class Latest {
 public:
  using Work = std::function<Result(const CancelPredicate& cancelled)>;
  static constexpr std::chrono::milliseconds kPatience{40};

  // The pool outlives this. A result of abandoned work is not delivered.
  Latest(QThreadPool& pool, std::function<void(Result)> deliver) : m_pool(pool), m_deliver(std::move(deliver)) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    m_patience.callOnTimeout([this] { next(); });
    QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher, [this] { handleFinished(); });
  }
  ~Latest() {
    m_watcher.disconnect();
    abandon();
  }
  Latest(const Latest&) = delete;
  Latest& operator=(const Latest&) = delete;

  void start(Work work) {
    m_waiting = std::move(work);
    if (!busy()) return next();
    if (!m_patience.isActive()) m_patience.start();
  }

  bool busy() const { return m_future.isValid(); }

  // Forgets what is under way and what waits.
  void abandon() {
    m_patience.stop();
    m_waiting.reset();
    if (m_cancelled) *m_cancelled = true;
    m_cancelled.reset();
    m_future = {};
  }

  // Blocks until nothing is under way, delivering as it goes. For tests and pictures.
  void finish() {
    while (busy()) {
      m_future.waitForFinished();
      handleFinished();
    }
  }

 private:
  void next() {
    Work work = std::move(*m_waiting);
    abandon();
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    m_cancelled = cancelled;
    m_future = QtConcurrent::run(&m_pool, [work = std::move(work), cancelled] {
      return work([cancelled] { return cancelled->load(std::memory_order_relaxed); });
    });
    m_watcher.setFuture(m_future);
  }

  void handleFinished() {
    if (!m_future.isValid() || !m_future.isFinished()) return;
    Result result = m_future.takeResult();
    m_future = {};
    if (m_waiting) next();
    m_deliver(std::move(result));
  }

  QThreadPool& m_pool;
  std::function<void(Result)> m_deliver;
  std::optional<Work> m_waiting;
  QTimer m_patience;
  QFuture<Result> m_future;
  QFutureWatcher<Result> m_watcher;
  std::shared_ptr<std::atomic_bool> m_cancelled;
};

}  // namespace ravine
