// Makes the tape of a typed formula.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/base/types.h"
#include "core/loss/places.h"
#include "core/loss/program.h"
#include "core/loss/tape.h"

namespace ravine {

class RecordedTape {
 public:
  // Of a program, by its own jets: with 0 for what does not depend on a variable and 1 for the variable's own slope,
  // with which nothing is computed, and nothing computed twice.
  explicit RecordedTape(std::span<const Instruction> program);

  Tape tape() const;  // refers to this

 private:
  std::vector<TapeStep> m_steps;
  std::vector<double> m_constants;
  std::size_t m_registers = 0;
  std::uint16_t m_value = 0, m_x = 0, m_y = 0;
};

}  // namespace ravine
