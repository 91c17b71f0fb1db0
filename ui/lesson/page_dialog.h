// Asks for what a page of a lesson says besides its experiment: title, formula, text with a preview, question and
// answer, what it hides, and whether it is to be predicted first.
#pragma once

#include <QDialog>

#include "core/lesson/lesson.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QTextBrowser;

namespace ravine {

class PageDialog : public QDialog {
  Q_OBJECT

 public:
  // In the language of the words that are given; `accept` stands on the button that takes them.
  PageDialog(const QString& title, const LessonPage& page, const PageWords& words, const QString& accept,
             QWidget* parent);

  PageWords words() const;
  std::vector<PagePart> hides() const;
  bool predictFirst() const;

 private:
  void showPreview();

  std::vector<std::string> m_names;
  QLineEdit* m_title;
  QLineEdit* m_formula;
  QPlainTextEdit* m_text;
  QTextBrowser* m_preview;
  QLineEdit* m_question;
  QLineEdit* m_answer;
  std::vector<std::pair<PagePart, QCheckBox*>> m_hides;
  QCheckBox* m_predict;
};

}  // namespace ravine
