// A larger field for a long formula, which wraps there.
#pragma once

#include <QDialog>
#include <functional>

#include "core/base/problem.h"

class QPlainTextEdit;

namespace ravine {

class FormulaDialog : public QDialog {
  Q_OBJECT

 public:
  // Tries to take the text; gives what is wrong with it, or nothing.
  using Take = std::function<Problems(const QString& text)>;

  FormulaDialog(const QString& formula, Take take, QWidget* parent);

 private:
  void accept() override;

  Take m_take;
  QPlainTextEdit* m_text;
  class QLabel* m_wrong;
};

}  // namespace ravine
