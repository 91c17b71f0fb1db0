#include "ui/map/map_images.h"

#include <algorithm>
#include <chrono>

namespace ravine {

MapImages& MapImages::ofAllPanels() {
  static MapImages images;
  return images;
}

MapImages::Place MapImages::placeOf(const MapRequest& request) {
  return std::find_if(m_entries.begin(), m_entries.end(),
                      [&request](const Entry& entry) { return entry.request == request; });
}

std::shared_ptr<const MapImage> MapImages::get(const MapRequest& request, const LossFunction& function,
                                               const CancelPredicate& cancelled) {
  constexpr std::chrono::milliseconds soon{2};  // to look whether one is cancelled
  std::unique_lock lock(m_mutex);
  for (auto place = placeOf(request); place != m_entries.end(); place = placeOf(request)) {
    if (isCancelled(cancelled)) return std::make_shared<const MapImage>();
    if (place->underWay) {
      m_painted.wait_for(lock, soon);
    } else if (auto image = place->image.lock()) {
      return image;
    } else {
      m_entries.erase(place);
    }
  }
  const Place mine = m_entries.insert(m_entries.end(), {.request = request, .image = {}});
  lock.unlock();
  auto image = std::make_shared<const MapImage>(paintMapImage(function, request.domain, request.box, request.size,
                                                              request.devicePixelRatio, cancelled, request.colours));
  lock.lock();
  mine->underWay = false;
  if (!isCancelled(cancelled)) mine->image = image;
  m_entries.remove_if([](const Entry& entry) { return !entry.underWay && entry.image.expired(); });
  m_painted.notify_all();
  return image;
}

}  // namespace ravine
