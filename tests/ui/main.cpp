#include <gtest/gtest.h>

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  testing::InitGoogleTest(&argc, argv);
  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("ravine-tests"));
  QStandardPaths::setTestModeEnabled(true);
  // Of its own: tests run side by side.
  const QTemporaryDir remembered;
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, remembered.path());
  return RUN_ALL_TESTS();
}
