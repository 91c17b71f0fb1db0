#include "ui/help/guide.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>
#include <algorithm>
#include <array>
#include <limits>

#include "core/diagnosis/run_result.h"
#include "ui/chart/chart_card.h"
#include "ui/chart/chart_trace.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kPlayhead = 8;
// Pixels at scale 1.
constexpr double kMargin = 36;  // for the numbers
constexpr double kLeastWidth = 600;
constexpr double kLeastHeight = 400;
constexpr double kBetweenNumbers = 5;
constexpr double kMarkWidth = 20;

struct GuideWords {
  Q_DECLARE_TR_FUNCTIONS(Guide)
};

// In which margin a number stands.
enum class Margin { left, middle, right };

// Something in the picture that a number stands for.
struct Spot {
  QPointF at;
  double clear;  // how far round it the line keeps away
  Margin margin;
};

double heightOf(const QString& text, const QFont& font, double width) {
  return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, text).height();
}

// Where the straight way between two steps goes through y = 0.
Vector2 crossing(const Vector2& from, const Vector2& to) {
  return from + from.y() / (from.y() - to.y()) * (to - from);
}

// The point of a contour line that is nearest to a place.
QPointF contourNear(const MapScene& map, const QPointF& place) {
  QPointF best = place;
  double nearest = std::numeric_limits<double>::infinity();
  for (const ContourLine& line : map.image->contours)
    for (const QPointF& point : toPixels(map.frame, line)) {
      const double distance = QLineF(point, place).length();
      if (distance >= nearest) continue;
      nearest = distance;
      best = point;
    }
  return best;
}

// Where a curve leaves the chart for good, or ends.
QPointF endOf(const ChartScene& chart, const Curve& curve) {
  std::size_t last = curve.values.size();
  while (last > 0 && curve.values[last - 1] > chart.values.upper) --last;
  last = std::min(last, curve.values.size() - 1);
  return ChartScale(chart).at(static_cast<double>(last), std::min(curve.values[last], chart.values.upper));
}

const Curve& curveOf(const ChartScene& chart, RunId run, CurveRole role) {
  return *std::find_if(chart.content.curves.begin(), chart.content.curves.end(),
                       [&](const Curve& curve) { return curve.run == run && curve.role == role; });
}

QPointF pointOf(const ChartScene& chart, const Curve& curve, double step) {
  return ChartScale(chart).at(step, curve.values[static_cast<std::size_t>(step)]);
}

// Fills a scene of which theme and size are known.
class GuideLayout {
 public:
  GuideLayout(const std::vector<ShownRun>& runs, double devicePixelRatio, GuideScene& scene)
      : m_runs(runs), m_ratio(devicePixelRatio), m_scene(scene), m_theme(scene.theme) {}

  void layOut() {
    const double margin = px(kMargin);
    const double inner = m_scene.size.width() - 3 * margin;
    const double height = m_scene.size.height() - px(8);
    QRectF panel(margin, px(4), 0.53 * inner, height);
    const QRectF charts(panel.right() + margin, panel.top(), inner - panel.width(), height);
    for (const ShownRun& shown : m_runs) addHead(shown, panel);
    addMap(panel);
    const double half = 0.5 * (charts.height() - px(14));
    addChart(m_scene.loss, lossContent(m_runs, {}), quantityName(Quantity::loss),
             QRectF(charts.topLeft(), QSizeF(charts.width(), half)));
    addChart(m_scene.rate, rateContent(m_runs, {}), GuideWords::tr("Learning rate"),
             QRectF(charts.left(), charts.bottom() - half, charts.width(), half));
    addLabels(panel.right(), charts.left());
  }

 private:
  double px(double length) const { return m_theme.px(length); }

