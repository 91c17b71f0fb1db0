// The colours, type sizes and spacing of a theme, as plain values.
#pragma once

#include <QColor>
#include <QFont>

namespace ravine {

struct Theme {
  bool dark = false;
  QColor ground;  // behind the cards
  QColor card;
  QColor border;
  QColor text;
  QColor quietText;
  QColor control;  // buttons and fields
  QColor controlHover;
  QColor accent;
  QColor onAccent;
  QColor grid;
  QColor halo;    // around paths on the map
  QColor stable;  // the zone of learning rates below the limit
  QColor unstable;
  QColor danger;  // an input that cannot be taken

  static const Theme& light();
  static const Theme& darkTheme();

  bool operator==(const Theme&) const = default;
};

// Sizes in pixels at scale 1.
inline constexpr int kGrid = 8;
inline constexpr int kCardRadius = 10;
inline constexpr int kSmallText = 11;
inline constexpr int kText = 13;
inline constexpr int kLargeText = 15;

// Inter where it is installed, otherwise the system's own.
QString fontFamily();
QFont textFont(int pixels, QFont::Weight weight = QFont::Normal);

}  // namespace ravine
