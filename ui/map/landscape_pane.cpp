#include "ui/map/landscape_pane.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <algorithm>

#include "core/run/look.h"
#include "ui/look/card.h"
#include "ui/look/icon.h"
#include "ui/look/scaling.h"
#include "ui/map/landscape_picture.h"
#include "ui/map/landscape_view.h"
#include "ui/map/profile_view.h"
#include "ui/map/relief_view.h"

namespace ravine {
namespace {

constexpr int kIcon = 14;         // pixels at scale 1, as the next
constexpr int kRoomForAll = 230;  // width of a picture that has room for all buttons
constexpr int kRoomForOne = 90;   // and of one that has room for one, which goes round
constexpr int kHeightForChoice = 84;
constexpr int kAboveAxis = 28;  // the place of a single button

// Short enough to stand in a corner, and the same in every language.
QString shortName(ProfileLine line) {
  switch (line) {
    case ProfileLine::alongX:
      return QStringLiteral("x");
    case ProfileLine::alongY:
      return QStringLiteral("y");
    case ProfileLine::toLowest:
      return QStringLiteral("→ ★");
    case ProfileLine::lastStep:
      return QStringLiteral("Δθ");
  }
  return {};
}

}  // namespace

LandscapePane::LandscapePane(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  m_stack = new QStackedLayout(this);
  m_stack->setContentsMargins(0, 0, 0, 0);
  m_map = new LandscapeView(laboratory, this);
  m_pictures[static_cast<std::size_t>(Look::map)] = m_map;
  m_stack->addWidget(m_map);
  m_buttons = makeButtons();
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    refreshIcons();
    placeButtons();
  });
  connect(&laboratory.display(), &Display::reliefChanged, this, &LandscapePane::showHeights);
  refreshIcons();
}

