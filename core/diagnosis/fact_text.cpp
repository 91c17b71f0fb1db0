#include "core/diagnosis/fact_text.h"

#include <cmath>

#include "core/base/number_text.h"

namespace ravine {

std::string placeText(const RunResult& result, const Vector2& place) {
  const double nothing = 1e-9 * result.landscape->domain.diagonal();
  const Vector2 seen = place.unaryExpr([&](double c) { return std::abs(c) < nothing ? 0 : c; });
  return result.landscape->ofXAlone ? "x = " + numberText(seen.x()) : pointText(seen);
}

std::string gradientText(const RunResult& result) {
  const double nothing = 1e-12 * result.landscape->spread / result.landscape->domain.diagonal();  // rounding
  const double gradient = result.diagnosis.finalGradientNorm;
  return numberText(gradient < nothing ? 0 : gradient);
}

}  // namespace ravine
