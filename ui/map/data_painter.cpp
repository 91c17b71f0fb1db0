#include "ui/map/data_painter.h"

#include <QCoreApplication>
#include <QImage>
#include <QPaintEngine>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>

#include "ui/look/mixed.h"
#include "ui/look/paint_group.h"
#include "ui/look/run_look.h"
#include "ui/map/map_labels.h"
#include "ui/map/path_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kCurve = 2;  // pixels at scale 1: widths of lines, as the next
constexpr double kCurveLookedAt = 2.6;
constexpr double kHalo = 2.4;  // what lies around them
constexpr double kOutline = 1.4;
constexpr double kMarker = 5;            // radius of a run's mark at the end of its line
constexpr std::size_t kManyRows = 1500;  // are painted as dots
constexpr double kFarthest = 1e5;        // as far as Qt can still draw a line

struct Data {
  Q_DECLARE_TR_FUNCTIONS(Data)
};

// The tones of the classes; data without them have that of the class 1.
QColor toneOf(bool one, const Theme& theme) {
  if (one) return theme.text;
  constexpr double paper = 0.3;
  return mixed(theme.quietText, theme.card, paper);
}

QColor withAlpha(QColor colour, int alpha) {
  colour.setAlpha(alpha);
  return colour;
}

bool isOne(const DataScene& scene, std::size_t row) {
  return !scene.hasLabels || scene.table().rows[row].y > 0.5;
}

// A round one, or a square one of the class 1.
void paintShape(QPainter& painter, const QPointF& at, double radius, bool square) {
  const double half = 0.9 * radius;
  if (square)
    painter.drawRect(QRectF(at - QPointF(half, half), 2 * QSizeF(half, half)));
  else
    painter.drawEllipse(at, radius, radius);
}

enum class Fill { filled, hollow };

void paintRowAt(QPainter& painter, const DataScene& scene, const QPointF& at, bool one, Fill fill) {
  const double radius = rowRadius(scene);
  const QColor tone = toneOf(one, scene.theme);
  const double line = scene.theme.px(kOutline);
  const bool hollow = fill == Fill::hollow;
  painter.setPen(hollow ? QPen(tone, line) : QPen(scene.theme.card, scene.theme.px(0.8)));
  painter.setBrush(hollow ? QBrush(scene.theme.card) : QBrush(tone));
  paintShape(painter, at, hollow ? radius - 0.5 * line : radius, scene.hasLabels && one);
}

