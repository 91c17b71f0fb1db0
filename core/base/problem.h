// What is wrong with somebody's input, where, and how to mend it: never a crash and never a silent default.
#pragma once

#include <string>
#include <vector>

#include "core/base/message.h"

namespace ravine {

struct Problem {
  std::string where;  // by the name it has in files and on the command line: "optimizer.momentum", "--lr"
  Message what;       // "is not a number": without a final full stop, like the next
  Message mend;       // "write a number such as 0.05", "did you mean 'sgd'?"
  int run = 0;        // of an experiment, 1, 2, …; 0 where it does not matter

  bool operator==(const Problem&) const = default;
};
using Problems = std::vector<Problem>;

// "run 2, lr"
std::string place(const Problem& problem);
// "run 2, lr: the learning rate must be …; give a rate such as 0.05."
std::string english(const Problem& problem);

}  // namespace ravine
