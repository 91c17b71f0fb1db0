#include "ui/workspace/recovery.h"

#include <QDir>
#include <QFile>
#include <QUuid>
#include <algorithm>
#include <map>
#include <utility>

#include "core/base/write_file.h"

namespace ravine {
namespace {

constexpr auto kLockEnding = ".lock";
constexpr auto kFileEnding = ".ravine";

std::unique_ptr<QLockFile> lockFor(const QString& folder, const QString& session) {
  auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(session + QLatin1String(kLockEnding)));
  lock->setStaleLockTime(0);  // a session may last for days; it is over when its process is
  return lock;
}

}  // namespace

Recovery::Recovery(QString folder)
    : m_folder(std::move(folder)), m_session(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
  if (!isOn()) return;
  QDir().mkpath(m_folder);
  m_lock = lockFor(m_folder, m_session);
  if (m_lock->tryLock(0)) return;
  m_folder.clear();  // a folder that cannot be written to: the window works all the same
  m_failed = true;
}

Recovery::~Recovery() {
  finish();
}

QString Recovery::pathOf(int origin) const {
  return QDir(m_folder).filePath(m_session + QLatin1Char('-') + QString::number(origin) + QLatin1String(kFileEnding));
}

void Recovery::later(std::function<void()> work) {
  m_writing = std::async(std::launch::async, [before = std::move(m_writing), work = std::move(work)]() mutable {
    if (before.valid()) before.wait();
    work();
  });
}

// A disk that is full keeps the state before.
void Recovery::keep(int origin, const ExperimentFile& file) {
  if (!isOn()) return;
  later([this, path = QFile::encodeName(pathOf(origin)).toStdString(), text = toJson(file)] {
    m_failed = writeFile(path, text).has_value();
  });
}

void Recovery::forget(int origin) {
  if (!isOn()) return;
  later([path = pathOf(origin)] { QFile::remove(path); });
}

void Recovery::finish() {
  if (m_writing.valid()) m_writing.wait();
}

Recovery::Left Recovery::findLeft() const {
  Left left;
  if (!isOn()) return left;
  const QDir folder(m_folder);
  std::map<QString, std::vector<QFileInfo>> sessions;
  for (const QFileInfo& info : folder.entryInfoList({QLatin1Char('*') + QLatin1String(kFileEnding)}, QDir::Files))
    sessions[info.completeBaseName().section(QLatin1Char('-'), 0, -2)].push_back(info);
  for (const auto& [session, files] : sessions) {
    auto lock = lockFor(m_folder, session);
    if (session == m_session || !lock->tryLock(0)) continue;
    left.m_locks.push_back(std::move(lock));
    for (const QFileInfo& info : files) {
      Problems ignored;
      const QString path = info.filePath();
      if (auto content = readExperimentFile(QFile::encodeName(path).toStdString(), ignored))
        left.m_files.push_back({path, info.lastModified(), std::move(*content)});
    }
  }
  std::sort(left.m_files.begin(), left.m_files.end(),
            [](const auto& a, const auto& b) { return a.written < b.written; });
  return left;
}

void Recovery::Left::remove() {
  for (const File& file : m_files) QFile::remove(file.path);
  m_files.clear();
  m_locks.clear();  // which removes them
}

}  // namespace ravine
