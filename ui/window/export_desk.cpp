#include "ui/window/export_desk.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLocale>

#include "core/export/code.h"
#include "ui/export/export_dialog.h"
#include "ui/model/settings.h"
#include "ui/window/notice_bar.h"
#include "ui/words/language.h"
#include "ui/words/wording.h"

namespace ravine {

ExportDesk::ExportDesk(Laboratory& laboratory, NoticeBar& notice, std::function<ExperimentView()> view, QWidget& window)
    : QObject(&window), m_laboratory(laboratory), m_notice(notice), m_view(std::move(view)), m_window(window) {}

void ExportDesk::open() {
  if (auto* open = m_window.findChild<ExportDialog*>(); open && open->isVisible()) {
    open->raise();
    return open->activateWindow();
  }
  auto* dialog = new ExportDialog(m_laboratory, m_view, &m_window);
  connect(dialog, &ExportDialog::written, this, [this](const QString& path, qint64 bytes) {
    const QString size = QLocale(language::current()).formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    m_notice.tell(tr("Written: %1, %2").arg(QFileInfo(path).fileName(), size));
  });
  dialog->show();
}

// As was chosen last, at a size that suits the part.
void ExportDesk::copy(SheetContent part) {
  ExportChoices choices = ExportChoices::fromMap(settings::exportChoices());
  choices.content = part;
  choices.run = m_laboratory.selected();
  choices.size = part == SheetContent::panel ? QSizeF(720, 720) : QSizeF(960, 540);
  choices.textSize = 14;
  std::vector<RunResultPtr> results;
  for (const ShownRun& shown : m_laboratory.shownRuns())
    if (shown.result) results.push_back(shown.result);
  if (results.size() != m_laboratory.runs().size()) return;  // a moment later they are there
  copyPicture(choices.request(m_laboratory.experiment(), m_view(), results));
  m_notice.tell(part == SheetContent::panel  ? tr("A picture of the panel is in the clipboard.")
                : part == SheetContent::loss ? tr("A picture of the loss is in the clipboard.")
                : part == SheetContent::rate ? tr("A picture of the learning rate is in the clipboard.")
                                             : tr("A picture of the chart of every η is in the clipboard."));
}

void ExportDesk::copyScript(CodeLibrary library) {
  const Run& run = m_laboratory.selectedRun();
  if (const auto problem = whyNoScript(run)) return m_notice.tell(wording::problem(*problem));
  const std::string script = library == CodeLibrary::numpy ? numpyScript(run) : pytorchScript(run);
  QApplication::clipboard()->setText(QString::fromStdString(script));
  m_notice.tell(tr("A script that repeats “%1” is in the clipboard.").arg(QString::fromStdString(run.name)));
}

void ExportDesk::copyCommand() {
  const Run& run = m_laboratory.selectedRun();
  QApplication::clipboard()->setText(QString::fromStdString(commandLine(run)));
  m_notice.tell(tr("The command that repeats “%1” is in the clipboard.").arg(QString::fromStdString(run.name)));
}

}  // namespace ravine
