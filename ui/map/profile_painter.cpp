#include "ui/map/profile_painter.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/look/run_look.h"
#include "ui/map/map_labels.h"
#include "ui/map/mark_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kCurveWidth = 2;  // pixels at scale 1, as the next
constexpr double kTangentWidth = 2.6;
constexpr double kStepOnAxis = 7;      // the arrow above it
constexpr double kRoomForLimits = 26;  // between 1/λ and 2/λ, to name them
constexpr double kFarthest = 1e5;      // as far as Qt can still draw a line

struct Profile {
  Q_DECLARE_TR_FUNCTIONS(Profile)
};

// A place of the picture in pixels, near enough to be drawn.
QPointF toPixel(const ProfileScene& scene, double s, double loss) {
  const QPointF exact = scene.frame.toPixel({s, loss});
  const double most = kFarthest;
  return {std::clamp(exact.x(), -most, most), std::clamp(exact.y(), -most, most)};
}

// The curve in pieces: it has gaps where the function is not finite.
std::vector<QPolygonF> curveOf(const ProfileScene& scene) {
  std::vector<QPolygonF> pieces(1);
  const auto last = static_cast<double>(scene.losses.size() - 1);
  for (std::size_t i = 0; i < scene.losses.size(); ++i) {
    const double loss = scene.losses[i];
    if (!std::isfinite(loss)) {
      if (!pieces.back().isEmpty()) pieces.emplace_back();
      continue;
    }
    const double s = scene.frame.view.x.lower + scene.frame.view.x.length() * static_cast<double>(i) / last;
    pieces.back() << toPixel(scene, s, loss);
  }
  return pieces;
}

