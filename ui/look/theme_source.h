// Says which theme is current, the one that was chosen or the one that the desktop prefers, and at which scale.
#pragma once

#include <QObject>

#include "ui/look/theme.h"

class QDBusVariant;

namespace ravine {

enum class ThemeChoice { system, light, dark, projector };

class ThemeSource : public QObject {
  Q_OBJECT

 public:
  explicit ThemeSource(ThemeChoice choice, QObject* parent = nullptr);

  const Theme& theme() const { return m_theme; }
  ThemeChoice choice() const { return m_choice; }
  void choose(ThemeChoice choice);
  // The scale that is wanted, held between kSmallestScale and kLargestScale; theme() has it as far as there is room.
  double scale() const { return m_scale; }
  void setScale(double scale);
  // The largest scale at which all has room.
  void setRoom(double largest);

 signals:
  void changed();

 private slots:
  void onPortalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void askPortal();
  void setSystemDark(bool dark);
  void refresh();
  void rescale();

  ThemeChoice m_choice;
  bool m_systemDark = false;
  double m_scale = 1;
  double m_room = kLargestScale;
  Theme m_theme;
};

}  // namespace ravine
