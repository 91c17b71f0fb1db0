// What the maps show besides contours and paths. Shared by all maps; never undoable, never saved. Lives on the main
// thread.
#pragma once

#include <QObject>

namespace ravine {

class Display : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  bool showsBouncing() const { return m_bouncing; }    // where λmax is too large for η
  bool showsCurvature() const { return m_curvature; }  // the principal directions at the head
  bool showsArrows() const { return m_arrows; }        // gradient, momentum and step at the head

  void setBouncing(bool shown) { set(m_bouncing, shown); }
  void setCurvature(bool shown) { set(m_curvature, shown); }
  void setArrows(bool shown) { set(m_arrows, shown); }

 signals:
  void changed();

 private:
  void set(bool& switched, bool on) {
    if (switched == on) return;
    switched = on;
    emit changed();
  }

  bool m_bouncing = false;
  bool m_curvature = false;
  bool m_arrows = false;
};

}  // namespace ravine
