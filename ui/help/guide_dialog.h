// "How to read this picture": the labelled picture, as large as there is room for, with a sentence for each number
// beside it or under it. Follows the theme.
#pragma once

#include <QDialog>
#include <vector>

#include "ui/look/theme_source.h"

class QGridLayout;

namespace ravine {

class GuidePicture;

class GuideDialog : public QDialog {
  Q_OBJECT

 public:
  explicit GuideDialog(const ThemeSource& themes, QWidget* parent = nullptr);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void applyTheme();
  void arrange();

  const ThemeSource& m_themes;
  GuidePicture* m_picture;
  QGridLayout* m_page;
  std::vector<QWidget*> m_entries;
};

}  // namespace ravine
