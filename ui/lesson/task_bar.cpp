#include "ui/lesson/task_bar.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/look/lines_label.h"
#include "ui/words/language.h"
#include "ui/words/wording.h"

namespace ravine {

TaskBar::TaskBar(Laboratory& laboratory, QWidget* parent) : Card(parent), m_laboratory(laboratory) {
  setObjectName(QStringLiteral("taskBar"));
  setAccessibleName(tr("Task"));
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(12, 6, 8, 6);
  line->setSpacing(8);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(2);
  line->addLayout(texts, 1);
  m_text = new LinesLabel(2);
  m_text->setObjectName(QStringLiteral("taskText"));
  m_text->setProperty("strong", true);
  m_state = makeLabel({});
  m_state->setObjectName(QStringLiteral("taskState"));
  m_hint = makeLabel({}, {"quiet"});
  m_hint->setObjectName(QStringLiteral("taskHint"));
  for (QLabel* label : {m_state, m_hint}) label->setWordWrap(true);
  for (QLabel* label : {static_cast<QLabel*>(m_text), m_state, m_hint}) texts->addWidget(label);
  const auto addButton = [&](const QString& text, const char* name) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    line->addWidget(button, 0, Qt::AlignTop);
    return button;
  };
  m_ask = addButton({}, "taskHintButton");
  connect(m_ask, &QToolButton::clicked, this, &TaskBar::showHint);
  m_next = addButton(tr("Next task"), "nextTask");
  connect(m_next, &QToolButton::clicked, this, &TaskBar::nextRequested);
  QToolButton* close = addButton(QStringLiteral("✕"), "closeTask");
  close->setProperty("flat", true);
  close->setToolTip(tr("Leave the task"));
  close->setAccessibleName(close->toolTip());
  connect(close, &QToolButton::clicked, this, &TaskBar::closeRequested);
  connect(&laboratory, &Laboratory::changed, this, &TaskBar::refresh);
  connect(&laboratory.course(), &Course::changed, this, &TaskBar::refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &TaskBar::refresh);
  refresh();
}

void TaskBar::refresh() {
  const Task* task = m_laboratory.course().task();
  setVisible(task != nullptr);
  if (!task) {
    m_task = nullptr;
    return;
  }
  if (task != m_task) m_hints = 0;
  m_task = task;
  const std::string code = language::current().toStdString();
  m_text->setText(QString::fromStdString(experimentOf(*task, code).text));
  const auto& hints = hintsOf(*task, code);
  m_ask->setText(tr("Hint (%1 of %2)").arg(std::min(m_hints + 1, hints.size())).arg(hints.size()));
  m_ask->setEnabled(m_hints < hints.size());
  QStringList shown;
  for (std::size_t i = 0; i < m_hints; ++i)
    shown << QStringLiteral("%1. %2").arg(i + 1).arg(QString::fromStdString(hints[i]));
  m_hint->setText(shown.join(QLatin1Char('\n')));
  m_hint->setVisible(!shown.isEmpty());
  refreshState();
  fit();
}

void TaskBar::fit() {
  m_text->setLines(m_text->linesFor(std::max(1, m_text->width()), 2));
}

void TaskBar::resizeEvent(QResizeEvent* event) {
  Card::resizeEvent(event);
  fit();
}

void TaskBar::refreshState() {
  const TaskState& state = m_laboratory.course().taskState();
  const Theme& theme = m_laboratory.theme();
  setMark(state.isDone ? theme.stable : theme.accent);
  m_next->setVisible(state.isDone);
  m_ask->setVisible(!state.isDone);
  QStringList items;
  for (const Finding& finding : state.findings)
    items << (finding.holds ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + wording::coreText(finding.isSo);
  QString text = items.join(QStringLiteral("   "));
  if (state.isDone) text = tr("Done. %1").arg(text);
  QStringList fixed;
  for (const Freedom freedom : state.mayNotBeChanged) fixed << wording::coreText(freedomName(freedom));
  if (!fixed.isEmpty())
    text =
        tr("This does not count yet: put back what is fixed in this task (%1).").arg(fixed.join(QStringLiteral(", ")));
  m_state->setText(text);
}

void TaskBar::showHint() {
  ++m_hints;
  refresh();
}

}  // namespace ravine
