// The landscape of the runs of a panel as a map, a profile or a relief, and that of a model also as its data, alone or
// beside the map, with buttons in the corner to choose which. Each picture is made when it is first looked at; one that
// is not shown does not follow.
#pragma once

#include <QWidget>
#include <array>
#include <utility>
#include <vector>

#include "core/run/experiment.h"
#include "ui/model/laboratory.h"

class QBoxLayout;
class QToolButton;

namespace ravine {

class LandscapePicture;
class LandscapeView;
class ReliefView;

class LandscapePane : public QWidget {
  Q_OBJECT

 public:
  explicit LandscapePane(Laboratory& laboratory, QWidget* parent = nullptr);

  // These, which share one loss function, as the first of them is looked at.
  void show(std::vector<ShownRun> runs);
  Look look() const { return m_look; }
  // What is shown, the map first: two pictures where there is room for both. Each with its own look.
  std::vector<std::pair<Look, LandscapePicture*>> pictures() const;
  LandscapePicture& picture() { return *pictures().front().second; }
  LandscapeView& map() { return *m_map; }  // whether it is shown or not
  // The zoom of this picture, for when it is shown.
  void setZoom(Look look, const Box& box);
  // The other scale, of all reliefs of this function; nothing where none is shown here.
  void toggleHeights();
  void turnRelief(double turn, double tilt);  // the same, by so many degrees
  void finish();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  static constexpr int kLooks = 5;

  QWidget* makeButtons();
  void refreshIcons();
  bool hasRoomForTwo() const;
  void arrange();
  void showChoices();
  void showHeights();
  void placeButtons();
  QPoint placeOfButtons(bool all) const;
  void choose(Look look);
  void choose(ProfileLine line);
  std::vector<RunId> runsToChange() const;
  LandscapePicture& make(Look look);
  void followView(QWidget& picture);

  Laboratory& m_laboratory;
  std::vector<ShownRun> m_runs;
  Look m_look = Look::map;
  QBoxLayout* m_layout;                                // of all pictures; what is hidden takes no room
  std::array<LandscapePicture*, kLooks> m_pictures{};  // null until looked at; none of two together
  LandscapeView* m_map;
  ReliefView* m_relief = nullptr;
  QWidget* m_buttons;
  QToolButton* m_line;
  QToolButton* m_heights;
  std::array<QToolButton*, kLooks> m_choices{};
};

}  // namespace ravine
