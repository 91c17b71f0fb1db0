#include "ui/chart/chart_card.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ravine {

ChartCard::ChartCard(Laboratory& laboratory, Kind kind, QWidget* parent)
    : Card(parent), m_laboratory(laboratory), m_kind(kind) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 6, 8, 4);
  layout->setSpacing(2);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(4, 0, 4, 0);
  head->setSpacing(4);
  layout->addLayout(head);
  m_chart = new ChartView(laboratory, kind == Kind::loss ? lossContent : rateContent);
  layout->addWidget(m_chart, 1);

  head->addWidget(m_title = makeTitle());
  m_note = new ElidedLabel;
  m_note->setProperty("quiet", true);
  m_note->setProperty("small", true);
  m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  head->addWidget(m_note, 1);
  if (kind == Kind::rate) head->addWidget(m_landmarks = makeLandmarksButton());
  head->addWidget(m_log = makeScaleButton());

  connect(m_chart, &ChartView::contentChanged, this, &ChartCard::refresh);
  refresh();
}

// The loss chart's title is also the choice of what it shows.
QToolButton* ChartCard::makeTitle() {
  auto* title = new QToolButton;
  title->setProperty("flat", true);
  title->setProperty("strong", true);
  title->setFocusPolicy(Qt::TabFocus);
  if (m_kind == Kind::rate) {
    title->setText(tr("Learning rate"));
    title->setFocusPolicy(Qt::NoFocus);
    title->setAttribute(Qt::WA_TransparentForMouseEvents);
    return title;
  }
  title->setObjectName(QStringLiteral("quantity"));
  title->setPopupMode(QToolButton::InstantPopup);
  title->setToolTip(tr("What this chart shows"));
  auto* menu = new QMenu(title);
  for (const Quantity quantity : {Quantity::loss, Quantity::gradientNorm, Quantity::gradientNoise, Quantity::distance})
    connect(menu->addAction(quantityName(quantity)), &QAction::triggered, this, [this, quantity] {
      edit(tr("Chart: %1").arg(quantityName(quantity)), [quantity](ChartSettings& s) { s.quantity = quantity; });
    });
  title->setMenu(menu);
  return title;
}

QToolButton* ChartCard::makeScaleButton() {
  auto* button = new QToolButton;
  button->setText(tr("log"));
  button->setProperty("flat", true);
  button->setCheckable(true);
  button->setFocusPolicy(Qt::TabFocus);
  button->setObjectName(QStringLiteral("log"));
  button->setToolTip(tr("Logarithmic or linear scale"));
  button->setAccessibleName(tr("Logarithmic scale"));
  connect(button, &QToolButton::clicked, this, [this](bool logarithmic) {
    edit(logarithmic ? tr("Logarithmic scale") : tr("Linear scale"), [this, logarithmic](ChartSettings& s) {
      (m_kind == Kind::loss ? s.logarithmicLoss : s.logarithmicRate) = logarithmic;
    });
  });
  return button;
}

QToolButton* ChartCard::makeLandmarksButton() {
  auto* button = new QToolButton;
  button->setText(tr("names"));
  button->setObjectName(QStringLiteral("landmarks"));
  button->setProperty("flat", true);
  button->setCheckable(true);
  button->setFocusPolicy(Qt::TabFocus);
  button->setToolTip(tr("Names of what is in the selected run's schedule"));
  button->setAccessibleName(button->toolTip());
  connect(button, &QToolButton::toggled, m_chart, &ChartView::showLandmarks);
  return button;
}

bool ChartCard::namesSchedule() const {
  return m_landmarks && m_landmarks->isChecked();
}

void ChartCard::nameSchedule(bool named) {
  if (m_landmarks) m_landmarks->setChecked(named);
}

void ChartCard::edit(const QString& text, const std::function<void(ChartSettings&)>& change) {
  m_laboratory.document().edit(text, [&](Experiment& experiment) { change(experiment.charts); });
}

bool ChartCard::isLogarithmic() const {
  const ChartSettings& settings = m_laboratory.experiment().charts;
  return m_kind == Kind::loss ? settings.logarithmicLoss : settings.logarithmicRate;
}

void ChartCard::refresh() {
  if (m_kind == Kind::loss) {
    const QString quantity = quantityName(m_laboratory.experiment().charts.quantity);
    m_title->setText(quantity + QStringLiteral(" ▾"));
    m_title->setAccessibleName(tr("Shown here: %1").arg(quantity));
  }
  m_note->setText(m_chart->scene().content.note);
  nameSteps();
  m_log->setChecked(isLogarithmic());
}

// The step axis says what it is where there is room, and always where it counts epochs.
void ChartCard::nameSteps() {
  const ChartContent& content = m_chart->scene().content;
  constexpr int heightForTitle = 150;
  constexpr int heightForEpochs = 100;
  const int needed = content.stepsPerEpoch > 1 || !content.epochs.empty() ? heightForEpochs : heightForTitle;
  m_chart->xAxis->setLabel(height() >= m_laboratory.theme().px(needed) ? stepAxisName(content) : QString());
}

void ChartCard::resizeEvent(QResizeEvent* event) {
  Card::resizeEvent(event);
  nameSteps();
  constexpr int widthForTitle = 240;
  if (m_kind == Kind::rate)
    m_title->setText(width() >= m_laboratory.theme().px(widthForTitle) ? tr("Learning rate") : QStringLiteral("η"));
}

}  // namespace ravine
