#include "core/base/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace ravine {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kPermissions = 0666;  // less the umask, as for every new file
constexpr int kMostLinks = 40;         // as many as Linux follows
constexpr int kMostTemporaryNames = 100;

struct Reason {
  int error;
  Message what;
  Message mend;
};
const std::array kReasons{
    Reason{ENOSPC, CORE_TEXT("Problem", "there is no space left on the device"),
           CORE_TEXT("Problem", "make room, or write somewhere else")},
    Reason{EDQUOT, CORE_TEXT("Problem", "your share of the device is used up"),
           CORE_TEXT("Problem", "make room, or write somewhere else")},
    Reason{EFBIG, CORE_TEXT("Problem", "the file would be larger than is allowed"),
           CORE_TEXT("Problem", "raise the limit (ulimit -f), or write less")},
    Reason{EACCES, CORE_TEXT("Problem", "you may not write there"),
           CORE_TEXT("Problem", "write somewhere else, or change the permissions")},
    Reason{EPERM, CORE_TEXT("Problem", "you may not write there"),
           CORE_TEXT("Problem", "write somewhere else, or change the permissions")},
    Reason{EROFS, CORE_TEXT("Problem", "the device can only be read"), CORE_TEXT("Problem", "write somewhere else")},
    Reason{ENOENT, CORE_TEXT("Problem", "the folder does not exist"),
           CORE_TEXT("Problem", "make the folder, or write somewhere else")},
    Reason{ENOTDIR, CORE_TEXT("Problem", "a part of the path is not a folder"),
           CORE_TEXT("Problem", "write somewhere else")},
    Reason{EISDIR, CORE_TEXT("Problem", "it is a folder"), CORE_TEXT("Problem", "add the name of a file")},
    Reason{ENAMETOOLONG, CORE_TEXT("Problem", "the name is too long"), CORE_TEXT("Problem", "choose a shorter one")},
    Reason{ELOOP, CORE_TEXT("Problem", "the links lead round in a circle"),
           CORE_TEXT("Problem", "write somewhere else")},
    Reason{EPIPE, CORE_TEXT("Problem", "nobody reads it any more"), CORE_TEXT("Problem", "write somewhere else")},
    Reason{EBADF, CORE_TEXT("Problem", "it is closed"), CORE_TEXT("Problem", "write somewhere else")},
};

// An open file that closes itself, or a failed attempt with its errno.
class OpenFile {
 public:
  OpenFile(const fs::path& path, int flags)
      : m_descriptor(::open(path.c_str(), flags | O_CLOEXEC, kPermissions)), m_error(isOpen() ? 0 : errno) {}
  ~OpenFile() { close(); }
  OpenFile(OpenFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)), m_error(other.m_error) {}
  OpenFile& operator=(OpenFile&&) = delete;

  bool isOpen() const { return m_descriptor >= 0; }
  int descriptor() const { return m_descriptor; }
  int error() const { return m_error; }

  // Zero or errno: some devices notice only here that they are full.
  int close() {
    if (!isOpen()) return 0;
    return ::close(std::exchange(m_descriptor, -1)) == 0 ? 0 : errno;
  }

 private:
  int m_descriptor;
  int m_error;
};

