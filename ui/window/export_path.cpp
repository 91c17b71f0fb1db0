#include "ui/window/export_path.h"

#include <QFileDialog>
#include <QFileInfo>

#include "ui/model/settings.h"

namespace ravine {

QString askForExportPath(QWidget& window, const QString& title, const QString& fileName,
                         const std::vector<NamedEnding>& endings) {
  QFileDialog dialog(&window, title, settings::lastExportFolder());
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  QStringList filters;
  QString proposed;
  const QString suffix = QFileInfo(fileName).suffix();
  for (const auto& [name, ending] : endings) {
    filters << QStringLiteral("%1 (*.%2)").arg(name, ending);
    if (ending == suffix) proposed = filters.back();
  }
  dialog.setNameFilters(filters);
  dialog.selectNameFilter(proposed);
  dialog.setDefaultSuffix(suffix);
  QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString& filter) {
    dialog.setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
  });
  dialog.selectFile(fileName);
  if (dialog.exec() != QDialog::Accepted) return {};
  const QString path = dialog.selectedFiles().constFirst();
  settings::setLastExportFolder(QFileInfo(path).path());
  return path;
}

}  // namespace ravine
