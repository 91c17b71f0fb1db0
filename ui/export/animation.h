// Frames, painted off screen, and the encoders that they go to; those of a sheet play its runs.
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

// Pictures of one size, one for each playhead.
class Frames {
 public:
  Frames() = default;
  Frames(const Frames&) = delete;
  Frames& operator=(const Frames&) = delete;
  virtual ~Frames() = default;

  virtual QSize size() const = 0;
  // Paints the frames with these playheads and hands each to `take`, in their order, as long as that gives true. What
  // it gave at last.
  virtual bool paint(const std::vector<double>& playheads, const std::function<bool(const QImage&)>& take) = 0;
};

// The frames of a sheet, of `scale` pixels for each of its own; several are painted at once.
class SheetFrames final : public Frames {
 public:
  SheetFrames(const Sheet& sheet, double scale);

  QSize size() const override { return m_size; }
  bool paint(const std::vector<double>& playheads, const std::function<bool(const QImage&)>& take) override;

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
