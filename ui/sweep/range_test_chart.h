// The course of a learning-rate range test: the loss of each step against its η, faint, and smoothed; what the rules
// suggest as numbered points of it; and the bounds that are chosen as a band.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "core/diagnosis/range_test.h"
#include "ui/look/theme_source.h"
#include "ui/words/text_alternative.h"

namespace ravine {

struct RangeTestScene {
  std::shared_ptr<const RangeTestResult> result;
  double base = 0;  // the lowest loss known, from which losses are counted
  int colour = 0;   // of the run
  std::optional<Interval> bounds;
  Theme theme;
};

void paintRangeTest(QPainter& painter, const RangeTestScene& scene, const QRectF& room);
// The same with a title, what it was made with, and the suggestions.
void paintRangeTestPage(QPainter& painter, const RangeTestScene& scene, const QRectF& page);

class RangeTestChart : public QWidget, public TextAlternative {
  Q_OBJECT

 public:
  explicit RangeTestChart(const ThemeSource& themes, QWidget* parent = nullptr);

  // Without a scene the words stand in its place.
  void show(const std::optional<RangeTestScene>& scene, const QString& words = {});
  const std::optional<RangeTestScene>& scene() const { return m_scene; }
  void showBounds(const std::optional<Interval>& bounds);

  QAccessible::Role role() const override { return QAccessible::Chart; }
  QString whatItIs() const override { return tr("Learning-rate range test"); }
  QString whatItShows() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const ThemeSource& m_themes;
  std::optional<RangeTestScene> m_scene;
  QString m_words;
};

}  // namespace ravine
