// Asks how large a picture of a map is to be.
#pragma once

#include <QDialog>

#include "ui/window/size_choice.h"

namespace ravine {

class PictureDialog : public QDialog {
  Q_OBJECT

 public:
  PictureDialog(const std::optional<QSizeF>& chosen, const QSizeF& onScreen, const Theme& theme,
                QWidget* parent = nullptr);

  std::optional<QSizeF> size() const { return m_size->size(); }

 private:
  SizeChoice* m_size;
};

}  // namespace ravine
