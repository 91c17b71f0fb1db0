#include "ui/window/transport.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/look/combo_box.h"
#include "ui/look/scaling.h"
#include "ui/window/scrub_bar.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr std::array<double, 10> kSpeeds{1, 2, 5, 12, 25, 60, 150, 500, 2'000, 10'000};  // steps per second

}  // namespace

Transport::Transport(Laboratory& laboratory, const TransportActions& actions, QWidget* parent)
    : Card(parent), m_laboratory(laboratory) {
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(14, 6, 14, 6);
  line->setSpacing(6);
  const auto addButton = [&](QAction* action, int size) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    setBaseIconSize(*button, size);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("flat", true);
    button->setAccessibleName(action->text());
    line->addWidget(button);
    return button;
  };
  addButton(actions.toStart, 18);
  addButton(actions.stepBack, 18);
  QToolButton* play = addButton(actions.play, 18);
  play->setProperty("flat", false);
  play->setProperty("play", true);
  addButton(actions.stepForward, 18);
  addButton(actions.toEnd, 18);

  m_step = makeLabel({}, {"strong"});
  line->addSpacing(8);
  line->addWidget(m_step);
  line->addSpacing(4);
  line->addWidget(new ScrubBar(laboratory), 1);
  line->addSpacing(4);

  m_speed = new ComboBox;
  m_speed->setAccessibleName(tr("Speed"));
  m_speed->setFocusPolicy(Qt::TabFocus);
  for (const double speed : kSpeeds)
    m_speed->addItem(speed == 1 ? tr("1 step/s") : tr("%L1 steps/s").arg(speed, 0, 'f', 0), speed);
  connect(m_speed, &QComboBox::activated, this,
          [this](int index) { m_laboratory.timeline().setSpeed(kSpeeds.at(static_cast<std::size_t>(index))); });
  line->addWidget(m_speed);
  auto* loop = addButton(actions.loop, 16);
  loop->setToolButtonStyle(Qt::ToolButtonIconOnly);
  line->addSpacing(6);
  for (QAction* action : actions.shown) {
    auto* button = addButton(action, 16);
    // What no run has is in the menu, with the reason.
    button->setVisible(action->isEnabled());
    connect(action, &QAction::enabledChanged, button, &QWidget::setVisible);
  }

  connect(&laboratory, &Laboratory::changed, this, &Transport::refreshStep);
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &Transport::refreshStep);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &Transport::refreshStep);
  connect(&laboratory.timeline(), &Timeline::speedChanged, this, &Transport::refreshSpeed);
  refreshStep();
  refreshSpeed();
}

void Transport::refreshStep() {
  const auto step = static_cast<std::int64_t>(m_laboratory.timeline().playhead());
  const std::int64_t last = m_laboratory.timeline().lastStep();
  // As wide as its widest text, so that the bar does not jitter.
  m_step->setMinimumWidth(m_step->fontMetrics().horizontalAdvance(tr("Step %1 / %2").arg(last).arg(last)) + 4);
  m_step->setText(tr("Step %1 / %2").arg(step).arg(last));
}

void Transport::refreshSpeed() {
  // The nearest that is offered: a file may have any.
  const double speed = m_laboratory.timeline().speed();
  const auto nearest = std::min_element(kSpeeds.begin(), kSpeeds.end(), [speed](double a, double b) {
    return std::abs(a - speed) < std::abs(b - speed);
  });
  m_speed->setCurrentIndex(static_cast<int>(nearest - kSpeeds.begin()));
}

}  // namespace ravine
