// A small experiment in which there is something of all that a panel and the charts can show, laid out as one labelled
// picture: numbers in the margins, each with a line to what it stands for, and a sentence for each. The picture is made
// of the scenes of the real views and is painted by their painters, so it shows what they show. A value.
#pragma once

#include <QFont>
#include <QString>
#include <vector>

#include "ui/chart/axes.h"
#include "ui/chart/chart_scene.h"
#include "ui/map/map_scene.h"

namespace ravine {

// One run just below the limit 2/λ and one just above it, in a valley with two minima and a saddle.
std::vector<ShownRun> guideRuns();

// What stands behind a number: the first has number 1.
struct GuideEntry {
  QString name;
  QString text;
};
std::vector<GuideEntry> guideEntries();

// A number, and where its line ends, next to what it stands for.
struct GuideLabel {
  QPointF number;
  QPointF tip;
};
inline constexpr double kNumberRadius = 9.5;  // pixels at scale 1

struct GuideScene {
  struct Text {
    QRectF box;
    QString text;
    QFont font;
    QColor ink;
  };
  struct Head {
    QPointF marker;
    int colour;
    QRectF badge;
    QString outcome;
    QColor ink;
  };

  Theme theme;
  QSizeF size;
  MapScene map;
  ChartScene loss;
  ChartScene rate;
  std::vector<Axes> axes;  // of these three
  std::vector<Head> heads;
  std::vector<Text> texts;
  std::vector<GuideLabel> labels;  // of the entries, in their order
};

// The least that it needs.
QSizeF guideSize(const Theme& theme);
GuideScene layOutGuide(const std::vector<ShownRun>& runs, const QSizeF& size, const Theme& theme,
                       double devicePixelRatio);

}  // namespace ravine
