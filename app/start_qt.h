// Starts Qt so that stderr keeps to Ravine's own sentences: Qt speaks of folders and plug-ins, and where there is no
// display it advises to install the application again.
#pragma once

#include <QApplication>
#include <memory>

namespace ravine {

// For pictures: whatever display there is, it is not used. Qt stays silent as long as the program runs.
std::unique_ptr<QApplication> startOffScreen();

// For the window. Without a display the program ends here, with a sentence and the exit code of bad input. Afterwards
// Qt may warn again. `argc` and `argv` must live as long as the application.
std::unique_ptr<QApplication> startOnDisplay(int& argc, char** argv);

}  // namespace ravine
