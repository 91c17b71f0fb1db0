// A few hints over a window, one at a time: a card beside the control that it speaks of, with a line to it and a ring
// round it. The window stays usable, so that what a hint says can be tried at once. While the card has the keys, Enter
// goes on; Esc ends the hints wherever the keys are; all others stay the window's. What a hint points at is asked for
// whenever the window is painted, so the ring follows whatever moves. Deletes itself when it ends.
#pragma once

#include <QRect>
#include <functional>
#include <vector>

#include "ui/look/card.h"
#include "ui/look/theme_source.h"

class QPushButton;

namespace ravine {

// In the window's pixels.
struct HintPlace {
  QRect spot;       // what the ring goes round; empty while it is out of sight
  QRect keepClear;  // what the card does not cover, if there is room elsewhere; holds the spot
};

struct Hint {
  QString title;
  QString text;
  std::function<HintPlace()> place;
};

class HintRing;

class Hints : public Card {
  Q_OBJECT

 public:
  // Shows the hint of this number, counted from 0. Its child; takes the keys.
  Hints(std::vector<Hint> hints, int first, const ThemeSource& themes, QWidget& window);

  int current() const { return m_current; }
  int count() const { return static_cast<int>(m_hints.size()); }
  QRect ring() const;  // in the window's pixels; empty while there is nothing to point at

  void next();  // ends after the last
  void back();
  void end();

 signals:
  void ended();

 protected:
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void turnTo(int hint);
  void fit();    // the card to its text
  void place();  // beside what it points at
  QRect placeBeside(const HintPlace& place) const;

  std::vector<Hint> m_hints;
  const ThemeSource& m_themes;
  QWidget& m_window;
  HintRing* m_ring;
  QLabel* m_title;
  QLabel* m_text;
  QLabel* m_count;
  QPushButton* m_back;
  QPushButton* m_next;
  int m_current = 0;
};

}  // namespace ravine
