// What happened in a run and why, in whole sentences made from its own facts. A sentence is there only if the facts
// bear it out: the theory of quadratics is called upon on quadratics, or beside a minimum, where it holds. Decides
// which sentences a run deserves, not their language.
#pragma once

#include <vector>

#include "core/base/message.h"
#include "core/diagnosis/run_result.h"

namespace ravine {

std::vector<Message> explain(const RunResult& result);

}  // namespace ravine
