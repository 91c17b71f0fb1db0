#include "app/start_qt.h"

#include <QHashFunctions>
#include <cstdlib>
#include <iostream>

#include "app/report.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

void sayOnlyWhatIsFatal(QtMsgType type, const QMessageLogContext& /*context*/, const QString& text) {
  if (type == QtFatalMsg) std::cerr << "ravine: " << text.toStdString() << '\n';
}

// While QApplication is made, one thing is fatal: that no platform could be started, by whichever of the many ways in
// which one is chosen. Qt would abort after this message; returning to it or unwinding through it is not possible.
void endWithoutDisplay(QtMsgType type, const QMessageLogContext& /*context*/, const QString& /*text*/) {
  if (type != QtFatalMsg) return;
  std::_Exit(fail({{"display", CORE_TEXT("Problem", "none could be reached"),
                    CORE_TEXT("Problem",
                              "set DISPLAY or WAYLAND_DISPLAY to one, or QT_QPA_PLATFORM to another platform of Qt; "
                              "the commands list, run, check, export and shot need none")}}));
}

}  // namespace

std::unique_ptr<QApplication> startOffScreen() {
  static int count = 1;
  static char name[] = "ravine";
  static char* words[] = {name, nullptr};
  qInstallMessageHandler(sayOnlyWhatIsFatal);
  QHashSeed::setDeterministicGlobalSeed();  // Qt writes a PDF in the order of its hashes
  qputenv("QT_QPA_PLATFORM", "offscreen");
  // A picture has the size that was asked for, whatever the desktop's screen is like.
  for (const char* scale : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_ENABLE_HIGHDPI_SCALING"})
    qunsetenv(scale);
  auto application = std::make_unique<QApplication>(count, words);
  language::install();
  return application;
}

std::unique_ptr<QApplication> startOnDisplay(int& argc, char** argv) {
  qInstallMessageHandler(endWithoutDisplay);
  auto application = std::make_unique<QApplication>(argc, argv);
  qInstallMessageHandler(nullptr);
  language::install();
  return application;
}

}  // namespace ravine