  // What is said of a run over its map. Takes its height from the room.
  void addHead(const ShownRun& shown, QRectF& room) {
    const QFont bold = m_theme.font(kText, QFont::DemiBold);
    const QFont small = m_theme.font(kSmallText);
    const QFont badgeFont = m_theme.font(kSmallText, QFont::DemiBold);
    const double line = std::max(QFontMetricsF(bold).height(), QFontMetricsF(small).height() + px(4));
    const double left = room.left() + px(kMarkWidth);
    const QString name = QString::fromStdString(shown.run.name);
    const Outcome outcome = shown.result->diagnosis.outcome;
    const QString word = wording::outcomeName(outcome);
    const double badge = QFontMetricsF(badgeFont).horizontalAdvance(word) + px(16);
    m_scene.heads.push_back({QPointF(room.left() + px(8), room.top() + 0.5 * line), shown.run.colour,
                             QRectF(room.right() - badge, room.top(), badge, line), word,
                             wording::outcomeColour(outcome, m_theme)});
    const double nameHeight = QFontMetricsF(bold).height();
    addText(QRectF(left, room.top() + 0.5 * (line - nameHeight), room.right() - badge - left, nameHeight), name, bold,
            m_theme.text);
    const QString reason = wording::reason(*shown.result);
    const double height = heightOf(reason, small, room.right() - left);
    addText(QRectF(left, room.top() + line + px(1), room.right() - left, height), reason, small, m_theme.quietText);
    m_reasons.push_back(m_scene.texts.back());
    room.setTop(room.top() + line + height + px(7));
  }

  void addText(const QRectF& box, const QString& text, const QFont& font, const QColor& ink) {
    m_scene.texts.push_back({box, text, font, ink});
  }

  void addMap(const QRectF& room) {
    constexpr int mostTicks = 4;
    const LossFunctionInfo info = lossFunctionInfo(m_runs.front().run);
    ravine::Box view = info.domain;
    // The widths of the numbers have a part in what is seen, and the other way round.
    for (int pass = 0; pass < 2; ++pass) {
      const Axes axes({.range = view.x, .mostTicks = mostTicks}, {.range = view.y, .mostTicks = mostTicks}, room,
                      m_theme, false);
      view = withEqualUnits(info.domain, axes.area().size());
      if (pass == 1) m_scene.axes.push_back(axes);
      m_scene.map.frame = {axes.area(), view};
    }
    MapScene& map = m_scene.map;
    map.runs = m_runs;
    map.selected = m_runs.front().run.id;
    map.playhead = kPlayhead;
    map.theme = m_theme;
    map.image = std::make_shared<const MapImage>(mapWithContours(*m_runs.front().landscape()->function, info.domain,
                                                                 view, (map.frame.area.size() * m_ratio).toSize(),
                                                                 m_ratio, mapColours(m_theme)));
  }

  void addChart(ChartScene& chart, ChartContent content, const QString& title, QRectF room) {
    const QFont bold = m_theme.font(kText, QFont::DemiBold);
    const QFont small = m_theme.font(kSmallText);
    constexpr double endless = 1e6;  // a font that stands in for some letters has higher lines
    const double titleHeight = heightOf(title, bold, endless);
    const double noteHeight = heightOf(content.note, small, endless);
    const double beside = QFontMetricsF(bold).horizontalAdvance(title) + px(10);
    addText(QRectF(room.topLeft(), QSizeF(beside - px(2), titleHeight)), title, bold, m_theme.text);
    const double width = room.width() - beside;
    const double lower = QFontMetricsF(bold).ascent() - QFontMetricsF(small).ascent();  // on one base line
    if (QFontMetricsF(small).horizontalAdvance(content.note) <= width)
      addText(QRectF(room.left() + beside, room.top() + lower, width, noteHeight), content.note, small,
              m_theme.quietText);
    room.setTop(room.top() + std::max(titleHeight, lower + noteHeight) + px(4));
    chart.steps = {0, static_cast<double>(m_runs.front().run.steps)};
    chart.values = content.range;
    const Axes axes({.range = chart.steps, .title = stepAxisName(chart.content)},
                    {.range = chart.values, .logarithmic = content.logarithmic, .hasGrid = true}, room, m_theme, true);
    m_scene.axes.push_back(axes);
    chart.content = std::move(content);
    chart.area = axes.area();
    chart.playhead = kPlayhead;
    chart.selected = m_runs.front().run.id;
    chart.theme = m_theme;
  }

