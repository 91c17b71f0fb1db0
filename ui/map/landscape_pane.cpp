#include "ui/map/landscape_pane.h"

#include <QApplication>
#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

#include "core/run/look.h"
#include "ui/look/card.h"
#include "ui/look/icon.h"
#include "ui/look/scaling.h"
#include "ui/map/data_view.h"
#include "ui/map/landscape_picture.h"
#include "ui/map/landscape_view.h"
#include "ui/map/profile_view.h"
#include "ui/map/relief_view.h"

namespace ravine {
namespace {

constexpr int kIcon = 14;         // pixels at scale 1, as the next
constexpr int kRoomForAll = 230;  // width of a picture that has room for three buttons and one of their own…
constexpr int kRoomForEach = 25;  // …and for each more
constexpr int kRoomForOne = 90;   // and of one that has room for one, which goes round
constexpr int kHeightForChoice = 84;
constexpr int kAboveAxis = 28;  // the place of a single button

constexpr QSize kLeastOfTwo(130, 140);  // a picture that stands beside another
constexpr int kBetween = 8;

// Short enough to stand in a corner, and the same in every language.
QString shortName(ProfileLine line, const std::array<std::string, 2>& axes) {
  switch (line) {
    case ProfileLine::alongX:
      return QString::fromStdString(axes[0]);
    case ProfileLine::alongY:
      return QString::fromStdString(axes[1]);
    case ProfileLine::toLowest:
      return QStringLiteral("→ ★");
    case ProfileLine::lastStep:
      return QStringLiteral("Δθ");
  }
  return {};
}

}  // namespace

LandscapePane::LandscapePane(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  m_layout = new QBoxLayout(QBoxLayout::LeftToRight, this);
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(kBetween);
  m_map = new LandscapeView(laboratory, this);
  m_pictures[static_cast<std::size_t>(Look::map)] = m_map;
  m_layout->addWidget(m_map, 1);
  followView(*m_map);
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
  for (const ProfileLine which :
       {ProfileLine::alongX, ProfileLine::alongY, ProfileLine::toLowest, ProfileLine::lastStep})
    connect(menu->addAction(QString()), &QAction::triggered, this, [this, which] { choose(which); });
  m_line->setMenu(menu);
  m_heights = add(QStringLiteral("reliefHeights"), tr("Heights by their logarithm (H)"));
  m_heights->setText(tr("log"));
  m_heights->setCheckable(true);
  connect(m_heights, &QToolButton::clicked, this, &LandscapePane::toggleHeights);
  const std::array names{
      std::pair(QStringLiteral("lookMap"), tr("Map (V; with Shift in all panels)")),
      std::pair(QStringLiteral("lookProfile"), tr("Profile (V; with Shift in all panels)")),
      std::pair(QStringLiteral("lookRelief"), tr("Relief (V; with Shift in all panels)")),
      std::pair(QStringLiteral("lookData"), tr("Data (V; with Shift in all panels)")),
      std::pair(QStringLiteral("lookMapWithData"), tr("Map with data (V; with Shift in all panels)"))};
  for (std::size_t i = 0; i < kLooks; ++i) {
    QToolButton* button = m_choices[i] = add(names[i].first, names[i].second);
    button->setCheckable(true);
    setBaseIconSize(*button, kIcon);
    connect(button, &QToolButton::clicked, this, [this, i] {
      const std::vector<Look> looks = looksFor(m_runs.front().run);
      const auto pressed = std::find(looks.begin(), looks.end(), static_cast<Look>(i));
      const bool goesRound = m_buttons->property("alone").toBool();
      choose(!goesRound ? *pressed : pressed + 1 == looks.end() ? looks.front() : *(pressed + 1));
    });
  }
  return buttons;
}

void LandscapePane::refreshIcons() {
  static constexpr std::array names{"look-map", "look-profile", "look-relief", "look-data", "look-map-data"};
  for (std::size_t i = 0; i < kLooks; ++i)
    m_choices[i]->setIcon(themedIcon(QString::fromLatin1(names[i]), m_laboratory.theme().text));
}

// Where it is zoomed or moved, starts may come under the buttons.
void LandscapePane::followView(QWidget& picture) {
  if (auto* plot = qobject_cast<QCustomPlot*>(&picture))
    connect(plot, &QCustomPlot::afterReplot, this, &LandscapePane::placeButtons);
}

LandscapePicture& LandscapePane::make(Look look) {
  LandscapePicture*& picture = m_pictures[static_cast<std::size_t>(look)];
  if (picture) return *picture;
  if (look == Look::profile)
    picture = new ProfileView(m_laboratory, this);
  else if (look == Look::relief)
    picture = m_relief = new ReliefView(m_laboratory, this);
  else
    picture = new DataView(m_laboratory, this);
  followView(picture->widget());
  picture->widget().hide();
  m_layout->addWidget(&picture->widget(), 1);
  setBaseMinimumSize(picture->widget(), {80, 60});
  picture->widget().setMinimumSize(m_map->minimumSize());
  return *picture;
}

bool LandscapePane::hasRoomForTwo() const {
  const Theme& theme = m_laboratory.theme();
  const QSizeF least(theme.px(kLeastOfTwo.width()), theme.px(kLeastOfTwo.height()));
  const double between = theme.px(kBetween);
  return (width() >= 2 * least.width() + between && height() >= least.height()) ||
         (height() >= 2 * least.height() + between && width() >= least.width());
}

std::vector<std::pair<Look, LandscapePicture*>> LandscapePane::pictures() const {
  const auto of = [this](Look look) { return std::pair(look, m_pictures[static_cast<std::size_t>(look)]); };
  if (m_look != Look::mapWithData) return {of(m_look)};
  if (!hasRoomForTwo()) return {of(Look::map)};
  return {of(Look::map), of(Look::data)};
}

// What is looked at shares the pane, beside each other or, where that is higher than wide, one above the other.
void LandscapePane::arrange() {
  const auto shown = pictures();
  const auto isShown = [&](const LandscapePicture* picture) {
    return std::any_of(shown.begin(), shown.end(), [&](const auto& each) { return each.second == picture; });
  };
  QWidget* withKeys = QApplication::focusWidget();
  const bool hadKeys = isAncestorOf(withKeys) && !m_buttons->isAncestorOf(withKeys);
  m_layout->setDirection(height() > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  bool changed = false;
  for (LandscapePicture* picture : m_pictures) {
    if (!picture || picture->widget().isHidden() != isShown(picture)) continue;
    picture->widget().setVisible(isShown(picture));
    changed = true;
  }
  if (changed) m_layout->activate();
  if (hadKeys && !withKeys->isVisibleTo(this)) shown.front().second->widget().setFocus();
}

void LandscapePane::show(std::vector<ShownRun> runs) {
  m_runs = std::move(runs);
  m_look = lookOf(m_runs.front().run);
  if (m_look == Look::mapWithData)
    make(Look::data);
  else
    make(m_look);
  for (const auto& [look, picture] : pictures()) picture->show(m_runs);  // before it is seen
  arrange();
  showChoices();
  showHeights();
}

void LandscapePane::showHeights() {
  if (m_look == Look::relief && m_relief) m_heights->setChecked(m_relief->heights() == HeightScale::logarithmic);
}

void LandscapePane::setZoom(Look look, const Box& box) {
  if (look == Look::mapWithData || !hasLook(m_runs.front().run, look)) return;
  LandscapePicture& picture = make(look);
  picture.show(m_runs);
  picture.setZoom(box);
}

void LandscapePane::finish() {
  for (const auto& [look, picture] : pictures()) picture->finish();
}

void LandscapePane::showChoices() {
  // Whose line it is, as in ProfileScene::lookedAt().
  const auto chosen = std::find_if(m_runs.begin(), m_runs.end(),
                                   [this](const ShownRun& shown) { return shown.run.id == m_laboratory.selected(); });
  const ShownRun& shown = chosen == m_runs.end() ? m_runs.front() : *chosen;
  for (std::size_t i = 0; i < kLooks; ++i) m_choices[i]->setChecked(i == static_cast<std::size_t>(m_look));
  const std::array<std::string, 2> axes = lossFunctionInfo(shown.run).axes;
  m_line->setText(shortName(profileLineOf(shown.run, shown.landscape()), axes) + QStringLiteral(" ▾"));
  const QStringList lines{tr("Along %1, through the start").arg(QString::fromStdString(axes[0])),
                          tr("Along %1, through the start").arg(QString::fromStdString(axes[1])),
                          tr("From the start to the lowest minimum"), tr("Along the step at the playhead")};
  for (qsizetype i = 0; i < lines.size(); ++i) m_line->menu()->actions().at(i)->setText(lines[i]);
  placeButtons();
}

// As many as there is room for.
void LandscapePane::placeButtons() {
  const Theme& theme = m_laboratory.theme();
  if (m_runs.empty()) return;
  const std::vector<Look> looks = looksFor(m_runs.front().run);
  const bool all = width() >= theme.px(kRoomForAll + kRoomForEach * (static_cast<double>(looks.size()) - 3));
  m_line->setVisible(m_look == Look::profile && all);
  m_heights->setVisible(m_look == Look::relief && all);
  for (std::size_t i = 0; i < kLooks; ++i) {
    const auto look = static_cast<Look>(i);
    m_choices[i]->setVisible(look == m_look || (all && hasLook(m_runs.front().run, look)));
  }
  setStyleProperty(*m_buttons, "alone", !all);
  for (QToolButton* button : m_choices) setStyleProperty(*button, "alone", !all);
  const bool room = width() >= theme.px(kRoomForOne) && height() >= theme.px(kHeightForChoice);
  m_buttons->setVisible(room);
  m_buttons->move(placeOfButtons(all));
  m_buttons->raise();
  for (const auto& [look, picture] : pictures()) {
    const QRect covered = m_buttons->geometry() & picture->widget().geometry();
    picture->reserve(room && !covered.isEmpty() ? covered.translated(-picture->widget().pos()) : QRect());
  }
}

// On the right, where no start lies: above, or below if it is one alone, as paths seldom begin there.
QPoint LandscapePane::placeOfButtons(bool all) const {
  const Theme& theme = m_laboratory.theme();
  const int x = width() - m_buttons->width() - qRound(theme.px(8));
  const int top = qRound(theme.px(6));
  const int bottom = height() - m_buttons->height() - qRound(theme.px(kAboveAxis));
  const std::array heights{all ? top : bottom, all ? bottom : top, (top + bottom) / 2};
  const auto hidesNothing = [&](int y) {
    const QRect room(QPoint(x, y), m_buttons->size());
    return std::ranges::none_of(pictures(), [&](const auto& each) {
      return each.second->hasHandleIn(room.translated(-each.second->widget().pos()));
    });
  };
  const auto free = std::ranges::find_if(heights, hidesNothing);
  return {x, free == heights.end() ? heights.front() : *free};
}

bool LandscapePane::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) placeButtons();
  return QWidget::eventFilter(watched, event);
}

void LandscapePane::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (m_runs.empty()) return;
  for (const auto& [look, picture] : pictures()) picture->show(m_runs);  // one may have had no room before
  arrange();
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
  m_laboratory.document().editRuns(tr("Way to look"), runsToChange(), [look](Run& run) {
    if (hasLook(run, look)) run.look = look;
  });
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
