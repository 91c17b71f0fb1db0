#include "ui/window/scenario_note.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/look/icon.h"
#include "ui/look/lines_label.h"
#include "ui/look/scaling.h"

namespace ravine {

ScenarioNote::ScenarioNote(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(2, 0, 0, 0);
  line->setSpacing(8);
  auto* texts = new QVBoxLayout;
  texts->setSpacing(3);
  line->addLayout(texts, 1);
  m_text = new LinesLabel(1);
  m_text->setObjectName(QStringLiteral("scenarioText"));
  texts->addWidget(m_text);
  m_ask = new QWidget;
  auto* ask = new QHBoxLayout(m_ask);
  ask->setContentsMargins(0, 0, 0, 0);
  ask->setSpacing(8);
  m_question = new LinesLabel(1);
  m_question->setObjectName(QStringLiteral("scenarioQuestion"));
  m_question->setProperty("strong", true);
  ask->addWidget(m_question, 1);
  m_answer = new QToolButton;
  m_answer->setObjectName(QStringLiteral("scenarioAnswer"));
  m_answer->setFocusPolicy(Qt::TabFocus);
  connect(m_answer, &QToolButton::clicked, this, [this] { showAnswer(!m_showsAnswer); });
  ask->addWidget(m_answer, 0, Qt::AlignTop);
  texts->addWidget(m_ask);
  m_fold = new QToolButton;
  m_fold->setProperty("flat", true);
  m_fold->setFocusPolicy(Qt::TabFocus);
  m_fold->setToolTip(tr("Fold this text away (I brings it back)"));
  m_fold->setAccessibleName(tr("Fold the text away"));
  setBaseIconSize(*m_fold, 14);
  connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(true); });
  line->addWidget(m_fold, 0, Qt::AlignTop);
  connect(&laboratory, &Laboratory::changed, this, [this](const Change& change) {
    if (change.loaded) {
      m_folded = false;
      m_showsAnswer = false;
    }
    if (change.experiment || change.results) refresh();
  });
  connect(&laboratory.course(), &Course::changed, this, &ScenarioNote::refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    applyTheme();
    refresh();
  });
  applyTheme();
  refresh();
}

void ScenarioNote::showAnswer(bool shown) {
  m_showsAnswer = shown;
  refresh();
}

void ScenarioNote::setFolded(bool folded) {
  m_folded = folded;
  refresh();
}

void ScenarioNote::setHasRoom(bool room) {
  m_hasRoom = room;
  refresh();
}

void ScenarioNote::applyTheme() {
  m_fold->setIcon(themedIcon(QStringLiteral("fold"), m_laboratory.theme().quietText));
}

void ScenarioNote::refresh() {
  const Experiment& experiment = m_laboratory.experiment();
  const Course& course = m_laboratory.course();
  const bool isPage = course.lesson() && !course.isAway();
  const QString text = QString::fromStdString(experiment.text);
  m_text->setText(text);
  // It tells what is to be predicted.
  m_text->setVisible(!text.isEmpty() && !course.task() && !m_laboratory.predictions().conceals());
  m_question->setText(QString::fromStdString(m_showsAnswer ? experiment.answer : experiment.question));
  m_ask->setVisible(!experiment.question.empty());
  m_answer->setText(m_showsAnswer ? tr("Show the question") : tr("Show the answer"));
  m_answer->setVisible(!experiment.answer.empty() && !m_laboratory.predictions().conceals());
  setVisible(!m_folded && m_hasRoom && !isPage && (m_text->isVisibleTo(this) || m_ask->isVisibleTo(this)));
  fit();
}

void ScenarioNote::fit() {
  constexpr std::size_t many = 6;  // runs, which need the room themselves
  const int mostLines = m_laboratory.runs().size() > many ? 1 : 3;
  m_text->setLines(m_text->linesFor(std::max(1, m_text->width()), mostLines));
  m_question->setLines(m_question->linesFor(std::max(1, m_question->width()), std::min(2, mostLines)));
}

void ScenarioNote::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

}  // namespace ravine
