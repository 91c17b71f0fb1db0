// An animated WebP, by libwebp.
#pragma once

#include <QByteArray>
#include <QImage>
#include <memory>

namespace ravine {

class WebpEncoder {
 public:
  WebpEncoder(const QSize& size, bool loops);
  ~WebpEncoder();
  WebpEncoder(const WebpEncoder&) = delete;
  WebpEncoder& operator=(const WebpEncoder&) = delete;

  // A frame of that size, in RGB32, seen from so many milliseconds on. Whether it was taken.
  bool take(const QImage& frame, double milliseconds);
  // The whole, which ends there; empty if that was not possible.
  QByteArray finish(double milliseconds);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace ravine