QWidget* LandscapePane::makeButtons() {
  auto* buttons = new QWidget(this);
  buttons->setObjectName(QStringLiteral("lookButtons"));
  auto* line = new QHBoxLayout(buttons);
  line->setContentsMargins(2, 2, 2, 2);
  line->setSpacing(1);
  line->setSizeConstraint(QLayout::SetFixedSize);
  buttons->installEventFilter(this);  // its size follows from the text's, later than that
  const auto add = [&](const QString& name, const QString& text) {
    auto* button = new QToolButton(buttons);
    button->setObjectName(name);
    button->setProperty("flat", true);
    button->setProperty("small", true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(text);
    button->setAccessibleName(text);
    line->addWidget(button);
    return button;
  };
  m_line = add(QStringLiteral("profileLine"), tr("The line that the profile follows"));
  m_line->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(m_line);
  for (const auto& [which, text] : {std::pair(ProfileLine::alongX, tr("Along x, through the start")),
                                    std::pair(ProfileLine::alongY, tr("Along y, through the start")),
                                    std::pair(ProfileLine::toLowest, tr("From the start to the lowest minimum")),
                                    std::pair(ProfileLine::lastStep, tr("Along the step at the playhead"))})
    connect(menu->addAction(text), &QAction::triggered, this, [this, which = which] { choose(which); });
  m_line->setMenu(menu);
  m_heights = add(QStringLiteral("reliefHeights"), tr("Heights by their logarithm (H)"));
  m_heights->setText(tr("log"));
  m_heights->setCheckable(true);
  connect(m_heights, &QToolButton::clicked, this, &LandscapePane::toggleHeights);
  const std::array names{std::pair(QStringLiteral("lookMap"), tr("Map (V; with Shift in all panels)")),
                         std::pair(QStringLiteral("lookProfile"), tr("Profile (V; with Shift in all panels)")),
                         std::pair(QStringLiteral("lookRelief"), tr("Relief (V; with Shift in all panels)"))};
  for (std::size_t i = 0; i < kLooks; ++i) {
    QToolButton* button = m_choices[i] = add(names[i].first, names[i].second);
    button->setCheckable(true);
    setBaseIconSize(*button, kIcon);
    connect(button, &QToolButton::clicked, this, [this, i] {
      const bool goesRound = m_choices[(i + 1) % kLooks]->isHidden();
      choose(static_cast<Look>(goesRound ? (i + 1) % kLooks : i));
    });
  }
  return buttons;
}

void LandscapePane::refreshIcons() {
  static constexpr std::array names{"look-map", "look-profile", "look-relief"};
  for (std::size_t i = 0; i < kLooks; ++i)
    m_choices[i]->setIcon(themedIcon(QString::fromLatin1(names[i]), m_laboratory.theme().text));
}

LandscapePicture& LandscapePane::make(Look look) {
  LandscapePicture*& picture = m_pictures[static_cast<std::size_t>(look)];
  if (picture) return *picture;
  if (look == Look::profile)
    picture = new ProfileView(m_laboratory, this);
  else
    picture = m_relief = new ReliefView(m_laboratory, this);
  m_stack->addWidget(&picture->widget());
  setBaseMinimumSize(picture->widget(), {80, 60});
  picture->widget().setMinimumSize(m_map->minimumSize());
  return *picture;
}

void LandscapePane::show(std::vector<ShownRun> runs) {
  m_runs = std::move(runs);
  m_look = lookOf(m_runs.front().run);
  if (m_look == Look::data || m_look == Look::mapWithData) m_look = Look::map;
  LandscapePicture& picture = make(m_look);
  picture.show(m_runs);  // before it is seen
  if (m_stack->currentWidget() != &picture.widget()) {
    const bool hadKeys = isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(&picture.widget());
    if (hadKeys && !m_buttons->isAncestorOf(QApplication::focusWidget())) picture.widget().setFocus();
  }
  showChoices();
  showHeights();
}

void LandscapePane::showHeights() {
  if (m_look == Look::relief && m_relief) m_heights->setChecked(m_relief->heights() == HeightScale::logarithmic);
}

void LandscapePane::setZoom(Look look, const Box& box) {
  LandscapePicture& picture = make(look);
  if (!m_runs.empty()) picture.show(m_runs);
  picture.setZoom(box);
}

void LandscapePane::finish() {
  picture().finish();
}

void LandscapePane::showChoices() {
  // Whose line it is, as in ProfileScene::lookedAt().
  const auto chosen = std::find_if(m_runs.begin(), m_runs.end(),
                                   [this](const ShownRun& shown) { return shown.run.id == m_laboratory.selected(); });
  const ShownRun& shown = chosen == m_runs.end() ? m_runs.front() : *chosen;
  for (std::size_t i = 0; i < kLooks; ++i) m_choices[i]->setChecked(i == static_cast<std::size_t>(m_look));
  m_line->setText(shortName(profileLineOf(shown.run, shown.landscape())) + QStringLiteral(" ▾"));
  placeButtons();
}

// In the right upper corner, as many as there is room for.
void LandscapePane::placeButtons() {
  const Theme& theme = m_laboratory.theme();
  const bool all = width() >= theme.px(kRoomForAll);
  m_line->setVisible(m_look == Look::profile && all);
  m_heights->setVisible(m_look == Look::relief && all);
  for (std::size_t i = 0; i < kLooks; ++i) m_choices[i]->setVisible(all || i == static_cast<std::size_t>(m_look));
  setStyleProperty(*m_buttons, "alone", !all);
  for (QToolButton* button : m_choices) setStyleProperty(*button, "alone", !all);
  const bool room = width() >= theme.px(kRoomForOne) && height() >= theme.px(kHeightForChoice);
  m_buttons->setVisible(room);
  // One alone stands below, where paths seldom begin.
  const int y = all ? qRound(theme.px(6)) : height() - m_buttons->height() - qRound(theme.px(kAboveAxis));
  m_buttons->move(width() - m_buttons->width() - qRound(theme.px(8)), y);
  m_buttons->raise();
  picture().reserve(room ? m_buttons->geometry() : QRect());
}

bool LandscapePane::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) placeButtons();
  return QWidget::eventFilter(watched, event);
}

void LandscapePane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  placeButtons();
}

// All runs of the panel; with Shift, all runs.
std::vector<RunId> LandscapePane::runsToChange() const {
  std::vector<RunId> runs;
  if (QApplication::keyboardModifiers() & Qt::ShiftModifier)
    for (const Run& run : m_laboratory.runs()) runs.push_back(run.id);
  else
    for (const ShownRun& shown : m_runs) runs.push_back(shown.run.id);
  return runs;
}

void LandscapePane::choose(Look look) {
  showChoices();  // a click on what is shown changes nothing
  if (look == m_look && !(QApplication::keyboardModifiers() & Qt::ShiftModifier)) return;
  m_laboratory.document().editRuns(tr("Way to look"), runsToChange(), [look](Run& run) { run.look = look; });
}

void LandscapePane::choose(ProfileLine line) {
  m_laboratory.document().editRuns(tr("Line of the profile"), runsToChange(),
                                   [line](Run& run) { run.profileLine = line; });
}

void LandscapePane::turnRelief(double turn, double tilt) {
  if (m_look == Look::relief && m_relief) m_relief->turn(turn, tilt);
}

void LandscapePane::toggleHeights() {
  if (m_look != Look::relief || !m_relief) return;
  const LossChoice& function = m_runs.front().run.lossFunction;
  ReliefLook look = m_laboratory.display().reliefOf(function);
  look.heights = m_relief->heights() == HeightScale::linear ? HeightScale::logarithmic : HeightScale::linear;
  m_laboratory.display().setRelief(function, look);
}

}  // namespace ravine
