// Asks for a list of learning rates, at each of which the selected run is to be made.
#pragma once

#include <QDialog>

#include "ui/model/laboratory.h"

namespace ravine {

class EntryField;

class SeriesDialog : public QDialog {
  Q_OBJECT

 public:
  explicit SeriesDialog(Laboratory& laboratory, QWidget* parent = nullptr);

 private:
  Problems take(const QString& text);

  Laboratory& m_laboratory;
  EntryField* m_rates;
};

}  // namespace ravine
