// A text field for a formula. While one types it says what is wrong and underlines where; the formula is taken when one
// presses Return or leaves the field.
#pragma once

#include "ui/control/entry_field.h"

namespace ravine {

class FormulaField : public EntryField {
  Q_OBJECT

 public:
  explicit FormulaField(Take take, QWidget* parent = nullptr);

 private:
  void check();
  void underline(int from, int length);
};

}  // namespace ravine
