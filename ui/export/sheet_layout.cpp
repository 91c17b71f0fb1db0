#include "ui/export/sheet_layout.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "core/run/landmarks.h"
#include "core/run/look.h"
#include "core/run/panels.h"
#include "ui/chart/chart_scene.h"
#include "ui/export/caption.h"
#include "ui/export/chart_figure.h"
#include "ui/export/every_rate_figure.h"
#include "ui/export/landscape_figure.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

// Pixels at scale 1.
constexpr double kMargin = 14;
constexpr double kGap = 16;          // between figures
constexpr double kMarkWidth = 20;    // of a run's mark with the space after it
constexpr double kMostUnder = 0.34;  // of a panel's height: texts under its picture
constexpr double kLeastFigure = 34;  // of a landscape's side
constexpr double kLeastChart = 24;   // of a chart's height
constexpr double kFlow = 22;         // between the entries of a legend
constexpr auto kBetween = " · ";

struct SheetWords {
  Q_DECLARE_TR_FUNCTIONS(Sheet)
};

// What belongs on one panel.
struct Panel {
  std::vector<std::size_t> runs;  // places in the experiment
};

// Of what stands above and under the picture of a panel.
struct Heights {
  double heads = 0;
  double under = 0;

  Heights expandedTo(const Heights& other) const {
    return {std::max(heads, other.heads), std::max(under, other.under)};
  }
};

struct Under {
  QString text;
  double height;
  QColor ink;
};

}  // namespace

QString stepText(double step, double last) {
  return SheetWords::tr("step %1 of %2").arg(static_cast<qint64>(step)).arg(static_cast<qint64>(last));
}

// Lays out one sheet.
class SheetLayout {
 public:
  // `tellsReasons`: why each run ended as it did stands under its picture.
  SheetLayout(const SheetSpec& spec, Sheet& sheet, bool tellsReasons)
      : m_spec(spec), m_sheet(sheet), m_theme(sheet.m_theme), m_tellsReasons(tellsReasons) {
    for (std::size_t i = 0; i < spec.experiment.runs.size(); ++i)
      m_runs.push_back({spec.experiment.runs[i], spec.results[i]});
    m_selected = spec.view.selection.empty() ? spec.experiment.runs.front().id : spec.view.selection.front();
  }

  void layOut() {
    const double margin = px(kMargin);
    QRectF room = QRectF(QPointF(), m_spec.size).adjusted(margin, margin, -margin, -margin);
    std::vector<Run> told;
    for (const ShownRun& shown : m_runs)
      if (m_spec.content != SheetContent::panel || isOnPanelOf(shown.run)) told.push_back(shown.run);
    m_caption = captionOf(told);
    m_told = told;
    if (m_spec.stepCount || (m_spec.caption && !m_caption.common.isEmpty())) addCaption(room);
    switch (m_spec.content) {
      case SheetContent::everything:
        return layOutAll(room);
      case SheetContent::panel:
        return layOutPanels({panelOf(m_spec.run)}, room);
      case SheetContent::loss:
      case SheetContent::rate:
        return layOutChart(m_spec.content, room, true);
      case SheetContent::everyRate:
        return layOutEveryRate(room);
      case SheetContent::legend: {
        // As high as it needs to be.
        const double unused = room.height() - layOutLegend(room, true);
        if (unused > 0) shorten(unused);
        return;
      }
    }
  }

 private:
  double px(double length) const { return m_theme.px(length); }

  bool isOnPanelOf(const Run& run) const {
    if (run.id == m_spec.run) return true;
    const Run* shown = m_spec.experiment.find(m_spec.run);
    return m_spec.experiment.layout == Layout::overlaid && shown && shown->lossFunction == run.lossFunction;
  }

  std::vector<Panel> panels() const {
    std::vector<Panel> all;
    for (const auto& ids : panelsOf(m_spec.experiment.runs, m_spec.experiment.layout)) {
      Panel panel;
      for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (std::find(ids.begin(), ids.end(), m_runs[i].run.id) != ids.end()) panel.runs.push_back(i);
      all.push_back(std::move(panel));
    }
    return all;
  }

  Panel panelOf(RunId run) const {
    for (const Panel& panel : panels())
      for (const std::size_t i : panel.runs)
        if (m_runs[i].run.id == run) return panel;
    return panels().front();
  }

