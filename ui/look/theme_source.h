// Says which theme is current: the one that was chosen, or the one that the desktop prefers.
#pragma once

#include <QObject>

#include "ui/look/theme.h"

class QDBusVariant;

namespace ravine {

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
