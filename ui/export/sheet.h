// A page with the pictures of an experiment, laid out for its own size: no window, no controls, and text of a size in
// points whatever the size of the page. A value that can be painted: the whole experiment, one panel, a chart or the
// legend. Made on the main thread or another; painted on any, one copy on each.
#pragma once

#include <QFont>
#include <QSizeF>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/run/experiment_view.h"
#include "ui/export/figure.h"
#include "ui/look/theme.h"
#include "ui/model/shown_run.h"

namespace ravine {

enum class SheetContent { everything, panel, loss, rate, legend, everyRate };

struct SheetSpec {
  Experiment experiment;
  ExperimentView view;
  std::vector<RunResultPtr> results;  // of its runs, in their order
  SheetContent content = SheetContent::everything;
  RunId run = RunId::none;       // whose panel
  std::optional<Look> look;      // of all landscapes, instead of their own
  QSizeF size{1280, 720};        // in pixels of 1/96 inch
  double textSize = 11;          // in points: of names; numbers on axes are a little smaller
  Theme theme = Theme::light();  // at scale 1
  bool caption = true;
  bool stepCount = false;  // "step 12 of 60" goes with the playhead
  double imageRatio = 2;   // pixels of embedded images for each pixel of the page
};

// The scale of a theme at which names have this size in points.
double scaleForText(double points);

class Sheet {
 public:
  explicit Sheet(const SheetSpec& spec);
  Sheet(const Sheet& other);
  Sheet(Sheet&&) = default;
  Sheet& operator=(const Sheet&) = delete;
  Sheet& operator=(Sheet&&) = default;
  ~Sheet() = default;

  const QSizeF& size() const { return m_size; }
  const Theme& theme() const { return m_theme; }
  // Something has too little room to be seen: the page is to be larger, or the text smaller.
  bool isTooSmall() const { return m_isTooSmall; }

  void moveTo(double playhead);
  // The playhead changes the ground, too.
  bool isTurning() const;
  // The parts that do not move, without the page's own colour, and those that do. Together they are the whole.
  void paintGround(QPainter& painter) const;
  void paintMoments(QPainter& painter) const;

 private:
  struct Text {
    QRectF box;
    QString text;
    QFont font;
    QColor ink;
    int flags;
    bool isCaption = false;
  };
  struct Mark {
    QPointF at;
    int colour;
    double line = 0;  // length of a piece of its curve that goes through it
    QString run;
  };
  struct Badge {
    QRectF box;
    QString text;
    QColor ink;
  };
  friend class SheetLayout;

  QSizeF m_size;
  Theme m_theme;
  double m_playhead = 0;
  double m_lastStep = 1;
  bool m_isTooSmall = false;
  std::vector<std::unique_ptr<Figure>> m_figures;
  std::vector<Text> m_texts;
  std::vector<Mark> m_marks;
  std::vector<Badge> m_badges;
  std::optional<QRectF> m_stepBox;
};

}  // namespace ravine