// A new file beside the one it is to replace; gone again unless it has replaced it.
class Replacement {
 public:
  explicit Replacement(fs::path target) : m_target(std::move(target)), m_file(create()) {}
  ~Replacement() {
    if (m_file.error() == 0 && !m_done) ::unlink(m_path.c_str());
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  const OpenFile& file() const { return m_file; }

  // Zero or errno.
  int takeEffect() {
    const bool synced = ::fsync(m_file.descriptor()) == 0 || errno == EINVAL;  // not every file system can
    if (!synced) return errno;
    if (const int error = m_file.close()) return error;
    if (::rename(m_path.c_str(), m_target.c_str()) != 0) return errno;
    m_done = true;
    return 0;
  }

 private:
  // The name is short, so that it fits wherever the target's fits.
  OpenFile create() {
    for (int i = 0;; ++i) {
      m_path = m_target.parent_path() / (".ravine-" + std::to_string(::getpid()) + "-" + std::to_string(i));
      OpenFile file(m_path, O_WRONLY | O_CREAT | O_EXCL);
      if (file.error() != EEXIST || i == kMostTemporaryNames) return file;
    }
  }

  fs::path m_target;
  fs::path m_path;
  OpenFile m_file;
  bool m_done = false;
};

// Links such as /dev/stdout lead to something that is open already; its place in a folder, if any, means nothing.
bool leadsToAnOpenFile(const fs::path& link) {
  std::error_code ignored;
  return fs::weakly_canonical(link.parent_path(), ignored).native().starts_with("/proc/");
}

// The file that `path` means, be it there or not; nothing if it is to be written to as it is.
std::optional<fs::path> replaceable(fs::path path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) return std::nullopt;
  for (int i = 0; i < kMostLinks; ++i) {
    std::error_code notALink;
    const fs::path next = fs::read_symlink(path, notALink);
    if (notALink) return path;
    if (leadsToAnOpenFile(path)) return std::nullopt;
    path = path.parent_path() / next;
  }
  return std::nullopt;  // opening it will say what is wrong
}

int writeInPlace(const std::string& path, std::string_view bytes) {
  OpenFile file(path, O_WRONLY | O_APPEND);
  if (!file.isOpen()) return file.error();
  if (const int error = writeBytes(file.descriptor(), bytes)) return error;
  return file.close();
}

// Owner and permissions of `old` for the new file; a stranger cannot give a file away, and then it is the writer's.
int inherit(const OpenFile& old, const OpenFile& fresh) {
  struct stat status = {};
  if (::fstat(old.descriptor(), &status) != 0) return errno;
  [[maybe_unused]] const int ignored = ::fchown(fresh.descriptor(), status.st_uid, status.st_gid);
  return ::fchmod(fresh.descriptor(), status.st_mode & 07777) == 0 ? 0 : errno;
}

int replace(const fs::path& path, std::string_view bytes) {
  const OpenFile old(path, O_WRONLY);
  if (!old.isOpen() && old.error() != ENOENT) return old.error();
  Replacement replacement(path);
  const OpenFile& fresh = replacement.file();
  if (!fresh.isOpen()) return fresh.error();
  if (old.isOpen())
    if (const int error = inherit(old, fresh)) return error;
  if (const int error = writeBytes(fresh.descriptor(), bytes)) return error;
  return replacement.takeEffect();
}

}  // namespace

int writeBytes(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

Problem writeProblem(const std::string& where, int error) {
  const auto reason = std::find_if(kReasons.begin(), kReasons.end(), [&](const Reason& r) { return r.error == error; });
  if (reason != kReasons.end()) return {where, reason->what, reason->mend};
  return {where, CORE_TEXT("Problem", "cannot be written (%1)").with(std::generic_category().message(error)),
          CORE_TEXT("Problem", "write somewhere else")};
}

std::optional<Problem> whyNotWritable(const std::string& path) {
  const auto errorOf = [&] {
    const auto target = replaceable(path);
    if (!target) return OpenFile(path, O_WRONLY | O_APPEND).error();
    const OpenFile old(*target, O_WRONLY);
    if (!old.isOpen() && old.error() != ENOENT) return old.error();
    return Replacement(*target).file().error();
  };
  const int error = errorOf();
  return error == 0 ? std::nullopt : std::optional(writeProblem(excerpt(path), error));
}

std::optional<Problem> writeFile(const std::string& path, std::string_view bytes) {
  const auto target = replaceable(path);
  const int error = target ? replace(*target, bytes) : writeInPlace(path, bytes);
  return error == 0 ? std::nullopt : std::optional(writeProblem(excerpt(path), error));
}

}  // namespace ravine
