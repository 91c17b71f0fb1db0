#include "ui/lesson/page_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/lesson/markdown.h"

namespace ravine {

PageDialog::PageDialog(const QString& title, const LessonPage& page, const PageWords& words, const QString& accept,
                       QWidget* parent)
    : QDialog(parent), m_names(words.names) {
  setWindowTitle(title);
  auto* layout = new QVBoxLayout(this);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  layout->addLayout(form);
  const auto addLine = [&](const QString& label, const char* name, const std::string& text, const QString& hint) {
    auto* field = new QLineEdit(QString::fromStdString(text));
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    field->setCursorPosition(0);
    form->addRow(label, field);
    return field;
  };
  m_title = addLine(tr("Title"), "title", words.title, {});
  m_formula = addLine(tr("Formula"), "formula", words.formula, QStringLiteral("θₜ₊₁ = θₜ − η ∇J(θₜ)"));

  auto* texts = new QHBoxLayout;
  m_text = new QPlainTextEdit(QString::fromStdString(words.text));
  m_text->setObjectName(QStringLiteral("text"));
  m_text->setAccessibleName(tr("Text"));
  m_text->setTabChangesFocus(true);
  m_text->setPlaceholderText(tr("What to look at, in Markdown: **bold**, lists, tables, [a link](scenario:catapult)"));
  m_preview = new QTextBrowser;
  m_preview->setAccessibleName(tr("Preview of the text"));
  m_preview->setOpenLinks(false);
  m_preview->setFocusPolicy(Qt::NoFocus);
  texts->addWidget(m_text, 1);
  texts->addWidget(m_preview, 1);
  form->addRow(tr("Text"), texts);
  connect(m_text, &QPlainTextEdit::textChanged, this, &PageDialog::showPreview);

  m_question = addLine(tr("Question"), "question", words.question, tr("to ask the class before it runs"));
  m_answer = addLine(tr("Answer"), "answer", words.answer, tr("shown when it is asked for"));

  auto* hides = new QHBoxLayout;
  for (const auto& [part, text] :
       {std::pair(PagePart::inspector, tr("Inspector")), std::pair(PagePart::lossChart, tr("Loss chart")),
        std::pair(PagePart::rateChart, tr("Learning-rate chart")), std::pair(PagePart::transport, tr("Playback"))}) {
    auto* box = new QCheckBox(text);
    box->setChecked(std::find(page.hides.begin(), page.hides.end(), part) != page.hides.end());
    hides->addWidget(box);
    m_hides.emplace_back(part, box);
  }
  hides->addStretch(1);
  form->addRow(tr("Hide"), hides);
  m_predict = new QCheckBox(tr("Keep the outcome back until it has been predicted"));
  m_predict->setObjectName(QStringLiteral("predictFirst"));
  m_predict->setChecked(page.predictFirst);
  form->addRow(QString(), m_predict);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  buttons->button(QDialogButtonBox::Ok)->setText(accept);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  const auto permit = [this, buttons] {
    buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_title->text().trimmed().isEmpty());
  };
  connect(m_title, &QLineEdit::textChanged, this, permit);
  permit();
  showPreview();
  const int line = fontMetrics().height();
  resize(QSize(56 * line, 32 * line).boundedTo(parent ? parent->size() * 0.94 : QSize(900, 600)));
}

void PageDialog::showPreview() {
  m_preview->document()->setMarkdown(m_text->toPlainText(), kLessonMarkdown);
}

PageWords PageDialog::words() const {
  return {m_title->text().trimmed().toStdString(),       m_formula->text().trimmed().toStdString(),
          m_text->toPlainText().trimmed().toStdString(), m_question->text().trimmed().toStdString(),
          m_answer->text().trimmed().toStdString(),      m_names};
}

std::vector<PagePart> PageDialog::hides() const {
  std::vector<PagePart> hides;
  for (const auto& [part, box] : m_hides)
    if (box->isChecked()) hides.push_back(part);
  return hides;
}

bool PageDialog::predictFirst() const {
  return m_predict->isChecked();
}

}  // namespace ravine
