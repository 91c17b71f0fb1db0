#include "ui/lesson/thumbnail.h"

#include <QPainter>
#include <algorithm>

#include "core/run/look.h"
#include "core/run/panels.h"
#include "ui/export/landscape_figure.h"

namespace ravine {
namespace {

constexpr std::size_t kMostCells = 3;
constexpr double kGap = 2;       // pixels between cells
constexpr double kScale = 0.55;  // of marks and lines, in a small picture

// A figure whose area is this box: what is round it, the axes, falls outside.
std::unique_ptr<Figure> figureIn(const QRectF& box, LandscapeSpec spec, double ratio) {
  spec.imageRatio = 0.1;  // to see how much room the axes take
  const QRectF area = landscapeFigure(spec, box, 0)->area();
  const QMarginsF axes(area.left() - box.left(), area.top() - box.top(), box.right() - area.right(),
                       box.bottom() - area.bottom());
  spec.imageRatio = ratio;
  return landscapeFigure(spec, box.marginsAdded(axes), 0);
}

}  // namespace

std::shared_ptr<Thumbnail> Thumbnail::make(const Experiment& experiment, const ExperimentView& view, const QSize& size,
                                           double ratio, const Theme& theme, const CancelPredicate& cancelled) {
  auto thumbnail = std::make_shared<Thumbnail>();
  thumbnail->m_size = size;
  thumbnail->m_ratio = ratio;
  std::vector<ShownRun> runs;
  std::shared_ptr<const Landscape> landscape;
  for (const Run& run : experiment.runs) {
    const bool isSame = !runs.empty() && runs.back().run.lossFunction == run.lossFunction;
    const RunResultPtr result = computeRun(run, isSame ? landscape : nullptr, cancelled);
    if (!result) return nullptr;
    landscape = result->landscape;
    runs.push_back({run, result});
    thumbnail->m_lastStep = std::max(thumbnail->m_lastStep, static_cast<double>(run.steps));
  }
  Theme small = theme;
  small.scale = kScale;
  std::vector<std::vector<RunId>> cells = panelsOf(experiment.runs, Layout::overlaid);
  cells.resize(std::min(cells.size(), kMostCells));
  const double gaps = kGap * static_cast<double>(cells.size() - 1);
  const double width = (size.width() - gaps) / static_cast<double>(cells.size());
  double left = 0;
  for (const std::vector<RunId>& ids : cells) {
    LandscapeSpec spec;
    for (const ShownRun& shown : runs)
      if (std::find(ids.begin(), ids.end(), shown.run.id) != ids.end()) spec.runs.push_back(shown);
    spec.selected = ids.front();
    spec.look = lookOf(spec.runs.front().run);
    spec.theme = small;
    for (const SeenRelief& relief : view.reliefs)
      if (relief.run == ids.front()) spec.relief = relief;
    const QRectF box(left, 0, width, size.height());
    thumbnail->m_cells.push_back({box, figureIn(box, spec, ratio)});
    left += width + kGap;
  }
  thumbnail->m_ground = QImage(size * ratio, QImage::Format_ARGB32_Premultiplied);
  thumbnail->m_ground.setDevicePixelRatio(ratio);
  thumbnail->m_ground.fill(theme.card);
  QPainter painter(&thumbnail->m_ground);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const Cell& cell : thumbnail->m_cells) {
    painter.setClipRect(cell.box);
    cell.figure->paintGround(painter);
  }
  return thumbnail;
}

QImage Thumbnail::at(double part) const {
  QImage image = m_ground;
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  for (const Cell& cell : m_cells) {
    cell.figure->moveTo(part * m_lastStep);
    painter.setClipRect(cell.box);
    if (cell.figure->isTurning()) cell.figure->paintGround(painter);
    cell.figure->paintMoments(painter);
  }
  return image;
}

}  // namespace ravine
