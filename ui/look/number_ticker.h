// Numbers beside the axes of a plot, with a minus sign where QCustomPlot has a hyphen: as in pictures and in sentences.
#pragma once

#include <qcustomplot.h>

namespace ravine {

class NumberTicker : public QCPAxisTicker {
 protected:
  QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override {
    QString label = QCPAxisTicker::getTickLabel(tick, locale, format, precision);
    if (label.startsWith(QLatin1Char('-'))) label[0] = QChar(0x2212);
    return label;
  }
};

}  // namespace ravine
