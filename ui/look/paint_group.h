// Names what is painted, for devices that keep such groups: vector pictures, whose reader may want to move one run's
// path. On others it does nothing.
#pragma once

#include <QPainter>
#include <QString>

namespace ravine {

class GroupingDevice {
 public:
  virtual ~GroupingDevice() = default;
  virtual void beginGroup(const QString& name) = 0;
  virtual void endGroup() = 0;
};

// What is painted during its life belongs to the group.
class PaintGroup {
 public:
  PaintGroup(QPainter& painter, const QString& name) : m_device(dynamic_cast<GroupingDevice*>(painter.device())) {
    if (m_device) m_device->beginGroup(name);
  }
  PaintGroup(const PaintGroup&) = delete;
  PaintGroup& operator=(const PaintGroup&) = delete;
  ~PaintGroup() {
    if (m_device) m_device->endGroup();
  }

 private:
  GroupingDevice* m_device;
};

}  // namespace ravine
