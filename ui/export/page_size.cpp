#include "ui/export/page_size.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/base/parameters.h"

namespace ravine {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(PageSize)
};

// Where only a width is given.
constexpr double kHeightOfWidth = 0.75;
constexpr double kHeightOfWhole = 1.4;

QSizeF millimetres(double width, double height) {
  return kPixelsPerMm * QSizeF(width, height);
}

}  // namespace

std::vector<PageSize> pageSizes(bool isWhole) {
  return {
      {QStringLiteral("slide"), Words::tr("16:9 slide"), {1280, 720}, 14},
      {QStringLiteral("slide43"), Words::tr("4:3 slide"), {960, 720}, 14},
      {QStringLiteral("half"), Words::tr("Half of a 16:9 slide"), {640, 720}, 12},
      {QStringLiteral("square"), Words::tr("Square"), {720, 720}, 12},
      {QStringLiteral("a4"), Words::tr("Text width of A4, 160 mm"), millimetres(160, 100), 9},
      {QStringLiteral("column"), Words::tr("Column, 85 mm"), millimetres(85, isWhole ? 120 : 64), isWhole ? 7.0 : 8.0},
  };
}

std::optional<QSizeF> parsePageSize(std::string_view text, bool isWhole) {
  for (const PageSize& size : pageSizes(isWhole))
    if (text == size.id.toStdString()) return size.pixels;
  const bool inMm = text.ends_with("mm");
  if (inMm) text.remove_suffix(2);
  const auto cross = text.find('x');
  const auto width = parseNumber(text.substr(0, cross));
  if (!width || !(*width > 0) || (cross == text.npos && !inMm)) return std::nullopt;
  const auto height = cross == text.npos ? std::optional((isWhole ? kHeightOfWhole : kHeightOfWidth) * *width)
                                         : parseNumber(text.substr(cross + 1));
  if (!height || !(*height > 0)) return std::nullopt;
  return inMm ? millimetres(*width, *height) : QSizeF(std::round(*width), std::round(*height));
}

double textSizeFor(const QSizeF& pixels) {
  for (const bool isWhole : {true, false})
    for (const PageSize& size : pageSizes(isWhole))
      if (std::abs(size.pixels.width() - pixels.width()) < 1 && std::abs(size.pixels.height() - pixels.height()) < 1)
        return size.textSize;
  constexpr double narrow = 420;  // a column
  return pixels.width() < narrow ? 8 : kUsualTextSize;
}

}  // namespace ravine
