// One panel of the grid: a landscape with the runs on it, and round it what they are called, their learning rate, which
// can be edited there, how they ended and why. Several runs share a panel when they are overlaid. The grid tells it
// what to show.
#pragma once

#include <vector>

#include "ui/look/card.h"
#include "ui/model/laboratory.h"
#include "ui/words/text_alternative.h"

class QGridLayout;

namespace ravine {

class EntryField;
class LandscapePane;
class LinesLabel;

class RunPanel : public Card, public TextAlternative {
  Q_OBJECT

 public:
  static constexpr int kLeastWidth = 196;        // at scale 1
  static constexpr int kLeastWidthBeside = 268;  // of one whose texts stand beside its map
  // The side of a map that a panel of this size has room for where it is looked at like this; 0 if its texts leave
  // none.
  static double mapSizeUnder(const QSizeF& size, const Theme& theme, Look look);
  static double mapSizeBeside(const QSizeF& size, const Theme& theme, Look look);

  // The runs share one loss function. They stay the panel's for its lifetime.
  RunPanel(Laboratory& laboratory, std::vector<RunId> runs, QWidget* parent = nullptr);

  const std::vector<RunId>& runs() const { return m_runs; }
  LandscapePane& landscape() { return *m_landscape; }
  // The number box in the header.
  EntryField& rateField(std::size_t row = 0) { return *m_rows.at(row).rate; }

  // The size that the grid has planned for it, after which its shape goes: its own size follows from that in turn.
  void setRoom(const QSizeF& room);
  // How many lines the texts take up, at most two each, and how many they are given, so that neighbours line up.
  struct TextLines {
    int reason;
    int setup;
  };
  TextLines linesNeeded() const;
  void setLines(const TextLines& lines);

  QAccessible::Role role() const override { return QAccessible::Grouping; }
  QString whatItIs() const override;
  // How its runs end, and why.
  QString whatItShows() const override;

  // Shows the runs as they are now. Precondition: they exist.
  void refresh();

 signals:
  void enlargeRequested();  // or put back

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  // How map and texts share the panel.
  struct Shape {
    bool beside = false;  // the texts stand right of the map, because the panel is wide and low
    int lines = 1;        // of a run's header: all in one; η and outcome, or each of them, in a line of their own
    bool low = false;     // no room for the setup
    int columns = 1;      // of lines, where several runs share the panel
    int reasonLines = 0;  // under each of those; 0: there is no room for reasons
    bool operator==(const Shape&) const = default;
  };
  // What is said of one run.
  struct Row {
    RunId run;
    QGridLayout* layout;
    QLabel* marker;
    ElidedLabel* name;
    QLabel* caption;  // of the rate
    EntryField* rate;
    QLabel* badge;
    LinesLabel* reason;                       // where several runs share the panel
    bool isNamed = true;                      // by something else than its rate
    std::pair<QString, double> shownBadge{};  // and at which scale
  };

  Row addRow(RunId run);
  Shape shapeOfSeveral(const QSizeF& size) const;
  double widthOfTexts(const QSizeF& size) const;  // beside the map
  static double widthOfTextsBeside(const QSizeF& size, const Theme& theme);
  bool isBetterBeside(const QSizeF& size) const;
  int widthOfLine() const;
  Shape shapeFor(const QSizeF& size) const;
  void reshape();
  void arrange();
  void refreshMark();
  void refreshTexts();
  void refreshRow(Row& row, const ShownRun& shown);
  void refreshGuess(Row& row);
  void showBadge(Row& row, const QString& text, const QColor& colour);
  RunId runAt(const QPointF& position) const;

  Laboratory& m_laboratory;
  std::vector<RunId> m_runs;
  std::vector<ShownRun> m_shown;
  std::vector<Row> m_rows;
  Shape m_shape;
  QSizeF m_room{400, 400};
  QGridLayout* m_layout;
  QWidget* m_header;
  QGridLayout* m_lines;
  LandscapePane* m_landscape;
  QWidget* m_texts;
  LinesLabel* m_reason;
  LinesLabel* m_setup;
  int m_reasonLines = 2;
  int m_setupLines = 1;
};

}  // namespace ravine
