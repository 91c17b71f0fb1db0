// What the pictures of landscapes show besides the paths, and from where reliefs are seen. Shared by all of them; never
// undoable; part of an experiment's view. Lives on the main thread.
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "core/run/experiment_view.h"

namespace ravine {

// How the relief of a loss function is looked at, in all panels that show it.
struct ReliefLook {
  // Nothing: as suits the function.
  std::optional<ReliefCamera> camera = {};
  std::optional<HeightScale> heights = {};

  bool operator==(const ReliefLook&) const = default;
};

// A point of a landscape that somebody points at: what the model would say with these parameters.
struct Probe {
  LossChoice function;
  Vector2 theta;

  bool operator==(const Probe&) const = default;
};

// A row of data that somebody points at: what share it has in the gradient.
struct PickedRow {
  DataChoice data;
  std::size_t row;

  bool operator==(const PickedRow&) const = default;
};

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

  // Functions are the same whatever their parameters are.
  ReliefLook reliefOf(const LossChoice& function) const;
  void setRelief(const LossChoice& function, const ReliefLook& look);
  // All are seen as at first.
  void forgetReliefs();

  const std::optional<Probe>& probe() const { return m_probe; }
  void setProbe(const std::optional<Probe>& probe) {
    if (probe == m_probe) return;
    m_probe = probe;
    emit pointedAt();
  }
  const std::optional<PickedRow>& pickedRow() const { return m_pickedRow; }
  void setPickedRow(const std::optional<PickedRow>& row) {
    if (row == m_pickedRow) return;
    m_pickedRow = row;
    emit pointedAt();
  }

 signals:
  void changed();
  void reliefChanged();
  void pointedAt();  // another probe or row, or none

 private:
  struct Relief {
    LossChoice function;
    ReliefLook look;
  };

  MapShows m_shows;
  std::optional<Probe> m_probe;
  std::optional<PickedRow> m_pickedRow;
  std::vector<Relief> m_reliefs;  // those that are not seen as at first
};

}  // namespace ravine
