#include "ui/window/sweep_export.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QProgressDialog>
#include <QThread>
#include <algorithm>

#include "core/base/write_file.h"
#include "core/sweep/sweep_borders.h"
#include "core/sweep/sweep_series.h"
#include "ui/sweep/sweep_painter.h"
#include "ui/sweep/sweep_view.h"
#include "ui/window/export_path.h"
#include "ui/window/picture_dialog.h"
#include "ui/words/language.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kPixelsOfPng = 2;  // for each on the screen

Problem notYetThere() {
  return {"map", CORE_TEXT("Problem", "is not all there yet"), CORE_TEXT("Problem", "wait a moment and try again")};
}

}  // namespace

SweepExport::SweepExport(Laboratory& laboratory, SweepView& view, std::function<Sweep()> whole, QWidget& window)
    : QObject(&window), m_laboratory(laboratory), m_view(view), m_whole(std::move(whole)), m_window(window) {}

QMenu* SweepExport::makeMenu(QWidget* parent) {
  auto* menu = new QMenu(parent);
  menu->addAction(tr("Picture …"), this, &SweepExport::savePicture);
  menu->addAction(tr("Table …"), this, &SweepExport::saveTable);
  menu->addAction(tr("Film over η …"), this, [this] { saveFilm(&SweepExport::overRates); });
  menu->addAction(tr("Film of this zoom …"), this, [this] { saveFilm(&SweepExport::intoTheZoom); });
  return menu;
}

std::optional<Problem> SweepExport::write(const QString& path, const std::optional<QSizeF>& size) {
  if (!m_view.scene() || !m_view.scene()->standings.empty()) return notYetThere();
  const SweepFileFormat* format = findSweepFileFormat(QFileInfo(path).suffix());
  if (!format || format->kind == SweepFileKind::film)
    return Problem{path.toStdString(), CORE_TEXT("Problem", "is no name for a picture or table of a map"),
                   CORE_TEXT("Problem", "end it in .png, .svg, .pdf, .csv, .npy or .json")};
  SweepScene scene = *m_view.scene();
  scene.isBare = false;
  const QByteArray bytes = format->write(scene, size.value_or(sizeOnScreen()), kPixelsOfPng);
  if (bytes.isEmpty())
    return Problem{path.toStdString(), CORE_TEXT("Problem", "there is no memory for so large a picture"),
                   CORE_TEXT("Problem", "make it smaller")};
  return writeFile(QFile::encodeName(path).toStdString(), bytes.toStdString());
}

QSizeF SweepExport::sizeOnScreen() const {
  return QSizeF(m_view.size()).expandedTo(leastSize(m_laboratory.theme()));
}

std::optional<Problem> SweepExport::writeFilm(const QString& path, const std::vector<Sweep>& sweeps,
                                              const FilmChoices& choices) {
  const SweepFileFormat* format = findSweepFileFormat(QFileInfo(path).suffix());
  if (!format || format->kind != SweepFileKind::film)
    return Problem{path.toStdString(), CORE_TEXT("Problem", "is no name for a film"),
                   CORE_TEXT("Problem", "end it in .webp, .mp4 or .gif")};
  QProgressDialog progress(tr("Working out the film …"), tr("Cancel"), 0, static_cast<int>(sweeps.size()), &m_window);
  progress.setWindowModality(Qt::WindowModal);
  SweepFilm wanted{.sweeps = sweeps, .value = m_view.scene()->value, .theme = m_laboratory.theme()};
  wanted.size = choices.size.value_or(sizeOnScreen());
  wanted.fps = choices.fps;
  wanted.threads = std::max(1, QThread::idealThreadCount());
  const Exported made = film(wanted, *format, [&progress](int done, int all) {
    progress.setMaximum(all);
    progress.setValue(done);
    return !progress.wasCanceled();
  });
  if (made.cancelled) return std::nullopt;
  if (!made.problems.empty()) return made.problems.front();
  return writeFile(QFile::encodeName(path).toStdString(), made.bytes.toStdString());
}

