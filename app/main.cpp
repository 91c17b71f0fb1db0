#include <QFile>
#include <QIcon>
#include <QScreen>
#include <QStandardPaths>

#include "app/command_line.h"
#include "app/start_qt.h"
#include "core/file/scenarios.h"
#include "ui/model/laboratory.h"
#include "ui/model/settings.h"
#include "ui/window/file_desk.h"
#include "ui/window/main_window.h"

int main(int argc, char** argv) {
  using namespace ravine;
  WindowOptions options;
  if (const auto exitCode = runCommandLine(argc, argv, options)) return *exitCode;

  const auto application = startOnDisplay(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("ravine"));
  QApplication::setApplicationName(QStringLiteral("ravine"));
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/ravine.svg")));
  Laboratory laboratory(scenarios().front().experiment, settings::themeChoice());
  laboratory.themes().setScale(settings::textScale());
  const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  MainWindow window(laboratory, data + QStringLiteral("/unsaved"));
  const QSize room = QApplication::primaryScreen()->availableSize();
  window.resize(QSize(1440, 900).boundedTo(room));
  window.show();
  if (options.present) window.present(true);
  laboratory.timeline().setPlaying(true);
  if (!options.file.empty())
    window.files().open(QFile::decodeName(options.file.c_str()));
  else if (settings::beginsWithLastFile())
    window.files().reopenLast();
  window.files().offerRecovery();
  return QApplication::exec();
}
