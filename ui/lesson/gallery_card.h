// One thing to choose in the gallery: a picture that plays while it is pointed at or has the keys, and its title.
#pragma once

#include <QAbstractButton>
#include <memory>

#include "ui/lesson/thumbnail.h"
#include "ui/model/laboratory.h"

namespace ravine {

class GalleryCard : public QAbstractButton {
  Q_OBJECT

 public:
  // Pixels at scale 1.
  static constexpr int kWidth = 184;
  static constexpr int kPictureHeight = 112;

  GalleryCard(Laboratory& laboratory, const QString& title, const QString& text, Experiment experiment,
              ExperimentView view, QWidget* parent = nullptr);

  const Experiment& experiment() const { return m_experiment; }
  const ExperimentView& view() const { return m_view; }
  bool needsThumbnail() const { return !m_thumbnail; }
  QSize pictureSize() const;
  void setThumbnail(std::shared_ptr<Thumbnail> thumbnail);
  void setOtherTitle(const QString& title) { m_otherTitle = title; }  // by which it is found too
  void setDone(bool done) { m_isDone = done; }                        // a tick beside the title
  bool matches(const QString& words) const;                           // all of them stand in its titles or text
  bool isCalled(const QString& words) const;                          // all of them stand in one of its titles
  // A moment of the play farther on.
  void advance(double seconds);
  bool isLive() const { return hasFocus() || underMouse(); }

  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Laboratory& m_laboratory;
  QString m_text;
  QString m_otherTitle;
  Experiment m_experiment;
  ExperimentView m_view;
  std::shared_ptr<Thumbnail> m_thumbnail;
  QImage m_picture;
  double m_part = 1;
  bool m_isDone = false;
};

}  // namespace ravine