std::vector<Sweep> SweepExport::overRates(const FilmChoices& choices, Problems& problems) const {
  if (!m_view.scene()) return problems.push_back(notYetThere()), std::vector<Sweep>();
  const Sweep& sweep = m_view.scene()->sweep();
  if (sweep.isOver(quantity::rate)) {
    problems.push_back({"η", CORE_TEXT("Problem", "is on an axis of this map, so there is no film over it"),
                        CORE_TEXT("Problem", "put other quantities on the axes")});
    return {};
  }
  SweepAxis rates = ratesAboutTheLimit(sweep.run, *m_view.scene()->result->landscape, choices.frames);
  if (choices.rates) {
    rates.from = choices.rates->lower;
    rates.to = choices.rates->upper;
  }
  return sweepsOver(sweep, rates, problems);
}

std::vector<Sweep> SweepExport::intoTheZoom(const FilmChoices& choices, Problems& problems) const {
  if (!m_view.scene()) return problems.push_back(notYetThere()), std::vector<Sweep>();
  const Sweep& sweep = m_view.scene()->sweep();
  const Sweep whole = m_whole();
  const auto magnification = [](const SweepAxis& all, const SweepAxis& part) {
    return 1 / (all.part(part.to) - all.part(part.from));
  };
  const auto middle = [](const SweepAxis& axis) {
    constexpr double half = 0.5;
    return axis.valueAt(half);
  };
  ZoomTo zoom{.target = {middle(sweep.x), sweep.y ? middle(*sweep.y) : 0}, .frames = choices.frames};
  zoom.magnification = magnification(whole.x, sweep.x);
  if (sweep.y && whole.y) zoom.magnification = std::min(zoom.magnification, magnification(*whole.y, *sweep.y));
  if (!(zoom.magnification > 1)) {
    problems.push_back({"map", CORE_TEXT("Problem", "shows all there is"),
                        CORE_TEXT("Problem", "zoom to a place first, with the wheel")});
    return {};
  }
  return sweepsZooming(whole, zoom, problems);
}

QString SweepExport::askForPath(const std::vector<SweepFileKind>& kinds, const QString& name) {
  std::vector<NamedEnding> endings;
  for (const SweepFileFormat& format : sweepFileFormats())
    if (std::ranges::find(kinds, format.kind) != kinds.end()) endings.push_back({format.name, format.ending});
  return askForExportPath(m_window, tr("Export the map"), name, endings);
}

void SweepExport::savePicture() {
  PictureDialog dialog(m_pictureSize, sizeOnScreen(), m_laboratory.theme(), &m_window);
  if (dialog.exec() != QDialog::Accepted) return;
  m_pictureSize = dialog.size();
  const QString path = askForPath({SweepFileKind::picture}, tr("map", "a file's name") + QStringLiteral(".png"));
  if (!path.isEmpty()) tellWritten(path, write(path, m_pictureSize));
}

void SweepExport::saveTable() {
  const QString path = askForPath({SweepFileKind::table}, tr("map", "a file's name") + QStringLiteral(".csv"));
  if (!path.isEmpty()) tellWritten(path, write(path));
}

void SweepExport::saveFilm(std::vector<Sweep> (SweepExport::*sweepsOf)(const FilmChoices&, Problems&) const) {
  m_film.rates.reset();  // of another run
  const auto sweeps = [&]() -> std::vector<Sweep> {
    Problems problems;
    std::vector<Sweep> found = (this->*sweepsOf)(m_film, problems);
    if (!problems.empty()) emit told(wording::problem(problems.front()));
    return found;
  };
  const std::vector<Sweep> proposed = sweeps();
  if (proposed.empty()) return;
  if (sweepsOf == &SweepExport::overRates)
    m_film.rates = Interval{nominalRate(proposed.front().run), nominalRate(proposed.back().run)};
  FilmDialog dialog(m_film, sizeOnScreen(), m_laboratory.theme(), &m_window);
  if (dialog.exec() != QDialog::Accepted) return;
  m_film = dialog.choices();
  const QString path = askForPath({SweepFileKind::film}, tr("map", "a file's name") + QStringLiteral(".webp"));
  if (const std::vector<Sweep> frames = sweeps(); !path.isEmpty() && !frames.empty())
    tellWritten(path, writeFilm(path, frames, m_film));
}

void SweepExport::tellWritten(const QString& path, const std::optional<Problem>& problem) {
  if (problem) return emit told(wording::problem(*problem));
  const QFileInfo file(path);
  if (!file.exists()) return;  // cancelled
  const QString size = QLocale(language::current()).formattedDataSize(file.size(), 1, QLocale::DataSizeSIFormat);
  emit told(tr("Written: %1, %2").arg(file.fileName(), size));
}

}  // namespace ravine
