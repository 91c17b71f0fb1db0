// Shows that a custom-painted widget has the keys, as a frame on top of it: to who came there by a key, as a press
// shows where it was made.
#pragma once

class QWidget;

namespace ravine {

// From now on.
void showFocusOf(QWidget& widget);

}  // namespace ravine
