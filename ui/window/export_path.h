// Asks where an export is to be written.
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace ravine {

// With one of these endings, without their dots and each with a name; `fileName` has the one that is proposed. Empty if
// it is not to be written.
struct NamedEnding {
  QString name;
  QString ending;
};
QString askForExportPath(QWidget& window, const QString& title, const QString& fileName,
                         const std::vector<NamedEnding>& endings);

}  // namespace ravine
