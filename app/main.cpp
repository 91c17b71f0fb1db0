#include <QIcon>
#include <QScreen>

#include "app/command_line.h"
#include "app/start_qt.h"
#include "core/run/scenarios.h"
#include "ui/model/laboratory.h"
#include "ui/model/settings.h"
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
  MainWindow window(laboratory);
  const QSize room = QApplication::primaryScreen()->availableSize();
  window.resize(QSize(1440, 900).boundedTo(room));
  window.show();
  if (options.present) window.present(true);
  laboratory.timeline().setPlaying(true);
  return QApplication::exec();
}
