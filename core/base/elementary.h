// The elementary functions of a number, the same to the last digit on every machine and in every lane of a pack:
// SLEEF's deterministic ones without FMA (Shibata & Petrogalli 2020), each within one unit in the last place. What a
// run computes goes through these, so that a run and the cell of a map that stands for it agree bit for bit.
#pragma once

#include <cmath>

namespace ravine {

double exp(double x);
double log(double x);
double log10(double x);
double sin(double x);
double cos(double x);
double tan(double x);
double asin(double x);
double acos(double x);
double atan(double x);
double sinh(double x);
double cosh(double x);
double tanh(double x);
double pow(double base, double exponent);

// Both at once, for little more than one of them.
template <class T>
struct SinCos {
  T sin, cos;
};
SinCos<double> sincos(double x);

// Exact or correctly rounded everywhere.
using std::abs;
using std::sqrt;

}  // namespace ravine
