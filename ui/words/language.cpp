#include "ui/words/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>
#include <memory>
#include <vector>

namespace ravine::language {
namespace {

constexpr auto kEnglish = "en";

struct Spoken {
  QString code = QString::fromLatin1(kEnglish);
  std::vector<std::unique_ptr<QTranslator>> translators;  // ours first
};

Spoken& spoken() {
  static Spoken spoken;
  return spoken;
}

}  // namespace

const QStringList& all() {
  static const QStringList codes{QString::fromLatin1(kEnglish), QStringLiteral("ko")};
  return codes;
}

QString nameOf(const QString& code) {
  return code == QLatin1String(kEnglish) ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
}

QString ofSystem() {
  for (const QString& name : QLocale::system().uiLanguages()) {
    const QString code = name.section(QLatin1Char('-'), 0, 0);
    if (all().contains(code)) return code;
  }
  return QString::fromLatin1(kEnglish);
}

void use(const QString& code) {
  spoken() = {code, {}};  // a translator that goes takes itself out of the application
  QLocale::setDefault(QLocale::c());
  if (code == QLatin1String(kEnglish)) return;
  for (const char* base : {"ravine", "qtbase"}) {
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(QStringLiteral(":/translations/%1_%2.qm").arg(QLatin1String(base), code)))
      spoken().translators.push_back(std::move(translator));
  }
  install();
}

const QString& current() {
  return spoken().code;
}

void install() {
  if (!QCoreApplication::instance()) return;
  for (const auto& translator : spoken().translators) QCoreApplication::installTranslator(translator.get());
}

QString translate(const char* context, const char* key) {
  // Not by way of the application first: it may not be there yet, or not be ready.
  for (const auto& translator : spoken().translators)
    if (const QString text = translator->translate(context, key); !text.isEmpty()) return text;
  return QCoreApplication::instance() ? QCoreApplication::translate(context, key) : QString::fromUtf8(key);
}

}  // namespace ravine::language
