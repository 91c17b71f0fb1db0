// Colours, type and spacing. A Theme is a plain value; ThemeSource says which one is current and follows the system's
// preference unless a theme was chosen. Nothing here knows a view.
#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QObject>
#include <QPalette>
#include <array>
#include <vector>

class QDBusVariant;
class QIcon;
class QPainter;

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
};

// Sizes in pixels at scale 1.
inline constexpr int kGrid = 8;
inline constexpr int kCardRadius = 10;
inline constexpr int kSmallText = 11;
inline constexpr int kText = 13;
inline constexpr int kLargeText = 15;

QFont textFont(int pixels, QFont::Weight weight = QFont::Normal);

QPalette paletteFor(const Theme& theme);
QString styleSheetFor(const Theme& theme);

// One of the icons in resources/icons, in the theme's text colour or another.
QIcon themedIcon(const QString& name, const QColor& colour);

// Okabe & Ito (2008), readable with every kind of colour vision, and two more; each comes with a marker shape.
QColor runColour(int colour);
// Shades of the run's colour that stand out from the theme's cards: as text, and as a line or mark.
QColor runTextColour(int colour, const Theme& theme);
QColor runLineColour(int colour, const Theme& theme);
void drawRunMarker(QPainter& painter, const QPointF& centre, double radius, int colour);
QPixmap runMarkerPixmap(int colour, double devicePixelRatio);

// Viridis (van der Walt & Smith 2015), 0 … 1: perceptually uniform, readable in grey.
QColor mapColour(double tone);

enum class ThemeChoice { system, light, dark };

class ThemeSource : public QObject {
  Q_OBJECT

 public:
  explicit ThemeSource(ThemeChoice choice, QObject* parent = nullptr);

  const Theme& theme() const;
  ThemeChoice choice() const { return m_choice; }
  void choose(ThemeChoice choice);

 signals:
  void changed();

 private slots:
  void onPortalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void askPortal();
  void setSystemDark(bool dark);

  ThemeChoice m_choice;
  bool m_systemDark = false;
};

}  // namespace ravine
