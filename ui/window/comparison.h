// A table of all runs with the figures by which they are compared; sorted by a click on a column, copied as TSV.
#pragma once

#include <QDialog>

#include "ui/model/laboratory.h"

class QSortFilterProxyModel;
class QStandardItemModel;

namespace ravine {

class Comparison : public QDialog {
  Q_OBJECT

 public:
  explicit Comparison(Laboratory& laboratory, QWidget* parent = nullptr);

  // The table as it stands, with its header: cells separated by tabs, numbers in full in the C locale.
  QString asTsv() const;

 private:
  void refresh();

  Laboratory& m_laboratory;
  QStandardItemModel* m_rows;
  QSortFilterProxyModel* m_sorted;
};

}  // namespace ravine
