// The text of a lesson's page beside its experiment, read by Qt's Markdown reader, with the question to the class and
// its answer, which is shown when it is asked for. The buttons of the page stand over it (LessonHeader).
#pragma once

#include "ui/look/card.h"
#include "ui/model/laboratory.h"

class QTextBrowser;
class QToolButton;
class QUrl;

namespace ravine {

class LessonColumn : public Card {
  Q_OBJECT

 public:
  explicit LessonColumn(Laboratory& laboratory, QWidget* parent = nullptr);

  void setFolded(bool folded);
  bool isFolded() const { return m_isFolded; }
  // Of the window it is in, of which it takes a part.
  void setRoom(int width);
  // All of the text is seen without scrolling.
  bool isWhole() const;

 signals:
  void linkFollowed(const ravine::PageLink& link);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  void showText();
  void fit();
  void showAnswer();
  void follow(const QUrl& url);

  Laboratory& m_laboratory;
  QTextBrowser* m_text;
  QLabel* m_question;
  QToolButton* m_ask;
  QLabel* m_answer;
  const LessonPage* m_page = nullptr;  // whose answer is open or not
  bool m_isFolded = false;
  int m_room = 1280;
};

}  // namespace ravine
