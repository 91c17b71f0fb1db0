// A paint device that writes SVG 1.1 as a publisher wants it: clips are clips, text is text (or its outlines), lines
// that follow each other are one path, groups have names, ids are counted, and the same painting gives the same bytes.
// Qt's own generator drops clips and the part of an image that is meant.
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <memory>

#include "ui/look/paint_group.h"

namespace ravine {

class SvgEngine;

enum class SvgText { text, paths };

class SvgDevice : public QPaintDevice, public GroupingDevice {
 public:
  // `size` in pixels of 1/96 inch.
  SvgDevice(const QSizeF& size, SvgText text);
  ~SvgDevice() override;

  void beginGroup(const QString& name) override;
  void endGroup() override;

  // All that was painted, as a document with this title and, as metadata, this text. Not while a painter is active.
  QByteArray document(const QString& title, const QByteArray& metadata) const;

  QPaintEngine* paintEngine() const override;

 protected:
  int metric(PaintDeviceMetric metric) const override;

 private:
  QSizeF m_size;
  std::unique_ptr<SvgEngine> m_engine;
};

}  // namespace ravine
