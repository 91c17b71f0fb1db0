#include "ui/lesson/prediction_bar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/run/look.h"
#include "ui/look/run_look.h"
#include "ui/look/scaling.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kMostHands = 999;

}  // namespace

PredictionBar::PredictionBar(Laboratory& laboratory, QWidget* parent) : Card(parent), m_laboratory(laboratory) {
  setObjectName(QStringLiteral("predictionBar"));
  setAccessibleName(tr("Prediction"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 6, 8, 6);
  layout->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  layout->addLayout(head);
  head->addWidget(m_marker = new QLabel);
  m_question = new ElidedLabel;
  m_question->setObjectName(QStringLiteral("predictionQuestion"));
  m_question->setProperty("strong", true);
  m_question->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  head->addWidget(m_question, 1);
  m_answer = makeLabel({}, {"strong"});
  m_answer->setObjectName(QStringLiteral("predictionAnswer"));
  m_answer->setWordWrap(true);
  head->addWidget(m_answer, 1);
  m_score = makeLabel({}, {"quiet"});
  m_score->setObjectName(QStringLiteral("predictionScore"));
  head->addWidget(m_score);
  const auto addButton = [&](QHBoxLayout* line, const QString& text, const char* name) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    line->addWidget(button);
    return button;
  };
  m_counting = addButton(head, tr("Count hands"), "countHands");
  m_counting->setCheckable(true);
  m_counting->setToolTip(tr("How many of a class expect each"));
  connect(m_counting, &QToolButton::toggled, this, &PredictionBar::refresh);
  m_again = addButton(head, tr("Ask again"), "askAgain");
  connect(m_again, &QToolButton::clicked, this, [this] { m_laboratory.askToPredict(); });
  m_play = addButton(head, tr("Let it run"), "playPredicted");
  setStyleProperty(*m_play, "primary", true);
  connect(m_play, &QToolButton::clicked, this, [this] { m_laboratory.playPredicted(); });
  m_close = addButton(head, QStringLiteral("✕"), "closePrediction");
  m_close->setProperty("flat", true);
  m_close->setToolTip(tr("Show everything again (P)"));
  m_close->setAccessibleName(m_close->toolTip());
  connect(m_close, &QToolButton::clicked, this, [this] { m_laboratory.predictions().dismiss(); });

  m_choices = new QWidget;
  auto* choices = new QGridLayout(m_choices);  // the hands in a row of their own, through which Tab goes
  choices->setContentsMargins(0, 0, 0, 0);
  choices->setHorizontalSpacing(8);
  choices->setVerticalSpacing(4);
  for (std::size_t i = 0; i < kGuesses.size(); ++i) {
    const Guess guess = kGuesses[i];
    const QString name = wording::coreText(guessName(guess));
    m_guesses[i] = new QToolButton;
    m_guesses[i]->setText(name);
    m_guesses[i]->setObjectName(QStringLiteral("guess"));
    m_guesses[i]->setFocusPolicy(Qt::TabFocus);
    m_guesses[i]->setCheckable(true);
    choices->addWidget(m_guesses[i], 0, static_cast<int>(i));
    choices->setColumnStretch(static_cast<int>(i), 1);
    m_guesses[i]->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_guesses[i], &QToolButton::clicked, this, [this, guess] { choose(guess); });
    m_hands[i] = new QSpinBox;
    m_hands[i]->setObjectName(QStringLiteral("hands"));
    m_hands[i]->setAccessibleName(tr("Hands for “%1”").arg(name));
    m_hands[i]->setRange(0, kMostHands);
    m_hands[i]->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_hands[i]->setAlignment(Qt::AlignHCenter);
    connect(m_hands[i], &QSpinBox::valueChanged, this, [this, guess](int hands) { count(guess, hands); });
    choices->addWidget(m_hands[i], 1, static_cast<int>(i));
  }
  layout->addWidget(m_choices);
  connect(&laboratory, &Laboratory::changed, this, &PredictionBar::refresh);
  connect(&laboratory.predictions(), &Predictions::changed, this, &PredictionBar::refresh);
  connect(&laboratory.predictions(), &Predictions::refused, this, [this] {
    m_question->setText(tr("First say of every run what you expect: how will “%1” end?")
                            .arg(m_laboratory.nameOf(m_laboratory.selectedRun())));
  });
  connect(&laboratory.themes(), &ThemeSource::changed, this, &PredictionBar::refresh);
  refresh();
}

// The next run that nothing was said of is asked about.
void PredictionBar::choose(Guess guess) {
  Predictions& predictions = m_laboratory.predictions();
  const RunId run = m_laboratory.selected();
  Prediction prediction = predictions.of(run);
  const bool isNew = !prediction.guess;
  prediction.guess = prediction.guess == guess ? std::nullopt : std::optional(guess);
  predictions.set(run, prediction);
  refresh();
  if (!isNew) return;
  for (const Run& other : m_laboratory.runs())
    if (!predictions.of(other.id).guess) return m_laboratory.select(other.id);
}

