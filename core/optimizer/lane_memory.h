// What a rule remembers of a pack of lanes, in columns of numbers: for each kLanesAtOnce lanes the numbers of its
// memory, one after the other, each as so many lanes. Only for kernels.
#pragma once

#include <cstring>

#include "core/base/pack.h"
#include "core/optimizer/update_rules.h"

namespace ravine::RAVINE_SIMD_NAMESPACE {

template <class Rule>
struct LaneMemory {
  // Nothing but packs, so that a lane of it can be moved.
  using OfPack = rules::Memory<Rule, Pack>;
  static constexpr std::size_t kNumbers = sizeof(OfPack) / sizeof(double);
  static_assert(sizeof(OfPack) == kLanesAtOnce * sizeof(rules::Memory<Rule, double>));

  // Where that of a lane's pack stands.
  static constexpr std::size_t at(std::size_t lane) { return lane / kLanesAtOnce * kNumbers; }
  static void load(OfPack& to, const double* from) { copy(&to, from); }
  static void store(double* to, const OfPack& from) { copy(to, &from); }

 private:
  // Pack by pack: of a whole state at once the compiler makes an instruction that copies bytes in a loop of its own.
  static void copy(void* to, const void* from) {
    for (std::size_t k = 0; k < kNumbers / kLanesAtOnce; ++k)
      std::memcpy(static_cast<char*>(to) + k * sizeof(Pack), static_cast<const char*>(from) + k * sizeof(Pack),
                  sizeof(Pack));
  }
};

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
