// A sheet as a file: PNG, SVG or PDF, with the experiment in its metadata. The same sheet gives the same bytes: no
// dates but that of SOURCE_DATE_EPOCH, no random names.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QPainter>
#include <QString>
#include <functional>
#include <string>
#include <vector>

#include "ui/export/sheet.h"
#include "ui/export/svg_device.h"

namespace ravine {

inline constexpr int kLargestSide = 16384;  // pixels of a picture

struct PictureOptions {
  double scale = 1;  // of a PNG: pixels for each pixel of the sheet
  bool transparent = false;
  SvgText text = SvgText::text;
  QString title;
  std::string experiment;  // the text of its file
};

QImage asImage(const Sheet& sheet, double scale, bool transparent);

// What is painted on a page of this size, in pixels of 1/96 inch, as a file; `metadata` is the SVG's, and what is to be
// attached to the PDF.
struct PageOptions {
  QString title;
  QByteArray metadata = {};
  QString attachmentName = {};
  QByteArray attachment = {};
  QString attachmentType = {};
  SvgText text = SvgText::text;
};
QByteArray svgPage(const QSizeF& size, const PageOptions& options, const std::function<void(QPainter&)>& paint);
QByteArray pdfPage(const QSizeF& size, const PageOptions& options, const std::function<void(QPainter&)>& paint);

// A format of pictures: how its files end, and how one is made.
struct PictureFormat {
  QString ending;  // without the dot
  QString name;    // "PNG"
  bool isVector;
  QByteArray (*write)(const Sheet& sheet, const PictureOptions& options);
};
const std::vector<PictureFormat>& pictureFormats();
const PictureFormat* findPictureFormat(const QString& ending);  // in any case

}  // namespace ravine
