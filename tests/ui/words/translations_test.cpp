// Every text has its translation, and every translation what its text has: held against the code as lupdate reads it.
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include "core/lesson/scenarios.h"

namespace ravine {
namespace {

const QString kTranslations = QStringLiteral(RAVINE_SOURCES "/resources/translations/");

struct Entry {
  QString context;
  QString source;
  QString translation;
  QString type;  // "unfinished", "obsolete", "vanished", or empty
};

QList<Entry> entriesOf(const QString& path) {
  QFile file(path);
  EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
  QXmlStreamReader xml(&file);
  QList<Entry> entries;
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("name")) context = xml.readElementText();
    if (xml.name() == QLatin1String("message")) entries.append({context, {}, {}, {}});
    if (xml.name() == QLatin1String("source")) entries.back().source = xml.readElementText();
    if (xml.name() == QLatin1String("translation")) {
      entries.back().type = xml.attributes().value(QLatin1String("type")).toString();
      entries.back().translation = xml.readElementText();
    }
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  return entries;
}

QStringList languages() {
  QStringList files = QDir(kTranslations).entryList({QStringLiteral("ravine_*.ts")});
  EXPECT_FALSE(files.isEmpty());
  return files;
}

TEST(Translations, AreFinishedAndNoneIsObsolete) {
  for (const QString& file : languages())
    for (const Entry& entry : entriesOf(kTranslations + file)) {
      EXPECT_TRUE(entry.type.isEmpty()) << entry.type.toStdString() << ": " << entry.source.toStdString();
      EXPECT_FALSE(entry.translation.isEmpty()) << entry.source.toStdString();
    }
}

// What lupdate would add or take away today.
TEST(Translations, AreThoseOfTheCode) {
  for (const QString& file : languages()) {
    const QTemporaryDir folder;
    const QString copy = folder.filePath(file);
    ASSERT_TRUE(QFile::copy(kTranslations + file, copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(RAVINE_SOURCES));
    lupdate.start(QStringLiteral(RAVINE_LUPDATE), {"-silent", "-I", ".", "-locations", "none", "-tr-function-alias",
                                                   "QT_TRANSLATE_NOOP+=CORE_TEXT", "core", "ui", "app", "-ts", copy});
    ASSERT_TRUE(lupdate.waitForFinished(120'000)) << "lupdate is part of qt6-l10n-tools";
    for (const Entry& entry : entriesOf(copy))
      EXPECT_TRUE(entry.type.isEmpty()) << entry.type.toStdString() << ": " << entry.context.toStdString() << ", "
                                        << entry.source.toStdString()
                                        << " (cmake --build BUILD --target translations, then Qt Linguist)";
  }
}

TEST(Translations, HaveEachPlaceholderAsOftenAsTheirText) {
  for (const QString& file : languages())
    for (const Entry& entry : entriesOf(kTranslations + file))
      for (int i = 1; i <= 9; ++i) {
        const QString placeholder = QStringLiteral("%%1").arg(i);
        EXPECT_EQ(entry.translation.count(placeholder), entry.source.count(placeholder))
            << entry.source.toStdString() << " → " << entry.translation.toStdString();
      }
}

// A particle that depends on how what is before it sounds cannot follow a number or a word that is put in; and whole
// sentences end in -다 throughout.
TEST(Translations, OfKoreanReadWellWhateverIsPutIn) {
  static const QRegularExpression particle(
      QStringLiteral("%[1-9][’”'\"]?(은|는|을|를|과|와|으로|로|이|가)( |$|,|\\.)"));
  static const QRegularExpression politeEnding(QStringLiteral("(습니다|ㅂ니다|입니다|합니다|됩니다|세요|어요|아요)"));
  for (const Entry& entry : entriesOf(kTranslations + QStringLiteral("ravine_ko.ts"))) {
    EXPECT_FALSE(particle.match(entry.translation).hasMatch()) << entry.translation.toStdString();
    EXPECT_FALSE(politeEnding.match(entry.translation).hasMatch()) << entry.translation.toStdString();
  }
}

// Texts that are set on screen without having been offered for translation.
TEST(Translations, NoWordsOnScreenBypassThem) {
  static const QRegularExpression shown(QStringLiteral(
      R"((setText|setToolTip|setAccessibleName|setWindowTitle|addAction|addMenu|makeLabel|addItem|tell)\()"
      R"re((QStringLiteral\(|QLatin1String\()?"[^"]*[A-Za-z]{3})re"));
  for (const char* part : {"ui", "app"}) {
    const QDir root(QStringLiteral(RAVINE_SOURCES "/") + QLatin1String(part));
    QStringList folders{root.path()};
    for (const QString& room : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) folders << root.filePath(room);
    for (const QString& folder : folders)
      for (const QString& name : QDir(folder).entryList({QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
        QFile file(QDir(folder).filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const auto match = shown.match(text);
        const QString words = match.captured();
        EXPECT_TRUE(words.isEmpty() || words.contains(QStringLiteral("\"Ravine")))
            << name.toStdString() << ": " << words.toStdString();
      }
  }
}

TEST(Translations, EveryScenarioSpeaksEveryLanguage) {
  for (const Scenario& scenario : scenarios()) {
    ASSERT_TRUE(scenario.translated.contains("ko")) << scenario.id;
    const Experiment& korean = scenario.translated.at("ko");
    EXPECT_NE(korean.title, scenario.experiment.title);
    EXPECT_NE(korean.text, scenario.experiment.text);
    EXPECT_EQ(withScenarioWords(scenario.experiment, "ko"), korean) << "a word must not mean two things";
    EXPECT_EQ(withScenarioWords(korean, "en"), scenario.experiment);
    EXPECT_EQ(withScenarioWords(korean, "ko"), korean);
  }
}

}  // namespace
}  // namespace ravine
