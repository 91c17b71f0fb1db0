#include "core/loss/formula_program.h"

#include "core/loss/loss_kernels.h"
#include "core/loss/tape_registers.h"

namespace ravine {

Gradient<double> Program::gradient(double x, double y) const {
  const Tape tape = m_gradient.tape();
  static thread_local TapeRegisters room;
  double* registers = room.of(tape, 1);
  registers[0] = x;
  registers[1] = y;
  putConstants<double, 1>(tape, registers);
  play<double, 1>(tape, registers);
  return {registers[tape.value], registers[tape.x], registers[tape.y]};
}

void Program::gradients(const Places& places, const GradientsTo& to) const {
  const Tape tape = m_gradient.tape();
  static thread_local TapeRegisters room;
  tapeGradient(instructionSet())(tape, room.of(tape), places, to);
}

}  // namespace ravine
