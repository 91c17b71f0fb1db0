#include "ui/export/picture.h"

#include <QBuffer>
#include <QDateTime>
#include <QPageLayout>
#include <QPdfWriter>
#include <QTimeZone>
#include <algorithm>

#include "core/file/embedded_experiment.h"

namespace ravine {
namespace {

constexpr double kPerInch = 96;  // pixels of a sheet

void paint(QPainter& painter, const Sheet& sheet, bool transparent) {
  if (!transparent) painter.fillRect(QRectF(QPointF(), sheet.size()), sheet.theme().card);
  sheet.paintGround(painter);
  sheet.paintMoments(painter);
}

QByteArray asPng(const Sheet& sheet, const PictureOptions& options) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  asImage(sheet, options.scale, options.transparent).save(&buffer, "PNG");
  return QByteArray::fromStdString(withExperiment(bytes.toStdString(), options.experiment));
}

QByteArray asSvg(const Sheet& sheet, const PictureOptions& options) {
  SvgDevice device(sheet.size(), options.text);
  QPainter painter(&device);
  paint(painter, sheet, options.transparent);
  painter.end();
  return device.document(options.title, QByteArray::fromStdString(svgMetadata(options.experiment)));
}

// The writer tells when it was run; the same picture is to have the same bytes. So each date becomes that of
// SOURCE_DATE_EPOCH, or spaces, of equal length: the file's table counts bytes.
void setDates(QByteArray& pdf) {
  bool isSet = false;
  const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isSet);
  for (const QByteArray& key : {QByteArray("/CreationDate"), QByteArray("/ModDate")})
    for (qsizetype at = pdf.indexOf(key); at >= 0; at = pdf.indexOf(key, at + 1)) {
      const qsizetype open = pdf.indexOf('(', at);
      const qsizetype close = pdf.indexOf(')', open);
      if (open < 0 || close < 0 || open - at > key.size() + 2) continue;
      const qsizetype length = close + 1 - at;
      QByteArray date;
      if (isSet)
        date = key + " (D:" +
               QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC).toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() +
               "Z)";
      pdf.replace(at, length, date.size() <= length ? date.leftJustified(length, ' ') : QByteArray(length, ' '));
    }
}

QByteArray asPdf(const Sheet& sheet, const PictureOptions& options) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    constexpr int perInch = 1200;
    constexpr double pointsPerInch = 72;
    writer.setResolution(perInch);
    writer.setTitle(options.title);
    writer.setCreator(QStringLiteral("Ravine"));
    writer.setPageLayout(
        {QPageSize(sheet.size() * pointsPerInch / kPerInch, QPageSize::Point, QString(), QPageSize::ExactMatch),
         QPageLayout::Portrait, QMarginsF()});
    writer.addFileAttachment(QStringLiteral("experiment.ravine"), QByteArray::fromStdString(options.experiment),
                             QStringLiteral("application/x-ravine-experiment"));
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.scale(perInch / kPerInch, perInch / kPerInch);
    paint(painter, sheet, options.transparent);
  }
  setDates(bytes);
  return bytes;
}

}  // namespace

QImage asImage(const Sheet& sheet, double scale, bool transparent) {
  const QSize pixels = (sheet.size() * scale).toSize().expandedTo({1, 1});
  QImage image(pixels, transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
  image.fill(transparent ? QColor(Qt::transparent) : sheet.theme().card);
  if (scale >= 1) image.setDevicePixelRatio(scale);
  QPainter painter(&image);
  if (scale < 1) painter.scale(scale, scale);  // a ratio that Qt does not know
  sheet.paintGround(painter);
  sheet.paintMoments(painter);
  painter.end();
  constexpr double inchesPerMeter = 1 / 0.0254;
  image.setDotsPerMeterX(qRound(kPerInch * scale * inchesPerMeter));
  image.setDotsPerMeterY(qRound(kPerInch * scale * inchesPerMeter));
  return image;
}

const std::vector<PictureFormat>& pictureFormats() {
  static const std::vector<PictureFormat> formats{
      {QStringLiteral("png"), QStringLiteral("PNG"), false, asPng},
      {QStringLiteral("svg"), QStringLiteral("SVG"), true, asSvg},
      {QStringLiteral("pdf"), QStringLiteral("PDF"), true, asPdf},
  };
  return formats;
}

const PictureFormat* findPictureFormat(const QString& ending) {
  const auto& all = pictureFormats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const PictureFormat& format) {
    return format.ending.compare(ending, Qt::CaseInsensitive) == 0;
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace ravine
