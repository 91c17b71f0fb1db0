#include "ui/control/rate_entry.h"

#include "core/base/parameters.h"

namespace ravine {

Problems takeRate(const QString& text, const std::function<Problems(double)>& set) {
  const std::string typed = text.toStdString();
  if (const auto rate = parseNumber(typed)) return set(*rate);
  return {{"η", CORE_TEXT("Problem", "'%1' cannot be read").with(excerpt(typed)), howToWriteNumber(typed, "0.05")}};
}

}  // namespace ravine
