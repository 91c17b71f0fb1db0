#include "ui/inspector/inspector.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/inspector/rate_section.h"
#include "ui/inspector/settings_page.h"
#include "ui/inspector/step_view.h"
#include "ui/look/lines_label.h"
#include "ui/look/run_look.h"
#include "ui/look/scaling.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kWidth = 320;
constexpr int kLeastPage = 250;                  // pixels: a page that scrolls is no lower
constexpr std::chrono::milliseconds kRest{150};  // after the last change, so that a drag does not measure texts
constexpr int kStep = 1;                         // the page
constexpr int kTitle = 31;                       // with the gap over it

QScrollArea* scrolling(QWidget* page) {
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(page);
  return scroll;
}

}  // namespace

Inspector::Inspector(Laboratory& laboratory, QWidget* parent) : Card(parent), m_laboratory(laboratory) {
  setBaseFixedSize(*this, {kWidth, 0});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 10, 1, 8);
  layout->setSpacing(7);
  layout->addWidget(makeHeader());
  layout->addWidget(m_rate = new RateSection(laboratory));
  layout->addWidget(m_buttons = makeButtons());
  addPage(tr("Setup"), QStringLiteral("setupPage"), new SettingsPage(m_laboratory), 5);
  addPage(tr("This step"), QStringLiteral("stepPage"), new StepView(m_laboratory), 4);
  addPage(tr("Why"), QStringLiteral("whyPage"), makeWhy(), 2);
  layout->addStretch(0);

  connect(&laboratory.predictions(), &Predictions::stageChanged, this, &Inspector::showRun);
  connect(&laboratory, &Laboratory::changed, this, [this](const Change& change) {
    if (change.experiment || change.selection) showRun();  // a result alone leaves alone what is being typed
    refresh();
  });
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    m_name->setFont(m_laboratory.theme().font(kLargeText, QFont::DemiBold));
    showRun();
    showPages();
  });
  m_rest.setSingleShot(true);
  m_rest.setInterval(kRest);
  m_rest.callOnTimeout(this, &Inspector::showPages);
  m_name->setFont(m_laboratory.theme().font(kLargeText, QFont::DemiBold));
  showRun();
  refresh();
  showPages();
}

QWidget* Inspector::makeHeader() {
  auto* header = new QWidget;
  auto* line = new QHBoxLayout(header);
  line->setContentsMargins(13, 0, 11, 0);
  line->setSpacing(6);
  m_marker = new QLabel;
  m_marker->setAccessibleName(tr("Marker of the run"));
  line->addWidget(m_marker);
  m_name = new QLineEdit;
  m_name->setObjectName(QStringLiteral("name"));
  m_name->setAccessibleName(tr("Name of the run"));
  m_name->setToolTip(tr("The name of this run"));
  m_name->setMaxLength(40);
  connect(m_name, &QLineEdit::returnPressed, m_name, &QWidget::clearFocus);
  connect(m_name, &QLineEdit::editingFinished, this, [this] {
    if (m_name->isReadOnly() || !m_name->isModified()) return;
    const std::string name = m_name->text().trimmed().toStdString();
    if (name.empty()) return showRun();  // a run is known by its name
    m_laboratory.document().editRun(tr("Rename run"), m_laboratory.selected(), [&](Run& r) { r.name = name; });
  });
  line->addWidget(m_name, 1);
  m_count = makeLabel({}, {"title"});
  m_count->setObjectName(QStringLiteral("runCount"));
  line->addWidget(m_count, 1);
  const auto addButton = [&](const QString& text, auto signal) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, signal);
    line->addWidget(button);
    return button;
  };
  m_duplicate = addButton(tr("Duplicate"), &Inspector::duplicateRequested);
  m_remove = addButton(QStringLiteral("✕"), &Inspector::removeRequested);
  m_remove->setAccessibleName(tr("Remove"));
  return header;
}

QWidget* Inspector::makeButtons() {
  auto* buttons = new QWidget;
  auto* line = new QHBoxLayout(buttons);
  line->setContentsMargins(13, 3, 11, 0);
  line->setSpacing(6);
  return buttons;
}

void Inspector::addPage(const QString& title, const QString& name, QWidget* page, int share) {
  const int index = static_cast<int>(m_pages.size());
  auto* button = new QToolButton;
  button->setObjectName(name + QStringLiteral("Button"));
  button->setText(title);
  button->setCheckable(true);
  button->setFocusPolicy(Qt::TabFocus);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(button, &QToolButton::clicked, this, [this, index] { open(index); });
  m_buttons->layout()->addWidget(button);
  QLabel* heading = makeLabel(title, {"strong"});
  heading->setContentsMargins(13, 0, 13, 0);
  page->setAccessibleName(title);
  QScrollArea* area = scrolling(page);
  area->setObjectName(name);
  auto* column = static_cast<QVBoxLayout*>(layout());
  column->addWidget(heading);
  column->addWidget(area, share);
  m_pages.push_back({button, heading, area});
}

