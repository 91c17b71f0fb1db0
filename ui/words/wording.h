// What core says of runs in the language of the interface, and the few lines that only views have. Decides no sentence
// and reckons nothing; numbers look the same in every language.
#pragma once

#include <QColor>
#include <QString>
#include <optional>

#include "core/diagnosis/best_rate.h"
#include "core/diagnosis/run_result.h"
#include "core/run/experiment.h"
#include "ui/look/theme.h"
#include "ui/words/sentence.h"

namespace ravine::wording {

// "0.095", "−1.5", "1.01 × 10³", "∞": `digits` significant ones, trailing zeros dropped.
QString number(double value, int digits = 3);
QString point(const Vector2& point, int digits = 3);

QString outcomeName(Outcome outcome);
QString outcomeMeaning(Outcome outcome);  // one sentence for a tool tip
QColor outcomeColour(Outcome outcome, const Theme& theme);
int badgeAlpha(const Theme& theme);  // of that colour behind the outcome's name

// "Ravine · SGD, momentum 0.9 · constant η"
QString setup(const Run& run);
// "40 rows, batches of 8"; empty for a function without data.
QString data(const Run& run);
// What the run's stability limit comes from: "2/λ"; "≈ 2/λ̃" where it is a rule of thumb; empty where there is none.
QString stabilityFormula(const Run& run);
// "η = 0.095": the nominal rate
QString rate(const Run& run);
// Why it ended as it did, with this run's numbers: one line.
QString reason(const RunResult& result);
// What happened and why, in a few whole sentences.
QString whatHappened(const RunResult& result);
// Where the run is at the playhead, and what is to be told of that; `zoom` is the part that is seen, unless it is all.
QString moment(const Run& run, const RunResult* result, double playhead, const std::optional<Box>& zoom = {});
// How a best rate was found.
QString bestRate(const BestRate& best);
// "diverged at step 69"; empty for runs that ended well.
QString endMark(const RunResult& result);

}  // namespace ravine::wording
