#include "ui/export/landscape_figure.h"

#include <algorithm>
#include <optional>

#include "core/run/look.h"
#include "ui/chart/axes.h"
#include "ui/map/data_painter.h"
#include "ui/map/data_scene.h"
#include "ui/map/map_painter.h"
#include "ui/map/map_scene.h"
#include "ui/map/profile_painter.h"
#include "ui/map/profile_scene.h"
#include "ui/map/relief_painter.h"
#include "ui/map/relief_scene.h"

namespace ravine {
namespace {

constexpr int kMapTicks = 4;
constexpr int kProfileTicks = 5;

// Paints inside an area alone.
template <class Paint>
void clipTo(QPainter& painter, const QRectF& area, Paint paint) {
  painter.save();
  painter.setClipRect(area, Qt::IntersectClip);
  paint();
  painter.restore();
}

// Copies work out the moment with details of their own.
class MapFigure : public Figure {
 public:
  MapFigure(const LandscapeSpec& spec, const QRectF& room, double playhead)
      : m_profiles(spec.profiles), m_axes(axesFor({{0, 1}, {0, 1}}, room, spec.theme)) {
    const LossFunctionInfo info = lossFunctionInfo(spec.runs.front().run);
    const auto function = makeLossFunction(info, spec.runs.front().run.lossFunction.parameters);
    Box view = spec.zoom.value_or(info.domain);
    // The widths of the numbers have a part in what is seen, and the other way round.
    for (int pass = 0; pass < 2; ++pass) {
      m_axes = axesFor(view, room, spec.theme);
      view = withEqualUnits(spec.zoom.value_or(info.domain), m_axes.area().size());
    }
    m_scene.frame = {m_axes.area(), view};
    m_scene.runs = spec.runs;
    m_scene.selected = spec.selected;
    m_scene.shows = spec.shows;
    m_scene.theme = spec.theme;
    m_scene.axes = info.axes;
    const QSize pixels = (m_axes.area().size() * spec.imageRatio).toSize();
    if (!pixels.isEmpty())
      m_scene.image = std::make_shared<const MapImage>(
          mapWithContours(*function, info.domain, view, pixels, spec.imageRatio, mapColours(spec.theme)));
    if (const ShownRun& shown = m_scene.lookedAt(); spec.shows.basins && shown.result)
      m_scene.basins = std::make_shared<const BasinGround>(
          basinGround(basinRequest(shown.run, view, pixels, spec.imageRatio, spec.theme, kManyBasinCells),
                      shown.result->landscape));
    moveTo(playhead);
  }
  MapFigure(const MapFigure& other)
      : Figure(other), m_profiles(other.m_profiles), m_axes(other.m_axes), m_scene(other.m_scene) {}

  void moveTo(double playhead) override {
    m_scene.playhead = playhead;
    m_details.workOut(m_scene);
    m_scene.lines.clear();
    for (const ShownRun& each : m_profiles)
      m_scene.lines.push_back(
          {lineOfProfile(each.run, each.landscape(), each.trajectory(), playhead), each.run.colour});
  }
  void paintGround(QPainter& painter) const override {
    clipTo(painter, area(), [&] { ravine::paintGround(painter, m_scene); });
    m_axes.paintAbove(painter);
  }
  void paintMoments(QPainter& painter) const override {
    clipTo(painter, area(), [&] {
      paintShown(painter, m_scene);
      paintWalkedPaths(painter, m_scene);
      ravine::paintMoments(painter, m_scene);
    });
  }
  QRectF area() const override { return m_scene.frame.area; }
  std::unique_ptr<Figure> clone() const override { return std::make_unique<MapFigure>(*this); }

