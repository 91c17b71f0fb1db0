#include "ui/workspace/workspace.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <utility>

#include "core/base/read_file.h"
#include "core/base/write_file.h"
#include "core/file/embedded_experiment.h"
#include "core/lesson/scenarios.h"

namespace ravine {
namespace {

std::string bytesOf(const QString& path) {
  return QFile::encodeName(path).toStdString();
}

QByteArray hashOf(std::string_view bytes) {
  return QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())),
                                  QCryptographicHash::Sha256);
}

// Empty if there is none that can be read.
QByteArray hashOnDisk(const QString& path) {
  Problems ignored;
  const auto bytes = readFile(bytesOf(path), kLargestExperimentFile, ignored);
  return bytes ? hashOf(*bytes) : QByteArray();
}

}  // namespace

Workspace::Workspace(Laboratory& laboratory, const QString& recoveryFolder)
    : m_laboratory(laboratory),
      m_look{[&laboratory] { return laboratory.view(); },
             [&laboratory](const ExperimentView& view) { laboratory.setView(view); }},
      m_recovery(recoveryFolder),
      m_origin(laboratory.document().origin()) {
  m_places[laboratory.document().origin()].saved = laboratory.experiment();
  m_keepTimer.setSingleShot(true);
  m_keepTimer.setInterval(kKeepAfter);
  m_keepTimer.callOnTimeout(this, &Workspace::keepNow);
  connect(&laboratory, &Laboratory::changed, this, [this](const Change& change) {
    if (change.loaded) {  // also by undo
      // Whoever loads past this class, as a test does, opens an experiment without a file.
      m_places.try_emplace(m_laboratory.document().origin(), Place{.saved = m_laboratory.experiment()});
      bringShowsBack();
      watch();
    }
    if (!change.experiment) return;
    if (!m_keepTimer.isActive()) m_keepTimer.start();  // so that a drag without end is kept too
    emit changed();
  });
  connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &Workspace::lookAtDisk);
}

// What is left by a load, an undo or a redo shows on its maps what it showed then, once it comes back.
void Workspace::bringShowsBack() {
  const int left = std::exchange(m_origin, m_laboratory.document().origin());
  if (left == m_origin) return;
  m_places.at(left).shows = m_laboratory.display().shows();
  if (const auto& shows = place().shows) m_laboratory.display().setShows(*shows);
}

QString Workspace::name() const {
  if (!path().isEmpty()) return QFileInfo(path()).completeBaseName();
  const QString title = QString::fromStdString(m_laboratory.experiment().title);
  return title.isEmpty() ? tr("Untitled") : title;
}

bool Workspace::differs(const Experiment& experiment, int origin) const {
  const Place& of = m_places.at(origin);
  if (!of.saved || of.lost) return true;
  return of.path.isEmpty() ? experiment.runs != of.saved->runs : experiment != *of.saved;
}

bool Workspace::isModified() const {
  return differs(m_laboratory.experiment(), m_laboratory.document().origin());
}

bool Workspace::isModifiedBehind() const {
  const auto replaced = m_laboratory.document().replaced();
  return std::any_of(replaced.begin(), replaced.end(), [this](const Document::Replaced& each) {
    return each.origin != m_laboratory.document().origin() && differs(each.experiment, each.origin);
  });
}

void Workspace::goBackToModified() {
  Document& document = m_laboratory.document();
  const int from = document.origin();
  while (document.origin() == from || !isModified()) document.undoStack().undo();
}

Workspace::Opened Workspace::open(const QString& path) {
  Opened opened;
  const QString whole = QFileInfo(path).absoluteFilePath();
  const auto bytes = readFile(bytesOf(whole), kLargestCarrier, opened.problems);
  if (!bytes) return opened;
  bool isOwn = true;
  auto file = readExperimentIn(*bytes, isOwn, opened.problems);
  for (Problem& problem : opened.problems) problem.file = bytesOf(whole);
  if (!file) return opened;
  opened.remarks = file->remarks;
  if (file->autosaveOf) {  // somebody opens what was kept for recovery
    restore(*file);
    return opened;
  }
  if (!isOwn) {  // a picture is not written over by what it was made from
    openNew(file->experiment, file->view);
    return opened;
  }
  load(file->experiment,
       {.path = whole, .saved = file->experiment, .onDisk = hashOf(*bytes), .newer = file->isNewer()});
  m_look.setView(file->view);
  return opened;
}

