// A colour between two others.
#pragma once

#include <QColor>

namespace ravine {

// `part` 0 is `from`, 1 is `to`; opaque.
inline QColor mixed(const QColor& from, const QColor& to, double part) {
  const auto channel = [part](int a, int b) { return qRound(a + part * (b - a)); };
  return {channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue())};
}

}  // namespace ravine
