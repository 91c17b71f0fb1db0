// A run as a program of its own: plain NumPy, PyTorch, or the command that repeats it. They reproduce the run's
// trajectory to rounding, and print it.
#pragma once

#include <optional>
#include <string>

#include "core/run/experiment.h"

namespace ravine {

// Why a run cannot be made a program; nothing if it can.
std::optional<Problem> whyNoScript(const Run& run);

// Precondition of the scripts: validate(run) is empty and whyNoScript(run) is nothing.
std::string numpyScript(const Run& run);
// By torch.optim and lr_scheduler where they have what the run uses; where they have not, a comment says so, before the
// plain update.
std::string pytorchScript(const Run& run);
// "ravine run --loss …", with what differs from the defaults.
std::string commandLine(const Run& run);
// A command in a single line, for a comment.
std::string commandInOneLine(const std::string& command);

}  // namespace ravine
