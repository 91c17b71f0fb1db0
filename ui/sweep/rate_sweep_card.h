// Beside the other charts: with which losses the selected run would end for every η, which of them are best, and where
// the method's limit is.
#pragma once

#include <map>
#include <optional>

#include "core/sweep/sweep.h"
#include "ui/look/card.h"
#include "ui/model/laboratory.h"

namespace ravine {

class SweepView;

class RateSweepCard : public Card {
  Q_OBJECT

 public:
  explicit RateSweepCard(Laboratory& laboratory, QWidget* parent = nullptr);

  SweepView& view() { return *m_view; }
  // The rates that are seen, unless they are those about the limit.
  std::optional<Interval> zoom() const;
  void setZoom(const std::optional<Interval>& rates);
  void finish();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void follow(const Change& change);
  void bringZoomBack();
  void suggest();
  void zoomTo(const ravine::Box& parts);
  void refresh();
  void tell(const QString& sentence);
  QString note() const;

  Laboratory& m_laboratory;
  SweepView* m_view;
  ElidedLabel* m_note;
  SweepAxis m_rates;
  bool m_isZoomed = false;
  int m_origin;                                    // of the experiment that is shown
  std::map<int, std::optional<Interval>> m_zooms;  // by origin, of those that were left
};

}  // namespace ravine