void Workspace::openNew(Experiment experiment, const ExperimentView& view) {
  // What the one before brought along goes with it, unless somebody has chosen since.
  const MapShows shows = m_laboratory.display().shows();
  const std::optional<BroughtShows> before = place().broughtShows;
  const bool isBrought = before && before->brought == shows;
  const MapShows chosen = isBrought ? before->chosen : shows;
  load(std::move(experiment), {});
  place().saved = m_laboratory.experiment();
  ExperimentView shown = m_look.view();
  if (view != ExperimentView()) {
    const ExperimentView now = std::exchange(shown, view);
    shown.presenting = now.presenting;
    if (shown.textScale == 0) shown.textScale = now.textScale;
    if (view.shows != chosen) place().broughtShows = {view.shows, chosen};
    m_look.setView(shown);
  } else if (isBrought) {
    shown.shows = chosen;
    m_look.setView(shown);
  }
  emit changed();
}

void Workspace::markSaved() {
  if (path().isEmpty()) place().saved = m_laboratory.experiment();
  emit changed();
}

void Workspace::restore(const ExperimentFile& file) {
  const QString path = QString::fromStdString(file.autosaveOf.value_or(std::string()));
  load(file.experiment, {.path = path, .onDisk = QByteArray::fromHex(QByteArray::fromStdString(file.autosaveHash))});
  m_look.setView(file.view);
  keepNow();
}

void Workspace::load(Experiment experiment, Place place) {
  keepNow();  // what is replaced
  m_laboratory.open(std::move(experiment));
  this->place() = std::move(place);
  watch();
  emit changed();
}

std::optional<Problem> Workspace::saveAs(const QString& path) {
  const QString whole = QFileInfo(path).absoluteFilePath();
  const std::string text = toJson(ExperimentFile{m_laboratory.experiment(), m_look.view()});
  if (const auto problem = writeFile(bytesOf(whole), text)) return problem;
  place() = {.path = whole, .saved = m_laboratory.experiment(), .onDisk = hashOf(text)};
  m_recovery.forget(m_laboratory.document().origin());
  watch();
  emit changed();
  return std::nullopt;
}

bool Workspace::isChangedOnDisk() const {
  if (path().isEmpty()) return false;
  const QByteArray onDisk = hashOnDisk(path());
  return !onDisk.isEmpty() && onDisk != place().onDisk;
}

void Workspace::acceptDisk() {
  place().onDisk = hashOnDisk(path());
  place().lost = true;  // what is here is not what is there
  emit changed();
}

bool Workspace::isEdited() const {
  return place().saved != m_laboratory.experiment();
}

void Workspace::watch() {
  if (!m_watcher.files().isEmpty()) m_watcher.removePaths(m_watcher.files());
  if (!path().isEmpty() && QFileInfo::exists(path())) m_watcher.addPath(path());
}

// A file that is replaced is no longer watched; the new one is.
void Workspace::lookAtDisk() {
  watch();
  if (path().isEmpty()) return;
  const QByteArray now = hashOnDisk(path());
  if (now == place().onDisk) return;
  place().lost = true;  // no file has it any more
  emit changed();
  if (now.isEmpty() || now == place().told) return;
  place().told = now;
  emit changedOnDisk();
}

void Workspace::keepNow() {
  m_keepTimer.stop();
  if (m_recovery.hasFailed() && !std::exchange(m_toldThatItCannotKeep, true)) emit cannotKeep();
  if (!m_recovery.isOn()) return;
  for (const auto& [origin, experiment] : m_laboratory.document().replaced())
    if (origin != m_laboratory.document().origin()) keep(origin, experiment, {});
  keep(m_laboratory.document().origin(), m_laboratory.experiment(), m_look.view());
}

void Workspace::keep(int origin, const Experiment& experiment, const ExperimentView& view) {
  Place& of = m_places.at(origin);
  if (!differs(experiment, origin)) {
    if (of.kept) m_recovery.forget(origin);
    of.kept.reset();
  } else if (of.kept != experiment) {
    m_recovery.keep(origin, {experiment, view, of.path.toStdString(), of.onDisk.toHex().toStdString()});
    of.kept = experiment;
  }
}

void Workspace::speak(const QString& language) {
  const auto translate = [&course = m_laboratory.course(), code = language.toStdString()](int origin,
                                                                                          Experiment& experiment) {
    experiment = course.inLanguage(origin, withScenarioWords(std::move(experiment), code), code);
  };
  for (auto& [origin, of] : m_places)
    if (of.path.isEmpty() && of.saved) translate(origin, *of.saved);
  m_laboratory.document().relabel([&](int origin, Experiment& experiment) {
    if (m_places.at(origin).path.isEmpty()) translate(origin, experiment);
  });
  emit changed();
}

void Workspace::forgetAll() {
  m_keepTimer.stop();
  for (auto& [origin, of] : m_places) {
    if (of.kept) m_recovery.forget(origin);
    of.kept.reset();
  }
}

}  // namespace ravine
