// Room for the registers of tapes, from which whole packs can be read at once.
#pragma once

#include <vector>

#include "core/base/instruction_set.h"
#include "core/loss/play_tape.h"

namespace ravine {

class TapeRegisters {
 public:
  // Of a tape at so many places at once. Valid until the next call.
  double* of(const Tape& tape, std::size_t places = kPlacesPlayed) {
    m_numbers.resize(tape.registers * roomFor(places) / kLanesAtOnce);
    return m_numbers.front().of;
  }

 private:
  struct alignas(kLanesAtOnce * sizeof(double)) Numbers {
    double of[kLanesAtOnce];
  };

  std::vector<Numbers> m_numbers;
};

}  // namespace ravine
