// The Markdown of lessons: CommonMark with tables, without HTML. A tilde is none of its signs, since ranges have one.
#pragma once

#include <QTextDocument>

namespace ravine {

inline constexpr auto kLessonMarkdown = QTextDocument::MarkdownFeatures::fromInt(
    (QTextDocument::MarkdownDialectGitHub & ~0x0200) | QTextDocument::MarkdownNoHTML);  // 0x0200 strikes through

}  // namespace ravine
