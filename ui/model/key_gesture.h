// Which presses of a key belong together: a key held down, or pressed again at once, is one gesture and so one undo
// step. Not every platform says that a key repeats itself.
#pragma once

#include <QKeyEvent>

#include "ui/model/document.h"

namespace ravine {

class KeyGesture {
 public:
  Document::Gesture of(const QKeyEvent& press) {
    constexpr quint64 atOnce = 400;  // milliseconds
    const bool continues =
        press.key() == m_key && (press.isAutoRepeat() || (press.timestamp() > 0 && press.timestamp() - m_at <= atOnce));
    if (!continues) m_gesture = Document::newGesture();
    m_key = press.key();
    m_at = press.timestamp();
    return m_gesture;
  }

 private:
  int m_key = 0;
  quint64 m_at = 0;  // milliseconds, as events count them
  Document::Gesture m_gesture = Document::kSingleEdit;
};

}  // namespace ravine
