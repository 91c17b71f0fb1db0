// The newest of many requests for one kind of work, done on a thread pool and delivered on the main thread. Work under
// way may finish while the next request waits, so that a drag shows pictures; but no request waits longer than
// kPatience: then the old work is told to stop, its result is forgotten and the new work begins, whether the old has
// noticed or not. Work takes its inputs by value and does not throw. Destroying it abandons what is under way. Lives on
// the main thread.
#pragma once

#include <QRunnable>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <cassert>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "core/base/types.h"

namespace ravine {

// Says on the main thread that work has ended on another.
class Courier : public QObject {
  Q_OBJECT

 signals:
  void arrived();
};

// Threads for jobs, that know how many they have, abandoned ones too.
struct JobPool : QThreadPool {
  JobPool() = default;
  ~JobPool() override {
    waitForDone();
    assert(jobsUnderWay == 0);  // so that the thread sanitizer sees that all is over
  }

  std::atomic_int jobsUnderWay{0};
};

// Work on its way to a pool thread and back. Each hand-over is an atomic of our own, not one inside Qt, so that the
// thread sanitizer, for which Qt is not built, can follow it.
template <class Result>
struct Job {
  std::function<Result(const CancelPredicate& cancelled)> work;
  std::atomic_bool cancelled{false};
  std::atomic_bool finished{false};
  std::optional<Result> result;  // the main thread's once finished
  std::mutex mutex;              // for the courier
  Courier* courier = nullptr;    // null once nobody waits any more

  void run() {
    result = work([this] { return cancelled.load(std::memory_order_relaxed); });
    finished = true;
    finished.notify_all();
    const std::lock_guard lock(mutex);
    if (courier) emit courier->arrived();
  }

  void abandon() {
    cancelled = true;
    const std::lock_guard lock(mutex);
    courier = nullptr;
  }
};

template <class Result>
class JobRunnable : public QRunnable {
 public:
  JobRunnable(std::shared_ptr<Job<Result>> job, JobPool& pool) : m_job(std::move(job)), m_pool(pool) {
    ++m_pool.jobsUnderWay;
    m_handedOver = true;
  }
  void run() override {
    m_handedOver.wait(false);
    std::exchange(m_job, nullptr)->run();
    --m_pool.jobsUnderWay;
  }

 private:
  std::shared_ptr<Job<Result>> m_job;
  JobPool& m_pool;
  std::atomic_bool m_handedOver{false};
};

template <class Result>
class Latest {
 public:
  using Work = std::function<Result(const CancelPredicate& cancelled)>;
  static constexpr std::chrono::milliseconds kPatience{40};

  // The pool outlives this. A result of abandoned work is not delivered.
  Latest(JobPool& pool, std::function<void(Result)> deliver) : m_pool(pool), m_deliver(std::move(deliver)) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    m_patience.callOnTimeout([this] { next(); });
    QObject::connect(
        &m_courier, &Courier::arrived, &m_courier, [this] { takeFinished(); }, Qt::QueuedConnection);
  }
  ~Latest() { abandon(); }
  Latest(const Latest&) = delete;
  Latest& operator=(const Latest&) = delete;

  void start(Work work) {
    m_waiting = std::move(work);
    if (!busy()) return next();
    if (!m_patience.isActive()) m_patience.start();
  }

  bool busy() const { return m_job != nullptr; }

  // Forgets what is under way and what waits.
  void abandon() {
    m_patience.stop();
    m_waiting.reset();
    if (m_job) m_job->abandon();
    m_job.reset();
  }

  // Blocks until nothing is under way, delivering as it goes. For tests and pictures.
  void finish() {
    while (busy()) {
      m_job->finished.wait(false);
      takeFinished();
    }
  }

 private:
  void next() {
    Work work = std::move(*m_waiting);
    abandon();
    m_job = std::make_shared<Job<Result>>();
    m_job->work = std::move(work);
    m_job->courier = &m_courier;
    m_pool.start(new JobRunnable<Result>(m_job, m_pool));
  }

  // The courier may come late, for a job that finish() has taken or that was abandoned as it ended.
  void takeFinished() {
    if (!m_job || !m_job->finished) return;
    Result result = std::move(*m_job->result);
    m_job->abandon();
    m_job.reset();
    if (m_waiting) next();
    m_deliver(std::move(result));
  }

  JobPool& m_pool;
  std::function<void(Result)> m_deliver;
  std::optional<Work> m_waiting;
  QTimer m_patience;
  Courier m_courier;
  std::shared_ptr<Job<Result>> m_job;
};

}  // namespace ravine
