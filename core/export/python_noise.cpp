#include "core/export/python_rules.h"

namespace ravine {

const char* pythonNoise() {
  return R"py(
def mersenne_twister(seed):  # std::mt19937_64
    words = [seed]
    for i in range(1, 312):
        words.append((6364136223846793005 * (words[-1] ^ words[-1] >> 62) + i) % 2**64)
    while True:
        for i in range(312):
            y = words[i] & 0xFFFFFFFF80000000 | words[(i + 1) % 312] & 0x7FFFFFFF
            words[i] = words[(i + 156) % 312] ^ y >> 1 ^ (y & 1) * 0xB5026F5AA96619E9
        for y in words:
            y ^= y >> 29 & 0x5555555555555555
            y ^= y << 17 & 0x71D67FFFEDA60000
            y ^= y << 37 & 0xFFF7EEE000000000
            yield y ^ y >> 43


words = mersenne_twister(seed)
decay? fading = -0.5 * decay


def uniform():
    return (next(words) >> 11) * 2.0**-53


def happens(exponent):  # with probability exp(-exponent)
    even, last = True, exponent
    while (deviate := uniform()) < last:
        even, last = not even, deviate
    return even


def normal():  # an exact normal deviate (Karney 2016)
    while True:
        whole = 0
        while happens(0.5):
            whole += 1
        if all(happens(0.5) for _ in range(whole * (whole - 1))):
            part = uniform()
            exponent = part * (2 * whole + part) / (2 * whole + 2)
            if all(happens(exponent) for _ in range(whole + 1)):
                return whole + part if next(words) < 2**63 else -(whole + part)


def noise_at(t):
!decay?     return sigma * np.array([normal(), normal()])
decay?     return sigma * (1 + t) ** fading * np.array([normal(), normal()])
)py";
}

}  // namespace ravine
