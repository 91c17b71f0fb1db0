// Asks how large and how long a film of maps is to be.
#pragma once

#include <QDialog>
#include <QSizeF>
#include <optional>

#include "core/sweep/sweep_series.h"
#include "ui/look/theme.h"

class QComboBox;
class QLabel;
class QSpinBox;

namespace ravine {

struct FilmChoices {
  std::optional<QSizeF> size;  // pixels; as the map is on the screen if there is none
  int frames = 60;
  int fps = 12;
};

class FilmDialog : public QDialog {
  Q_OBJECT

 public:
  FilmDialog(const FilmChoices& choices, const QSizeF& onScreen, const Theme& theme, QWidget* parent = nullptr);

  FilmChoices choices() const;

 private:
  void tellLength();

  QComboBox* m_size;
  QSpinBox* m_frames;
  QSpinBox* m_fps;
  QLabel* m_length;
};

}  // namespace ravine
