// How large a page may be: by the name of what it is for, in pixels of 1/96 inch, or in millimetres.
#pragma once

#include <QSizeF>
#include <QString>
#include <optional>
#include <string_view>
#include <vector>

namespace ravine {

struct PageSize {
  QString id;       // as on the command line: "slide"
  QString text;     // "16:9 slide"
  QSizeF pixels;    // of 1/96 inch
  double textSize;  // points that suit it
};
// In the language of the interface.
// The whole of an experiment stands higher in a column than one of its parts.
std::vector<PageSize> pageSizes(bool isWhole);

inline constexpr double kPixelsPerMm = 96 / 25.4;
inline constexpr double kUsualTextSize = 11;  // points, of a page of another size

// "slide", "1280x720", "85x60mm", or "85mm", whose height follows. Nothing if it is none of these.
std::optional<QSizeF> parsePageSize(std::string_view text, bool isWhole = false);
// The size of text that suits it.
double textSizeFor(const QSizeF& pixels);

}  // namespace ravine
