// Lets a view paint into a layer of its QCustomPlot, clipped to the axis rectangle. What rarely changes is painted on
// the plot's own layers; what follows the playhead on a buffered layer, which is replotted alone.
#pragma once

#include <qcustomplot.h>

#include <functional>

namespace ravine {

class PaintedLayer : public QCPLayerable {
  Q_OBJECT

 public:
  // The plot owns the layer's content and deletes it. `margin` in pixels is what may be painted on around the axis
  // rectangle.
  PaintedLayer(QCPAxisRect* axisRect, const QString& layer, std::function<void(QPainter&)> paint, int margin = 0)
      : QCPLayerable(axisRect->parentPlot(), layer),
        m_axisRect(axisRect),
        m_margin(margin),
        m_paint(std::move(paint)) {}

 protected:
  void applyDefaultAntialiasingHint(QCPPainter*) const override {}
  QRect clipRect() const override { return m_axisRect->rect().adjusted(-m_margin, -m_margin, m_margin, m_margin); }
  void draw(QCPPainter* painter) override {
    painter->setRenderHint(QPainter::Antialiasing);
    m_paint(*painter);
  }

 private:
  QCPAxisRect* m_axisRect;
  int m_margin;
  std::function<void(QPainter&)> m_paint;
};

// A buffered layer above all others.
inline QCPLayer* addOverlay(QCustomPlot& plot) {
  plot.addLayer(QStringLiteral("playhead"));
  QCPLayer* overlay = plot.layer(QStringLiteral("playhead"));
  overlay->setMode(QCPLayer::lmBuffered);
  return overlay;
}

}  // namespace ravine
