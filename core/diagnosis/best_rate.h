// The learning rate that suits a run best: by theory where there is one, otherwise the best of many that are tried.
#pragma once

#include <optional>

#include "core/loss/landscape.h"
#include "core/run/simulate.h"

namespace ravine {

struct BestRate {
  double lr;
  // True: 2/(λmin + λmax) in the terms of the rule, at which both principal directions shrink by the same factor.
  // False: the best of `tried` rates with this run's settings, of those that keep it near the domain: the one whose
  // loss is soonest, and for good, within a millionth of the landscape's spread above the lowest known; or, if none
  // gets there, the one with the lowest mean loss over the last tenth of the run. A rate counts as its worst neighbour
  // within a twentieth does.
  bool exact;
  int tried = 0;
};

// How it was found, in one sentence.
Message explain(const BestRate& best);

// For any η of the run itself. Nothing if no minimum is known, or if cancelled.
std::optional<BestRate> bestRate(const Run& run, const Landscape& landscape, const CancelPredicate& cancelled = {});

}  // namespace ravine
