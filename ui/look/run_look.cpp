#include "ui/look/run_look.h"

#include <QPainter>
#include <array>
#include <cmath>
#include <numbers>

namespace ravine {
namespace {

QPolygonF regularPolygon(const QPointF& centre, double radius, int corners, double startDegrees) {
  QPolygonF polygon;
  for (int i = 0; i < corners; ++i) {
    const double angle = (startDegrees + 360.0 * i / corners) * std::numbers::pi / 180;
    polygon << centre + radius * QPointF(std::cos(angle), -std::sin(angle));
  }
  return polygon;
}

QPolygonF cross(const QPointF& c, double radius, double arm) {
  const double a = arm * radius;
  const double r = radius;
  QPolygonF p;
  for (const auto& [x, y] : {std::pair(a, a),
                             {r, a},
                             {r, -a},
                             {a, -a},
                             {a, -r},
                             {-a, -r},
                             {-a, -a},
                             {-r, -a},
                             {-r, a},
                             {-a, a},
                             {-a, r},
                             {a, r}})
    p << c + QPointF(x, y);
  return p;
}

// Towards black or white until the contrast with the theme's cards is enough (WCAG 2: 4.5 for text, 3 for graphics).
QColor withContrast(QColor colour, const Theme& theme, double enough) {
  const auto luminance = [](const QColor& q) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(q.redF()) + 0.7152 * linear(q.greenF()) + 0.0722 * linear(q.blueF());
  };
  const double card = luminance(theme.card);
  for (int i = 0; i < 20; ++i) {
    const double own = luminance(colour);
    if ((std::max(own, card) + 0.05) / (std::min(own, card) + 0.05) >= enough) break;
    colour = theme.dark ? colour.lighter(112) : colour.darker(112);
  }
  return colour;
}

}  // namespace

QColor runColour(int colour, const Theme& theme) {
  static const std::array<QColor, 9> colours{QColor(0x0072b2), QColor(0xd55e00), QColor(0x009e73),
                                             QColor(0xcc79a7), QColor(0xe69f00), QColor(0x56b4e9),
                                             QColor(0xf0e442), QColor(0x8a8f98), QColor(0x8c4a2f)};
  // Neighbours as unlike as may be.
  static const std::array<QColor, 9> greys{QColor(Qt::black), QColor(0x6a6a6a), QColor(0x303030),
                                           QColor(0x8a8a8a),  QColor(0x1a1a1a), QColor(0x7a7a7a),
                                           QColor(0x484848),  QColor(0x909090), QColor(0x585858)};
  return (theme.grey ? greys : colours).at(static_cast<std::size_t>(colour));
}

QColor runTextColour(int colour, const Theme& theme) {
  return withContrast(runColour(colour, theme), theme, 4.5);
}

QColor runLineColour(int colour, const Theme& theme) {
  return withContrast(runColour(colour, theme), theme, 3);
}

QList<qreal> runDashes(int colour, const Theme& theme) {
  static const std::array<QList<qreal>, 9> dashes{
      {{}, {7, 2}, {3, 1.5}, {8, 2, 1.5, 2}, {1.2, 1.5}, {5, 1.5, 1, 1.5, 1, 1.5}, {11, 3}, {2, 3}, {6, 2, 3, 2}}};
  return theme.grey ? dashes.at(static_cast<std::size_t>(colour)) : QList<qreal>();
}

void drawRunMarker(QPainter& painter, const QPointF& centre, double radius, int colour) {
  switch (colour) {
    case 0:
      painter.drawEllipse(centre, radius, radius);
      break;
    case 1:
      painter.drawPolygon(regularPolygon(centre, 1.15 * radius, 4, 45));
      break;
    case 2:
      painter.drawPolygon(regularPolygon(centre, 1.25 * radius, 3, 90));
      break;
    case 3:
      painter.drawPolygon(regularPolygon(centre, 1.2 * radius, 4, 0));
      break;
    case 4:
      painter.drawPolygon(regularPolygon(centre, 1.25 * radius, 3, -90));
      break;
    case 5:
      painter.drawPolygon(regularPolygon(centre, 1.1 * radius, 5, 90));
      break;
    case 6:
      painter.drawPolygon(regularPolygon(centre, 1.1 * radius, 6, 0));
      break;
    case 7:
      painter.drawPolygon(cross(centre, 1.1 * radius, 0.38));
      break;
    default:
      painter.drawPolygon(regularPolygon(centre, 1.25 * radius, 3, 0));
      break;
  }
}

QPixmap runMarkerPixmap(int colour, const Theme& theme, double devicePixelRatio) {
  const int size = qRound(theme.px(14));
  QPixmap pixmap(QSize(size, size) * devicePixelRatio);
  pixmap.setDevicePixelRatio(devicePixelRatio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(runColour(colour, theme));
  drawRunMarker(painter, {size / 2.0, size / 2.0}, theme.px(5.5), colour);
  return pixmap;
}

}  // namespace ravine
