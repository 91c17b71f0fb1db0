// The loss functions to choose from, models on data among them, grouped by what they have to show, each with a small
// map.
#pragma once

class QComboBox;

namespace ravine {

// The ids are the items' data; that of a formula of one's own is empty. Titles of groups have none and cannot be
// chosen.
void fillWithLossFunctions(QComboBox& list, double devicePixelRatio);
// What the last item stands for, which is no function of the catalogue.
enum class OwnFunction {
  formula,
  measured,    // losses on a grid
  notOffered,  // in the place of a model, of which no formula can be made
};
void offerOwn(QComboBox& list, OwnFunction own);

}  // namespace ravine
