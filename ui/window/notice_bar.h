// One sentence over the panels that somebody should read and need not answer, with buttons for what can be done about
// it. A new one takes the place of the old, but waits for one that can be answered, unless that is of the same topic;
// it goes when it is answered or closed.
#pragma once

#include <QString>
#include <deque>
#include <functional>
#include <vector>

#include "ui/look/card.h"
#include "ui/model/laboratory.h"

class QHBoxLayout;
class QToolButton;

namespace ravine {

class NoticeBar : public Card {
  Q_OBJECT

 public:
  struct Answer {
    QString text;
    std::function<void()> act;
  };

  explicit NoticeBar(Laboratory& laboratory, QWidget* parent = nullptr);

  void tell(const QString& text, const std::vector<Answer>& answers = {}, const QString& topic = {});
  void dismiss();

 private:
  struct Notice {
    QString text;
    std::vector<Answer> answers;
    QString topic;
  };
  void show(const Notice& notice);
  void clear();

  Laboratory& m_laboratory;
  std::deque<Notice> m_waiting;
  QString m_topic;  // of what is shown
  QLabel* m_text;
  QHBoxLayout* m_answers;
  QToolButton* m_close;
};

}  // namespace ravine