  // In the order of the entries.
  std::vector<Spot> spots() const {
    const Run& run = m_runs.front().run;
    const RunResultPtr& result = m_runs.front().result;
    const std::vector<Vector2>& points = result->trajectory.points;
    const MapFrame& frame = m_scene.map.frame;
    const auto onMap = [&](const Vector2& place) { return frame.toPixel(place); };
    const std::vector<CriticalPoint>& critical = result->landscape->criticalPoints;
    const auto saddle = std::find_if(critical.begin(), critical.end(),
                                     [](const CriticalPoint& point) { return point.kind == CriticalKind::saddle; });
    const RunId other = m_runs.back().run.id;
    const double late = 0.78 * static_cast<double>(run.steps);
    const ChartScene& loss = m_scene.loss;
    const ChartScene& rate = m_scene.rate;
    const QRectF& badge = m_scene.heads.front().badge;
    const QRectF& reason = m_reasons.front().box;
    const double line = QFontMetricsF(m_reasons.front().font).height();
    const QRectF& map = frame.area;
    return {{QPointF(badge.right(), badge.center().y()), px(3), Margin::middle},
            {QPointF(reason.left(), reason.top() + 0.5 * line), px(3), Margin::left},
            {onMap(run.start), px(9), Margin::left},
            {onMap(points[2]), px(4), Margin::left},
            {onMap(crossing(points[1], points[2])), px(3), Margin::left},
            {onMap(pointAt(result->trajectory, kPlayhead)), px(8), Margin::left},
            {onMap(result->landscape->lowestMinimum()->point), px(9), Margin::left},
            {onMap(saddle->point), px(6), Margin::middle},
            {contourNear(m_scene.map, map.topLeft() + QPointF(0.86 * map.width(), 0.13 * map.height())), px(1),
             Margin::middle},
            {pointOf(loss, curveOf(loss, run.id, CurveRole::value), kPlayhead - 3), px(3), Margin::middle},
            {endOf(loss, curveOf(loss, other, CurveRole::value)), px(9), Margin::right},
            {pointOf(rate, curveOf(rate, run.id, CurveRole::value), late), px(3), Margin::right},
            {pointOf(rate, curveOf(rate, run.id, CurveRole::limit), late), px(3), Margin::right}};
  }

  void addLabels(double endOfPanel, double beginOfCharts) {
    const std::vector<Spot> all = spots();
    m_scene.labels.resize(all.size());
    const double half = 0.5 * px(kMargin);
    const std::array<double, 3> columns{half, 0.5 * (endOfPanel + beginOfCharts), m_scene.size.width() - half};
    for (const Margin margin : {Margin::left, Margin::middle, Margin::right}) {
      std::vector<std::size_t> here;
      for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].margin == margin) here.push_back(i);
      std::sort(here.begin(), here.end(), [&](std::size_t a, std::size_t b) { return all[a].at.y() < all[b].at.y(); });
      std::vector<double> heights;
      for (const std::size_t i : here) heights.push_back(all[i].at.y());
      spread(heights);
      const double x = columns[static_cast<std::size_t>(margin)];
      for (std::size_t place = 0; place < here.size(); ++place)
        m_scene.labels[here[place]] = labelAt({x, heights[place]}, all[here[place]]);
      uncross(here, all);
    }
  }

  GuideLabel labelAt(const QPointF& number, const Spot& spot) const {
    QLineF line(spot.at, number);
    line.setLength(spot.clear);
    return {number, line.p2()};
  }

  // Apart, within the picture, and otherwise where they are.
  void spread(std::vector<double>& heights) const {
    const double apart = px(2 * kNumberRadius + kBetweenNumbers);
    double least = px(kNumberRadius + 1);
    for (double& height : heights) {
      height = std::max(height, least);
      least = height + apart;
    }
    double most = m_scene.size.height() - px(kNumberRadius + 1);
    for (auto height = heights.rbegin(); height != heights.rend(); ++height) {
      *height = std::min(*height, most);
      most = *height - apart;
    }
  }

  // Two lines that cross exchange their numbers' places, which makes them shorter, so this comes to an end.
  void uncross(const std::vector<std::size_t>& here, const std::vector<Spot>& spots) {
    bool again = true;
    while (again) {
      again = false;
      for (const std::size_t a : here)
        for (const std::size_t b : here) {
          GuideLabel& first = m_scene.labels[a];
          GuideLabel& second = m_scene.labels[b];
          if (a >= b || QLineF(first.number, spots[a].at).intersects(QLineF(second.number, spots[b].at), nullptr) !=
                            QLineF::BoundedIntersection)
            continue;
          const QPointF number = first.number;
          first = labelAt(second.number, spots[a]);
          second = labelAt(number, spots[b]);
          again = true;
        }
    }
  }

  const std::vector<ShownRun>& m_runs;
  double m_ratio;
  GuideScene& m_scene;
  const Theme& m_theme;
  std::vector<GuideScene::Text> m_reasons;
};

}  // namespace

