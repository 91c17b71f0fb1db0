#include "ui/export/picture.h"

#include <QBuffer>
#include <QDateTime>
#include <QPageLayout>
#include <QPdfWriter>
#include <QRegularExpression>
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

// Replaces a piece of a PDF by one of another length, and corrects the places in the table at its end.
void replacePiece(QByteArray& pdf, qsizetype at, qsizetype length, const QByteArray& piece) {
  const qsizetype shift = piece.size() - length;
  pdf.replace(at, length, piece);
  const qsizetype table = pdf.lastIndexOf("\nxref\n");
  const qsizetype trailer = pdf.indexOf("trailer", table);
  if (table < 0 || trailer < 0) return;
  static const QRegularExpression entry(QStringLiteral("(\\d{10}) \\d{5} n"));
  const QString entries = QString::fromLatin1(pdf.mid(table, trailer - table));
  for (auto matches = entry.globalMatch(entries); matches.hasNext();) {
    const QRegularExpressionMatch match = matches.next();
    const qlonglong place = match.captured(1).toLongLong();
    if (place > at)
      pdf.replace(table + match.capturedStart(1), 10, QByteArray::number(place + shift).rightJustified(10, '0'));
  }
  const QByteArray start = "startxref\n";
  const qsizetype number = pdf.lastIndexOf(start) + start.size();
  const qsizetype end = pdf.indexOf('\n', number);
  pdf.replace(number, end - number, QByteArray::number(table + 1));
}

// The writer tells when it was run, in its own time zone; the same picture is to have the same bytes. So each date
// becomes that of SOURCE_DATE_EPOCH, or goes.
void setDates(QByteArray& pdf) {
  bool isSet = false;
  const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isSet);
  const QString date = QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC).toString(QStringLiteral("yyyyMMddHHmmss"));
  for (const QByteArray& key : {QByteArray("/CreationDate "), QByteArray("/ModDate ")}) {
    const qsizetype at = pdf.indexOf(key + "(D:");
    const qsizetype close = pdf.indexOf(")\n", at);
    if (at < 0 || close < 0) continue;
    replacePiece(pdf, at, close + 2 - at, isSet ? key + "(D:" + date.toLatin1() + "Z)\n" : QByteArray());
  }
}

PageOptions pageOptions(const PictureOptions& options) {
  return {.title = options.title,
          .metadata = QByteArray::fromStdString(svgMetadata(options.experiment)),
          .attachmentName = QStringLiteral("experiment.ravine"),
          .attachment = QByteArray::fromStdString(options.experiment),
          .attachmentType = QStringLiteral("application/x-ravine-experiment"),
          .text = options.text};
}

QByteArray asSvg(const Sheet& sheet, const PictureOptions& options) {
  return svgPage(sheet.size(), pageOptions(options),
                 [&](QPainter& painter) { paint(painter, sheet, options.transparent); });
}

QByteArray asPdf(const Sheet& sheet, const PictureOptions& options) {
  return pdfPage(sheet.size(), pageOptions(options),
                 [&](QPainter& painter) { paint(painter, sheet, options.transparent); });
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

QByteArray svgPage(const QSizeF& size, const PageOptions& options, const std::function<void(QPainter&)>& paint) {
  SvgDevice device(size, options.text);
  QPainter painter(&device);
  paint(painter);
  painter.end();
  return device.document(options.title, options.metadata);
}

QByteArray pdfPage(const QSizeF& size, const PageOptions& options, const std::function<void(QPainter&)>& paint) {
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
        {QPageSize(size * pointsPerInch / kPerInch, QPageSize::Point, QString(), QPageSize::ExactMatch),
         QPageLayout::Portrait, QMarginsF()});
    if (!options.attachment.isEmpty())
      writer.addFileAttachment(options.attachmentName, options.attachment, options.attachmentType);
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.scale(perInch / kPerInch, perInch / kPerInch);
    paint(painter);
  }
  setDates(bytes);
  return bytes;
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
