// A fuzz target: any bytes are read as a formula, and what is a formula is evaluated by every way there is. With clang
// and the preset "fuzz" libFuzzer drives it; the tests drive it for a moment with texts made from the corpus.
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>

#include "core/loss/formula.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool same(double a, double b) {
  return a == b || (std::isnan(a) && std::isnan(b));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ravine;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  FormulaProblem problem;
  const auto formula = Formula::parse(text, problem);
  if (!formula) {
    require(problem.column >= 1 && problem.column <= size + 1 && problem.length >= 1);
    require(!problem.what.empty() && !problem.mend.empty());
    return 0;
  }
  FormulaProblem ignored;
  require(!Formula::parse(std::string(text) + ')', ignored));  // all of the text was read, to its end
  require(size <= 4 * Formula::kMostCharacters && formula->parameters().size() <= 52);
  for (const double parameter : {1.0, -2.5, 0.0, 1e300}) {
    const auto function = formula->bind(std::vector<double>(formula->parameters().size(), parameter));
    constexpr double huge = std::numeric_limits<double>::max();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (const Vector2& theta : std::array{Vector2(0, 0), Vector2(1, -1), Vector2(0.3, 1.7), Vector2(-1e5, 1e-300),
                                           Vector2(huge, -huge), Vector2(nan, 0)}) {
      const double value = function->value(theta);
      const ValueAndGradient gradient = function->gradient(theta);
      const Derivatives derivatives = function->derivatives(theta);
      require(same(value, gradient.value) && same(value, derivatives.value));
    }
    std::array<double, 5> row;
    function->sampleRow(-1, 0.5, 0.25, row);
  }
  return 0;
}
