#include "ui/window/notice_bar.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/look/scaling.h"

namespace ravine {

NoticeBar::NoticeBar(Laboratory& laboratory, QWidget* parent) : Card(parent), m_laboratory(laboratory) {
  setObjectName(QStringLiteral("notice"));
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(12, 6, 8, 6);
  line->setSpacing(8);
  m_text = makeLabel({});
  m_text->setObjectName(QStringLiteral("noticeText"));
  m_text->setWordWrap(true);
  line->addWidget(m_text, 1);
  m_answers = new QHBoxLayout;
  m_answers->setSpacing(8);
  line->addLayout(m_answers);
  m_close = new QToolButton;
  m_close->setProperty("flat", true);
  m_close->setText(QStringLiteral("✕"));
  m_close->setAccessibleName(tr("Close"));
  m_close->setToolTip(tr("Close"));
  m_close->setFocusPolicy(Qt::TabFocus);
  connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
  line->addWidget(m_close);
  const auto mark = [this] { setMark(m_laboratory.theme().accent); };
  mark();
  connect(&laboratory.themes(), &ThemeSource::changed, this, mark);
  hide();
}

void NoticeBar::tell(const QString& text, const std::vector<Answer>& answers, const QString& topic) {
  const bool isOfTopic = !topic.isEmpty() && topic == m_topic;
  if (!topic.isEmpty()) std::erase_if(m_waiting, [&](const Notice& waiting) { return waiting.topic == topic; });
  if (!isHidden() && m_answers->count() > 0 && !isOfTopic) return m_waiting.push_back({text, answers, topic});
  show({text, answers, topic});
}

void NoticeBar::show(const Notice& notice) {
  clear();
  m_topic = notice.topic;
  m_text->setText(notice.text);
  for (const Answer& answer : notice.answers) {
    auto* button = new QToolButton;
    button->setText(answer.text);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, act = answer.act] {
      dismiss();
      act();
    });
    m_answers->addWidget(button);
    followScale(*button);
  }
  QWidget::show();
}

void NoticeBar::dismiss() {
  clear();
  if (m_waiting.empty()) return;
  const Notice next = m_waiting.front();
  m_waiting.pop_front();
  show(next);
}

void NoticeBar::clear() {
  while (QLayoutItem* item = m_answers->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();  // the click comes from one of them
    delete item;
  }
  m_topic.clear();
  hide();
}

}  // namespace ravine
