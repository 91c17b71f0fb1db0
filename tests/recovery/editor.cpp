// Somebody who edits without a pause, in the real window off screen, and what is left of it when the program is killed.
//   recovery_editor edit FOLDER SEED    edits until it is killed, and writes down each state with its time
//   recovery_editor check FOLDER TIME   after it was killed at TIME (milliseconds): how many of the last milliseconds
//   are
//                                       lost, or what is wrong
#include <QApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QStandardPaths>
#include <QTimer>
#include <iostream>
#include <random>

#include "core/lesson/scenarios.h"
#include "ui/model/laboratory.h"
#include "ui/window/main_window.h"
#include "ui/workspace/workspace.h"

namespace ravine {
namespace {

QString fileIn(const QString& folder) {
  return folder + QStringLiteral("/lecture.ravine");
}
QString unsavedIn(const QString& folder) {
  return folder + QStringLiteral("/unsaved");
}

QByteArray nameOf(const Experiment& experiment) {
  return QCryptographicHash::hash(QByteArray::fromStdString(toJson(experiment)), QCryptographicHash::Sha1).toHex();
}

class Editor {
 public:
  Editor(QString folder, unsigned seed)
      : m_folder(std::move(folder)),
        m_log(m_folder + QStringLiteral("/log")),
        m_engine(seed),
        m_laboratory(scenarios().front().experiment, ThemeChoice::light),
        m_workspace(m_laboratory, unsavedIn(m_folder)),
        m_window(m_laboratory, m_workspace) {
    m_log.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    m_workspace.saveAs(fileIn(m_folder));
    note("saved");
    m_window.show();
    m_timer.callOnTimeout([this] { edit(); });
    m_timer.start(5);
  }

 private:
  void edit() {
    std::uniform_real_distribution<double> number(-1, 1);
    const auto at = m_laboratory.runs()[m_engine() % m_laboratory.runs().size()].id;
    switch (m_engine() % 12) {
      case 0:
        m_laboratory.document().undoStack().undo();
        break;
      case 1:
        m_workspace.save();
        return note("saved");
      case 2:
        m_laboratory.timeline().setPlaying(!m_laboratory.timeline().isPlaying());
        return;
      case 3:
        m_laboratory.document().edit({}, [&](Experiment& experiment) {
          if (experiment.runs.size() >= Experiment::kMostRuns) return;
          Run run = experiment.runs.front();
          run.id = RunId::none;
          experiment.runs.push_back(run);
        });
        break;
      case 4:
        m_laboratory.document().edit({}, [&](Experiment& experiment) {
          if (experiment.runs.size() > 1) experiment.runs.pop_back();
        });
        break;
      default:
        m_laboratory.document().editRun({}, at, [&](Run& run) {
          run.start.x() = number(m_engine);
          run.lr = 0.05 * (1.1 + number(m_engine));
        });
    }
    note("edited");
    m_timer.setInterval(static_cast<int>(m_engine() % 80));
  }

  void note(const char* what) {
    m_log.write(QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + ' ' + what + ' ' +
                nameOf(m_laboratory.experiment()) + '\n');
  }

  QString m_folder;
  QFile m_log;
  std::mt19937 m_engine;
  Laboratory m_laboratory;
  Workspace m_workspace;
  MainWindow m_window;
  QTimer m_timer;
};

int wrong(const std::string& what) {
  std::cout << "wrong: " << what << '\n';
  return 1;
}

int checkAfter(const QString& folder, qint64 killedAt) {
  QFile log(folder + QStringLiteral("/log"));
  if (!log.open(QIODevice::ReadOnly)) return wrong("no log");
  QList<QList<QByteArray>> states;
  for (const QByteArray& line : log.readAll().split('\n'))
    if (line.count(' ') == 2) states.append(line.split(' '));

  Problems problems;
  const auto saved = readExperimentFile(fileIn(folder).toStdString(), problems);
  if (!saved) return wrong("the saved file is damaged: " + english(problems.front()));
  const QByteArray savedName = nameOf(saved->experiment);
  // The last that was saved, or the one that was being saved when the program was killed.
  qsizetype lastSaved = states.size() - 1;
  while (lastSaved > 0 && states[lastSaved][1] != "saved") --lastSaved;
  const bool isLast = states[lastSaved][2] == savedName || states.back()[2] == savedName;
  if (!isLast) return wrong("the saved file is not the last that was saved");

  const Recovery recovery(unsavedIn(folder));
  const Recovery::Left left = recovery.findLeft();
  const QByteArray found = left.empty() ? savedName : nameOf(left.files().back().content.experiment);
  qsizetype newest = states.size() - 1;
  while (newest >= 0 && states[newest][2] != found) --newest;
  if (newest < 0) return wrong("what was found was never there");
  const qint64 lost = newest + 1 < states.size() ? killedAt - states[newest + 1][0].toLongLong() : 0;
  std::cout << std::max<qint64>(0, lost) << '\n';
  return 0;
}

}  // namespace
}  // namespace ravine

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  const QStringList words = QApplication::arguments();
  if (words.size() != 4) return 2;
  if (words[1] == QLatin1String("check")) return ravine::checkAfter(words[2], words[3].toLongLong());
  const ravine::Editor editor(words[2], words[3].toUInt());
  return QApplication::exec();
}
