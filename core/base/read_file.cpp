#include "core/base/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace ravine {
namespace {

Problem readProblem(const std::string& path, int error) {
  const std::string where = excerpt(path);
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return {where, CORE_TEXT("Problem", "there is no such file"),
              CORE_TEXT("Problem", "look at its name and folder")};
    case EACCES:
    case EPERM:
      return {where, CORE_TEXT("Problem", "you may not read it"), CORE_TEXT("Problem", "change its permissions")};
    case EISDIR:
      return {where, CORE_TEXT("Problem", "it is a folder"), CORE_TEXT("Problem", "add the name of a file")};
    default:
      return {where, CORE_TEXT("Problem", "cannot be read (%1)").with(std::generic_category().message(error)),
              CORE_TEXT("Problem", "copy it somewhere else and try again")};
  }
}

// Zero or errno.
int readAll(int descriptor, std::size_t most, std::string& bytes) {
  constexpr std::size_t block = std::size_t{64} * 1024;
  while (bytes.size() <= most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + block);
    const ssize_t got = ::read(descriptor, bytes.data() + before, block);
    bytes.resize(before + static_cast<std::size_t>(got < 0 ? 0 : got));
    if (got < 0 && errno != EINTR) return errno;
    if (got == 0) return 0;
  }
  return 0;
}

}  // namespace

std::optional<std::string> readFile(const std::string& path, std::size_t most, Problems& problems,
                                    const Message& mend) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe is not waited for
  if (descriptor < 0) {
    problems.push_back(readProblem(path, errno));
    return std::nullopt;
  }
  struct stat status = {};
  std::string bytes;
  int error = ::fstat(descriptor, &status) == 0 ? 0 : errno;
  const bool isFile = S_ISREG(status.st_mode);
  if (error == 0 && S_ISDIR(status.st_mode)) error = EISDIR;
  if (error == 0 && isFile) error = readAll(descriptor, most, bytes);
  ::close(descriptor);
  if (error != 0)
    problems.push_back(readProblem(path, error));
  else if (!isFile)
    problems.push_back({excerpt(path), CORE_TEXT("Problem", "is a pipe or device"), mend});
  else if (bytes.size() > most)
    problems.push_back({excerpt(path), CORE_TEXT("Problem", "is larger than %1 bytes").with(most), mend});
  else
    return bytes;
  return std::nullopt;
}

}  // namespace ravine
