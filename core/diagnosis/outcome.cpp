#include "core/diagnosis/outcome.h"

#include <array>

namespace ravine {
namespace {

struct OutcomeRow {
  std::string_view id;
  Message name;
  Message meaning;
};

const OutcomeRow& row(Outcome outcome) {
  static const std::array<OutcomeRow, 9> rows{{
      // In the order of the enumerators.
      {"converged", CORE_TEXT("Outcome", "converged"),
       CORE_TEXT("Outcome", "The run settled at the lowest minimum known.")},
      {"trapped", CORE_TEXT("Outcome", "trapped"),
       CORE_TEXT("Outcome", "The run settled at a minimum, but a lower one is known.")},
      {"saddle", CORE_TEXT("Outcome", "saddle"),
       CORE_TEXT("Outcome", "The run stalled where the gradient vanishes but the ground still falls away.")},
      {"plateau", CORE_TEXT("Outcome", "plateau"),
       CORE_TEXT("Outcome", "The run stalled on flat ground, away from any minimum.")},
      {"oscillating", CORE_TEXT("Outcome", "oscillating"),
       CORE_TEXT("Outcome", "The steps keep reversing and do not get shorter.")},
      {"crawling", CORE_TEXT("Outcome", "crawling"),
       CORE_TEXT("Outcome", "The steps ended while the loss was still falling.")},
      {"diverged", CORE_TEXT("Outcome", "diverged"),
       CORE_TEXT("Outcome", "The steps grow and the run leaves for good.")},
      {"unbounded", CORE_TEXT("Outcome", "unbounded"),
       CORE_TEXT("Outcome", "The loss falls for ever: there is no minimum this way.")},
      {"off the grid", CORE_TEXT("Outcome", "off the grid"),
       CORE_TEXT("Outcome", "A step led out of what was measured; how the run would go on is not known.")},
  }};
  return rows[static_cast<std::size_t>(outcome)];
}

}  // namespace

std::string_view outcomeId(Outcome outcome) {
  return row(outcome).id;
}

Message outcomeName(Outcome outcome) {
  return row(outcome).name;
}

Message outcomeMeaning(Outcome outcome) {
  return row(outcome).meaning;
}

}  // namespace ravine
