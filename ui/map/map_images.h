// Maps that several panels show alike are painted once: whoever asks for one while another thread paints it waits for
// that, and a map that is still shown somewhere is taken as it is.
#pragma once

#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>

#include "ui/map/map_image.h"

namespace ravine {

struct MapRequest {
  LossChoice lossFunction;
  Box domain;
  Box box;
  QSize size;  // device pixels
  double devicePixelRatio;
  MapColours colours;

  bool operator==(const MapRequest&) const = default;
};

// May be used from any number of threads at once.
class MapImages {
 public:
  static MapImages& ofAllPanels();

  // `function` is that of the request. Worthless, and not given to others, if it was cancelled meanwhile; never null.
  std::shared_ptr<const MapImage> get(const MapRequest& request, const LossFunction& function,
                                      const CancelPredicate& cancelled);

 private:
  struct Entry {
    MapRequest request;
    std::weak_ptr<const MapImage> image;
    bool underWay = true;
  };
  using Place = std::list<Entry>::iterator;

  Place placeOf(const MapRequest& request);

  std::mutex m_mutex;
  std::condition_variable m_painted;
  std::list<Entry> m_entries;
};

}  // namespace ravine
