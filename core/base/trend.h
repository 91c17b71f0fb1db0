// Straight lines through series, to tell a trend from chance.
#pragma once

#include <cmath>
#include <limits>
#include <vector>

namespace ravine {

// The least-squares line through (0, v₀), (1, v₁), …
struct Trend {
  double change = 0;        // of the line from the first to the last
  double significance = 0;  // slope over its standard error; infinite for points exactly on a line

  explicit Trend(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    if (values.size() < 3) return;
    double mean = 0;
    for (const double value : values) mean += value / n;
    const double middle = 0.5 * (n - 1);
    double covariance = 0;
    double spread = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double x = static_cast<double>(i) - middle;
      covariance += x * (values[i] - mean);
      spread += x * x;
    }
    const double slope = covariance / spread;
    double residual = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double off = values[i] - mean - slope * (static_cast<double>(i) - middle);
      residual += off * off;
    }
    change = slope * (n - 1);
    const double error = std::sqrt(residual / (n - 2) / spread);
    significance = error > 0 ? slope / error : std::copysign(std::numeric_limits<double>::infinity(), slope);
  }
};

// The trend of the logarithms of positive values; no trend if one is not.
inline Trend logTrend(std::vector<double> values) {
  for (double& value : values) {
    if (!(value > 0)) return Trend({});
    value = std::log(value);
  }
  return Trend(values);
}

}  // namespace ravine
