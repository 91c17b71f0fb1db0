// Files of the map that is shown: a picture or table of it, a film over its η, a film of the zoom that led to it.
#pragma once

#include <QObject>

#include "ui/export/sweep_file.h"
#include "ui/model/laboratory.h"
#include "ui/window/film_dialog.h"

class QMenu;

namespace ravine {

class SweepView;

class SweepExport : public QObject {
  Q_OBJECT

 public:
  // `whole` tells what the map covers before any zoom.
  SweepExport(Laboratory& laboratory, SweepView& view, std::function<Sweep()> whole, QWidget& window);

  QMenu* makeMenu(QWidget* parent);

  // By the name's ending, a picture in so many pixels, or as many as on the screen. Nothing if it was written.
  // Precondition: the map is there.
  std::optional<Problem> write(const QString& path, const std::optional<QSizeF>& size = {});
  // Blocks, with a window that tells how far it is and can cancel. Precondition: the ending is one of films.
  std::optional<Problem> writeFilm(const QString& path, const std::vector<Sweep>& sweeps,
                                   const FilmChoices& choices = {});
  // Both films, as they are chosen, over the rates about the limit where none are; problems where there are none.
  std::vector<Sweep> overRates(const FilmChoices& choices, Problems& problems) const;
  std::vector<Sweep> intoTheZoom(const FilmChoices& choices, Problems& problems) const;

 signals:
  void told(const QString& sentence);

 private:
  void savePicture();
  void saveTable();
  void saveFilm(std::vector<Sweep> (SweepExport::*sweepsOf)(const FilmChoices&, Problems&) const);
  QSizeF sizeOnScreen() const;
  QString askForPath(const std::vector<SweepFileKind>& kinds, const QString& name);
  void tellWritten(const QString& path, const std::optional<Problem>& problem);

  Laboratory& m_laboratory;
  SweepView& m_view;
  std::function<Sweep()> m_whole;
  QWidget& m_window;
  std::optional<QSizeF> m_pictureSize;  // as it was asked for last
  FilmChoices m_film;                   // the same
};

}  // namespace ravine
