// What the maps show besides the paths. Shared by all maps; never undoable, never saved. Lives on the main thread.
#pragma once

#include <QObject>

#include "core/run/experiment_view.h"

namespace ravine {

class Display : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const MapShows& shows() const { return m_shows; }
  void setShows(const MapShows& shows) {
    if (shows == m_shows) return;
    m_shows = shows;
    emit changed();
  }
  void toggle(bool MapShows::*what) {
    MapShows shows = m_shows;
    shows.*what = !(shows.*what);
    setShows(shows);
  }

 signals:
  void changed();

 private:
  MapShows m_shows;
};

}  // namespace ravine
