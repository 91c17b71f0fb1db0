// Asks how large and how long a film of maps is to be.
#pragma once

#include <QDialog>
#include <QSizeF>
#include <optional>

#include "core/base/types.h"
#include "core/sweep/sweep_series.h"
#include "ui/look/theme.h"

class QLabel;
class QSpinBox;

namespace ravine {

class EntryField;
class SizeChoice;

struct FilmChoices {
  std::optional<QSizeF> size = {};  // pixels; as the map is on the screen if there is none
  int frames = 60;
  int fps = 12;
  std::optional<Interval> rates = {};  // of a film over η alone: the first and the last
};

class FilmDialog : public QDialog {
  Q_OBJECT

 public:
  // Asks for rates if there are some.
  FilmDialog(const FilmChoices& choices, const QSizeF& onScreen, const Theme& theme, QWidget* parent = nullptr);

  FilmChoices choices() const;

 private:
  EntryField* makeRatesField();
  void tellLength();

  std::optional<Interval> m_rates;
  SizeChoice* m_size;
  QSpinBox* m_frames;
  QSpinBox* m_fps;
  QLabel* m_length;
};

}  // namespace ravine