void PredictionBar::count(Guess guess, int hands) {
  Prediction prediction = m_laboratory.predictions().of(m_laboratory.selected());
  prediction.hands.at(static_cast<std::size_t>(guess)) = hands;
  m_laboratory.predictions().set(m_laboratory.selected(), prediction);
}

void PredictionBar::refresh() {
  using Stage = Predictions::Stage;
  const Predictions& predictions = m_laboratory.predictions();
  const Stage stage = predictions.stage();
  setVisible(stage != Stage::none);
  if (stage == Stage::none) return;
  const Theme& theme = m_laboratory.theme();
  setMark(theme.accent);
  m_marker->setAccessibleName(m_laboratory.nameOf(m_laboratory.selectedRun()));
  m_marker->setPixmap(runMarkerPixmap(m_laboratory.selectedRun().colour, theme, devicePixelRatioF()));
  const auto& [right, asked] = predictions.score();
  m_score->setText(asked > 0 ? tr("%1 of %2 right").arg(right).arg(asked) : QString());
  m_choices->setVisible(stage == Stage::asking);
  m_counting->setVisible(stage == Stage::asking);
  m_play->setVisible(stage == Stage::asking);
  m_again->setVisible(stage == Stage::answered);
  m_close->setVisible(!predictions.isLocked());
  m_question->setVisible(stage != Stage::answered);
  m_answer->setVisible(stage == Stage::answered);
  if (stage == Stage::answered)
    refreshAnswer();
  else
    refreshQuestion();
}

void PredictionBar::refreshQuestion() {
  const Predictions& predictions = m_laboratory.predictions();
  const QString name = m_laboratory.nameOf(m_laboratory.selectedRun());
  const Look look = lookOf(m_laboratory.selectedRun());
  const bool hasRing = look != Look::relief && look != Look::data;
  m_question->setText(
      !predictions.isAsking() ? tr("Watch “%1” …").arg(name)
      : hasRing ? tr("How will “%1” end? You can also drag its dashed ring to where, and draw its loss.").arg(name)
                : tr("How will “%1” end? You can also draw its loss in the chart.").arg(name));
  const Prediction& prediction = predictions.of(m_laboratory.selected());
  for (std::size_t i = 0; i < kGuesses.size(); ++i) {
    m_guesses[i]->setChecked(prediction.guess == kGuesses[i]);
    m_hands[i]->setVisible(m_counting->isChecked());
    const QSignalBlocker silent(m_hands[i]);
    m_hands[i]->setValue(prediction.hands[i]);
  }
}

void PredictionBar::refreshAnswer() {
  const RunResultPtr result = m_laboratory.selectedResult();
  if (!result) return m_answer->clear();
  const Prediction& prediction = m_laboratory.predictions().of(m_laboratory.selected());
  m_answer->setText(
      tr("“%1”: %2").arg(QString::fromStdString(m_laboratory.selectedRun().name), verdict(judge(prediction, *result))) +
      QStringLiteral(" (%1)").arg(wording::reason(*result)));
}

QString PredictionBar::verdict(const Judgement& judgement) const {
  QStringList sentences;
  const QString happened = wording::coreText(guessName(judgement.happened));
  if (judgement.guessIsRight == true) sentences << tr("✓ %1, as you said.").arg(happened);
  if (judgement.guessIsRight == false) {
    const auto said = m_laboratory.predictions().of(m_laboratory.selected()).guess;
    sentences << tr("✗ %1; you said %2.").arg(happened, wording::coreText(guessName(*said)));
  }
  if (!judgement.guessIsRight) sentences << tr("%1.").arg(happened);
  if (judgement.missedBy) {
    const QString mark = *judgement.endIsRight ? QStringLiteral("✓") : QStringLiteral("✗");
    sentences << tr("%1 The end was off by %2 % of the view.").arg(mark, wording::number(100 * *judgement.missedBy, 2));
  }
  if (judgement.curveMissedBy) {
    const QString mark = *judgement.curveIsRight ? QStringLiteral("✓") : QStringLiteral("✗");
    sentences << tr("%1 The loss was off by a factor of %2 on average.")
                     .arg(mark, wording::number(std::pow(10, *judgement.curveMissedBy), 2));
  }
  if (judgement.hands > 0) sentences << tr("%1 of %2 hands were right.").arg(judgement.handsRight).arg(judgement.hands);
  return sentences.join(QLatin1Char(' '));
}

}  // namespace ravine
