// The relief of one loss function with the paths of the runs that are shown. What it shows is a ReliefScene; the widget
// keeps only caches and the mouse. Turning it turns all reliefs of the same function, through Display.
#pragma once

#include <QImage>
#include <QWidget>
#include <optional>
#include <vector>

#include "ui/map/landscape_picture.h"
#include "ui/map/relief_scene.h"

namespace ravine {

class ReliefView : public QWidget, public LandscapePicture {
  Q_OBJECT

 public:
  explicit ReliefView(Laboratory& laboratory, QWidget* parent = nullptr);

  const ReliefScene& scene() const { return m_scene; }
  // As they are shown. Precondition of both: there are runs.
  HeightScale heights();
  void turn(double turn, double tilt);  // by so many degrees

  QString whatItIs() const override;
  QString whatItShows() const override;
  QWidget& widget() override { return *this; }
  void show(std::vector<ShownRun> runs) override;
  void resetView() override;
  std::optional<Box> zoom() const override { return std::nullopt; }  // it is that of all reliefs: see Display
  void setZoom(const Box&) override {}
  bool hasHandleIn(const QRect&) const override { return false; }
  void reserve(const QRect& room) override { m_scene.reserved = room; }
  void finish() override {}

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void makeModel();
  void setCamera(const ReliefCamera& camera);
  void follow();
  void refreshPlayhead();
  void repaintAll();

  Laboratory& m_laboratory;
  ReliefScene m_scene;
  ReliefDetails m_details;
  WalkedPathCache m_walked;
  QImage m_ground;  // surface, whole paths, critical points; null: to be painted
  LossChoice m_lossFunction;
  Box m_domain;
  Vector2 m_place;  // that is to be seen at first
  // What the model was made from.
  int m_cells = 0;
  std::optional<HeightScale> m_heights;
  ReliefCamera m_usual;  // as suits the function
  std::optional<QPointF> m_grip;
};

}  // namespace ravine
