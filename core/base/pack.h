// Eight doubles that are computed with at once, in as many registers as that takes: four with SSE2, two with AVX2, one
// with AVX-512. As the number of lanes is the same everywhere, so is the order of every sum, and with SLEEF's
// deterministic functions (Shibata & Petrogalli 2020) every digit.
//
// Only for kernels: sources that are compiled once for each instruction set, with RAVINE_SIMD_NAMESPACE as the name of
// the set. All that such a source defines is in that namespace, or a template of something in it, so that no function
// compiled for one processor can stand in for that of another; a test looks at the symbols.
#pragma once

#include <cstddef>
#include <xsimd/xsimd.hpp>

#include "core/base/elementary.h"
#include "core/base/instruction_set.h"

#if defined(__x86_64__)
#include <sleef.h>
#endif

namespace ravine::RAVINE_SIMD_NAMESPACE {

inline constexpr std::size_t kRegistersOfAPack = kLanesAtOnce / xsimd::batch<double>::size;

class Pack {
  using Register = xsimd::batch<double>;

  static constexpr int kLanes = static_cast<int>(kLanesAtOnce);
  static constexpr int kWidth = static_cast<int>(Register::size);
  static constexpr int kCount = kLanes / kWidth;

 public:
  // A decision for each lane.
  struct Mask {
    typename Register::batch_bool_type registers[kLanes / Register::size];
  };

  Pack() = default;  // undefined
  Pack(double value) {
    for (Register& r : m_registers) r = Register(value);
  }
  static Pack load(const double* from) {
    return each([&](int i) { return Register::load_unaligned(from + i * kWidth); });
  }
  void store(double* to) const {
    for (int i = 0; i < kCount; ++i) m_registers[i].store_unaligned(to + i * kWidth);
  }

