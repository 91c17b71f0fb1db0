#include "ui/map/run_panel.h"

#include <QGridLayout>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/base/parameters.h"
#include "ui/control/entry_field.h"
#include "ui/control/rate_entry.h"
#include "ui/look/lines_label.h"
#include "ui/look/run_look.h"
#include "ui/look/scaling.h"
#include "ui/map/landscape_pane.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kFewLetters = 64;  // pixels at scale 1: of a name that is cut short

// Columns of a run's lines.
enum Column { kMarker, kName, kRateCaption, kRate, kSpace, kBadge };

QString badgeStyle(const QColor& colour, const Theme& theme) {
  return QStringLiteral(
             "background: rgba(%1, %2, %3, %4); color: %5; border-radius: %6px; padding: 2px %7px; font-size: %8px; "
             "font-weight: 600;")
      .arg(colour.red())
      .arg(colour.green())
      .arg(colour.blue())
      .arg(wording::badgeAlpha(theme))
      .arg(colour.name())
      .arg(static_cast<int>(theme.px(9) - 0.5))
      .arg(qRound(theme.px(8)))
      .arg(qRound(theme.px(kSmallText)));
}

// The side of a square map in so much room.
double mapSizeIn(double width, double height, Look look) {
  constexpr double wide = 1.4;  // a relief fills what is wider than high
  if (look == Look::mapWithData) return std::max(std::min(0.5 * width, height), std::min(width, 0.5 * height));
  return std::min(look == Look::relief ? width / wide : width, height);
}

QString reasonOf(const ShownRun& shown) {
  return shown.result && !shown.endIsKept ? wording::reason(*shown.result) : QString();
}

Problems editRate(Laboratory& laboratory, RunId run, const QString& text) {
  if (!laboratory.experiment().find(run)) return {};  // it went while its rate was being typed
  return takeRate(text, [&](double rate) {
    return laboratory.document().editRun(RunPanel::tr("Change η"), run, [rate](Run& r) { setNominalRate(r, rate); });
  });
}

}  // namespace

RunPanel::RunPanel(Laboratory& laboratory, std::vector<RunId> runs, QWidget* parent)
    : Card(parent), m_laboratory(laboratory), m_runs(std::move(runs)) {
  setFocusPolicy(Qt::ClickFocus);  // a click takes the keys from a field, whose text is then taken
  m_layout = new QGridLayout(this);
  m_layout->setContentsMargins(10, 8, 10, 8);
  m_layout->setHorizontalSpacing(10);
  m_layout->setVerticalSpacing(5);

  m_header = new QWidget;
  m_lines = new QGridLayout(m_header);
  m_lines->setContentsMargins(0, 0, 0, 0);
  m_lines->setHorizontalSpacing(24);
  m_lines->setVerticalSpacing(4);
  for (const RunId run : m_runs) m_rows.push_back(addRow(run));

  m_landscape = new LandscapePane(laboratory);

  m_texts = new QWidget;
  auto* texts = new QVBoxLayout(m_texts);
  texts->setContentsMargins(0, 0, 0, 0);
  texts->setSpacing(2);
  m_reason = new LinesLabel(2);
  m_reason->setProperty("small", true);
  m_setup = new LinesLabel(1);
  m_setup->setProperty("small", true);
  m_setup->setProperty("quiet", true);
  for (QLabel* label : {m_reason, m_setup}) texts->addWidget(label);
  setBaseMinimumSize(*this, {kLeastWidth, 0});
  setBaseMinimumSize(*m_landscape, {80, 60});
  arrange();
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    refreshMark();
    refreshTexts();
  });
  connect(&laboratory.predictions(), &Predictions::changed, this, [this] { refreshTexts(); });
  refresh();
}

