// A logarithmic slider for η from 1e-6 to 10 that shows which rates are stable: green up to the stability limit at the
// playhead, orange beyond. A mark shows the rate in force there when a schedule has moved it away from the nominal one,
// another the best rate known.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/look/theme_source.h"
#include "ui/model/document.h"

namespace ravine {

class RateSlider : public QWidget {
  Q_OBJECT

 public:
  static constexpr double kLowest = 1e-6;
  static constexpr double kHighest = 10;

  explicit RateSlider(ThemeSource& themes, QWidget* parent = nullptr);

  double rate() const { return m_rate; }
  void setRate(double rate);
  // `limit` may be infinite: everything is stable; or NaN: nothing is known, and no zones are shown. `formula` labels
  // it, e.g. "2/λ".
  void setLimit(double limit, const QString& formula);
  void setCurrentRate(double rate);  // η_t
  // A mark that sets this rate when it is clicked or Return is pressed; `text` says how it was found. None if absent.
  void setBest(std::optional<double> rate, const QString& text = {});

  QSize sizeHint() const override;

 signals:
  // The user moves the handle; `gesture` is the same during one drag.
  void moved(double rate, int gesture);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  bool continues(const QKeyEvent& press) const;
  double toPixel(double rate) const;
  double fromPixel(double x) const;
  QRectF bestMark() const;  // empty if there is none

  ThemeSource& m_themes;
  double m_rate = 0.1;
  double m_limit = 0;
  QString m_formula;
  double m_current = 0;
  std::optional<double> m_best;
  QString m_bestText;
  int m_gesture = 0;
  int m_lastKey = 0;
  quint64 m_lastKeyAt = 0;  // milliseconds, as events count them
};

}  // namespace ravine
