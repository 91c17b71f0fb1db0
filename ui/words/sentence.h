// Core's messages in the language that was chosen, without a window.
#pragma once

#include <QString>

#include "core/base/problem.h"

namespace ravine::wording {

// A message of core, translated and filled in.
QString coreText(const Message& message);

// One after the other.
QString coreText(const std::vector<Message>& messages, const QString& separator);

// "run 2, lr: the learning rate must be …; give a rate such as 0.05.", with its place in a file before it.
QString problem(const Problem& problem);

}  // namespace ravine::wording