RunPanel::Row RunPanel::addRow(RunId run) {
  auto* rate = new EntryField([this, run](const QString& text) { return editRate(m_laboratory, run, text); });
  const Row row{run,  new QGridLayout, new QLabel,       new ElidedLabel, makeLabel(QStringLiteral("η"), {"quiet"}),
                rate, makeLabel({}),   new LinesLabel(1)};
  row.name->setProperty("strong", true);
  row.name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  row.rate->setObjectName(QStringLiteral("panelRate"));
  row.rate->setTellsAtOnce();
  row.rate->setHint(tr("The learning rate η of this run: click and type"));
  row.layout->setContentsMargins(0, 0, 0, 0);
  row.layout->setHorizontalSpacing(6);
  row.layout->setVerticalSpacing(3);
  row.layout->setColumnStretch(kSpace, 1);
  auto* holder = new QWidget(m_header);
  holder->setLayout(row.layout);
  row.layout->addWidget(row.marker, 0, kMarker);
  for (QWidget* widget :
       {static_cast<QWidget*>(row.name), static_cast<QWidget*>(row.caption), static_cast<QWidget*>(row.rate),
        static_cast<QWidget*>(row.badge), static_cast<QWidget*>(row.reason)})
    widget->setParent(holder);
  row.reason->setProperty("small", true);
  row.reason->setObjectName(QStringLiteral("rowReason"));
  return row;
}

// What a run's line takes up, with a few letters of its name.
int RunPanel::widthOfLine() const {
  constexpr int gaps = 48;
  int widest = 0;
  for (const Row& row : m_rows)
    widest =
        std::max(widest, row.marker->sizeHint().width() + row.rate->minimumWidth() + row.badge->sizeHint().width());
  return widest + qRound(m_laboratory.theme().px(kFewLetters + gaps));
}

// Their lines stand right of the map where that leaves it more room, each with its reason if all have room for one.
RunPanel::Shape RunPanel::shapeOfSeveral(const QSizeF& size) const {
  constexpr double line = 29;  // pixels at scale 1, as all of these
  constexpr double reason = 17;
  constexpr double margins = 24;
  constexpr double setup = 30;
  const Theme& theme = m_laboratory.theme();
  const auto count = static_cast<double>(m_rows.size());
  const int columns =
      std::clamp(static_cast<int>((size.width() - theme.px(margins)) / (widthOfLine() + theme.px(margins))), 1,
                 static_cast<int>(m_rows.size()));
  const double rows = std::ceil(count / columns);
  const Look look = m_landscape->look();
  const double under = mapSizeIn(size.width(), size.height() - theme.px(rows * line + setup + margins), look);
  const double texts = widthOfTexts(size);
  const double room = size.height() - theme.px(margins);
  const double beside = count * theme.px(line) <= room ? mapSizeIn(size.width() - texts, room, look) : 0;
  if (beside <= under) return {.low = size.height() < theme.px(290), .columns = columns};
  const double free = (room - theme.px(setup) - count * theme.px(line)) / (count * theme.px(reason));
  return {.beside = true, .low = free < 1.5, .reasonLines = std::clamp(static_cast<int>(free), 0, 2)};
}

RunPanel::Shape RunPanel::shapeFor(const QSizeF& size) const {
  if (m_runs.size() > 1) return shapeOfSeveral(size);
  constexpr int heightForSetup = 290;  // at scale 1, as all of these
  constexpr int heightForSetupBeside = 196;
  constexpr int margins = 24;
  const Theme& theme = m_laboratory.theme();
  const bool beside = isBetterBeside(size);
  const double room = (beside ? widthOfTexts(size) : size.width()) - theme.px(margins);
  const double inOneLine = widthOfLine();
  constexpr int lessGaps = 24;
  const double withoutName = inOneLine - theme.px(kFewLetters + lessGaps);
  const int lines = room >= inOneLine ? 1 : room >= withoutName ? 2 : 3;
  constexpr int heightForThree = 126;  // lines of the reason, under a header of two
  constexpr int heightOfLine = 17;
  const bool isLow = size.height() < theme.px(heightForThree + (lines == 3 ? heightOfLine : 0));
  const int reason = isLow ? 2 : 3;
  return {.beside = beside,
          .lines = lines,
          .low = size.height() < theme.px(beside ? heightForSetupBeside : heightForSetup),
          .reasonLines = reason};
}

