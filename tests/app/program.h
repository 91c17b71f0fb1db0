// Calls the program as somebody does, without a display unless one is given, and holds what it answered.
#pragma once

#include <QStringList>
#include <string>

namespace ravine {

struct Answer {
  int exitCode;
  std::string out;
  std::string error;
};

// The words as they are.
Answer callWith(const QStringList& arguments);
// Words with blanks between them.
Answer call(const QString& arguments);
// A line for sh, in which $RAVINE is the program.
Answer shell(const QString& line);

}  // namespace ravine
