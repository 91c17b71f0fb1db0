// The loss functions to choose from, models on data among them, grouped by what they have to show, each with a small
// map.
#pragma once

class QComboBox;

namespace ravine {

// The ids are the items' data; that of a formula of one's own is empty. Titles of groups have none and cannot be
// chosen.
void fillWithLossFunctions(QComboBox& list, double devicePixelRatio);
// Whether a formula of one's own can be chosen: not in the place of a model, of which none can be made.
void offerOwnFormula(QComboBox& list, bool offered);

}  // namespace ravine
