#include "tests/app/program.h"

#include <gtest/gtest.h>

#include <QProcess>

namespace ravine {
namespace {

Answer answer(const QString& program, const QStringList& arguments) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* chosen : {"LANGUAGE", "LANG", "XDG_CURRENT_DESKTOP"}) environment.remove(QLatin1String(chosen));
  environment.remove(QStringLiteral("DISPLAY"));
  environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
  environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
  environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));  // numbers stay in the C locale
  environment.insert(QStringLiteral("RAVINE"), QStringLiteral(RAVINE_PROGRAM));
  process.setProcessEnvironment(environment);
  process.start(program, arguments);
  EXPECT_TRUE(process.waitForFinished(60'000));
  EXPECT_EQ(process.exitStatus(), QProcess::NormalExit) << arguments.join(' ').toStdString();
  return {process.exitCode(), process.readAllStandardOutput().toStdString(),
          process.readAllStandardError().toStdString()};
}

}  // namespace

Answer callWith(const QStringList& arguments) {
  return answer(QStringLiteral(RAVINE_PROGRAM), arguments);
}

Answer call(const QString& arguments) {
  return callWith(arguments.split(' ', Qt::SkipEmptyParts));
}

Answer shell(const QString& line) {
  return answer(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line});
}

}  // namespace ravine
