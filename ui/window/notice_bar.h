// One sentence over the panels that somebody should read and need not answer, with buttons for what can be done about
// it. A new one takes the place of the old, but waits for one that can be answered; it goes when it is answered or
// closed.
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

  void tell(const QString& text, const std::vector<Answer>& answers = {});
  void dismiss();

 private:
  struct Notice {
    QString text;
    std::vector<Answer> answers;
  };
  void show(const Notice& notice);
  void clear();

  Laboratory& m_laboratory;
  std::deque<Notice> m_waiting;
  QLabel* m_text;
  QHBoxLayout* m_answers;
  QToolButton* m_close;
};

}  // namespace ravine
