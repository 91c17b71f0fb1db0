#include "ui/inspector/batch_section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>
#include <array>

#include "core/run/model_run.h"
#include "ui/inspector/parameter_form.h"
#include "ui/look/card.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr auto kBatchSize = "batch_size";
constexpr std::array<std::int64_t, 7> kSizes{1, 2, 4, 8, 16, 32, 0};

// 0 where all rows are in each step, however that was said.
std::int64_t batchSizeOf(const Run& run) {
  return hasBatches(run) ? batchSettings(run.batches).batchSize : 0;
}

QString epochsText(const Run& run) {
  const std::int64_t each = stepsPerEpoch(run);
  if (!hasBatches(run)) return BatchSection::tr("Each step sees all %1 rows: a step is an epoch.").arg(rowsOf(run));
  return BatchSection::tr("%1 steps per epoch; %2 steps are %3 epochs.")
      .arg(each)
      .arg(run.steps)
      .arg(wording::number(epochsOf(run), 4));
}

}  // namespace

BatchSection::BatchSection(Laboratory& laboratory, QWidget* parent)
    : SettingsSection(laboratory, tr("BATCHES"), parent) {
  addSizes();
  m_parameters =
      new ParameterForm([this](const std::string& id, const ParameterValue& value) { return setParameter(id, value); });
  form().addWidget(m_parameters);
  m_epochs = makeLabel({}, {"quiet", "small"});
  m_epochs->setObjectName(QStringLiteral("epochsOfSteps"));
  m_epochs->setWordWrap(true);
  form().addWidget(m_epochs);
  m_newSeed =
      addNewSeed(QStringLiteral("newBatchSeed"), tr("Another order of the rows; needs batches that are shuffled"),
                 [](Run& r, std::int64_t seed) { r.batches["seed"] = seed; });
}

// What one chooses most, at one click.
void BatchSection::addSizes() {
  auto* line = new QHBoxLayout;
  line->setSpacing(3);
  for (const std::int64_t rows : kSizes) {
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("batchSize%1").arg(rows));
    button->setText(rows == 0 ? tr("all") : QString::number(rows));
    button->setToolTip(rows == 0 ? tr("Each step sees all rows") : tr("Batches of %1").arg(rows));
    button->setAccessibleName(button->toolTip());
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setStyleProperty(*button, "tight", true);
    connect(button, &QToolButton::clicked, this, [this, rows] {
      setParameter(kBatchSize, rows);
      show(runs());  // a click on what is chosen already leaves it so
    });
    line->addWidget(button);
    m_sizes.push_back({rows, button});
  }
  form().addLayout(line);
}

Problems BatchSection::setParameter(const std::string& id, const ParameterValue& value) {
  return edit(tr("Change the batches"), [&](Run& r) { changeSpan(r, [&](Run& each) { each.batches[id] = value; }); });
}

void BatchSection::show(const SelectedRuns& runs) {
  const bool learn = runs.common([](const Run& r) { return rowsOf(r) > 0; }) == true;
  setVisible(learn);
  if (!learn) return;
  const auto size = runs.common(batchSizeOf);
  std::size_t fewest = rowsOf(runs.lookedAt());
  for (const Run* run : runs.all()) fewest = std::min(fewest, rowsOf(*run));
  for (const Size& each : m_sizes) {
    each.button->setChecked(size == each.rows);
    each.button->setEnabled(static_cast<std::size_t>(each.rows) < fewest);
  }
  m_parameters->show([](const Run&) { return std::string("batches"); }, batchParameters(),
                     [](const Run& r) -> const ParameterSet& { return r.batches; }, runs);
  const auto epochs = runs.common(epochsText);
  m_epochs->setText(epochs.value_or(QString()));
  m_epochs->setVisible(epochs.has_value());
  m_newSeed->setEnabled(runs.common([](const Run& r) { return hasBatches(r) && batchSettings(r.batches).shuffle; }) ==
                        true);
}

}  // namespace ravine
