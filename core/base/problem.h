// What is wrong with somebody's input, where, and how to mend it: never a crash and never a silent default.
#pragma once

#include <string>
#include <vector>

#include "core/base/message.h"

namespace ravine {

// Of a character in a text: lines and columns count from 1, columns in characters; line 0 is nowhere.
struct TextPlace {
  int line = 0;
  int column = 0;

  bool operator==(const TextPlace&) const = default;
};

struct Problem {
  std::string where;      // by the name it has in files and on the command line: "optimizer.momentum", "--lr"
  Message what;           // "is not a number": without a final full stop, like the next
  Message mend;           // "write a number such as 0.05", "did you mean 'sgd'?"
  int run = 0;            // of an experiment, 1, 2, …; 0 where it does not matter
  TextPlace at = {};      // in a file
  std::string file = {};  // as its user names it; empty while only the text is known
  int page = 0;           // of a lesson, as `run`

  bool operator==(const Problem&) const = default;
};
using Problems = std::vector<Problem>;

// "page 3, run 2, lr"
std::string place(const Problem& problem);
// "lecture.ravine:12:9: ", as compilers write it; empty while no file is known
std::string placeInFile(const Problem& problem);
// "run 2, lr: the learning rate must be …; give a rate such as 0.05.", with its place in a file before it
std::string english(const Problem& problem);

}  // namespace ravine
