#include "ui/inspector/inspector.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <tuple>

#include "core/diagnosis/local_stability.h"
#include "ui/inspector/settings_page.h"
#include "ui/inspector/step_view.h"
#include "ui/look/run_look.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

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
  setFixedWidth(304);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 10, 1, 12);
  layout->setSpacing(6);
  layout->addWidget(makeHeader());
  layout->addWidget(makeTabs(), 3);
  layout->addWidget(makeReadOuts());
  layout->addWidget(makeWhatHappened(), 1);

  connect(&laboratory, &Laboratory::changed, this, [this](const Change& change) {
    if (change.experiment || change.selection) showRun();  // a result alone leaves alone what is being typed
    refresh();
  });
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &Inspector::refreshReadOuts);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &Inspector::refresh);
  showRun();
  refresh();
}

QWidget* Inspector::makeTabs() {
  auto* tabs = new QWidget;
  auto* layout = new QVBoxLayout(tabs);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(13, 0, 11, 0);
  line->setSpacing(6);
  layout->addLayout(line);
  auto* pages = new QStackedWidget;
  layout->addWidget(pages, 1);
  auto* group = new QButtonGroup(tabs);
  const auto addPage = [&](const QString& title, const QString& name, QWidget* page) {
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setText(title);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    line->addWidget(button, 1);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    group->addButton(button, pages->addWidget(scrolling(page)));
  };
  addPage(tr("Settings"), QStringLiteral("settingsTab"), m_settings = new SettingsPage(m_laboratory));
  addPage(tr("This step"), QStringLiteral("stepTab"), new StepView(m_laboratory));
  group->button(0)->setChecked(true);
  connect(group, &QButtonGroup::idClicked, pages, &QStackedWidget::setCurrentIndex);
  return tabs;
}

QWidget* Inspector::makeWhatHappened() {
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("inspectorForm"));
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(14, 0, 14, 0);
  m_whatHappened = makeLabel({});
  m_whatHappened->setObjectName(QStringLiteral("whatHappened"));
  m_whatHappened->setAccessibleName(tr("What happened"));
  m_whatHappened->setWordWrap(true);
  m_whatHappened->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_whatHappened->setTextInteractionFlags(Qt::TextSelectableByMouse);
  layout->addWidget(m_whatHappened);
  QScrollArea* area = scrolling(page);
  constexpr int fewestLines = 4;
  area->setMinimumHeight(fewestLines * QFontMetrics(textFont(kText)).lineSpacing());
  return area;
}

QWidget* Inspector::makeHeader() {
  auto* header = new QWidget;
  auto* line = new QHBoxLayout(header);
  line->setContentsMargins(13, 0, 11, 0);
  line->setSpacing(6);
  m_marker = new QLabel;
  line->addWidget(m_marker);
  m_name = new QLineEdit;
  m_name->setObjectName(QStringLiteral("name"));
  m_name->setAccessibleName(tr("Name of the run"));
  m_name->setToolTip(tr("The name of this run"));
  m_name->setMaxLength(40);
  m_name->setFont(textFont(kLargeText, QFont::DemiBold));
  connect(m_name, &QLineEdit::returnPressed, m_name, &QWidget::clearFocus);
  connect(m_name, &QLineEdit::editingFinished, this, [this] {
    const std::string name = m_name->text().trimmed().toStdString();
    if (name.empty()) return showRun();  // a run is known by its name
    m_laboratory.document().editRun(tr("Rename run"), m_laboratory.selected(), [&](Run& r) { r.name = name; });
  });
  line->addWidget(m_name, 1);
  const auto addButton = [&](const QString& text, const QString& hint, auto signal) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    connect(button, &QToolButton::clicked, this, signal);
    line->addWidget(button);
    return button;
  };
  addButton(tr("Duplicate"), tr("Add a copy of this run (D)"), &Inspector::duplicateRequested);
  m_remove = addButton(QStringLiteral("✕"), tr("Remove this run (Del)"), &Inspector::removeRequested);
  return header;
}

QWidget* Inspector::makeReadOuts() {
  auto* readOuts = new QWidget;
  auto* grid = new QGridLayout(readOuts);
  grid->setContentsMargins(14, 2, 14, 0);
  grid->setVerticalSpacing(3);
  grid->setColumnStretch(1, 1);
  m_atStep = makeLabel({}, {"section"});
  grid->addWidget(m_atStep, 0, 0, 1, 2);
  const auto add = [&](const QString& caption, const QString& hint) {
    const int row = grid->rowCount();
    QLabel* left = makeLabel(caption, {"quiet"});
    QLabel* right = makeLabel({});
    left->setToolTip(hint);
    right->setAccessibleName(caption);
    right->setToolTip(hint);
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(left, row, 0);
    grid->addWidget(right, row, 1);
    return std::pair(left, right);
  };
  std::tie(std::ignore, m_theta) = add(QStringLiteral("θ"), tr("The parameters (x, y) at the playhead"));
  std::tie(std::ignore, m_loss) = add(tr("Loss"), tr("f(θ)"));
  std::tie(std::ignore, m_gradient) = add(QStringLiteral("‖∇f‖"), tr("The length of the gradient"));
  std::tie(std::ignore, m_sharpness) =
      add(QStringLiteral("λmax"), tr("Sharpness: the largest curvature, over all directions"));
  std::tie(std::ignore, m_currentRate) = add(QStringLiteral("η"), tr("The learning rate of the next step"));
  std::tie(m_limitCaption, m_limit) = add({}, {});
  const int row = grid->rowCount();
  grid->setRowMinimumHeight(row, 2);
  grid->addWidget(makeLabel(tr("WHAT HAPPENED"), {"section"}), row + 1, 0, 1, 2);
  return readOuts;
}