// Under the map, the texts take a part of the height; beside it, of the width.
double RunPanel::mapSizeUnder(const QSizeF& size, const Theme& theme, Look look) {
  constexpr double around = 112;  // pixels, at scale 1, as all of these
  constexpr double leastHeight = 190;
  return size.height() < theme.px(leastHeight) ? 0 : mapSizeIn(size.width(), size.height() - theme.px(around), look);
}

double RunPanel::mapSizeBeside(const QSizeF& size, const Theme& theme, Look look) {
  constexpr double leastHeight = 108;
  constexpr double around = 24;
  if (size.width() < theme.px(kLeastWidthBeside) || size.height() < theme.px(leastHeight)) return 0;
  return mapSizeIn(size.width() - widthOfTextsBeside(size, theme), size.height() - theme.px(around), look);
}

double RunPanel::widthOfTextsBeside(const QSizeF& size, const Theme& theme) {
  constexpr double most = 260;  // pixels, at scale 1: no line of theirs is longer
  return std::min(0.5 * size.width(), theme.px(most));
}

bool RunPanel::isBetterBeside(const QSizeF& size) const {
  const Theme& theme = m_laboratory.theme();
  const double under = mapSizeUnder(size, theme, m_landscape->look());
  const double beside = mapSizeBeside(size, theme, m_landscape->look());
  // Where there is too little height for either, it will be as low as it can.
  if (under == 0 && beside == 0) return size.width() >= theme.px(kLeastWidthBeside);
  return beside > under;
}

void RunPanel::arrange() {
  while (QLayoutItem* item = m_layout->takeAt(0)) delete item;
  for (int i = 0; i < 4; ++i) {
    m_layout->setRowStretch(i, 0);
    m_layout->setColumnStretch(i, 0);
  }
  if (m_shape.beside) {
    m_layout->addWidget(m_landscape, 0, 0, 3, 1);
    m_layout->addWidget(m_header, 0, 1);
    m_layout->addWidget(m_texts, 1, 1);
    m_layout->setRowStretch(2, 1);
    m_layout->setColumnStretch(0, 1);
  } else {
    m_layout->addWidget(m_header, 0, 0);
    m_layout->addWidget(m_landscape, 1, 0);
    m_layout->addWidget(m_texts, 2, 0);
    m_layout->setRowStretch(1, 1);
  }
  while (QLayoutItem* item = m_lines->takeAt(0)) delete item;
  for (std::size_t i = 0; i < m_rows.size(); ++i)
    m_lines->addWidget(m_rows[i].marker->parentWidget(), static_cast<int>(i) / m_shape.columns,
                       static_cast<int>(i) % m_shape.columns);
  for (const Row& row : m_rows) {
    // Where it is narrow, η and the outcome stand in lines of their own.
    const bool two = m_shape.lines > 1 && row.isNamed;
    const int last = std::max(0, m_shape.lines - (row.isNamed ? 1 : 2));
    row.name->setVisible(row.isNamed);
    for (QWidget* widget :
         {static_cast<QWidget*>(row.caption), static_cast<QWidget*>(row.rate), static_cast<QWidget*>(row.badge),
          static_cast<QWidget*>(row.name), static_cast<QWidget*>(row.reason)})
      row.layout->removeWidget(widget);
    row.layout->addWidget(row.name, 0, kName, 1, two ? kBadge - kName + 1 : 1);
    row.layout->addWidget(row.caption, two ? 1 : 0, two ? kMarker : kRateCaption, Qt::AlignHCenter);
    row.layout->addWidget(row.rate, two ? 1 : 0, two ? kName : kRate, 1, two ? kRate - kName + 1 : 1);
    if (m_shape.lines == 3 && last > 0)
      row.layout->addWidget(row.badge, last, kName, 1, kBadge - kName + 1, Qt::AlignLeft | Qt::AlignVCenter);
    else
      row.layout->addWidget(row.badge, last, kBadge, Qt::AlignVCenter);
    row.layout->setAlignment(row.rate, Qt::AlignLeft | Qt::AlignVCenter);
  }
  const bool single = m_runs.size() == 1;
  for (const Row& row : m_rows) {
    row.layout->addWidget(row.reason, m_shape.lines, kName, 1, kBadge - kName + 1);
    row.reason->setVisible(!single && m_shape.reasonLines > 0);
    row.reason->setLines(std::max(1, m_shape.reasonLines));
  }
  m_texts->setVisible(single || !m_shape.low);
  m_reason->setVisible(single);
  m_reason->setLines(m_shape.beside ? m_shape.reasonLines : m_reasonLines);
  m_setup->setVisible(!m_shape.low);
  m_setup->setLines(m_shape.beside ? 2 : m_setupLines);
}

