#include "ui/model/display.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

bool isSame(const LossChoice& a, const LossChoice& b) {
  return a.id == b.id && a.formula == b.formula;
}

ReliefCamera within(ReliefCamera camera) {
  const ReliefCamera usual;
  for (auto number : {&ReliefCamera::turn, &ReliefCamera::tilt, &ReliefCamera::zoom})
    if (!std::isfinite(camera.*number)) camera.*number = usual.*number;
  camera.turn = std::remainder(camera.turn, 360);
  camera.tilt = std::clamp(camera.tilt, ReliefCamera::kTilts.lower, ReliefCamera::kTilts.upper);
  camera.zoom = std::clamp(camera.zoom, ReliefCamera::kZooms.lower, ReliefCamera::kZooms.upper);
  return camera;
}

}  // namespace

ReliefLook Display::reliefOf(const LossChoice& function) const {
  const auto found =
      std::find_if(m_reliefs.begin(), m_reliefs.end(), [&](const Relief& r) { return isSame(r.function, function); });
  return found == m_reliefs.end() ? ReliefLook() : found->look;
}

void Display::setRelief(const LossChoice& function, const ReliefLook& look) {
  ReliefLook sound = look;
  if (sound.camera) sound.camera = within(*sound.camera);
  if (sound == reliefOf(function)) return;
  std::erase_if(m_reliefs, [&](const Relief& relief) { return isSame(relief.function, function); });
  if (sound != ReliefLook()) m_reliefs.push_back({function, sound});
  emit reliefChanged();
}

void Display::forgetReliefs() {
  if (m_reliefs.empty()) return;
  m_reliefs.clear();
  emit reliefChanged();
}

}  // namespace ravine
