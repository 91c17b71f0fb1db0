#include "ui/window/announcer.h"

#include <chrono>

namespace ravine {
namespace {

constexpr std::chrono::milliseconds kRest{150};  // so that of a drag only its end is told

}  // namespace

Announcer::Announcer(Laboratory& laboratory, QObject* parent) : QObject(parent), m_laboratory(laboratory) {
  m_rest.setSingleShot(true);
  m_rest.setInterval(kRest);
  m_rest.callOnTimeout(this, &Announcer::due);
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &Announcer::wait);
  connect(&laboratory.timeline(), &Timeline::playingChanged, this, &Announcer::wait);
  connect(&laboratory, &Laboratory::changed, this, &Announcer::wait);
}

void Announcer::wait() {
  if (m_laboratory.timeline().isPlaying()) return m_rest.stop();
  m_rest.start();
}

void Announcer::finish() {
  if (!m_rest.isActive()) return;
  m_rest.stop();
  emit due();
}

}  // namespace ravine