 private:
  static Axes axesFor(const Box& view, const QRectF& room, const Theme& theme) {
    return {{.range = view.x, .mostTicks = kMapTicks}, {.range = view.y, .mostTicks = kMapTicks}, room, theme, false};
  }
  std::vector<ShownRun> m_profiles;
  Axes m_axes;
  MapScene m_scene;
  MapDetails m_details;
};

class ProfileFigure : public Figure {
 public:
  ProfileFigure(const LandscapeSpec& spec, const QRectF& room, double playhead)
      : m_axes(axesFor({{0, 1}, {0, 1}}, room, spec.theme)) {
    const LossFunctionInfo info = lossFunctionInfo(spec.runs.front().run);
    m_scene.runs = spec.runs;
    m_scene.selected = spec.selected;
    m_scene.playhead = playhead;
    m_scene.theme = spec.theme;
    m_scene.function = makeLossFunction(info, spec.runs.front().run.lossFunction.parameters);
    m_scene.domain = info.domain;
    m_scene.ofXAlone = info.ofXAlone;
    m_scene.axes = info.axes;
    for (int pass = 0; pass < 2; ++pass) {
      m_scene.frame = {m_axes.area(), {{0, 1}, {0, 1}}};  // its height has a part in what is shown
      const Box view = spec.zoom.value_or(homeOf(m_scene));
      m_axes = axesFor(view, room, spec.theme);
      m_scene.frame = {m_axes.area(), view};
    }
    m_details.workOut(m_scene);
  }
  ProfileFigure(const ProfileFigure& other) : Figure(other), m_axes(other.m_axes), m_scene(other.m_scene) {}

  void moveTo(double playhead) override {
    m_scene.playhead = playhead;
    m_details.workOut(m_scene);
  }
  void paintGround(QPainter& painter) const override {
    m_axes.paintBelow(painter);
    clipTo(painter, area(), [&] { paintProfileGround(painter, m_scene); });
    m_axes.paintAbove(painter);
  }
  void paintMoments(QPainter& painter) const override {
    clipTo(painter, area(), [&] {
      paintProfilePaths(painter, m_scene);
      paintProfileMoments(painter, m_scene);
    });
  }
  bool isTurning() const override { return m_scene.kind == ProfileLine::lastStep; }
  QRectF area() const override { return m_scene.frame.area; }
  std::unique_ptr<Figure> clone() const override { return std::make_unique<ProfileFigure>(*this); }

 private:
  static Axes axesFor(const Box& view, const QRectF& room, const Theme& theme) {
    return {{.range = view.x, .hasGrid = true, .mostTicks = kProfileTicks},
            {.range = view.y, .hasGrid = true, .mostTicks = kProfileTicks},
            room,
            theme,
            true};
  }

  Axes m_axes;
  ProfileScene m_scene;
  ProfileDetails m_details;
};

class ReliefFigure : public Figure {
 public:
  ReliefFigure(const LandscapeSpec& spec, const QRectF& room, double playhead) {
    const LossFunctionInfo info = lossFunctionInfo(spec.runs.front().run);
    m_scene.area = room;
    m_scene.runs = spec.runs;
    m_scene.selected = spec.selected;
    m_scene.theme = spec.theme;
    m_scene.function = makeLossFunction(info, spec.runs.front().run.lossFunction.parameters);
    m_scene.axes = info.axes;
    m_scene.model = makeReliefModel(*m_scene.function, info.domain, reliefCells(room.size()), spec.relief.heights);
    m_scene.camera = spec.relief.camera.value_or(suitableCamera(m_scene.model->surface, *m_scene.function, info.start));
    moveTo(playhead);
  }
  ReliefFigure(const ReliefFigure& other) : Figure(other), m_scene(other.m_scene) {}

  void moveTo(double playhead) override {
    m_scene.playhead = playhead;
    m_details.workOut(m_scene);
  }
  void paintGround(QPainter& painter) const override {
    clipTo(painter, area(), [&] {
      paintReliefSurface(painter, m_scene);
      paintReliefGround(painter, m_scene);
    });
  }
  void paintMoments(QPainter& painter) const override {
    clipTo(painter, area(), [&] {
      paintReliefPaths(painter, m_scene);
      paintReliefMoments(painter, m_scene);
    });
  }
  QRectF area() const override { return m_scene.area; }
  std::unique_ptr<Figure> clone() const override { return std::make_unique<ReliefFigure>(*this); }