void RunPanel::refreshMark() {
  const bool selected =
      std::any_of(m_runs.begin(), m_runs.end(), [this](RunId r) { return m_laboratory.isSelected(r); });
  setMark(selected && m_laboratory.runs().size() > 1 ? m_laboratory.theme().accent : QColor());
}

QString RunPanel::whatItIs() const {
  QStringList names;
  for (const ShownRun& shown : m_shown) names << QString::fromStdString(shown.run.name);
  return (names.size() > 1 ? tr("Runs: %1") : tr("Run: %1")).arg(names.join(QStringLiteral(", ")));
}

QString RunPanel::whatItShows() const {
  QStringList lines;
  for (const auto& [run, result, kept, endIsKept] : m_shown)
    if (result && !endIsKept)
      lines << QStringLiteral("%1: %2, %3. %4")
                   .arg(QString::fromStdString(run.name), wording::rate(run),
                        wording::outcomeName(result->diagnosis.outcome), wording::reason(*result));
  return lines.join('\n');
}

void RunPanel::refresh() {
  refreshMark();
  std::vector<ShownRun> shown = m_laboratory.shownRuns(m_runs);
  if (shown != m_shown) {
    m_shown = shown;
    refreshTexts();
  }
  const Look before = m_landscape->look();
  m_landscape->show(std::move(shown));
  if (m_landscape->look() != before) reshape();
}

void RunPanel::refreshTexts() {
  bool renamed = false;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const Run& run = m_shown[i].run;
    const bool isNamed = run.name != rateName(nominalRate(run));  // else the number box says it
    renamed = renamed || isNamed != m_rows[i].isNamed;
    m_rows[i].isNamed = isNamed;
    refreshRow(m_rows[i], m_shown[i]);
  }
  if (renamed) arrange();
  const Run& run = m_shown.front().run;
  if (m_shown.size() > 1) {
    m_setup->setText(wording::coreText(lossFunctionInfo(run).name));
    return reshape();
  }
  m_setup->setText(wording::setup(run));
  m_reason->setText(reasonOf(m_shown.front()));
  reshape();
}

// Its width is worked out only for another text or scale: that lays out the panel.
void RunPanel::showBadge(Row& row, const QString& text, const QColor& colour) {
  const Theme& theme = m_laboratory.theme();
  applyStyleSheet(*row.badge, badgeStyle(colour, theme));
  const std::pair shown(text, theme.px(1));
  if (std::exchange(row.shownBadge, shown) == shown) return;
  row.badge->setText(text);
  row.badge->setMinimumWidth(0);  // of another one
  row.badge->setMinimumWidth(row.badge->sizeHint().width());
}

// While it is to be predicted, what was predicted stands in the place of what happens.
void RunPanel::refreshGuess(Row& row) {
  const auto guess = m_laboratory.predictions().of(row.run).guess;
  row.badge->setVisible(true);
  showBadge(row, guess ? tr("%1?").arg(wording::coreText(guessName(*guess))) : QStringLiteral("?"),
            m_laboratory.theme().quietText);
  row.badge->setToolTip(tr("How do you expect this run to end?"));
}

