// A small picture of the selected run's schedule: η over its steps, from the very function that the run uses, with the
// playhead on it.
#pragma once

#include <QWidget>

#include "ui/model/context.h"

namespace ravine {

class SchedulePreview : public QWidget {
  Q_OBJECT

 public:
  explicit SchedulePreview(Context& context, QWidget* parent = nullptr);

  QSize sizeHint() const override { return {200, 52}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  LearningRate rates(const Run& run) const;

  Context& m_context;
};

}  // namespace ravine