  // xsimd's own takes 0 from 0 with AVX-512, which is 0 and not −0.
  Pack operator-() const {
    return each([&](int i) { return m_registers[i] ^ Register(-0.0); });
  }
  friend Pack operator+(const Pack& a, const Pack& b) {
    return each([&](int i) { return a.m_registers[i] + b.m_registers[i]; });
  }
  friend Pack operator-(const Pack& a, const Pack& b) {
    return each([&](int i) { return a.m_registers[i] - b.m_registers[i]; });
  }
  friend Pack operator*(const Pack& a, const Pack& b) {
    return each([&](int i) { return a.m_registers[i] * b.m_registers[i]; });
  }
  friend Pack operator/(const Pack& a, const Pack& b) {
    return each([&](int i) { return a.m_registers[i] / b.m_registers[i]; });
  }
  friend Mask operator<(const Pack& a, const Pack& b) {
    return test([&](int i) { return a.m_registers[i] < b.m_registers[i]; });
  }
  friend Mask operator<=(const Pack& a, const Pack& b) {
    return test([&](int i) { return a.m_registers[i] <= b.m_registers[i]; });
  }
  friend Mask operator>(const Pack& a, const Pack& b) { return b < a; }
  friend Mask operator==(const Pack& a, const Pack& b) {
    return test([&](int i) { return a.m_registers[i] == b.m_registers[i]; });
  }
  friend Mask operator!=(const Pack& a, const Pack& b) {
    return test([&](int i) { return a.m_registers[i] != b.m_registers[i]; });
  }
  friend Mask operator|(const Mask& a, const Mask& b) {
    Mask result;
    for (int i = 0; i < kCount; ++i) result.registers[i] = a.registers[i] | b.registers[i];
    return result;
  }
  friend Pack select(const Mask& condition, const Pack& yes, const Pack& no) {
    return each([&](int i) { return xsimd::select(condition.registers[i], yes.m_registers[i], no.m_registers[i]); });
  }
  // The second where one of them is no number.
  friend Pack lesser(const Pack& a, const Pack& b) {
    return each([&](int i) { return xsimd::min(a.m_registers[i], b.m_registers[i]); });
  }
  friend Pack abs(const Pack& a) {
    return each([&](int i) { return xsimd::abs(a.m_registers[i]); });
  }
  friend Pack sqrt(const Pack& a) {
    return each([&](int i) { return xsimd::sqrt(a.m_registers[i]); });
  }

#if defined(__AVX512F__)
#define RAVINE_SLEEF(function) Sleef_cinz_##function##d8_u10avx512fnofma
#elif defined(__AVX__)
#define RAVINE_SLEEF(function) Sleef_cinz_##function##d4_u10avx
#elif defined(__x86_64__)
#define RAVINE_SLEEF(function) Sleef_cinz_##function##d2_u10sse2
#endif
#ifdef RAVINE_SLEEF
#define RAVINE_FUNCTION(function)                                                           \
  friend Pack function(const Pack& a) {                                                     \
    return each([&](int i) { return Register(RAVINE_SLEEF(function)(a.m_registers[i])); }); \
  }
  friend Pack pow(const Pack& a, const Pack& b) {
    return each([&](int i) { return Register(RAVINE_SLEEF(pow)(a.m_registers[i], b.m_registers[i])); });
  }
  friend SinCos<Pack> sincos(const Pack& a) {
    SinCos<Pack> result;
    for (int i = 0; i < kCount; ++i) {
      const auto both = RAVINE_SLEEF(sincos)(a.m_registers[i]);
      result.sin.m_registers[i] = both.x;
      result.cos.m_registers[i] = both.y;
    }
    return result;
  }
#else
#define RAVINE_FUNCTION(function)                                          \
  friend Pack function(const Pack& a) {                                    \
    return each([&](int i) { return xsimd::function(a.m_registers[i]); }); \
  }
  friend Pack pow(const Pack& a, const Pack& b) {
    return each([&](int i) { return xsimd::pow(a.m_registers[i], b.m_registers[i]); });
  }
  friend SinCos<Pack> sincos(const Pack& a) {
    return {sin(a), cos(a)};
  }
#endif
  RAVINE_FUNCTION(exp)
  RAVINE_FUNCTION(log)
  RAVINE_FUNCTION(log10)
  friend Pack sin(const Pack& a) {
    return sincos(a).sin;
  }
  friend Pack cos(const Pack& a) {
    return sincos(a).cos;
  }
  RAVINE_FUNCTION(tan)
  RAVINE_FUNCTION(asin)
  RAVINE_FUNCTION(acos)
  RAVINE_FUNCTION(atan)
  RAVINE_FUNCTION(sinh)
  RAVINE_FUNCTION(cosh)
  RAVINE_FUNCTION(tanh)
#undef RAVINE_FUNCTION
#undef RAVINE_SLEEF

  // By pairs, whatever the registers are.
  friend double sum(const Pack& a) {
    double lanes[kLanes];
    a.store(lanes);
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
  }

 private:
  template <class F>
  static Pack each(F f) {
    Pack result;
    for (int i = 0; i < kCount; ++i) result.m_registers[i] = f(i);
    return result;
  }
  template <class F>
  static Mask test(F f) {
    Mask result;
    for (int i = 0; i < kCount; ++i) result.registers[i] = f(i);
    return result;
  }

  Register m_registers[kCount];
};

// What std::max gives where one of them is no number.
inline Pack greater(const Pack& a, const Pack& b) {
  return select(a < b, b, a);
}
// Of zero and of what is no number, that itself.
inline Pack sign(const Pack& a) {
  return select(a > Pack(0.0), Pack(1.0), select(a < Pack(0.0), Pack(-1.0), a));
}

// tanh, faster: within rounding of its largest value, which is 1, but near 0 not to the last digit of a small one.
inline Pack squash(const Pack& a) {
  const Pack small = exp(-2.0 * abs(a));
  const Pack size = (1.0 - small) / (1.0 + small);
  return select(a < Pack(0.0), -size, size);
}

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