 private:
  ReliefScene m_scene;
  ReliefDetails m_details;
};

class DataFigure : public Figure {
 public:
  DataFigure(const LandscapeSpec& spec, const QRectF& room, double playhead)
      : m_axes(axesFor({{0, 1}, {0, 1}}, room, spec.theme)) {
    m_scene.setFunction(spec.runs.front().run.lossFunction);
    m_scene.runs = spec.runs;
    m_scene.selected = spec.selected;
    m_scene.theme = spec.theme;
    m_scene.frame.area = m_axes.area();  // about: how much of it the note takes
    const Box view = spec.dataZoom.value_or(homeOf(m_scene));
    m_axes = axesFor(view, room, spec.theme);
    m_scene.frame = {m_axes.area(), view};
    moveTo(playhead);
  }
  DataFigure(const DataFigure& other) : Figure(other), m_axes(other.m_axes), m_scene(other.m_scene) {}

  void moveTo(double playhead) override {
    m_scene.playhead = playhead;
    m_details.workOut(m_scene);
  }
  void paintGround(QPainter& painter) const override {
    m_axes.paintBelow(painter);
    clipTo(painter, area(), [&] { paintDataGround(painter, m_scene); });
    m_axes.paintAbove(painter);
  }
  void paintMoments(QPainter& painter) const override {
    clipTo(painter, area(), [&] { paintDataMoments(painter, m_scene); });
  }
  QRectF area() const override { return m_scene.frame.area; }
  std::unique_ptr<Figure> clone() const override { return std::make_unique<DataFigure>(*this); }

 private:
  static Axes axesFor(const Box& view, const QRectF& room, const Theme& theme) {
    return {{.range = view.x, .hasGrid = true, .mostTicks = kProfileTicks},
            {.range = view.y, .hasGrid = true, .mostTicks = kProfileTicks},
            room,
            theme,
            true};
  }

  Axes m_axes;
  DataScene m_scene;
  DataDetails m_details;
};

// A map and the data beside it, or below where the room is higher than wide.
class MapWithDataFigure : public Figure {
 public:
  MapWithDataFigure(const LandscapeSpec& spec, const QRectF& room, double playhead) {
    constexpr double gap = 12;
    const double between = spec.theme.px(gap);
    const bool isWide = room.width() >= room.height();
    const QSizeF half = isWide ? QSizeF(0.5 * (room.width() - between), room.height())
                               : QSizeF(room.width(), 0.5 * (room.height() - between));
    const QPointF second = isWide ? QPointF(half.width() + between, 0) : QPointF(0, half.height() + between);
    m_map = std::make_unique<MapFigure>(spec, QRectF(room.topLeft(), half), playhead);
    m_data = std::make_unique<DataFigure>(spec, QRectF(room.topLeft() + second, half), playhead);
  }
  MapWithDataFigure(const MapWithDataFigure& other)
      : Figure(other), m_map(other.m_map->clone()), m_data(other.m_data->clone()) {}

  void moveTo(double playhead) override {
    m_map->moveTo(playhead);
    m_data->moveTo(playhead);
  }
  void paintGround(QPainter& painter) const override {
    m_map->paintGround(painter);
    m_data->paintGround(painter);
  }
  void paintMoments(QPainter& painter) const override {
    m_map->paintMoments(painter);
    m_data->paintMoments(painter);
  }
  // Of the smaller one, as which it is judged.
  QRectF area() const override {
    const QRectF map = m_map->area();
    const QRectF data = m_data->area();
    return std::min(map.width(), map.height()) < std::min(data.width(), data.height()) ? map : data;
  }
  std::unique_ptr<Figure> clone() const override { return std::make_unique<MapWithDataFigure>(*this); }

 private:
  std::unique_ptr<Figure> m_map;
  std::unique_ptr<Figure> m_data;
};

}  // namespace

std::unique_ptr<Figure> landscapeFigure(const LandscapeSpec& spec, const QRectF& room, double playhead) {
  switch (spec.look) {
    case Look::map:
      return std::make_unique<MapFigure>(spec, room, playhead);
    case Look::profile:
      return std::make_unique<ProfileFigure>(spec, room, playhead);
    case Look::data:
      return std::make_unique<DataFigure>(spec, room, playhead);
    case Look::mapWithData:
      return std::make_unique<MapWithDataFigure>(spec, room, playhead);
    case Look::relief:
      return std::make_unique<ReliefFigure>(spec, room, playhead);
  }
  return nullptr;
}

}  // namespace ravine