std::vector<ShownRun> guideRuns() {
  Run below;
  // The curvature across the valley is 10, so that 2/λ is 0.2; along its floor it is far less.
  below.lossFunction = {.id = {},
                        .parameters = {},
                        .formula = "0.02*(x^2 - 4)^2 + 0.1*x + 5*y^2",
                        .domain = ravine::Box{{-4, 4}, {-3, 3}}};
  below.id = RunId{1};
  below.start = {-3.6, 2.2};
  below.lr = 0.18;
  below.steps = 26;
  below.name = rateName(below.lr);
  Run above = below;
  above.id = RunId{2};
  above.colour = 1;
  above.start = {3.4, 0.35};
  above.lr = 0.215;
  above.name = rateName(above.lr);
  std::vector<ShownRun> runs;
  for (const Run& run : {below, above})
    runs.push_back({run, computeRun(run, runs.empty() ? nullptr : runs.front().result->landscape)});
  return runs;
}

std::vector<GuideEntry> guideEntries() {
  return {
      {GuideWords::tr("Outcome"), GuideWords::tr("How the run ended, in one word.")},
      {GuideWords::tr("Reason"), GuideWords::tr("Why it ended so, with this run's own numbers: read it first.")},
      {GuideWords::tr("Start"),
       GuideWords::tr("The ring is where the run begins; drag it, and see how the path changes.")},
      {GuideWords::tr("Steps"),
       GuideWords::tr("Each dot is one step; the farther apart two of them are, the longer the step.")},
      {GuideWords::tr("Overshoot"),
       GuideWords::tr("A step that crosses the valley was too long for its walls: see whether the next is shorter.")},
      {GuideWords::tr("Head"),
       GuideWords::tr("Where the run is at the playhead; what comes after is faint, on the map and in the charts.")},
      {GuideWords::tr("Minimum ★"), GuideWords::tr("The lowest point there is: see whether the path ends there.")},
      {GuideWords::tr("Saddle ✕"), GuideWords::tr("Level ground that falls to two sides: near it runs are slow.")},
      {GuideWords::tr("Contour line"),
       GuideWords::tr("Along it the loss is the same; where lines are close, the slope is steep.")},
      {GuideWords::tr("Loss curve"),
       GuideWords::tr("Where the scale is logarithmic, a straight fall means the same factor in every step.")},
      {GuideWords::tr("End mark"), GuideWords::tr("Where and when a run went wrong; others have none.")},
      {GuideWords::tr("Learning rate η"),
       GuideWords::tr("η of each step: level if it is constant, otherwise the shape of its schedule.")},
      {GuideWords::tr("Limit 2/λ"),
       GuideWords::tr("Dashed, from the curvature λ along the path: of plain descent, steps across the valley "
                      "shrink while η is below it and grow while η is above.")}};
}

QSizeF guideSize(const Theme& theme) {
  return {theme.px(kLeastWidth), theme.px(kLeastHeight)};
}

GuideScene layOutGuide(const std::vector<ShownRun>& runs, const QSizeF& size, const Theme& theme,
                       double devicePixelRatio) {
  GuideScene scene;
  scene.theme = theme;
  scene.size = size;
  GuideLayout(runs, devicePixelRatio, scene).layOut();
  return scene;
}

}  // namespace ravine
