#include "ui/inspector/formula_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/look/card.h"
#include "ui/words/wording.h"

namespace ravine {

FormulaDialog::FormulaDialog(const QString& formula, Take take, QWidget* parent)
    : QDialog(parent), m_take(std::move(take)) {
  setWindowTitle(tr("Formula"));
  setAttribute(Qt::WA_DeleteOnClose);
  resize(520, 240);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(18, 16, 18, 14);
  layout->setSpacing(8);
  layout->addWidget(makeLabel(QStringLiteral("f(x, y) =")));
  m_text = new QPlainTextEdit(formula);
  m_text->setObjectName(QStringLiteral("longFormula"));
  m_text->setAccessibleName(windowTitle());
  m_text->setTabChangesFocus(true);
  layout->addWidget(m_text, 1);
  m_wrong = makeLabel({}, {"danger", "small"});
  m_wrong->setWordWrap(true);
  layout->addWidget(m_wrong);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &FormulaDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  m_text->selectAll();
}

void FormulaDialog::accept() {
  const Problems problems = m_take(m_text->toPlainText().simplified());
  if (problems.empty()) return QDialog::accept();
  m_wrong->setText(wording::problem(problems.front()));
}

}  // namespace ravine
