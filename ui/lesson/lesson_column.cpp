#include "ui/lesson/lesson_column.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/lesson/markdown.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

constexpr double kPartOfWindow = 0.3;
constexpr int kWidest = 340;  // pixels at scale 1, as the next
constexpr int kNarrowest = 220;

// Room round paragraphs and in tables, of which Markdown says nothing.
void layOut(QTextDocument& document, const Theme& theme) {
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    const bool isInTable = cursor.currentTable() != nullptr;
    format.setTopMargin(0);
    format.setBottomMargin(isInTable ? 0 : theme.px(block.textList() ? 3 : 8));
    format.setLineHeight(isInTable ? 100 : 118, QTextBlockFormat::ProportionalHeight);
    cursor.setBlockFormat(format);
    for (auto part = block.begin(); !part.atEnd(); ++part) {
      if (!part.fragment().charFormat().isAnchor()) continue;
      QTextCursor link(block);
      link.setPosition(part.fragment().position());
      link.setPosition(part.fragment().position() + part.fragment().length(), QTextCursor::KeepAnchor);
      QTextCharFormat colour;
      colour.setForeground(theme.accent);
      link.mergeCharFormat(colour);
    }
  }
  for (QTextFrame* frame : document.rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (!table) continue;
    QTextTableFormat format = table->format();
    format.setBorder(1);
    format.setBorderBrush(theme.quietText);
    format.setBorderCollapse(true);
    format.setCellPadding(theme.px(4));
    format.setCellSpacing(0);
    format.setTopMargin(theme.px(4));
    format.setBottomMargin(theme.px(8));
    table->setFormat(format);
  }
}

}  // namespace

LessonColumn::LessonColumn(Laboratory& laboratory, QWidget* parent) : Card(parent), m_laboratory(laboratory) {
  setAccessibleName(tr("Page of the lesson"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 8, 10);
  layout->setSpacing(6);
  m_text = new QTextBrowser;
  m_text->setObjectName(QStringLiteral("pageText"));
  m_text->setAccessibleName(tr("Text of the page"));
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setOpenLinks(false);
  m_text->setFocusPolicy(Qt::TabFocus);  // a click leaves the keys to the window
  m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_text->document()->setDocumentMargin(0);
  connect(m_text, &QTextBrowser::anchorClicked, this, &LessonColumn::follow);
  layout->addWidget(m_text, 100);
  m_question = makeLabel({}, {"strong"});
  m_question->setObjectName(QStringLiteral("pageQuestion"));
  m_answer = makeLabel({});
  m_answer->setObjectName(QStringLiteral("pageAnswer"));
  for (QLabel* label : {m_question, m_answer}) label->setWordWrap(true);
  m_ask = new QToolButton;
  m_ask->setObjectName(QStringLiteral("showAnswer"));
  m_ask->setText(tr("Show the answer"));
  m_ask->setFocusPolicy(Qt::TabFocus);
  connect(m_ask, &QToolButton::clicked, this, &LessonColumn::showAnswer);
  layout->addWidget(m_question);
  layout->addWidget(m_ask, 0, Qt::AlignLeft);
  layout->addWidget(m_answer);
  layout->addStretch(1);
  connect(&laboratory.course(), &Course::changed, this, &LessonColumn::refresh);
  connect(&laboratory.predictions(), &Predictions::stageChanged, this, &LessonColumn::refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &LessonColumn::refresh);
  refresh();
}

void LessonColumn::setFolded(bool folded) {
  m_isFolded = folded;
  refresh();
}

void LessonColumn::setRoom(int width) {
  m_room = width;
  const Theme& theme = m_laboratory.theme();
  const auto px = [&theme](int length) { return qRound(theme.px(length)); };
  setFixedWidth(std::clamp(qRound(kPartOfWindow * m_room), std::min(px(kNarrowest), m_room / 2), px(kWidest)));
}

bool LessonColumn::isWhole() const {
  return m_text->document()->size().height() <= m_text->viewport()->height() + 1;
}

void LessonColumn::refresh() {
  const Course& course = m_laboratory.course();
  setVisible(course.lesson() && !course.isAway() && !m_isFolded);
  setRoom(m_room);
  if (!course.lesson() || course.isAway()) {
    m_page = nullptr;
    return;
  }
  showText();
  const std::string code = language::current().toStdString();
  const Experiment experiment = experimentOf(course.currentPage(), code);
  const bool isSame = m_page == &course.currentPage();
  m_question->setText(QString::fromStdString(experiment.question));
  m_answer->setText(QString::fromStdString(experiment.answer));
  m_question->setVisible(!experiment.question.empty());
  if (!isSame) m_answer->hide();
  if (m_laboratory.predictions().conceals()) m_answer->hide();  // not before it was predicted
  m_ask->setVisible(!experiment.answer.empty() && m_answer->isHidden() && !m_laboratory.predictions().conceals());
  m_page = &course.currentPage();
  fit();
}

void LessonColumn::showText() {
  const Theme& theme = m_laboratory.theme();
  const PageWords& words = wordsOf(m_laboratory.course().currentPage(), language::current().toStdString());
  QTextDocument& document = *m_text->document();
  document.setDefaultFont(theme.font(kText));
  m_text->setFont(theme.font(kText));
  document.setMarkdown(QString::fromStdString(words.text), kLessonMarkdown);
  layOut(document, theme);
  m_text->verticalScrollBar()->setValue(0);
}

// As high as its text, so that the question stands under it; lower where there is no room.
void LessonColumn::fit() {
  m_text->document()->setTextWidth(m_text->viewport()->width());
  m_text->setMaximumHeight(qCeil(m_text->document()->size().height()) + qRound(m_laboratory.theme().px(4)));
}

void LessonColumn::resizeEvent(QResizeEvent* event) {
  Card::resizeEvent(event);
  fit();
}

void LessonColumn::showAnswer() {
  m_answer->show();
  m_ask->hide();
}

void LessonColumn::follow(const QUrl& url) {
  if (const auto link = pageLink(url.toString().toStdString())) emit linkFollowed(*link);
}

}  // namespace ravine