  // At the lower end of the room, in as many lines as it needs; the steps are counted to its right.
  void addCaption(QRectF& room) {
    const QFont font = m_theme.font(kSmallText);
    const QFontMetricsF metrics(font);
    const double lastStep = m_sheet.m_lastStep;
    const double steps = m_spec.stepCount ? metrics.horizontalAdvance(stepText(lastStep, lastStep)) + px(kGap) : 0;
    const QRectF beside = room.adjusted(0, 0, -steps, 0);
    const QString text = m_spec.caption ? joined(m_caption.common, font, beside.width()) : QString();
    const double height = std::max(text.isEmpty() ? 0 : addTextAtBottom(beside, text, font, m_theme.quietText),
                                   m_spec.stepCount ? metrics.height() : 0);
    if (m_spec.stepCount)
      m_sheet.m_stepBox = QRectF(room.right() - steps, room.bottom() - height, steps, metrics.height());
    room.setBottom(room.bottom() - height - px(6));
  }

  static constexpr int kWrapped = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

  // Takes off the empty room above the caption.
  void shorten(double height) {
    for (Sheet::Text& text : m_sheet.m_texts)
      if (text.isCaption) text.box.translate(0, -height);
    if (m_sheet.m_stepBox) m_sheet.m_stepBox->translate(0, -height);
    m_sheet.m_size.setHeight(m_sheet.m_size.height() - std::floor(height));
  }

  // Items of a line that are not broken within, as long as each has room; a new line begins after a dot.
  static QString joined(const QStringList& items, const QFont& font, double width) {
    constexpr QChar noBreak(0x00a0);
    const QFontMetricsF metrics(font);
    QStringList whole;
    for (const QString& item : items) {
      QString kept = item;
      kept.replace(QLatin1Char(' '), noBreak);
      whole << (metrics.horizontalAdvance(kept) + metrics.horizontalAdvance(QStringLiteral(" ·")) <= width ? kept
                                                                                                           : item);
    }
    return breakable(whole.join(QString(noBreak) + QStringLiteral("· ")), font, width);
  }

  // A word that is wider than the room may be broken anywhere.
  static QString breakable(const QString& text, const QFont& font, double width) {
    const QFontMetricsF metrics(font);
    QStringList words = text.split(QLatin1Char(' '));
    for (QString& word : words) {
      if (metrics.horizontalAdvance(word) <= width) continue;
      QString broken;
      for (const QChar c : word) {
        if (!broken.isEmpty() && !c.isLowSurrogate()) broken += QChar(0x200b);
        broken += c;
      }
      word = broken;
    }
    return words.join(QLatin1Char(' '));
  }

