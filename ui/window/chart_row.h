// The charts beside each other: loss, learning rate and, where it is asked for, every η.
#pragma once

#include <QWidget>

#include "core/run/experiment_view.h"
#include "ui/model/laboratory.h"

namespace ravine {

class ChartCard;
class RateSweepCard;
enum class SheetContent;

class ChartRow : public QWidget {
  Q_OBJECT

 public:
  explicit ChartRow(Laboratory& laboratory, QWidget* parent = nullptr);

  // A page may do without some; without any the row goes too.
  void allow(bool loss, bool rate);
  // How they are looked at, as a file keeps it.
  void addTo(ExperimentView& view) const;
  void setView(const ExperimentView& view);
  // What a copy is to be of while the keys belong to this widget; nothing if it is in none of them.
  std::optional<SheetContent> contentAt(const QWidget* focused) const;
  void finish();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showCards();

  Laboratory& m_laboratory;
  ChartCard* m_loss;
  ChartCard* m_rate;
  RateSweepCard* m_everyRate;
  bool m_allowsLoss = true;
  bool m_allowsRate = true;
};

}  // namespace ravine
