// How the commands end: what they made goes to standard output, what is wrong to the error stream, one sentence for
// each problem. Both give the exit code.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"

namespace ravine {

inline constexpr int kBadInput = 2;

// Writes the whole of a command's output. A reader who has seen enough (`| head`) is no reason for a sentence.
int print(std::string_view text);

// A message in the language that was chosen.
std::string said(const Message& message);
std::string said(const std::vector<Message>& messages, std::string_view separator);

// Says what is wrong.
int fail(const Problems& problems);

// Says what was not quite right, though it could be used.
void warn(const Problems& remarks);

}  // namespace ravine