void paintCurve(QPainter& painter, const ProfileScene& scene) {
  const QRectF& area = scene.frame.area;
  for (const QPolygonF& piece : curveOf(scene)) {
    if (piece.size() < 2) continue;
    QPolygonF ground = piece;
    ground << QPointF(piece.back().x(), area.bottom() + 1) << QPointF(piece.front().x(), area.bottom() + 1);
    QColor earth = scene.theme.text;
    earth.setAlpha(scene.theme.dark ? 23 : 14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(earth);
    painter.drawPolygon(ground);
    painter.setPen(QPen(scene.theme.text, scene.theme.px(kCurveWidth), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(piece);
  }
}

// Minima that lie on the line.
void paintMinima(QPainter& painter, const ProfileScene& scene) {
  const Landscape* landscape = scene.landscape();
  if (!landscape) return;
  const auto lowest = landscape->lowestMinimum();
  std::vector<double> marked;
  for (const CriticalPoint& c : landscape->criticalPoints) {
    if (c.kind != CriticalKind::minimum) continue;
    const double s = scene.line.along(c.point);
    if (!scene.isOnLine(c.point)) continue;
    const QPointF at = scene.frame.toPixel({s, c.value});
    const bool again = std::any_of(marked.begin(), marked.end(), [&](double x) { return std::abs(x - at.x()) < 4; });
    if (again || !scene.frame.area.contains(at)) continue;
    marked.push_back(at.x());
    paintMinimum(painter, at, c.value <= lowest->value + 1e-9 * landscape->spread, false, scene.theme.scale);
  }
}

// The step that the tangent causes, seen along the line.
struct Tangent {
  double s;
  double loss;
  DirectionalDerivatives along;
  double step;  // Δs

  bool hasLimit() const { return along.curvature > 0 && along.slope != 0; }
  double farSide() const { return s - 2 * along.slope / along.curvature; }
  // Farther than the other side of the parabola.
  bool overshootsLimit() const {
    constexpr double rounding = 1e-9;
    return hasLimit() && std::abs(step) > (1 + rounding) * std::abs(farSide() - s) && step * along.slope < 0;
  }
};

std::optional<Tangent> tangentOf(const ProfileScene& scene) {
  if (!scene.step) return std::nullopt;
  const StepArithmetic& step = *scene.step;
  const DirectionalDerivatives along = derivativesAlong(*scene.function, step.theta, scene.line.direction);
  if (!std::isfinite(along.value) || !std::isfinite(along.slope)) return std::nullopt;
  const double way = (step.next - step.theta).dot(scene.line.direction);
  return Tangent{scene.line.along(step.theta), along.value, along, way};
}

// The parabola with the slope and curvature that the loss has at the head: a step with η = 1/λ would end at its lowest
// point, one with 2/λ as high on its other side. What is to be written there goes to `names`.
void paintParabola(QPainter& painter, const ProfileScene& scene, const Tangent& tangent,
                   std::vector<std::pair<QPointF, QString>>& names) {
  if (!tangent.hasLimit()) return;
  const double vertex = tangent.s - tangent.along.slope / tangent.along.curvature;
  const double low = tangent.loss - 0.5 * tangent.along.slope * tangent.along.slope / tangent.along.curvature;
  const double rise = scene.frame.view.y.upper - low;
  if (!(rise > 0) || !std::isfinite(vertex)) return;
  // A little beyond the far side, so that it is seen to rise again, as far as it is in the picture: Qt counts every
  // dash.
  const double reach = std::min(1.25 * std::abs(tangent.s - vertex), std::sqrt(2.1 * rise / tangent.along.curvature));
  const Interval& view = scene.frame.view.x;
  const Interval part{std::max(-reach, view.lower - vertex), std::min(reach, view.upper - vertex)};
  if (!(part.length() > 0)) return;
  QPolygonF parabola;
  constexpr int pieces = 96;
  for (int i = 0; i <= pieces; ++i) {
    const double d = part.lower + part.length() * i / pieces;
    parabola << toPixel(scene, vertex + d, low + 0.5 * tangent.along.curvature * d * d);
  }
  const QColor ink = runLineColour(scene.lookedAt().run.colour, scene.theme);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink, scene.theme.px(1.5), Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
  painter.drawPolyline(parabola);
  const QPointF far = toPixel(scene, tangent.farSide(), tangent.loss);
  const QPointF bottom = toPixel(scene, vertex, low);
  const double tick = scene.theme.px(5);
  const auto mark = [&](const QPointF& at, const QString& text) {
    if (!scene.frame.area.adjusted(-1, -1, 1, 1).contains(at)) return;
    painter.setPen(QPen(scene.theme.text, scene.theme.px(1.6)));
    painter.drawLine(at + QPointF(0, -tick), at + QPointF(0, tick));
    names.emplace_back(at + QPointF(0, -tick), text);
  };
  if (std::abs(far.x() - bottom.x()) < scene.theme.px(kRoomForLimits)) return;
  mark(far, QStringLiteral("2/λ"));
  mark(bottom, QStringLiteral("1/λ"));
}

void paintTangent(QPainter& painter, const ProfileScene& scene, const Tangent& tangent) {
  const QPointF from = toPixel(scene, tangent.s, tangent.loss);
  const QPointF to = toPixel(scene, tangent.s + tangent.step, tangent.loss + tangent.along.slope * tangent.step);
  const QPointF next = toPixel(scene, tangent.s + tangent.step, scene.step->lossAfter);
  const QColor ink = tangentColour(scene.theme, tangent.overshootsLimit());
  const QRectF around = scene.frame.area.adjusted(-20, -20, 20, 20);
  painter.setPen(QPen(scene.theme.quietText, scene.theme.px(1), Qt::DotLine));
  if (const auto drop = clipped(QLineF(to, next), around)) painter.drawLine(*drop);
  if (const auto line = clipped(QLineF(from, to), around)) {
    painter.setPen(QPen(scene.theme.card, scene.theme.px(kTangentWidth + 2), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(*line);
    painter.setPen(QPen(ink, scene.theme.px(kTangentWidth), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(*line);
  }
  // θ and the next θ on the axis, with the way between them.
  const double base = scene.frame.area.bottom() - scene.theme.px(kStepOnAxis);
  const QLineF way(QPointF(from.x(), base), QPointF(to.x(), base));
  const auto seen = clipped(way, scene.frame.area);
  if (!seen || way.length() < scene.theme.px(3)) return;
  painter.setPen(QPen(ink, scene.theme.px(2)));
  painter.drawLine(*seen);
  const double barb = std::min(scene.theme.px(6), 0.6 * way.length());
  const double back = way.dx() > 0 ? -barb : barb;
  painter.drawPolyline(
      QPolygonF{way.p2() + QPointF(back, -0.6 * barb), way.p2(), way.p2() + QPointF(back, 0.6 * barb)});
  painter.drawLine(way.p1() + QPointF(0, -0.5 * barb), way.p1() + QPointF(0, 0.5 * barb));
}

// "x − ηf′(x) = 10 − 0.2 · 20 = 6" where that is the whole step, otherwise what the step is besides; and the same in
// fewer words, for where there is less room.
QStringList arithmetic(const ProfileScene& scene, const Tangent& tangent) {
  const StepArithmetic& step = *scene.step;
  const double descent = -step.lr * tangent.along.slope;
  constexpr double rounding = 1e-9;
  const bool plain = std::abs(tangent.step - descent) <= rounding * (std::abs(descent) + std::abs(tangent.step));
  const bool y = scene.kind == ProfileLine::alongY;
  const bool onAxis = y || scene.kind == ProfileLine::alongX;
  const QString variable = QString::fromStdString(scene.axes[y ? 1 : 0]);
  const QString derivative = scene.ofXAlone ? QStringLiteral("f′(x)") : QStringLiteral("∂f/∂") + variable;
  const QString lr = wording::number(step.lr, 4);  // with fewer digits it would be another rate
  QStringList whole;
  QStringList shorter;
  for (const int digits : {4, 3, 2}) {
    const auto number = [digits](double value) { return wording::number(value, digits); };
    const QString slope =
        tangent.along.slope < 0 ? QStringLiteral("(%1)").arg(number(tangent.along.slope)) : number(tangent.along.slope);
    if (!plain && scene.kind == ProfileLine::lastStep) {
      whole << Profile::tr("step %1, slope %2").arg(number(tangent.step), number(tangent.along.slope));
    } else if (!plain) {
      whole << Profile::tr("step %1, while −η × slope = %2").arg(number(tangent.step), number(descent));
    } else if (onAxis) {
      const QString numbers =
          QStringLiteral("%1 − %2 × %3 = %4").arg(number(tangent.s), lr, slope, number(tangent.s + tangent.step));
      if (digits > 2) whole << QStringLiteral("%1 − η%2 = %3").arg(variable, derivative, numbers);
      shorter << numbers;
    } else {
      whole << QStringLiteral("−η × %1 = −%2 × %3 = %4").arg(Profile::tr("slope"), lr, slope, number(tangent.step));
    }
  }
  if (onAxis) shorter << QStringLiteral("%1 → %2").arg(variable, wording::number(tangent.s + tangent.step, 3));
  return whole + shorter;
}

// The loss between two states as a path shows it: straight.
double lossAt(const Trajectory& trajectory, double step) {
  const auto last = static_cast<double>(trajectory.steps());
  if (step >= last) return trajectory.losses.back();
  const double whole = std::floor(step);
  const auto t = static_cast<std::size_t>(whole);
  return (1 - (step - whole)) * trajectory.losses[t] + (step - whole) * trajectory.losses[t + 1];
}

// Lighter where it is beside the line, with how far that is.
void paintHeadOf(QPainter& painter, const ProfileScene& scene, const ShownRun& shown, const Vector2& place,
                 MapLabels& labels) {
  const Vector2 theta = pointAt(shown.result->trajectory, scene.playhead);
  const double beside = scene.beside(theta);
  const bool onLine = scene.isOnLine(theta) || !std::isfinite(beside);
  const QString where = onLine ? QString() : Profile::tr("%1 beside the line").arg(wording::number(beside, 2));
  const QString at = scene.ofXAlone ? QStringLiteral("x = ") + wording::number(theta.x(), 2) : wording::point(theta, 2);
  if (!onLine) painter.setOpacity(0.6);
  paintHead(painter, scene.frame, place, shown, scene.playhead, onLine ? at : at + QStringLiteral(", ") + where,
            scene.theme, labels);
  painter.setOpacity(1);
  const bool told = scene.runs.size() == 1 || shown.run.id == scene.selected;
  if (told && !where.isEmpty() && scene.frame.area.contains(scene.frame.toPixel(place)))
    labels.label(where, scene.frame.toPixel(place), runTextColour(shown.run.colour, scene.theme));
}

}  // namespace

void paintProfileGround(QPainter& painter, const ProfileScene& scene) {
  if (scene.losses.size() > 1) paintCurve(painter, scene);
  if (!endIsKept(scene.runs))
    for (const Track& track : scene.tracks) paintFaint(painter, scene.frame, track, scene.theme);
  paintMinima(painter, scene);
}

void paintProfilePaths(QPainter& painter, const ProfileScene& scene) {
  paintWalked(painter, scene.frame, scene.tracks, scene.playhead, scene.theme);
}

QColor tangentColour(const Theme& theme, bool tooLarge) {
  const QColor zone = tooLarge ? theme.unstable : theme.stable;  // too pale for a line on a light ground
  return theme.dark ? zone.lighter(135) : zone.darker(theme.washesOut ? 120 : 150);
}

void paintProfileMoments(QPainter& painter, const ProfileScene& scene) {
  const std::optional<Tangent> tangent = tangentOf(scene);
  std::vector<std::pair<QPointF, QString>> names;
  for (const Track& track : scene.tracks) paintCurrentSegment(painter, scene.frame, track, scene.playhead, scene.theme);
  if (tangent) {
    paintParabola(painter, scene, *tangent, names);
    paintTangent(painter, scene, *tangent);
  }
  for (const ShownRun& shown : scene.runs) {
    const double loss = scene.function->value(shown.run.start);
    paintStart(painter, scene.frame, scene.frame.toPixel(scene.placeOf(shown.run.start, loss)), shown.run.colour,
               scene.theme);
  }

  // Texts lie on top of all lines, and none on a head, a button or another.
  MapLabels labels(painter, scene.frame.area, scene.theme);
  labels.reserve(scene.reserved);
  const auto placeOf = [&](const ShownRun& shown) {
    const Trajectory& trajectory = shown.result->trajectory;
    return scene.placeOf(pointAt(trajectory, scene.playhead), lossAt(trajectory, scene.playhead));
  };
  const double room = scene.theme.px(9);
  for (const ShownRun& shown : scene.runs) {
    const QPointF start = scene.frame.toPixel(scene.placeOf(shown.run.start, scene.function->value(shown.run.start)));
    labels.take(QRectF(start - QPointF(room, room), 2 * QSizeF(room, room)));
  }
  for (const ShownRun& shown : scene.runs)
    if (shown.result)
      labels.take(QRectF(scene.frame.toPixel(placeOf(shown)) - QPointF(room, room), 2 * QSizeF(room, room)));
  if (tangent) labels.note(arithmetic(scene, *tangent), scene.theme.px(kStepOnAxis + 3));
  for (const auto& [at, text] : names) labels.tag(text, at);
  for (const ShownRun& shown : scene.runs)
    if (shown.result) paintHeadOf(painter, scene, shown, placeOf(shown), labels);
  paintGhosts(
      painter, scene.ghosts, [&](const Vector2& place) { return scene.pixelOf(place); }, scene.frame.area, scene.theme);
}

void paintProfile(QPainter& painter, const ProfileScene& scene) {
  paintProfileGround(painter, scene);
  paintProfilePaths(painter, scene);
  paintProfileMoments(painter, scene);
}

}  // namespace ravine
