// Tells what is wrong with a file, in a box over the window or, if it can be lived with, in the notice bar.
#pragma once

#include <QString>

#include "core/base/problem.h"

class QWidget;

namespace ravine {

class NoticeBar;

void showProblems(const QString& title, const Problems& problems, QWidget& window);
// The most important one, with a button for the rest. Nothing if there are none.
void tellRemarks(NoticeBar& notice, const Problems& remarks, QWidget& window);

}  // namespace ravine
