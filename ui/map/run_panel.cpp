#include "ui/map/run_panel.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/look/run_look.h"
#include "ui/map/landscape_view.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

QString badgeStyle(const QColor& colour, bool dark) {
  return QStringLiteral(
             "background: rgba(%1, %2, %3, %4); color: %5; border-radius: 9px; padding: 2px 9px; font-size: %6px; "
             "font-weight: 600;")
      .arg(colour.red())
      .arg(colour.green())
      .arg(colour.blue())
      .arg(dark ? 48 : 30)
      .arg(colour.name())
      .arg(kSmallText);
}

}  // namespace

RunPanel::RunPanel(Laboratory& laboratory, std::vector<RunId> runs, QWidget* parent)
    : Card(parent), m_laboratory(laboratory), m_runs(std::move(runs)) {
  setFocusPolicy(Qt::ClickFocus);  // a click takes the keys from a field, whose text is then taken
  setAccessibleName(tr("Run"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->setSpacing(4);
  for (const RunId run : m_runs) m_rows.push_back(addHeader(*layout, run));

  m_landscape = new LandscapeView(laboratory);
  layout->addWidget(m_landscape, 1);

  m_setup = makeLabel({}, {"quiet", "small"});
  m_reason = makeLabel({}, {"small"});
  for (QLabel* label : {m_setup, m_reason}) {
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout->addWidget(label);
  }
  reserveLines();
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    refreshMark();
    refreshTexts();
  });
  refresh();
}

RunPanel::Row RunPanel::addHeader(QVBoxLayout& layout, RunId run) {
  const Row row{run, new QLabel, new ElidedLabel, makeLabel({}, {"quiet"}), makeLabel({})};
  row.name->setProperty("strong", true);
  auto* line = new QHBoxLayout;
  line->setSpacing(6);
  line->addWidget(row.marker);
  line->addWidget(row.name);
  line->addWidget(row.rate);
  line->addStretch(1);
  line->addWidget(row.badge);
  row.name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  layout.addLayout(line);
  return row;
}

void RunPanel::refreshMark() {
  const bool selected = std::find(m_runs.begin(), m_runs.end(), m_laboratory.selected()) != m_runs.end();
  setMark(selected && m_laboratory.runs().size() > 1 ? m_laboratory.theme().accent : QColor());
}

void RunPanel::refresh() {
  refreshMark();
  std::vector<ShownRun> shown = m_laboratory.shownRuns(m_runs);
  if (shown != m_shown) {
    m_shown = shown;
    refreshTexts();
  }
  m_landscape->show(std::move(shown));
}

void RunPanel::refreshTexts() {
  for (std::size_t i = 0; i < m_rows.size(); ++i) refreshRow(m_rows[i], m_shown[i]);
  const auto& [run, result] = m_shown.front();
  if (m_shown.size() > 1) return m_setup->setText(wording::coreText(lossFunctionInfo(run).name));
  m_setup->setText(m_narrow ? wording::rate(run) + QStringLiteral(" · ") + wording::setup(run) : wording::setup(run));
  m_reason->setText(result ? wording::reason(*result) : QString());
}

void RunPanel::refreshRow(const Row& row, const ShownRun& shown) {
  const auto& [run, result] = shown;
  row.marker->setPixmap(runMarkerPixmap(run.colour, devicePixelRatioF()));
  row.name->setText(QString::fromStdString(run.name));
  row.rate->setText(wording::rate(run));
  row.rate->setVisible(!m_narrow || m_rows.size() > 1);
  row.badge->setVisible(result != nullptr);
  if (!result) return;
  const Outcome outcome = result->diagnosis.outcome;
  const Theme& theme = m_laboratory.theme();
  row.badge->setText(wording::outcomeName(outcome));
  applyStyleSheet(*row.badge, badgeStyle(wording::outcomeColour(outcome, theme), theme.dark));
  row.badge->setToolTip(wording::outcomeMeaning(outcome) + '\n' + wording::reason(*result));
}

void RunPanel::resizeEvent(QResizeEvent* event) {
  Card::resizeEvent(event);
  constexpr int widthForRate = 290;
  constexpr int heightForTexts = 240;
  const bool narrow = width() < widthForRate;
  const bool low = height() < heightForTexts;
  if (narrow == m_narrow && low == m_low) return;
  m_narrow = narrow;
  m_low = low;
  reserveLines();
  refreshTexts();
}

// The same room for short and long texts, so that the maps of neighbours line up.
void RunPanel::reserveLines() {
  const int line = QFontMetrics(textFont(kSmallText)).lineSpacing();
  m_setup->setVisible(!m_low);
  m_reason->setVisible(!m_low && m_runs.size() == 1);
  m_setup->setMinimumHeight(m_narrow ? 2 * line : line);
  m_reason->setMinimumHeight(2 * line);
}

void RunPanel::mousePressEvent(QMouseEvent* event) {
  // A click on a run's line selects that run, elsewhere the first.
  RunId run = m_runs.front();
  for (const Row& row : m_rows)
    if (event->position().y() >= row.name->y() - 2) {
      if (event->position().y() <= row.name->geometry().bottom() + 2) run = row.run;
    }
  m_laboratory.select(run);
}

}  // namespace ravine
