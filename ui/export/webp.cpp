#include "ui/export/webp.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include <cmath>

namespace ravine {
namespace {

constexpr float kThoroughness = 50;  // 0 … 100, and the next 0 … 6: how long it looks for a smaller file
constexpr int kEffort = 3;

}  // namespace

struct WebpEncoder::State {
  WebPAnimEncoder* encoder = nullptr;
  WebPConfig config;
  WebPPicture picture;
};

WebpEncoder::WebpEncoder(const QSize& size, bool loops) : m_state(std::make_unique<State>()) {
  WebPAnimEncoderOptions options;
  WebPAnimEncoderOptionsInit(&options);
  options.anim_params.loop_count = loops ? 0 : 1;
  m_state->encoder = WebPAnimEncoderNew(size.width(), size.height(), &options);
  // Without loss: flat colours and thin lines take less room so than with it, and stay as they are.
  WebPConfigInit(&m_state->config);
  m_state->config.lossless = 1;
  m_state->config.quality = kThoroughness;
  m_state->config.method = kEffort;
  m_state->config.thread_level = 1;
  WebPPictureInit(&m_state->picture);
  m_state->picture.use_argb = 1;
  m_state->picture.width = size.width();
  m_state->picture.height = size.height();
}

WebpEncoder::~WebpEncoder() {
  WebPPictureFree(&m_state->picture);
  WebPAnimEncoderDelete(m_state->encoder);
}

bool WebpEncoder::take(const QImage& frame, double milliseconds) {
  return m_state->encoder &&
         WebPPictureImportBGRX(&m_state->picture, frame.constBits(), static_cast<int>(frame.bytesPerLine())) &&
         WebPAnimEncoderAdd(m_state->encoder, &m_state->picture, static_cast<int>(std::lround(milliseconds)),
                            &m_state->config);
}

QByteArray WebpEncoder::finish(double milliseconds) {
  WebPData data;
  WebPDataInit(&data);
  QByteArray bytes;
  if (m_state->encoder &&
      WebPAnimEncoderAdd(m_state->encoder, nullptr, static_cast<int>(std::lround(milliseconds)), nullptr) &&
      WebPAnimEncoderAssemble(m_state->encoder, &data))
    bytes = QByteArray(reinterpret_cast<const char*>(data.bytes), static_cast<qsizetype>(data.size));
  WebPDataClear(&data);
  return bytes;
}

}  // namespace ravine
