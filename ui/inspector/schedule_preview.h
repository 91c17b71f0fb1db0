// A small picture of the selected run's schedule: η over its steps, from the very function that the run uses, with the
// playhead on it.
#pragma once

#include <QWidget>

#include "ui/model/laboratory.h"
#include "ui/words/text_alternative.h"

namespace ravine {

class SchedulePreview : public QWidget, public TextAlternative {
  Q_OBJECT

 public:
  explicit SchedulePreview(Laboratory& laboratory, QWidget* parent = nullptr);

  QString whatItIs() const override { return tr("Schedule preview"); }
  QString whatItShows() const override;

  QSize sizeHint() const override { return {160, qRound(m_laboratory.theme().px(52))}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  LearningRate rates(const Run& run) const;
  static std::vector<double> samples(const Run& run, const LearningRate& lr, double width);

  Laboratory& m_laboratory;
};

}  // namespace ravine
