// A learning rate as one types it.
#pragma once

#include <QString>
#include <functional>

#include "core/base/problem.h"

namespace ravine {

// Sets the rate that a text means and gives what is wrong with it, or says why the text means none.
Problems takeRate(const QString& text, const std::function<Problems(double)>& set);

}  // namespace ravine
