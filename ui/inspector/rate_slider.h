// A logarithmic slider for η that shows which rates are stable: green up to the stability limit at the playhead, orange
// beyond. It spans seven decades, or one round the limit. A mark shows the rate in force at the playhead when a
// schedule has moved it away from the nominal one, another the best rate known, rings the rates of other selected runs.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/look/theme_source.h"
#include "ui/model/key_gesture.h"
#include "ui/words/text_alternative.h"

namespace ravine {

class RateSlider : public QWidget, public SliderAlternative {
  Q_OBJECT

 public:
  static constexpr double kLowest = 1e-6;
  static constexpr double kHighest = 10;

  explicit RateSlider(ThemeSource& themes, QWidget* parent = nullptr);

  double rate() const { return m_rate; }
  void setRate(double rate);
  void setOthers(std::vector<double> rates);
  // `limit` may be infinite: everything is stable; or NaN: nothing is known, and no zones are shown. `formula` labels
  // it, e.g. "2/λ".
  void setLimit(double limit, const QString& formula);
  void setCurrentRate(double rate);  // η_t
  // A mark that sets this rate when it is clicked or Return is pressed; `text` says how it was found. None if absent.
  void setBest(std::optional<double> rate, const QString& text = {});

  // One decade round the limit, or round the rate where there is no limit.
  bool isZoomed() const { return m_zoomed; }
  void setZoomed(bool zoomed);

  QString whatItIs() const override { return tr("Learning rate"); }
  QString whatItShows() const override;  // the limit and the best rate
  QString valueText() const override;
  double sliderValue() const override { return m_rate; }
  Interval sliderRange() const override { return {m_lowest, m_highest}; }
  void setSliderValue(double rate) override { emit moved(rate, Document::kSingleEdit); }

  QSize sizeHint() const override;

 signals:
  // The user moves the handle; `gesture` is the same during one drag.
  void moved(double rate, int gesture);
  void zoomedChanged(bool zoomed);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void keepInRange();
  bool shows(double rate) const { return rate >= m_lowest && rate <= m_highest; }
  double px(double length) const { return m_themes.theme().px(length); }
  double margin() const;
  double middle() const;
  double toPixel(double rate) const;
  double fromPixel(double x) const;
  QRectF bestMark() const;  // empty if there is none
  void paintGroove(QPainter& painter) const;
  void paintScale(QPainter& painter) const;
  void paintMarks(QPainter& painter) const;

  ThemeSource& m_themes;
  double m_lowest = kLowest;  // the range that is shown
  double m_highest = kHighest;
  bool m_zoomed = false;
  double m_rate = 0.1;
  std::vector<double> m_others;
  double m_limit = 0;
  QString m_formula;
  double m_current = 0;
  std::optional<double> m_best;
  QString m_bestText;
  int m_gesture = 0;
  double m_grabbedAt = 0;  // where and at which rate a fine drag began
  double m_grabbedRate = 0;
  KeyGesture m_keys;
};

}  // namespace ravine