QWidget* Inspector::makeWhy() {
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("inspectorForm"));
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(14, 0, 14, 0);
  m_why = makeLabel({});
  m_why->setObjectName(QStringLiteral("whatHappened"));
  m_why->setAccessibleName(tr("What happened"));
  m_why->setWordWrap(true);
  m_why->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
  layout->addWidget(m_why);
  return page;
}

void Inspector::finish() {
  m_rate->finish();
  if (m_rest.isActive()) showPages();
}

void Inspector::open(int page) {
  std::stable_partition(m_latest.begin(), m_latest.end(), [page](int other) { return other == page; });
  showPages();
}

Inspector::Height Inspector::heightOf(int page) const {
  const Page& each = m_pages[static_cast<std::size_t>(page)];
  const int most = qRound(m_laboratory.theme().px(kLeastPage));
  QWidget* content = each.area->widget();
  if (const auto* step = qobject_cast<StepView*>(content))
    return {step->fullHeight(), std::min(step->terseHeight(), most)};
  // As if a scroll bar stood beside it, lest one that comes makes itself needed.
  // Pages that are not shown have no width of their own.
  const int width = contentsRect().width() - each.area->verticalScrollBar()->sizeHint().width();
  const int full = content->hasHeightForWidth() ? content->heightForWidth(width) : content->sizeHint().height();
  return {full, std::min(full, most)};
}

// Beneath each other stand the pages that were asked for last, as far as there is room for the least of each. What is
// left goes to those that have more to show, the last asked for first; what nobody needs stays at the bottom.
void Inspector::showPages() {
  m_rest.stop();
  const Theme& theme = m_laboratory.theme();
  const double title = theme.px(kTitle);
  constexpr int gaps = 46;
  double free = height() - m_rate->sizeHint().height() - m_name->sizeHint().height() - theme.px(gaps) -
                m_buttons->sizeHint().height();
  std::vector<int> open;
  for (const int page : m_latest) {
    const double needed = heightOf(page).least + title;
    if (!open.empty() && needed > free) continue;
    free -= needed;
    open.push_back(page);
  }
  const auto isOpen = [&](int page) { return std::find(open.begin(), open.end(), page) != open.end(); };
  for (int i = 0; i < kPages; ++i) {
    const Page& page = m_pages[static_cast<std::size_t>(i)];
    page.button->setChecked(isOpen(i));
    page.area->setVisible(isOpen(i));
    page.title->setVisible(isOpen(i) && open.size() > 1);
    const auto [full, least] = heightOf(i);
    page.area->setMinimumHeight(isOpen(i) && open.size() > 1 ? least : 0);
    // A step is told with its meanings or without, and needs no room between.
    const bool terse = i == kStep && open.size() > 1 && full - least > free;
    page.area->setMaximumHeight(terse ? least : full);
  }
  m_buttons->setVisible(open.size() < kPages);
}

void Inspector::resizeEvent(QResizeEvent* event) {
  Card::resizeEvent(event);
  showPages();
  m_rest.start();  // when the parts have found their sizes too
}

void Inspector::showRun() {
  const Run& run = m_laboratory.selectedRun();
  const std::size_t count = m_laboratory.selection().size();
  m_marker->setPixmap(runMarkerPixmap(run.colour, m_laboratory.theme(), devicePixelRatioF()));
  m_marker->setVisible(count == 1);
  m_name->setText(m_laboratory.nameOf(run));
  m_name->setReadOnly(m_laboratory.predictions().conceals());
  m_name->setVisible(count == 1);
  m_count->setText(tr("%1 runs").arg(count));
  m_count->setVisible(count > 1);
  const bool full = m_laboratory.runs().size() + count > Experiment::kMostRuns;
  m_duplicate->setEnabled(!full);
  m_duplicate->setToolTip(full ? tr("There is room for %1 runs; remove one first").arg(Experiment::kMostRuns)
                               : tr("Add a copy (D)"));
  const bool all = count == m_laboratory.runs().size();
  m_remove->setEnabled(!all);
  m_remove->setToolTip(all ? tr("One run must stay") : tr("Remove (Del)"));
}

// Until the first result for a new landscape arrives, nothing of the old one stays.
void Inspector::refresh() {
  const RunResultPtr result = m_laboratory.selectedResult();
  if (m_laboratory.predictions().conceals())
    return m_why->setText(tr("What do you expect? The reason comes with the end."));
  if (!result) return m_why->setText(tr("Surveying the landscape …"));
  const QString what = withoutBreaksInFormulas(wording::whatHappened(*result));
  m_why->setText(m_laboratory.selection().size() > 1
                     ? QString::fromStdString(m_laboratory.selectedRun().name) + QStringLiteral(": ") + what
                     : what);
  m_rest.start();
}

}  // namespace ravine
