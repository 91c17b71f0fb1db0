#include "ui/window/scenario_note.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/look/icon.h"
#include "ui/look/lines_label.h"
#include "ui/look/scaling.h"

namespace ravine {

ScenarioNote::ScenarioNote(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(2, 0, 0, 0);
  line->setSpacing(8);
  m_text = new LinesLabel(1);
  m_text->setObjectName(QStringLiteral("scenarioText"));
  line->addWidget(m_text, 1);
  m_fold = new QToolButton;
  m_fold->setProperty("flat", true);
  m_fold->setFocusPolicy(Qt::TabFocus);
  m_fold->setToolTip(tr("Fold this text away (I brings it back)"));
  m_fold->setAccessibleName(tr("Fold the text away"));
  setBaseIconSize(*m_fold, 14);
  connect(m_fold, &QToolButton::clicked, this, [this] { setFolded(true); });
  line->addWidget(m_fold, 0, Qt::AlignTop);
  connect(&laboratory, &Laboratory::changed, this, [this](const Change& change) {
    if (change.loaded) m_folded = false;
    if (change.experiment) refresh();
  });
  connect(&laboratory.themes(), &ThemeSource::changed, this, &ScenarioNote::refresh);
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

void ScenarioNote::refresh() {
  const QString text = QString::fromStdString(m_laboratory.experiment().text);
  m_fold->setIcon(themedIcon(QStringLiteral("fold"), m_laboratory.theme().quietText));
  m_text->setText(text);
  setVisible(!m_folded && !text.isEmpty() && m_hasRoom);
  fit();
}

void ScenarioNote::fit() {
  constexpr std::size_t many = 6;  // runs, which need the room themselves
  const int mostLines = m_laboratory.runs().size() > many ? 1 : 3;
  m_text->setLines(m_text->linesFor(std::max(1, m_text->width()), mostLines));
}

void ScenarioNote::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

}  // namespace ravine
