#include <QFile>
#include <QIcon>
#include <QScreen>
#include <QStandardPaths>
#include <memory>
#include <optional>

#include "app/command_line.h"
#include "app/start_qt.h"
#include "core/lesson/scenarios.h"
#include "ui/model/laboratory.h"
#include "ui/model/settings.h"
#include "ui/window/file_desk.h"
#include "ui/window/main_window.h"
#include "ui/words/language.h"
#include "ui/workspace/workspace.h"

namespace ravine {
namespace {

// What outlives a window: another language makes the window anew, and all that was done stays.
class Program {
 public:
  explicit Program(const WindowOptions& options)
      : m_laboratory(inLanguage(firstScenario(), language::current().toStdString()), settings::themeChoice()),
        m_workspace(m_laboratory,
                    QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/unsaved")) {
    m_laboratory.themes().setScale(settings::textScale());
    makeWindow();
    m_window->resize(QSize(1440, 900).boundedTo(QApplication::primaryScreen()->availableSize()));
    m_window->show();
    if (options.present) m_window->present(true);
    m_laboratory.timeline().setPlaying(true);
    if (!options.file.empty())
      m_window->files().open(QFile::decodeName(options.file.c_str()));
    else if (settings::beginsWithLastFile())
      m_window->files().reopenLast();
    m_window->files().offerRecovery();
    if (options.file.empty()) m_window->offerHints();
  }

 private:
  void makeWindow() {
    m_window = std::make_unique<MainWindow>(m_laboratory, m_workspace);
    // Not while the menu that it was chosen from is still open.
    QObject::connect(
        m_window.get(), &MainWindow::languageChosen, m_window.get(), [this](const QString& code) { speak(code); },
        Qt::QueuedConnection);
  }

  void speak(const QString& code) {
    const ExperimentView view = m_window->view();
    const std::optional<int> hint = m_window->hint();
    const QByteArray geometry = m_window->saveGeometry();
    m_window->setFocus();  // what is being typed is taken
    settings::setLanguage(code);
    language::use(code);
    m_workspace.speak(code);
    const std::unique_ptr<MainWindow> old = std::move(m_window);
    makeWindow();
    m_window->restoreGeometry(geometry);
    m_window->show();
    m_window->setView(view);
    if (hint) m_window->showHints(*hint);
  }

  Laboratory m_laboratory;
  Workspace m_workspace;
  std::unique_ptr<MainWindow> m_window;
};

}  // namespace
}  // namespace ravine

int main(int argc, char** argv) {
  using namespace ravine;
  WindowOptions options;
  if (const auto exitCode = runCommandLine(argc, argv, options)) return *exitCode;

  const auto application = startOnDisplay(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("ravine"));
  QApplication::setApplicationName(QStringLiteral("ravine"));
  QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/ravine.svg")));
  if (options.language.isEmpty() && language::all().contains(settings::language())) language::use(settings::language());
  const Program program(options);
  return QApplication::exec();
}
