#include "core/loss/formula_program.h"

#include <gtest/gtest.h>

#include <xsimd/xsimd.hpp>

namespace ravine {
namespace {

using Pack = xsimd::batch<double>;

struct Operation {
  std::string name;
  std::vector<Instruction> code;
};

// Every instruction and every function that a formula can hold.
std::vector<Operation> operations() {
  std::vector<Operation> all;
  const std::vector<Instruction> both{{Code::pushX}, {Code::pushY}};
  const std::vector<Instruction> x{{Code::pushX}};
  const auto add = [&](const std::string& name, std::vector<Instruction> before, Instruction last) {
    before.push_back(last);
    all.push_back({name, before});
  };
  for (const auto& [name, code] :
       {std::pair("+", Code::add), std::pair("-", Code::subtract), std::pair("*", Code::multiply),
        std::pair("/", Code::divide), std::pair("^", Code::raise), std::pair("min", Code::smaller),
        std::pair("max", Code::larger)})
    add(name, both, {code});
  for (std::size_t f = 0; f < kFunctionNames.size(); ++f)
    add(std::string(kFunctionNames[f]), x, {Code::apply, 0, static_cast<int>(f)});
  for (const Code code : {Code::addConstant, Code::constantMinus, Code::multiplyConstant, Code::divideByConstant,
                          Code::constantOver, Code::raiseToConstant, Code::constantRaised, Code::smallerConstant,
                          Code::constantSmaller, Code::largerConstant, Code::constantLarger})
    add("constant " + std::to_string(static_cast<int>(code)), x, {code, 0.45});
  add("negate", x, {Code::negate});
  add("constant", {}, {Code::pushConstant, 2});
  for (const int n : {-2, 0, 1, 2, 3, 7}) add("to the " + std::to_string(n), x, {Code::raiseToWhole, 0, n});
  return all;
}

// Some in (0, 1), where everything is defined, on both sides of what is compared; a tie and a negative for kinks.
constexpr std::array<std::array<double, 2>, 6> kPlaces{
    {{0.3, 0.6}, {0.6, 0.3}, {0.45, 0.45}, {0.9, 0.1}, {-0.4, 0.2}, {0.2, -0.7}}};

void expectSame(double expected, double actual, const std::string& what) {
  if (std::isnan(expected))
    EXPECT_TRUE(std::isnan(actual)) << what;
  else if (std::isinf(expected))
    EXPECT_EQ(expected, actual) << what;
  else
    EXPECT_NEAR(expected, actual, 1e-12 * (1 + std::abs(expected))) << what;
}

double lane(const Pack& pack, std::size_t i) {
  std::array<double, Pack::size> lanes;
  pack.store_unaligned(lanes.data());
  return lanes[i];
}

// Two places at a time, in the first lanes.
Pack packed(double a, double b) {
  std::array<double, Pack::size> lanes;
  lanes.fill(0.5);
  lanes[0] = a;
  lanes[1] = b;
  return Pack::load_unaligned(lanes.data());
}

TEST(FormulaProgram, GivesTheSameInEveryInstantiation) {
  for (const Operation& operation : operations()) {
    const Program program(operation.code);
    for (std::size_t i = 0; i + 1 < kPlaces.size(); i += 2) {
      const auto& a = kPlaces[i];
      const auto& b = kPlaces[i + 1];
      const Pack x = packed(a[0], b[0]);
      const Pack y = packed(a[1], b[1]);
      const Pack values = program(x, y);
      const auto gradients = program(Gradient<Pack>::variableX(x), Gradient<Pack>::variableY(y));
      const auto hessians = program(Hessian<Pack>::variableX(x), Hessian<Pack>::variableY(y));
      for (std::size_t j = 0; j < 2; ++j) {
        const auto& [px, py] = kPlaces[i + j];
        const std::string what = operation.name + " at " + std::to_string(px) + ", " + std::to_string(py);
        const auto alone = program(Hessian<double>::variableX(px), Hessian<double>::variableY(py));
        const auto slope = program(Gradient<double>::variableX(px), Gradient<double>::variableY(py));
        expectSame(program(px, py), alone.v, what + ", jet against double");
        expectSame(slope.x, alone.x, what);
        expectSame(slope.y, alone.y, what);
        expectSame(alone.v, lane(values, j), what + ", pack");
        expectSame(alone.v, lane(gradients.v, j), what + ", gradient of packs");
        expectSame(alone.x, lane(gradients.x, j), what + ", gradient of packs");
        expectSame(alone.y, lane(gradients.y, j), what + ", gradient of packs");
        expectSame(alone.v, lane(hessians.v, j), what + ", Hessian of packs");
        expectSame(alone.x, lane(hessians.x, j), what + ", Hessian of packs");
        expectSame(alone.xx, lane(hessians.xx, j), what + ", Hessian of packs");
        expectSame(alone.xy, lane(hessians.xy, j), what + ", Hessian of packs");
        expectSame(alone.yy, lane(hessians.yy, j), what + ", Hessian of packs");
      }
    }
  }
}

}  // namespace
}  // namespace ravine
