// Playback as an animation: frames of a sheet, painted off screen on all processors, and the encoders that they go to.
#pragma once

#include <QByteArray>
#include <QImage>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/problem.h"
#include "ui/export/sheet.h"

namespace ravine {

struct AnimationTiming {
  static constexpr int kMostFrames = 20'000;

  double from = 0;  // steps
  double to = 0;
  double fps = 25;
  double secondsPerStep = 0.1;
  double pause = 1;  // seconds for which the end stands
  bool loops = true;

  int movingFrames() const;
  int frames() const;
  double playheadAt(int frame) const;
};

// Called with the frames that are done and all there are; false: no more is wanted.
using Progress = std::function<bool(int done, int all)>;

// The frames of a sheet in their order, of `scale` pixels for each of its own.
class Frames {
 public:
  Frames(const Sheet& sheet, double scale);

  QSize size() const { return m_size; }
  // Paints the frames with these playheads, several at once, and hands each to `take`, in their order, while the next
  // are being painted; as long as that gives true. What it gave at last.
  bool paint(const std::vector<double>& playheads, const std::function<bool(const QImage&)>& take);

 private:
  struct Worker {
    explicit Worker(const Sheet& copied) : sheet(copied) {}
    Sheet sheet;
    QImage frame;
  };

  QImage groundOf(const Sheet& sheet) const;
  QImage painted(Worker& worker, double playhead) const;

  QSize m_size;
  double m_scale;
  bool m_isTurning;
  QImage m_ground;
  std::vector<std::unique_ptr<Worker>> m_workers;
};

// The bytes of a file.
struct Exported {
  QByteArray bytes = {};
  Problems problems = {};  // why there are none
  bool cancelled = false;
};

struct AnimationFormat {
  QString ending;
  QString name;
  bool needsProgram;         // ffmpeg, which is looked for when it is needed
  double bytesPerMegapixel;  // of a usual animation, measured: for a rough guess at its size
  Exported (*encode)(Frames& frames, const AnimationTiming& timing, const Progress& progress);
};
// The smallest files first.
const std::vector<AnimationFormat>& animationFormats();
const AnimationFormat* findAnimationFormat(const QString& ending);
bool hasFfmpeg();
// About how large the file will be.
double guessedBytes(const AnimationFormat& format, const QSize& size, const AnimationTiming& timing);

}  // namespace ravine
