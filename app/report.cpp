#include "app/report.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <iostream>

#include "core/base/write_file.h"
#include "ui/words/sentence.h"

namespace ravine {
namespace {

constexpr int kBrokenPipe = 128 + SIGPIPE;  // as a shell shows a program that was ended by the signal

}  // namespace

int print(std::string_view text) {
  const int error = writeBytes(STDOUT_FILENO, text);
  if (error == EPIPE) return kBrokenPipe;
  return error == 0 ? 0 : fail({writeProblem("standard output", error)});
}

std::string said(const Message& message) {
  return wording::coreText(message).toStdString();
}

std::string said(const std::vector<Message>& messages, std::string_view separator) {
  return wording::coreText(messages, QString::fromUtf8(separator.data(), static_cast<qsizetype>(separator.size())))
      .toStdString();
}

int fail(const Problems& problems) {
  warn(problems);
  return kBadInput;
}

void warn(const Problems& remarks) {
  for (const Problem& remark : remarks) std::cerr << "ravine: " << wording::problem(remark).toStdString() << '\n';
}

}  // namespace ravine
