// Rows of data as text, to be pasted and edited: what is wrong with them is told by line while one types, and they are
// taken when they are sound and of the kind that the models of the selected runs learn from. Where those need others, a
// model that fits is offered in their place.
#pragma once

#include <QDialog>
#include <optional>

#include "core/loss/models.h"
#include "ui/model/laboratory.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ravine {

class RowsDialog : public QDialog {
  Q_OBJECT

 public:
  // Rows that are edited change for all runs that learn from them, as those that are dragged do; others are given to
  // the selected runs.
  enum class Kind { edited, others };
  RowsDialog(Laboratory& laboratory, const QString& text, Kind kind, QWidget& window);

 private:
  void check();
  void tell(const Problems& problems);
  void underline(const Problems& problems);
  QString whatTheyAre() const;
  void take();

  Laboratory& m_laboratory;
  Kind m_kind;
  QPlainTextEdit* m_text;
  QLabel* m_verdict;
  QPushButton* m_ok;
  QString m_take;                        // what it says where the runs can learn from the rows
  std::optional<DataTable> m_table;      // if the text is sound
  const ModelInfo* m_offered = nullptr;  // in the place of what does not learn from them
};

// The rows of a file, or what keeps it from being read as rows.
std::optional<DataTable> readRows(const QString& path, Problems& problems);

// Gives the selected runs the rows of a file, or opens the dialog with its text where they cannot be taken as they are.
// What keeps the file from being read at all, or nothing.
Problems openRows(Laboratory& laboratory, const QString& path, QWidget& window);

}  // namespace ravine
