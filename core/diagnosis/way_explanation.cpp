#include "core/diagnosis/way_explanation.h"

#include "core/base/number_text.h"
#include "core/diagnosis/fact_text.h"

namespace ravine {
namespace {

class Way {
 public:
  explicit Way(const RunResult& result) : m_result(result), m_d(result.diagnosis) {}

  std::vector<Message> tell() {
    tellOfTheEvents();
    tellOfTheExcursions();
    if (m_d.outcome != Outcome::diverged && !isStochastic(m_result.run)) tellOfTheOvershoots();
    return std::move(m_sentences);
  }

 private:
  void say(Message sentence) { m_sentences.push_back(std::move(sentence)); }
  std::string place(const Vector2& at) const { return placeText(m_result, at); }

  void tellOfTheEvents() {
    if (const auto& thrown = m_d.events.thrown)
      say(CORE_TEXT("Explanation",
                    "On the way it was thrown uphill: the loss rose from %1 to %2 at step %3, and it landed where the "
                    "ground is flatter, λ = %4 instead of %5.")
              .with(numberText(thrown->lossBefore), numberText(thrown->lossAtPeak), thrown->peak,
                    numberText(thrown->sharpnessAfter), numberText(thrown->sharpnessBefore)));
    if (const auto& escape = m_d.events.escape)
      say((escape->jumped
               ? CORE_TEXT("Explanation", "At step %1 it jumped out of the basin of the minimum %2 into that of %3.")
               : CORE_TEXT("Explanation",
                           "At step %1 it drifted over the ridge from the basin of the minimum %2 into "
                           "that of %3."))
              .with(escape->step, place(escape->from.point), place(escape->to.point)));
    if (const auto& regained = m_d.events.stabilityRegained)
      say(CORE_TEXT("Explanation",
                    "From step %1 on the schedule keeps η below the stability limit of this minimum (%2 < %3), and the "
                    "run came to rest.")
              .with(regained->step, numberText(regained->lr, 3, regained->limit),
                    numberText(regained->limit, 3, regained->lr)));
  }

  void tellOfTheExcursions() {
    if (m_d.excursions.empty() || m_d.outcome == Outcome::diverged || m_d.outcome == Outcome::unbounded ||
        m_d.outcome == Outcome::offGrid)
      return;
    const auto& [left, back] = m_d.excursions.back();
    if (m_d.excursions.size() > 1 && m_d.excursions.front().left == 0)
      return say((back ? CORE_TEXT("Explanation",
                                   "It began outside the domain and came in at step %1; the last time it was outside "
                                   "was from step %2 to step %3.")
                             .with(*m_d.excursions.front().back, left, *back)
                       : CORE_TEXT("Explanation",
                                   "It began outside the domain and came in at step %1; since step %2 it is outside "
                                   "again.")
                             .with(*m_d.excursions.front().back, left)));
    if (m_d.excursions.size() > 1)
      return say(
          back ? CORE_TEXT("Explanation", "It left the domain %1 times, the last time from step %2 to step %3.")
                     .with(m_d.excursions.size(), left, *back)
               : CORE_TEXT("Explanation", "It left the domain %1 times, the last time at step %2, and is outside.")
                     .with(m_d.excursions.size(), left));
    if (left == 0)
      return say(back ? CORE_TEXT("Explanation", "It began outside the domain and came in at step %1.").with(*back)
                      : CORE_TEXT("Explanation", "It began outside the domain and is outside still."));
    if (back)
      return say(CORE_TEXT("Explanation", "It left the domain at step %1 and was back at step %2.").with(left, *back));
    say((m_result.landscape->bottomless
             ? CORE_TEXT(
                   "Explanation",
                   "It is outside the domain, which it left at step %1; far out there the loss falls below anything "
                   "in the domain.")
             : CORE_TEXT("Explanation", "It is outside the domain, which it left at step %1."))
            .with(left));
  }

  void tellOfTheOvershoots() {
    const auto& all = m_d.overshoots;
    const std::int64_t uphill = m_d.uphillOvershoots;
    if (all.empty()) return;
    const std::int64_t first = all.front() + 1;  // the step that leads from θ_0 to θ_1 is the first
    if (all.size() == 1)
      return say(uphill == 0
                     ? CORE_TEXT("Explanation", "One step overshot, step %1; it did not raise the loss.").with(first)
                     : CORE_TEXT("Explanation", "One step overshot, step %1; it raised the loss.").with(first));
    say(uphill == 0
            ? CORE_TEXT("Explanation", "It overshot in %1 steps, first in step %2; none of them raised the loss.")
                  .with(all.size(), first)
            : CORE_TEXT("Explanation", "It overshot in %1 steps, first in step %2; %3 of them raised the loss.")
                  .with(all.size(), first, uphill));
  }

  const RunResult& m_result;
  const Diagnosis& m_d;
  std::vector<Message> m_sentences;
};

}  // namespace

std::vector<Message> explainTheWay(const RunResult& result) {
  return Way(result).tell();
}

}  // namespace ravine