void RunPanel::refreshRow(Row& row, const ShownRun& shown) {
  const Run& run = shown.run;
  const RunResultPtr& result = shown.result;
  const Theme& theme = m_laboratory.theme();
  row.marker->setPixmap(runMarkerPixmap(run.colour, theme, devicePixelRatioF()));
  row.name->setText(QString::fromStdString(run.name));
  row.marker->setAccessibleName(tr("Marker of %1").arg(row.name->text()));
  row.rate->setAccessibleName(tr("Learning rate of %1").arg(row.name->text()));
  const QString rate = QString::fromStdString(shortestText(nominalRate(run)));
  row.rate->show(rate, run.id);
  row.rate->setFixedWidth(std::max(QFontMetrics(theme.font(kText)).horizontalAdvance(rate), qRound(theme.px(34))) +
                          qRound(theme.px(20)));
  const QString reason = reasonOf(shown);
  row.reason->setText(reason);
  if (shown.endIsKept) return refreshGuess(row);
  row.badge->setVisible(result != nullptr);
  if (!result) return;
  const Outcome outcome = result->diagnosis.outcome;
  showBadge(row, wording::outcomeName(outcome), wording::outcomeColour(outcome, theme));
  row.badge->setToolTip(wording::outcomeMeaning(outcome) + '\n' + reason);
}

RunPanel::TextLines RunPanel::linesNeeded() const {
  const int room = qRound(m_room.width() - m_laboratory.theme().px(22));
  return {m_reason->linesFor(room, 2), m_setup->linesFor(room, 2)};
}

void RunPanel::setLines(const TextLines& lines) {
  m_reasonLines = lines.reason;
  m_setupLines = lines.setup;
  if (m_shape.beside) return;
  m_reason->setLines(lines.reason);
  m_setup->setLines(lines.setup);
}

void RunPanel::setRoom(const QSizeF& room) {
  m_room = room;
  reshape();
}

// As wide as the lines need, and what a map would have too much: its domain is not to be a sliver in its middle.
double RunPanel::widthOfTexts(const QSizeF& size) const {
  constexpr double margins = 24;  // pixels at scale 1, as all of these
  constexpr double most = 440;
  constexpr double lowPanel = 160;
  const Theme& theme = m_laboratory.theme();
  constexpr double leastMap = 130;
  constexpr double axisBeside = 45;
  constexpr double axisUnder = 24;
  const double widerThanDomain = size.height() < theme.px(lowPanel) ? 1.1 : 1.4;
  const double least = m_runs.size() > 1 ? widthOfLine() + theme.px(margins) : widthOfTextsBeside(size, theme);
  const ravine::Box domain =
      m_shown.empty() ? ravine::Box{{0, 1}, {0, 1}} : lossFunctionInfo(m_shown.front().run).domain;
  const double plot = std::max(theme.px(margins), size.height() - theme.px(margins + axisUnder));
  const double pictures = m_landscape->look() == Look::mapWithData ? 2 : 1;
  const double map = pictures * (theme.px(axisBeside) + widerThanDomain * plot * domain.x.length() / domain.y.length());
  return std::max(least, std::min(theme.px(most), size.width() - std::max(map, theme.px(leastMap))));
}

void RunPanel::reshape() {
  const Shape shape = shapeFor(m_room);
  constexpr int margins = 24;
  const Theme& theme = m_laboratory.theme();
  const int beside = qRound(widthOfTexts(m_room) - theme.px(margins));
  m_layout->setColumnMinimumWidth(1, shape.beside ? beside : 0);
  for (QWidget* texts : {m_header, m_texts}) texts->setMaximumWidth(shape.beside ? beside : QWIDGETSIZE_MAX);
  if (shape == m_shape) return;
  m_shape = shape;
  arrange();
}

// A place on a run's line is that run's, any other the first's.
RunId RunPanel::runAt(const QPointF& position) const {
  for (const Row& row : m_rows) {
    const QWidget* line = row.marker->parentWidget();
    if (QRect(line->mapTo(this, QPoint()), line->size()).contains(position.toPoint())) return row.run;
  }
  return m_runs.front();
}

void RunPanel::mousePressEvent(QMouseEvent* event) {
  const RunId run = runAt(event->position());
  if (event->modifiers() & Qt::ControlModifier)
    m_laboratory.toggleSelected(run);
  else if (event->modifiers() & Qt::ShiftModifier)
    m_laboratory.selectUpTo(run);
  else
    m_laboratory.select(run);
}

void RunPanel::mouseDoubleClickEvent(QMouseEvent*) {
  emit enlargeRequested();
}

}  // namespace ravine
