#include "ui/inspector/cycle_advice.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/run/cycle_length.h"
#include "ui/look/card.h"

namespace ravine {

CycleAdvice::CycleAdvice(Set set, QWidget* parent) : QWidget(parent) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  m_text = makeLabel({}, {"quiet", "small"});
  m_text->setObjectName(QStringLiteral("cycleAdvice"));
  m_text->setWordWrap(true);
  layout->addWidget(m_text);
  auto* button = new QToolButton;
  button->setObjectName(QStringLiteral("cycleLength"));
  button->setText(tr("Length of the way up") + QStringLiteral(" ▾"));
  button->setFocusPolicy(Qt::TabFocus);
  button->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(button);
  for (std::int64_t epochs = kFewestEpochsUp; epochs <= kMostEpochsUp; epochs += 2)
    m_lengths.push_back({epochs, menu->addAction(tr("%1 epochs").arg(epochs), this, [set, epochs] { set(epochs); })});
  button->setMenu(menu);
  layout->addWidget(button, 0, Qt::AlignLeft);
}

void CycleAdvice::show(const SelectedRuns& runs) {
  const auto epoch = runs.common([](const Run& r) { return hasCyclesOfEpochs(r) ? stepsPerEpoch(r) : 0; });
  setVisible(epoch.value_or(0) > 0);
  if (isHidden()) return;
  m_text->setText(tr("Smith (2017) advises %1 to %2 epochs for the way up, here %3 to %4 steps.")
                      .arg(kFewestEpochsUp)
                      .arg(kMostEpochsUp)
                      .arg(kFewestEpochsUp * *epoch)
                      .arg(kMostEpochsUp * *epoch));
  for (const Length& each : m_lengths)
    each.action->setText(tr("%1 epochs (%2 steps)").arg(each.epochs).arg(each.epochs * *epoch));
}

}  // namespace ravine
