#include "core/optimizer/optimizer_row.h"

namespace ravine {
namespace {

std::vector<OptimizerInfo> makeCatalogue() {
  std::vector<OptimizerInfo> all;
  for (auto&& rows : {momentumOptimizers(), adaptiveOptimizers(), adamOptimizers(), otherOptimizers()})
    all.insert(all.end(), rows.begin(), rows.end());
  return all;
}

}  // namespace

const std::vector<OptimizerInfo>& optimizers() {
  static const std::vector<OptimizerInfo> catalogue = makeCatalogue();
  return catalogue;
}

const OptimizerInfo* findOptimizer(std::string_view id) {
  for (const OptimizerInfo& info : optimizers())
    if (info.id == id) return &info;
  return nullptr;
}

}  // namespace ravine
