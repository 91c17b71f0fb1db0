// What can be done in the window, in one table: menus, buttons, shortcuts and the list of keys are made from it.
#pragma once

#include <QAction>
#include <QHash>
#include <QObject>
#include <functional>
#include <vector>

#include "ui/model/laboratory.h"

class QWidget;

namespace ravine {

enum class ActionId {
  newExperiment,
  openFile,
  openGrid,
  reopenLast,
  save,
  saveAs,
  exportDialog,
  copyPicture,
  copyNumpy,
  copyPytorch,
  copyCommand,
  beginWithLast,
  quit,
  play,
  stepBack,
  stepForward,
  toStart,
  toEnd,
  loop,
  addRun,
  duplicateRun,
  rateSeries,
  typedSeries,
  selectAll,
  removeRun,
  resetStart,
  halveRate,
  doubleRate,
  nextRun,
  previousRun,
  undo,
  redo,
  copyRuns,
  pasteRuns,
  sideBySide,
  overlaid,
  toggleLayout,
  nextLook,
  nextLookOfAll,
  showMaps,
  showProfiles,
  showReliefs,
  showData,
  showMapsWithData,
  nextProfileLine,
  turnLeft,
  turnRight,
  tiltUp,
  tiltDown,
  toggleHeights,
  resetViews,
  themeSystem,
  themeLight,
  themeDark,
  themeProjector,
  largerText,
  smallerText,
  normalText,
  showBouncing,
  showCurvature,
  showArrows,
  showBatch,
  showBasins,
  enlarge,
  showNote,
  present,
  compare,
  everyRate,
  rangeTest,
  maps,
  openGallery,
  openLesson,
  nextPage,
  previousPage,
  addPage,
  editPage,
  removePage,
  pageEarlier,
  pageLater,
  closeLesson,
  predict,
  speakEnglish,
  speakKorean,
  showKeys,
  showGuide,
  showHints,
  selectRun,                  // and the eight after it
  toggleRun = selectRun + 9,  // the same
};

// As it stands on the keyboard, in every language: "Ctrl+Z", "←".
QString keyText(const QKeySequence& keys);

// The keys of the window work in a dialog beside it too, but for Escape, which closes that. Without a window nothing.
void adoptKeys(QWidget& dialog, const QWidget* window);

class Actions : public QObject {
  Q_OBJECT

 public:
  // A row of the table. Rows of one group stand together in the menu, with their title over them in the list of keys.
  struct Row {
    ActionId id;
    QString group;
    QString text;
    QList<QKeySequence> shortcuts;
    QString icon;  // in resources/icons, or empty
    bool checkable = false;
    std::function<void()> run = {};
  };

  // Adds all actions to `window`, whose shortcuts they become.
  Actions(Laboratory& laboratory, QWidget& window);

  QAction* operator[](ActionId id) const { return m_actions.value(id); }
  const std::vector<Row>& rows() const { return m_rows; }

 signals:
  // What only the window can do: rows without a function of their own.
  void requested(ravine::ActionId id);

 private:
  std::vector<Row> makeRows();
  void refresh();
  void refreshLesson();
  void refreshIcons();
  void refreshPlayIcon();
  void permit(ActionId id, bool possible, const QString& why);

  Laboratory& m_laboratory;
  std::vector<Row> m_rows;
  QHash<ActionId, QAction*> m_actions;
  std::pair<QString, QColor> m_playIcon;
};

}  // namespace ravine
