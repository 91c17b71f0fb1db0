// The words of a lesson's file that stand for values of ours, for reading and writing alike.
#pragma once

#include "core/file/file_words.h"
#include "core/lesson/lesson.h"

namespace ravine::file_words {

inline constexpr auto kLessonFormat = "ravine-lesson";

inline constexpr Table<PagePart, 4> kPageParts{{{PagePart::inspector, "inspector"},
                                                {PagePart::lossChart, "loss"},
                                                {PagePart::rateChart, "rate"},
                                                {PagePart::transport, "transport"}}};

}  // namespace ravine::file_words
