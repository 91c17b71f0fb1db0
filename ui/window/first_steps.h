// The hints of the first start: what to try, and which control of the window each speaks of.
#pragma once

#include <vector>

#include "ui/help/hints.h"

namespace ravine {

class Laboratory;
class MainWindow;

std::vector<Hint> firstSteps(const Laboratory& laboratory, MainWindow& window);

}  // namespace ravine
