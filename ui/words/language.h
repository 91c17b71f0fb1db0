// The language in which everything is told: Qt Linguist's files, which are built in. English, the language of the keys,
// needs none. Works without an application, so that the command line speaks the same. Numbers look the same in every
// language. Lives on the main thread.
#pragma once

#include <QString>
#include <QStringList>

namespace ravine::language {

// "en", "ko": by their codes, in the order of the menu.
const QStringList& all();
// What a language calls itself.
QString nameOf(const QString& code);

// That of the system, as far as it is there; otherwise English.
QString ofSystem();
// From now on. Precondition: it is one of all().
void use(const QString& code);
const QString& current();

// To an application that has come since use(), so that tr() and Qt's own dialogs follow.
void install();

// The text for a key; the key itself where there is none.
QString translate(const char* context, const char* key);

}  // namespace ravine::language
