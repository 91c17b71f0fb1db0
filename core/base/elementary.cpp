#include "core/base/elementary.h"

#include <sleef.h>

namespace ravine {

double exp(double x) {
  return Sleef_cinz_expd1_u10purec(x);
}
double log(double x) {
  return Sleef_cinz_logd1_u10purec(x);
}
double log10(double x) {
  return Sleef_cinz_log10d1_u10purec(x);
}
// What SLEEF has of one alone differs in the last digit.
double sin(double x) {
  return sincos(x).sin;
}
double cos(double x) {
  return sincos(x).cos;
}
double tan(double x) {
  return Sleef_cinz_tand1_u10purec(x);
}
double asin(double x) {
  return Sleef_cinz_asind1_u10purec(x);
}
double acos(double x) {
  return Sleef_cinz_acosd1_u10purec(x);
}
double atan(double x) {
  return Sleef_cinz_atand1_u10purec(x);
}
double sinh(double x) {
  return Sleef_cinz_sinhd1_u10purec(x);
}
double cosh(double x) {
  return Sleef_cinz_coshd1_u10purec(x);
}
double tanh(double x) {
  return Sleef_cinz_tanhd1_u10purec(x);
}
double pow(double base, double exponent) {
  return Sleef_cinz_powd1_u10purec(base, exponent);
}
SinCos<double> sincos(double x) {
  const auto both = Sleef_cinz_sincosd1_u10purec(x);
  return {both.x, both.y};
}

}  // namespace ravine
