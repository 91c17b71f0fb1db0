// The colours, type sizes and spacing of a theme, as plain values. Every length in pixels is written for scale 1 and
// goes through px() or font().
#pragma once

#include <QColor>
#include <QFont>

namespace ravine {

struct Theme {
  bool dark = false;
  bool washesOut = false;  // what shows it: lines are stronger, the map is light
  bool grey = false;       // all in shades of grey, for paper: runs are told apart by shade, mark and dashes
  QColor ground;           // behind the cards
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
  double scale = 1;
  bool forPaper = false;  // letters keep their shape and width at every size

  double px(double length) const { return scale * length; }
  QFont font(int pixels, QFont::Weight weight = QFont::Normal) const;

  static const Theme& light();
  static const Theme& darkTheme();
  // Black on white with strong colours, for a projector that washes everything out.
  static const Theme& projector();
  static const Theme& greyTheme();  // for pictures alone

  bool operator==(const Theme&) const = default;
};

// Sizes in pixels at scale 1.
inline constexpr int kGrid = 8;
inline constexpr int kCardRadius = 10;
inline constexpr int kTickText = 12;  // on axes and maps; nothing is smaller
inline constexpr int kSmallText = 13;
inline constexpr int kText = 14;
inline constexpr int kLargeText = 16;
inline constexpr int kHeadline = 19;  // over a page of a lesson
inline constexpr double kSmallestScale = 0.8;
inline constexpr double kLargestScale = 2.5;

// Inter where it is installed, otherwise the system's own.
QString fontFamily();

}  // namespace ravine