  double heightOf(const QString& text, const QFont& font, double width) const {
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), kWrapped, text).height();
  }

  double addTextAtBottom(const QRectF& room, const QString& text, const QFont& font, const QColor& ink) {
    const double height = heightOf(text, font, room.width());
    addText(QRectF(room.left(), room.bottom() - height, room.width(), height), text, font, ink);
    m_sheet.m_texts.back().isCaption = true;
    return height;
  }

  void addText(const QRectF& box, const QString& text, const QFont& font, const QColor& ink, int flags = kWrapped) {
    m_sheet.m_texts.push_back({box, text, font, ink, flags | Qt::TextDontClip});
  }

  void addFigure(std::unique_ptr<Figure> figure, double leastHeight) {
    const QRectF area = figure->area();
    if (area.width() < px(kLeastFigure) || area.height() < px(leastHeight)) m_sheet.m_isTooSmall = true;
    m_sheet.m_figures.push_back(std::move(figure));
  }
  bool hasRoom(const QRectF& room) {
    const bool enough = room.width() >= px(1.6 * kLeastFigure) && room.height() >= px(1.6 * kLeastChart);
    if (!enough) m_sheet.m_isTooSmall = true;
    return enough;
  }

  void layOutAll(const QRectF& room) {
    const bool isWide = room.width() > 1.05 * room.height();
    constexpr double chartsWide = 0.34;
    constexpr double chartsHigh = 0.46;
    const double charts = (isWide ? chartsWide : chartsHigh) * room.height();
    const double gap = px(kGap);
    layOutPanels(panels(), room.adjusted(0, 0, 0, -charts - gap));
    const QRectF below(room.left(), room.bottom() - charts, room.width(), charts);
    if (m_spec.experiment.charts.everyRate) return layOutThreeCharts(below, isWide);
    if (isWide) {
      const double left = 0.58 * (below.width() - gap);
      layOutChart(SheetContent::loss, QRectF(below.topLeft(), QSizeF(left, charts)), false);
      layOutChart(SheetContent::rate, below.adjusted(left + gap, 0, 0, 0), false);
    } else {
      const double upper = 0.52 * (charts - gap);
      layOutChart(SheetContent::loss, QRectF(below.topLeft(), QSizeF(below.width(), upper)), false);
      layOutChart(SheetContent::rate, below.adjusted(0, upper + gap, 0, 0), false);
    }
  }

  // As in the window.
  void layOutThreeCharts(const QRectF& room, bool isWide) {
    const double gap = px(kGap);
    const double all = (isWide ? room.width() : room.height()) - 2 * gap;
    double at = 0;
    const auto next = [&](double part) {
      const double length = part * all;
      const QRectF place = isWide ? QRectF(room.left() + at, room.top(), length, room.height())
                                  : QRectF(room.left(), room.top() + at, room.width(), length);
      at += length + gap;
      return place;
    };
    layOutChart(SheetContent::loss, next(0.38), false);
    layOutChart(SheetContent::rate, next(0.27), false);
    layOutEveryRate(next(0.35));
  }

  void layOutEveryRate(QRectF room) {
    const auto shown =
        std::find_if(m_runs.begin(), m_runs.end(), [this](const ShownRun& each) { return each.run.id == m_selected; });
    const ShownRun& of = shown == m_runs.end() ? m_runs.front() : *shown;
    const QFont bold = m_theme.font(kText, QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const QString title = SheetWords::tr("Every η");
    addText(QRectF(room.left(), room.top(), room.width(), metrics.height()), title, bold, m_theme.text);
    const QFont small = m_theme.font(kSmallText);
    const QString name = nameOf(of.run);
    const double beside = metrics.horizontalAdvance(title) + px(10);
    if (m_runs.size() > 1 && QFontMetricsF(small).horizontalAdvance(name) <= room.width() - beside)
      addText(QRectF(room.left() + beside, room.top() + metrics.ascent() - QFontMetricsF(small).ascent(),
                     room.width() - beside, metrics.height()),
              name, small, m_theme.quietText);
    room.setTop(room.top() + metrics.height() + px(2));
    if (!hasRoom(room) || !of.result) return;
    addFigure(everyRateFigure(of.run, of.result->landscape, m_spec.view.everyRateZoom, m_theme, room), kLeastChart);
  }

  // In as many columns as make the pictures largest.
  void layOutPanels(const std::vector<Panel>& all, const QRectF& room) {
    const auto count = static_cast<int>(all.size());
    const double gap = px(kGap);
    const auto cell = [&](int columns) {
      const int rows = (count + columns - 1) / columns;
      return QSizeF((room.width() - (columns - 1) * gap) / columns, (room.height() - (rows - 1) * gap) / rows);
    };
    const auto heightsIn = [&](const QSizeF& size) {
      Heights heights;
      for (const Panel& panel : all) heights = heights.expandedTo(heightsOf(panel, size));
      return heights;
    };
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count; ++columns) {
      const QSizeF size = cell(columns);
      if (columns > 1 && size.width() < widestWord()) break;
      const double side = sideOfPicture(size, heightsIn(size));
      if (side > largest * 1.02) {
        largest = side;
        best = columns;
      }
    }
    const QSizeF size = cell(best);
    m_badgesBeside = std::all_of(m_runs.begin(), m_runs.end(), [&](const ShownRun& shown) {
      const double name = QFontMetricsF(m_theme.font(kText, QFont::DemiBold)).horizontalAdvance(nameOf(shown.run));
      return count == 1 ||
             name + px(10 + kMarkWidth) + badgeWidth(wording::outcomeName(shown.result->diagnosis.outcome)) <=
                 size.width();
    });
    const Heights heights = heightsIn(size);
    // Beside a picture either all have their texts or none has.
    Heights beside;
    for (const Panel& panel : all) beside = beside.expandedTo(heightsOf(panel, {widthBeside(size), size.height()}, 1));
    m_fitsBeside = beside.heads + px(6) + beside.under <= size.height();
    for (int i = 0; i < count; ++i) {
      const int column = i % best;
      const int row = i / best;
      const QPointF corner(room.left() + column * (size.width() + gap), room.top() + row * (size.height() + gap));
      layOutPanel(all[static_cast<std::size_t>(i)], QRectF(corner, size), heights);
    }
  }

  // What cannot be broken into lines: the longest word of a name, and an outcome, each beside a mark.
  double widestWord() const {
    const QFontMetricsF metrics(m_theme.font(kText, QFont::DemiBold));
    double widest = 0;
    for (const ShownRun& shown : m_runs) {
      for (const QString& word : nameOf(shown.run, QStringLiteral(" ")).split(QLatin1Char(' ')))
        widest = std::max(widest, metrics.horizontalAdvance(word));
      widest = std::max(widest, badgeWidth(wording::outcomeName(shown.result->diagnosis.outcome)));
    }
    return widest + px(kMarkWidth);
  }

  // The width of the texts that stand beside a picture.
  double widthBeside(const QSizeF& size) const {
    return std::max(std::min(0.42 * size.width(), px(300)), widestWord() + px(2));
  }
  static double sideUnder(const QSizeF& size, const Heights& heights) {
    return std::min(size.width(), size.height() - heights.heads - heights.under);
  }
  double sideBeside(const QSizeF& size) const {
    return std::min(size.width() - widthBeside(size) - px(kGap), size.height());
  }
  // Of a square, above and under which the texts stand, or beside it.
  double sideOfPicture(const QSizeF& size, const Heights& heights) const {
    return std::max(sideUnder(size, heights), sideBeside(size));
  }

  // Heads and texts take as much as the tallest of all panels, so that pictures stand in line.
  void layOutPanel(const Panel& panel, QRectF room, const Heights& heights) {
    const bool beside = sideBeside(room.size()) > 1.1 * sideUnder(room.size(), heights);
    QRectF texts = room;
    if (beside) {
      constexpr double widest = 1.5;  // of the height
      const double width = std::min(room.width() - widthBeside(room.size()) - px(kGap), widest * room.height());
      room.setWidth(width);
      texts.setLeft(room.right() + px(kGap));
      texts.setWidth(std::min(texts.width(), px(420)));
    }
    addHeads(panel, texts);
    const std::vector<Under> under = textsUnder(panel, texts, beside ? 1 : kMostUnder);
    double y = texts.top() + heightsOf(panel, texts.size()).heads + px(6);
    if (!beside) {
      room.setTop(room.top() + heights.heads + px(4));
      if (heights.under > 0) room.setBottom(room.bottom() - heights.under - px(5));
      y = room.bottom() + px(5);
    }
    if (beside && y > texts.bottom()) m_sheet.m_isTooSmall = true;
    for (const Under& each : under) {
      if (beside && !m_fitsBeside) break;
      addText(QRectF(texts.left(), y, texts.width(), each.height), each.text, m_theme.font(kSmallText), each.ink);
      y += each.height;
    }
    if (!hasRoom(room)) return;
    LandscapeSpec spec;
    for (const std::size_t i : panel.runs) spec.runs.push_back(m_runs[i]);
    const Run& first = spec.runs.front().run;
    spec.selected = m_selected;
    Run seen = first;
    if (m_spec.look) seen.look = m_spec.look;
    spec.look = lookOf(seen);
    spec.shows = m_spec.view.shows;
    spec.theme = m_theme;
    spec.imageRatio = m_spec.imageRatio;
    const Look landscape = spec.look == Look::mapWithData ? Look::map : spec.look;
    for (const MapZoom& zoom : m_spec.view.zooms)
      if (zoom.run == first.id && zoom.look == Look::data)
        spec.dataZoom = zoom.box;
      else if (zoom.run == first.id && zoom.look == landscape)
        spec.zoom = zoom.box;
    for (const SeenRelief& relief : m_spec.view.reliefs) {
      const Run* of = m_spec.experiment.find(relief.run);
      if (of && of->lossFunction.id == first.lossFunction.id && of->lossFunction.formula == first.lossFunction.formula)
        spec.relief = relief;
    }
    if (!m_spec.look)
      for (const ShownRun& other : m_runs)
        if (other.run.lossFunction == first.lossFunction && lookOf(other.run) == Look::profile)
          spec.profiles.push_back(other);
    addFigure(landscapeFigure(spec, room, m_spec.view.playhead), kLeastFigure);
  }

  // A run's name as it stands beside its mark, with η unless that is its name or the same for all.
  QString nameOf(const Run& run, const QString& between = QString::fromUtf8(kBetween)) const {
    const QString name = QString::fromStdString(run.name);
    const bool isShared = m_told.size() > 1 && std::all_of(m_told.begin(), m_told.end(), [&](const Run& each) {
                            return nominalRate(each) == nominalRate(run);
                          });
    return isShared || run.name == rateName(nominalRate(run)) ? name : name + between + wording::rate(run);
  }

  double badgeWidth(const QString& text) const {
    return QFontMetricsF(m_theme.font(kSmallText, QFont::DemiBold)).horizontalAdvance(text) + px(16);
  }

  Heights heightsOf(const Panel& panel, const QSizeF& size, double most = kMostUnder) {
    Heights heights;
    for (const std::size_t i : panel.runs) heights.heads += headOf(m_runs[i], QRectF(0, 0, size.width(), 0), false);
    for (const Under& each : textsUnder(panel, QRectF(QPointF(), size), most)) heights.under += each.height;
    return heights;
  }

  // Each run with its mark, name and outcome.
  void addHeads(const Panel& panel, const QRectF& room) {
    double y = room.top();
    for (const std::size_t i : panel.runs) y += headOf(m_runs[i], QRectF(room.left(), y, room.width(), 0), true);
  }

  // The height it takes.
  double headOf(const ShownRun& shown, const QRectF& at, bool add) {
    const QFont bold = m_theme.font(kText, QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    QString name = nameOf(shown.run);
    const QString outcome = shown.result ? wording::outcomeName(shown.result->diagnosis.outcome) : QString();
    const double mark = px(kMarkWidth);
    const double badge = badgeWidth(outcome);
    const double line = std::max(metrics.height(), QFontMetricsF(m_theme.font(kSmallText)).height() + px(4));
    const double room = at.width() - mark;
    const bool inOneLine = metrics.horizontalAdvance(name) + px(10) + badge <= room && m_badgesBeside;
    if (metrics.horizontalAdvance(name) > room) name = breakable(nameOf(shown.run, QStringLiteral("\n")), bold, room);
    const double nameHeight = inOneLine ? line : std::max(line, heightOf(name, bold, room));
    const double used = nameHeight + (inOneLine ? 0 : line + px(2)) + px(3);
    if (!add) return used;
    m_sheet.m_marks.push_back({at.topLeft() + QPointF(px(8), 0.5 * line), shown.run.colour, 0, name});
    addText(QRectF(at.left() + mark, at.top() + 0.5 * (line - metrics.height()), room, nameHeight), name, bold,
            m_theme.text);
    const QPointF corner =
        inOneLine ? QPointF(at.right() - badge, at.top()) : QPointF(at.left() + mark, at.top() + nameHeight + px(2));
    addBadge(QRectF(corner, QSizeF(badge, line)), outcome, *shown.result);
    return used;
  }

  void addBadge(const QRectF& box, const QString& text, const RunResult& result) {
    m_sheet.m_badges.push_back({box, text, wording::outcomeColour(result.diagnosis.outcome, m_theme)});
  }

  // Why a run ended as it did, and what sets it apart, as long as the picture keeps most of the room.
  std::vector<Under> textsUnder(const Panel& panel, const QRectF& room, double most = kMostUnder) const {
    if (!m_spec.caption || (!m_tellsReasons && m_spec.content == SheetContent::everything)) return {};
    std::vector<Under> texts;
    double used = 0;
    const QFont font = m_theme.font(kSmallText);
    const auto take = [&](const QStringList& items, const QColor& ink) {
      const QString text = joined(items, font, room.width());
      const double height = heightOf(text, font, room.width());
      if (text.isEmpty() || used + height > most * room.height()) return;
      used += height;
      texts.push_back({text, height, ink});
    };
    const bool single = panel.runs.size() == 1;
    if (single && m_tellsReasons)
      take(wording::reason(*m_runs[panel.runs.front()].result).split(QString::fromUtf8(kBetween)), m_theme.text);
    for (const std::size_t i : panel.runs) {
      QStringList own = m_caption.ofRuns[placeAmongTold(m_runs[i].run)];
      const QString name = QString::fromStdString(m_runs[i].run.name);
      own.removeAll(name);  // said already
      if (!single && !own.isEmpty()) own.front().prepend(name + QStringLiteral(": "));
      if (!own.isEmpty()) take(own, m_theme.quietText);
    }
    return texts;
  }

  std::size_t placeAmongTold(const Run& run) const {
    const auto found = std::find_if(m_told.begin(), m_told.end(), [&](const Run& each) { return each.id == run.id; });
    return static_cast<std::size_t>(found - m_told.begin());
  }

  void layOutChart(SheetContent which, QRectF room, bool alone) {
    const ChartSettings& charts = m_spec.experiment.charts;
    ChartContent content = which == SheetContent::loss ? lossContent(m_runs, charts) : rateContent(m_runs, charts);
    if (which == SheetContent::rate && m_spec.view.scheduleNames)
      if (const Run* run = m_spec.experiment.find(m_selected)) content.landmarks = landmarks(*run);
    const QFont bold = m_theme.font(kText, QFont::DemiBold);
    const QFont small = m_theme.font(kSmallText);
    const QFontMetricsF metrics(bold);
    const QString title = which == SheetContent::loss ? quantityName(charts.quantity) : SheetWords::tr("Learning rate");
    addText(QRectF(room.left(), room.top(), room.width(), metrics.height()), title, bold, m_theme.text);
    const double beside = metrics.horizontalAdvance(title) + px(10);
    double top = metrics.height();
    if (!content.note.isEmpty()) {
      const QFontMetricsF noteMetrics(small);
      if (noteMetrics.horizontalAdvance(content.note) <= room.width() - beside) {
        addText(QRectF(room.left() + beside, room.top() + metrics.ascent() - noteMetrics.ascent(),
                       room.width() - beside, noteMetrics.height()),
                content.note, small, m_theme.quietText);
      } else if (alone) {  // beside panels there is no height for it
        const double height = heightOf(content.note, small, room.width());
        addText(QRectF(room.left(), room.top() + top, room.width(), height), content.note, small, m_theme.quietText);
        top += height;
      }
    }
    room.setTop(room.top() + top + px(2));
    if (alone) room.setTop(room.top() + layOutLegend(room, false));
    if (!hasRoom(room)) return;
    double last = 1;
    for (const ShownRun& shown : m_runs) last = std::max(last, static_cast<double>(shown.run.steps));
    addFigure(chartFigure(std::move(content), static_cast<std::int64_t>(last),
                          which == SheetContent::loss ? m_spec.view.lossZoom : m_spec.view.rateZoom, m_selected,
                          m_theme, room, m_spec.view.playhead),
              kLeastChart);
  }

  // Marks with names, in lines; the height they take. With `outcomes` also how each run ended and what sets it apart.
  double layOutLegend(const QRectF& room, bool outcomes) {
    const QFont font = m_theme.font(kText);
    const QFontMetricsF metrics(font);
    const double mark = px(36);
    const double line = metrics.height() + px(6);
    double x = room.left();
    double y = room.top();
    for (const ShownRun& shown : m_runs) {
      QString name = nameOf(shown.run);
      if (outcomes) {
        QStringList all{name, wording::outcomeName(shown.result->diagnosis.outcome)};
        if (m_spec.caption) all << m_caption.ofRuns[placeAmongTold(shown.run)];
        all.removeDuplicates();
        name = joined(all, font, room.width() - mark);
      }
      const double width = std::min(metrics.horizontalAdvance(name) + 1, room.width() - mark);
      if (width < metrics.horizontalAdvance(name)) name = breakable(name, font, width);
      if (x > room.left() && (outcomes || x + mark + width > room.right())) {
        x = room.left();
        y += line;
      }
      const double height = std::max(metrics.height(), heightOf(name, font, width));
      m_sheet.m_marks.push_back({QPointF(x + px(15), y + 0.5 * metrics.height()), shown.run.colour, px(30), name});
      addText(QRectF(x + mark, y, width, height), name, font, m_theme.text);
      x += mark + width + px(kFlow);
      y += height - metrics.height();
    }
    const double used = y + line - room.top();
    if (used > room.height()) m_sheet.m_isTooSmall = true;
    return used;
  }

  const SheetSpec& m_spec;
  Sheet& m_sheet;
  const Theme& m_theme;
  bool m_tellsReasons;
  bool m_fitsBeside = true;
  bool m_badgesBeside = true;  // outcomes stand in the line of the name: all or none
  std::vector<ShownRun> m_runs;
  RunId m_selected = RunId::none;
  std::vector<Run> m_told;
  Caption m_caption;
};

void layOutSheet(const SheetSpec& spec, Sheet& sheet, bool tellsReasons) {
  SheetLayout(spec, sheet, tellsReasons).layOut();
}

}  // namespace ravine