// Rows of one kind, painted once and stamped on whole pixels: among pixels that takes a fraction of the time.
class Stamp {
 public:
  Stamp(const QTransform& toPixels, const DataScene& scene, bool one, Fill fill) : m_toPixels(toPixels) {
    const double ratio = toPixels.m11();
    const int half = static_cast<int>(std::ceil(ratio * (rowRadius(scene) + scene.theme.px(1)))) + 1;
    m_image = QImage(2 * half, 2 * half, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(Qt::transparent);
    m_centre = QPointF(half, half);
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRowAt(painter, scene, m_centre / ratio, one, fill);
  }
  void paint(QPainter& painter, const QPointF& at) const {
    const QPointF corner = (m_toPixels.map(at) - m_centre).toPoint();
    painter.drawImage(m_toPixels.inverted().map(corner), m_image);
  }

 private:
  QTransform m_toPixels;
  QImage m_image;
  QPointF m_centre;  // pixels
};

// A picture of vectors has the shapes themselves.
void paintRowsOf(QPainter& painter, const DataScene& scene, std::span<const std::size_t> rows, Fill fill) {
  const double radius = rowRadius(scene);
  const QRectF room = scene.frame.area.adjusted(-radius, -radius, radius, radius);
  const QTransform& toPixels = painter.deviceTransform();
  const bool stamps = painter.paintEngine()->type() == QPaintEngine::Raster && toPixels.type() <= QTransform::TxScale &&
                      toPixels.m11() == toPixels.m22();
  std::array<std::optional<Stamp>, 2> made;
  for (const std::size_t row : rows) {
    const QPointF at = scene.pixelOf(row);
    if (!room.contains(at)) continue;
    const bool one = isOne(scene, row);
    if (!stamps) {
      paintRowAt(painter, scene, at, one, fill);
      continue;
    }
    std::optional<Stamp>& stamp = made[one ? 1 : 0];
    if (!stamp) stamp.emplace(toPixels, scene, one, fill);
    stamp->paint(painter, at);
  }
}

// As many as there are, in two strokes.
void paintDots(QPainter& painter, const DataScene& scene, const std::vector<std::size_t>* some, int alpha) {
  std::array<QPolygonF, 2> dots;
  const auto add = [&](std::size_t row) {
    const QPointF at = scene.pixelOf(row);
    if (scene.frame.area.contains(at)) dots[isOne(scene, row) ? 1 : 0] << at;
  };
  if (some)
    for (const std::size_t row : *some) add(row);
  else
    for (std::size_t row = 0; row < scene.table().rows.size(); ++row) add(row);
  for (const bool one : {false, true}) {
    const bool square = one && scene.hasLabels;
    painter.setPen(QPen(withAlpha(toneOf(one, scene.theme), alpha), 2 * rowRadius(scene), Qt::SolidLine,
                        square ? Qt::SquareCap : Qt::RoundCap));
    painter.drawPoints(dots[one ? 1 : 0]);
  }
}

void paintRows(QPainter& painter, const DataScene& scene) {
  const std::size_t count = scene.table().rows.size();
  if (count > kManyRows) {
    constexpr int paler = 70;
    return paintDots(painter, scene, nullptr, scene.batch ? paler : 160);
  }
  std::vector<std::size_t> all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  paintRowsOf(painter, scene, all, scene.batch ? Fill::hollow : Fill::filled);
}

void paintBatch(QPainter& painter, const DataScene& scene) {
  if (!scene.batch) return;
  if (scene.table().rows.size() > kManyRows) return paintDots(painter, scene, &*scene.batch, 255);
  paintRowsOf(painter, scene, *scene.batch, Fill::filled);
}

QPointF toPixel(const DataScene& scene, const Vector2& place) {
  const QPointF exact = scene.frame.toPixel(place);
  const double most = kFarthest;
  return {std::clamp(exact.x(), -most, most), std::clamp(exact.y(), -most, most)};
}

// The curve or the border, in pieces: a curve has gaps where the model says nothing finite.
std::vector<QPolygonF> linesOf(const DataScene& scene, const Answer& answer) {
  std::vector<QPolygonF> lines;
  for (const ContourLine& border : answer.border) {
    QPolygonF line;
    for (const Vector2& place : border.points) line << toPixel(scene, place);
    lines.push_back(line);
  }
  if (answer.curve.empty()) return lines;
  lines.emplace_back();
  const Interval& range = scene.frame.view.x;
  const auto last = static_cast<double>(answer.curve.size() - 1);
  for (std::size_t i = 0; i < answer.curve.size(); ++i) {
    if (std::isfinite(answer.curve[i]))
      lines.back() << toPixel(scene, {range.lower + range.length() * static_cast<double>(i) / last, answer.curve[i]});
    else if (!lines.back().isEmpty())
      lines.emplace_back();
  }
  return lines;
}

void drawLines(QPainter& painter, const std::vector<QPolygonF>& lines, const QPen& pen) {
  painter.setPen(pen);
  for (const QPolygonF& line : lines)
    if (line.size() > 1) painter.drawPolyline(line);
}

// Where a mark on the line is seen: the last point of it well inside.
std::optional<QPointF> placeOfMarker(const DataScene& scene, const std::vector<QPolygonF>& lines) {
  const double room = scene.theme.px(2.2 * kMarker);
  const QRectF inside = scene.frame.area.adjusted(room, room, -room, -room);
  std::optional<QPointF> place;
  for (const QPolygonF& line : lines)
    for (const QPointF& point : line)
      if (inside.contains(point) && !scene.reserved.contains(point) && (!place || point.x() > place->x()))
        place = point;
  return place;
}

void paintAnswer(QPainter& painter, const DataScene& scene, std::size_t i) {
  const Run& run = scene.runs[i].run;
  const PaintGroup group(painter, QString::fromStdString(run.name));
  const std::vector<QPolygonF> lines = linesOf(scene, scene.answers[i]);
  const double width = i == scene.placeLookedAt() ? kCurveLookedAt : kCurve;
  const Theme& theme = scene.theme;
  const QColor ink = runLineColour(run.colour, theme);
  drawLines(painter, lines, QPen(theme.card, theme.px(width + kHalo), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  QPen pen(ink, theme.px(width), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
  if (const QList<qreal> dashes = runDashes(run.colour, theme); !dashes.isEmpty()) pen.setDashPattern(dashes);
  drawLines(painter, lines, pen);
  if (scene.runs.size() < 2) return;
  const auto at = placeOfMarker(scene, lines);
  if (!at) return;
  painter.setPen(QPen(theme.card, theme.px(1.4)));
  painter.setBrush(ink);
  drawRunMarker(painter, *at, theme.px(kMarker), run.colour);
}

// Where the model of the run that is looked at says 1.
void paintSide(QPainter& painter, const DataScene& scene) {
  QPainterPath side;  // odd-even, as outlines are meant
  for (const auto& outline : scene.answers[scene.placeLookedAt()].ones) {
    QPolygonF polygon;
    for (const Vector2& corner : outline) polygon << toPixel(scene, corner);
    side.addPolygon(polygon);
  }
  painter.fillPath(side, withAlpha(scene.theme.text, scene.theme.washesOut ? 44 : 26));
}

// Of the residuals, as far as they are in sight. The more they cover each other, the paler: rows are to be seen through
// them.
void paintSquares(QPainter& painter, const DataScene& scene, const QRectF& around) {
  QList<QRectF> squares;
  double covered = 0;
  for (std::size_t row = 0; row < scene.said.size(); ++row) {
    const QRectF square = scene.squareOf(row);
    if (!(square.width() < kFarthest) || !square.intersects(around)) continue;
    const QRectF seen = square.intersected(around);
    covered += seen.width() * seen.height();
    squares << square;
  }
  constexpr double light = 0.15;  // of the picture: so much may be covered in full colour
  const double times = std::max(1.0, covered / (light * around.width() * around.height()));
  const QColor ink = runLineColour(scene.lookedAt().run.colour, scene.theme);
  painter.setPen(QPen(withAlpha(ink, qRound(130 / std::sqrt(times))), scene.theme.px(0.8)));
  painter.setBrush(withAlpha(ink, std::max(2, qRound((scene.theme.washesOut ? 56 : 40) / times))));
  painter.drawRects(squares);
}

void paintResiduals(QPainter& painter, const DataScene& scene) {
  if (scene.said.empty()) return;
  const QColor ink = runLineColour(scene.lookedAt().run.colour, scene.theme);
  const QRectF around = scene.frame.area.adjusted(-9, -9, 9, 9);
  if (scene.errorsAreSquares) paintSquares(painter, scene, around);
  QList<QLineF> residuals;
  for (std::size_t row = 0; row < scene.said.size(); ++row) {
    const Datum& datum = scene.table().rows[row];
    const auto line = clipped(QLineF(scene.pixelOf(row), toPixel(scene, {datum.x, scene.said[row]})), around);
    if (line) residuals << *line;
  }
  painter.setPen(QPen(withAlpha(ink, scene.errorsAreSquares ? 220 : 130), scene.theme.px(1)));
  painter.drawLines(residuals);
}

void paintPicked(QPainter& painter, const DataScene& scene) {
  if (!scene.picked || *scene.picked >= scene.table().rows.size()) return;
  const Theme& theme = scene.theme;
  const double radius = rowRadius(scene) + theme.px(4);
  painter.setBrush(Qt::NoBrush);
  for (const auto& [colour, width] : {std::pair(theme.card, 4.6), std::pair(theme.accent, 2.2)}) {
    painter.setPen(QPen(colour, theme.px(width)));
    painter.drawEllipse(scene.pixelOf(*scene.picked), radius, radius);
  }
}

void paintProbe(QPainter& painter, const DataScene& scene) {
  const Theme& theme = scene.theme;
  const std::vector<QPolygonF> lines = linesOf(scene, *scene.probed);
  drawLines(painter, lines, QPen(theme.card, theme.px(kCurve + kHalo), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
  drawLines(painter, lines, QPen(theme.text, theme.px(kCurve), Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
}

// The part of it that is nearest to the middle of the picture.
void paintNameOfProbe(const DataScene& scene, MapLabels& labels) {
  const Vector2& theta = scene.probed->theta;
  std::optional<QPointF> nearest;
  const QPointF middle = scene.frame.area.center();
  for (const QPolygonF& line : linesOf(scene, *scene.probed))
    for (const QPointF& point : line)
      if (scene.frame.area.contains(point) &&
          (!nearest || QLineF(point, middle).length() < QLineF(*nearest, middle).length()))
        nearest = point;
  const auto named = [&](std::size_t i) {
    return QStringLiteral("%1 = %2").arg(QString::fromStdString(scene.axes[i]),
                                         wording::number(theta[static_cast<int>(i)], 2));
  };
  const QString loss = Data::tr("loss %1").arg(wording::number(scene.function->value(theta)));
  labels.label(QStringLiteral("%1, %2, %3").arg(named(0), named(1), loss), nearest.value_or(middle), scene.theme.text);
}

void nameAxes(const DataScene& scene, MapLabels& labels) {
  const auto input = [&](const QString& name) {
    return scene.isStandardized ? QStringList{Data::tr("%1, standardized").arg(name), name} : QStringList{name};
  };
  if (scene.hasTwoInputs()) return labels.nameAxes(input(QStringLiteral("x₁")), input(QStringLiteral("x₂")));
  labels.nameAxes(input(QStringLiteral("x")), scene.hasLabels
                                                  ? QStringList{Data::tr("probability of 1"), QStringLiteral("ŷ")}
                                                  : QStringList{QStringLiteral("y")});
}

// What the model of the run that is looked at is there, in fewer words where there is less room.
void paintNote(const DataScene& scene, MapLabels& labels) {
  const Vector2& theta = scene.answers[scene.placeLookedAt()].theta;
  if (!isFinite(theta)) return;
  const QString model = predictionText(scene.lookedAt().run.lossFunction, theta);
  const QString loss = Data::tr("loss %1").arg(wording::number(scene.function->value(theta)));
  const QString both = QStringLiteral("%1 · %2").arg(model, loss);
  QStringList notes{both, model, loss};
  if (scene.hasTwoInputs()) notes.prepend(QStringLiteral("%1 · %2").arg(both, Data::tr("shaded: 1")));
  labels.note(notes);
}

// Where it lies on no row.
void paintLegend(const DataScene& scene, MapLabels& labels) {
  if (!scene.batch) return;
  const auto hidesRow = [&scene](const QRectF& box) {
    for (std::size_t row = 0; row < scene.table().rows.size(); ++row)
      if (box.contains(scene.pixelOf(row))) return true;
    return false;
  };
  const bool dots = scene.table().rows.size() > kManyRows;
  const QString all =
      (dots ? Data::tr("stronger: the batch, %1 of %2 rows") : Data::tr("filled: the batch, %1 of %2 rows"))
          .arg(scene.batch->size())
          .arg(scene.table().rows.size());
  labels.noteBesideCorners({all, dots ? Data::tr("stronger: the batch") : Data::tr("filled: the batch")}, hidesRow);
}

}  // namespace

double rowRadius(const DataScene& scene) {
  const std::size_t count = scene.table().rows.size();
  return scene.theme.px(count <= 80 ? 4.2 : count <= 400 ? 3.2 : count <= kManyRows ? 2.4 : 1.3);
}

void paintDataGround(QPainter& painter, const DataScene& scene) {
  paintRows(painter, scene);
}

void paintDataMoments(QPainter& painter, const DataScene& scene) {
  if (scene.answers.empty()) return;
  paintSide(painter, scene);
  paintResiduals(painter, scene);
  paintBatch(painter, scene);
  const std::size_t lookedAt = scene.placeLookedAt();
  for (std::size_t i = 0; i < scene.answers.size(); ++i)
    if (i != lookedAt) paintAnswer(painter, scene, i);
  paintAnswer(painter, scene, lookedAt);  // on top of the others
  if (scene.probed) paintProbe(painter, scene);
  paintPicked(painter, scene);

  MapLabels labels(painter, scene.frame.area, scene.theme);
  labels.reserve(scene.reserved);
  nameAxes(scene, labels);
  paintNote(scene, labels);
  paintLegend(scene, labels);
  if (scene.probed) paintNameOfProbe(scene, labels);
  if (scene.picked && *scene.picked < scene.table().rows.size()) {
    const Vector2& theta = scene.answers[lookedAt].theta;
    const QString loss = wording::number(scene.model().ofRow(*scene.picked, theta).value);
    const QPointF at = scene.pixelOf(*scene.picked);
    if (scene.frame.area.contains(at))
      labels.label(Data::tr("loss %1").arg(loss), at, runTextColour(scene.lookedAt().run.colour, scene.theme));
  }
}

void paintData(QPainter& painter, const DataScene& scene) {
  paintDataGround(painter, scene);
  paintDataMoments(painter, scene);
}

}  // namespace ravine
