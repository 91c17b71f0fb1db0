#include "ui/words/sentence.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ui/words/language.h"

namespace ravine::wording {
namespace {

// Places of problems that are no names in a file, and those that have another name on screen.
constexpr std::array kPlaces{QT_TRANSLATE_NOOP("Place", "command line"), QT_TRANSLATE_NOOP("Place", "file"),
                             QT_TRANSLATE_NOOP("Place", "display"),      QT_TRANSLATE_NOOP("Place", "standard output"),
                             QT_TRANSLATE_NOOP("Place", "picture"),      QT_TRANSLATE_NOOP("Place", "scenario"),
                             QT_TRANSLATE_NOOP("Place", "domain"),       QT_TRANSLATE_NOOP("Place", "start"),
                             QT_TRANSLATE_NOOP("Place", "warm-up"),      QT_TRANSLATE_NOOP("Place", "steps"),
                             QT_TRANSLATE_NOOP("Place", "loss"),         QT_TRANSLATE_NOOP("Place", "runs"),
                             QT_TRANSLATE_NOOP("Place", "lr"),           QT_TRANSLATE_NOOP("Place", "colour")};

// A place in a file keeps the name that it has there.
QString where(const Problem& problem) {
  static const std::string column = "formula, column ";
  if (problem.where.starts_with(column))
    return coreText(CORE_TEXT("Place", "formula, column %1").with(problem.where.substr(column.size())));
  const auto known = std::find(kPlaces.begin(), kPlaces.end(), problem.where);
  if (known == kPlaces.end() || (problem.at.line > 0 && problem.where != "file"))
    return QString::fromStdString(problem.where);
  return language::translate("Place", *known);
}

QString shownPlace(const Problem& problem) {
  QStringList parts;
  if (problem.page != 0) parts << coreText(CORE_TEXT("Words", "page %1").with(problem.page));
  if (problem.run != 0) parts << coreText(CORE_TEXT("Words", "run %1").with(problem.run));
  parts << where(problem);
  parts.removeAll(QString());
  return parts.join(QStringLiteral(", "));
}

}  // namespace

QString coreText(const Message& message) {
  const QString translated = language::translate(message.context.c_str(), message.key.c_str());
  return QString::fromStdString(filledIn(translated.toStdString(), message.arguments));
}

QString coreText(const std::vector<Message>& messages, const QString& separator) {
  QStringList texts;
  for (const Message& message : messages) texts << coreText(message);
  return texts.join(separator);
}

QString problem(const Problem& problem) {
  const QString mend = coreText(problem.mend);
  QStringList parts{coreText(problem.what), mend};
  QString sentence = coreText(mend.endsWith('?') ? CORE_TEXT("Words", "%1; %2") : CORE_TEXT("Words", "%1; %2."));
  if (const QString place = shownPlace(problem); !place.isEmpty()) {
    sentence = coreText(mend.endsWith('?') ? CORE_TEXT("Words", "%1: %2; %3") : CORE_TEXT("Words", "%1: %2; %3."));
    parts.prepend(place);
  }
  std::vector<std::string> arguments;
  for (const QString& part : parts) arguments.push_back(part.toStdString());
  const std::string at = placeInFile(problem);
  return QString::fromStdString(at + filledIn(sentence.toStdString(), arguments));
}

}  // namespace ravine::wording
