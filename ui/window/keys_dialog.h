// The list of keys, made from the same table as the menus.
#pragma once

#include <QDialog>

namespace ravine {

class Actions;

class KeysDialog : public QDialog {
  Q_OBJECT

 public:
  explicit KeysDialog(const Actions& actions, QWidget* parent = nullptr);

 protected:
  void showEvent(QShowEvent* event) override;
};

}  // namespace ravine
