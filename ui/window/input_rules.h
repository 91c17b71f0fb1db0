// How keys, presses, tool tips and dialogs behave everywhere in a window. An open list or menu has all keys, a focused
// control those by which it is worked; everything else goes to the window's shortcuts. Tab goes on as one reads. A
// press anywhere else takes what has been typed into a field, though most buttons take no focus from it. A dialog gives
// the keys back to the window.
#pragma once

#include <QObject>

class QMainWindow;

namespace ravine {

class InputRules : public QObject {
  Q_OBJECT

 public:
  // Follows all events of the application, for what stands in this window. Its child.
  explicit InputRules(QMainWindow& window);

  // What is being typed in the window is taken, as if the field were left.
  void takeWhatIsTyped();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool showToolTip(QObject* watched);

  QMainWindow& m_window;
};

}  // namespace ravine