void Inspector::finish() {
  m_settings->finish();
}

void Inspector::showRun() {
  const Run& run = m_laboratory.selectedRun();
  m_marker->setPixmap(runMarkerPixmap(run.colour, devicePixelRatioF()));
  m_name->setText(QString::fromStdString(run.name));
  m_remove->setEnabled(m_laboratory.runs().size() > 1);
}

void Inspector::refresh() {
  const RunResultPtr result = m_laboratory.selectedResult();
  if (!result) return showWork();
  m_whatHappened->setText(wording::whatHappened(*result));
  refreshReadOuts();
}

// Until the first result for a new landscape arrives, nothing of the old one stays.
void Inspector::showWork() {
  m_whatHappened->setText(tr("Surveying the landscape …"));
  for (QLabel* value : {m_theta, m_loss, m_gradient, m_sharpness, m_currentRate, m_limit})
    value->setText(QStringLiteral("…"));
}

void Inspector::refreshReadOuts() {
  const RunResultPtr result = m_laboratory.selectedResult();
  if (!result) return;
  const Trajectory& trajectory = result->trajectory;
  const auto step = std::min(static_cast<std::int64_t>(m_laboratory.timeline().playhead()), trajectory.steps());
  const auto t = static_cast<std::size_t>(step);
  m_atStep->setText(tr("AT STEP %1").arg(step));
  m_theta->setText(wording::point(trajectory.points[t], 4));
  m_loss->setText(wording::number(trajectory.losses[t], 4));
  m_gradient->setText(wording::number(trajectory.gradients[t].stableNorm(), 4));
  m_sharpness->setText(wording::number(trajectory.sharpness[t], 4));
  m_currentRate->setText(wording::number(rateAt(*result, t), 4));
  refreshStability(*result, t);
}

// η·λ against 2 where that is the limit, otherwise the limit itself, "≈" where it is a rule of thumb.
void Inspector::refreshStability(const RunResult& result, std::size_t t) {
  const double lr = rateAt(result, t);
  const double sharpness = result.trajectory.sharpness[t];
  const double limit = result.trajectory.stabilityLimits[t];
  const QString formula = wording::stabilityFormula(result.run);
  const bool plain = formula == QStringLiteral("2/λ");
  const bool rough = optimizerInfo(result.run).stability == Stability::ruleOfThumb;
  m_limitCaption->setText(plain ? QStringLiteral("η · λmax") : tr("limit of η"));
  m_limitCaption->setToolTip(plain               ? tr("Above 2, plain gradient descent jumps ever farther")
                             : formula.isEmpty() ? tr("The length of this method's steps does not follow the curvature")
                             : rough
                                 ? tr("%1, a rule of thumb; λ̃ is the curvature as this method rescales it").arg(formula)
                                 : formula);
  m_limit->setToolTip(m_limitCaption->toolTip());
  m_limit->setAccessibleName(m_limitCaption->text());
  const StabilityHere here = stabilityAt(result, t);
  if (here.verdict == LocalStability::unknown) {
    m_limit->setText(plain               ? wording::number(lr * sharpness, 4)
                     : formula.isEmpty() ? tr("none")
                                         : wording::number(limit));
    applyStyleSheet(*m_limit, {});
    return;
  }
  if (here.crossedAt)
    m_limit->setToolTip(tr("The run bounces all the same: at step %1 η is beyond the limit.").arg(*here.crossedAt));
  const bool good = here.verdict == LocalStability::stable;
  const QString verdict = here.crossedAt                               ? tr("stable here")
                          : good                                       ? tr("stable")
                          : here.verdict == LocalStability::atTheLimit ? tr("at the limit")
                                                                       : tr("unstable");
  m_limit->setText(QStringLiteral("%1%2 %3").arg(rough ? QStringLiteral("≈ ") : QString(),
                                                 wording::number(plain ? lr * sharpness : limit, 4), verdict));
  const Outcome like = !good ? Outcome::diverged : here.crossedAt ? Outcome::oscillating : Outcome::converged;
  const QColor colour = wording::outcomeColour(like, m_laboratory.theme());
  applyStyleSheet(*m_limit, QStringLiteral("color: %1; font-weight: 600;").arg(colour.name()));
}

}  // namespace ravine
