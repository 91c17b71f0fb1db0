#include "ui/inspector/step_view.h"

#include <QGridLayout>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/look/card.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kDigits = 5;

QString text(double value) {
  return wording::number(value, kDigits);
}

}  // namespace

StepView::StepView(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  setObjectName(QStringLiteral("stepView"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(13, 4, 13, 0);
  layout->setSpacing(6);
  m_title = makeLabel({}, {"section"});
  layout->addWidget(m_title);
  m_rule = makeLabel({}, {"quiet", "small"});
  m_rule->setWordWrap(true);
  layout->addWidget(m_rule);
  m_batch = new ElidedLabel;
  m_batch->setObjectName(QStringLiteral("batchOfStep"));
  m_batch->setProperty("small", true);
  layout->addWidget(m_batch);
  m_grid = new QGridLayout;
  m_grid->setHorizontalSpacing(8);
  m_grid->setVerticalSpacing(0);
  m_grid->setColumnStretch(0, 1);
  layout->addLayout(m_grid);
  layout->addStretch(1);
  connect(&laboratory, &Laboratory::changed, this, &StepView::refresh);
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &StepView::followPlayhead);
}

void StepView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void StepView::addRow(const QString& symbol, const QString& x, const QString& y, const QString& meaning) {
  if (m_used == m_rows.size()) {
    const int line = 2 * static_cast<int>(m_used);
    Row row{makeLabel({}, {"strong"}), makeLabel({}), makeLabel({}), makeLabel({}, {"quiet", "small"})};
    row.meaning->setWordWrap(true);
    row.symbol->setWordWrap(true);
    row.symbol->setMinimumWidth(1);  // long ones break rather than push the numbers out of the page
    m_grid->addWidget(row.symbol, line, 0);
    m_grid->addWidget(row.x, line, 1, Qt::AlignRight);
    m_grid->addWidget(row.y, line, 2, Qt::AlignRight);
    m_grid->addWidget(row.meaning, line + 1, 0, 1, 3);
    for (QLabel* number : {row.x, row.y}) number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rows.push_back(row);
  }
  const Row& row = m_rows[m_used++];
  row.symbol->setText(symbol);
  row.x->setText(x);
  row.y->setText(y);
  row.meaning->setText(meaning);
  for (QLabel* label : {row.symbol, row.x, row.y}) {
    label->setToolTip(meaning);
    label->show();
  }
  row.meaning->setVisible(!m_terse && !meaning.isEmpty());
}

void StepView::addRow(const QString& symbol, const Vector2& value, const QString& meaning) {
  addRow(symbol, text(value.x()), text(value.y()), meaning);
}

// A frame of the animation seldom comes to another step.
void StepView::followPlayhead() {
  if (m_laboratory.selectedResult() != m_result || stepAtPlayhead() != m_shown) refresh();
}

std::int64_t StepView::stepAtPlayhead() const {
  const auto playhead = static_cast<std::int64_t>(m_laboratory.timeline().playhead());
  return m_result ? std::min(playhead, m_result->trajectory.steps() - 1) : 0;
}

void StepView::refresh() {
  const RunResultPtr result = m_laboratory.selectedResult();
  if (!isVisible() || !result) return;
  if (result != m_result) {
    m_steps.emplace(result->run, result->trajectory, *result->landscape->function);
    m_result = result;
  }
  m_shown = stepAtPlayhead();
  const auto step = m_steps->at(m_shown);
  m_used = 0;
  if (step)
    showStep(*result, *step);
  else
    showNoStep();
  for (std::size_t i = m_used; i < m_rows.size(); ++i)
    for (QLabel* label : {m_rows[i].symbol, m_rows[i].x, m_rows[i].y, m_rows[i].meaning}) label->hide();
  fit();
}

int StepView::terseHeight() const {
  if (m_used == 0) return QWIDGETSIZE_MAX;
  constexpr int gaps = 24;
  int height = m_title->sizeHint().height() + m_rule->sizeHint().height() + gaps;
  if (!m_batch->isHidden()) height += m_batch->sizeHint().height() + layout()->spacing();
  for (std::size_t i = 0; i < m_used; ++i) height += m_rows[i].x->sizeHint().height();
  return height;
}

int StepView::fullHeight() const {
  int height = terseHeight();
  for (std::size_t i = 0; i < m_used; ++i) {
    const QLabel* meaning = m_rows[i].meaning;
    if (!meaning->text().isEmpty()) height += meaning->heightForWidth(width() - 26);
  }
  return height;
}

// Where all of it does not fit, what the symbols mean is left to their tool tips.
void StepView::fit() {
  const QWidget* viewport = parentWidget();
  if (!viewport) return;
  m_terse = fullHeight() > viewport->height();
  for (std::size_t i = 0; i < m_used; ++i)
    m_rows[i].meaning->setVisible(!m_terse && !m_rows[i].meaning->text().isEmpty());
}

void StepView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void StepView::showNoStep() {
  m_batch->hide();
  m_title->setText(tr("NO STEP WAS MADE"));
  m_rule->setText(tr("The first step already leads to where the loss or its gradient is no finite number."));
}

void StepView::showStep(const RunResult& result, const StepArithmetic& step) {
  const QString title = tr("STEP %1 → %2").arg(step.t).arg(step.t + 1);
  const bool several = m_laboratory.selection().size() > 1;
  m_title->setText(several ? QString::fromStdString(result.run.name) + QStringLiteral(" · ") + title : title);
  const Message rule = optimizerInfo(result.run).ruleInForce(result.run.optimizer.parameters);
  QString said = wording::coreText(rule).replace(QStringLiteral(",  "), QStringLiteral("\n"));  // a line a statement
  if (isStochastic(result.run)) said.replace(QStringLiteral("∇f"), QStringLiteral("g"));        // which is what it sees
  m_rule->setText(said);
  showBatch(result, step);
  const std::array<std::string, 2> axes = lossFunctionInfo(result.run).axes;
  addRow(QStringLiteral("θ"), step.theta,
         tr("the parameters (%1, %2)").arg(QString::fromStdString(axes[0]), QString::fromStdString(axes[1])));
  addRow(QStringLiteral("f(θ)"), {}, text(step.lossBefore), tr("the loss"));
  if (!step.rows.empty()) addRow(QStringLiteral("f_B(θ)"), {}, text(step.seenLoss), tr("the loss of the batch alone"));
  showGradients(step);
  const auto t = static_cast<std::size_t>(step.t);
  addRow(QStringLiteral("|∇f|"), {}, text(step.gradient.stableNorm()), tr("the length of the gradient"));
  addRow(QStringLiteral("λmax"), {}, text(result.trajectory.sharpness[t]),
         tr("the largest curvature, over all directions"));
  for (const Term& term : step.terms) showTerm(step, term);
  addRow(QStringLiteral("η"), {}, text(step.lr), tr("the learning rate of this step"));
  addRow(QStringLiteral("θ′ − θ"), step.next - step.theta, tr("the step"));
  const QString fate = step.lossAfter < step.lossBefore   ? tr("the new parameters; the loss falls to %1")
                       : step.lossAfter > step.lossBefore ? tr("the new parameters; the loss rises to %1")
                                                          : tr("the new parameters; the loss stays at %1");
  addRow(QStringLiteral("θ′"), step.next, fate.arg(text(step.lossAfter)));
  showFactors(result, step);
}

// "batch of 8 of 40 rows: 3, 17, …", the first of them row 1.
void StepView::showBatch(const RunResult& result, const StepArithmetic& step) {
  m_batch->setVisible(!step.rows.empty());
  if (step.rows.empty()) return;
  constexpr std::size_t most = 60;  // as many as are read in a tool tip
  QStringList rows;
  for (std::size_t i = 0; i < std::min(most, step.rows.size()); ++i) rows << QString::number(step.rows[i] + 1);
  if (step.rows.size() > most) rows << QStringLiteral("…");
  m_batch->setText(tr("batch of %1 of %2 rows: %3")
                       .arg(step.rows.size())
                       .arg(rowsOf(result.run))
                       .arg(rows.join(QStringLiteral(", "))));
}

// From that of the whole loss to what the method is given.
void StepView::showGradients(const StepArithmetic& step) {
  const bool batch = !step.rows.empty();
  const bool noisy = !step.noise.isZero();
  addRow(batch || noisy ? QStringLiteral("∇f") : QStringLiteral("g = ∇f"), step.gradient,
         tr("the gradient of the loss"));
  if (batch)
    addRow(
        noisy ? QStringLiteral("g_B") : QStringLiteral("g = g_B"), step.seen - step.noise,
        noisy ? tr("the gradient of the batch's loss") : tr("the gradient of the batch's loss, which the method sees"));
  if (!noisy) return;
  addRow(QStringLiteral("ξ"), step.noise, tr("noise"));
  addRow(batch ? QStringLiteral("g = g_B + ξ") : QStringLiteral("g = ∇f + ξ"), step.seen,
         tr("the gradient that the method sees"));
}

void StepView::showTerm(const StepArithmetic& step, const Term& term) {
  const QString symbol = QString::fromStdString(term.symbol);
  if (term.value.x() == term.value.y())
    addRow(symbol, {}, text(term.value.x()), wording::coreText(term.meaning));
  else
    addRow(symbol, term.value, wording::coreText(term.meaning));
  if (term.role == Term::Role::divisor)
    addRow(QStringLiteral("η / (%1)").arg(symbol), step.lr * term.value.cwiseInverse(),
           tr("the rate that each coordinate feels"));
}

// What the step does along the principal directions of a quadratic.
void StepView::showFactors(const RunResult& result, const StepArithmetic& step) {
  for (const auto& [curvature, mode, plain] : directionFactors(result.run, *result.landscape, step.lr))
    addRow(mode.memoryless ? tr("factor, λ = %1").arg(wording::number(curvature))
                           : tr("long-run factor, λ = %1").arg(wording::number(curvature)),
           {}, text(mode.factor),
           isStochastic(result.run) ? tr("what a step leaves of the distance along this direction, on average")
           : plain                  ? tr("1 − ηλ: what a step leaves of the distance along this direction")
           : mode.memoryless        ? tr("what a step leaves of the distance along this direction")
                                    : tr("what a step leaves of the distance along this direction, in the end"));
}

}  // namespace ravine
