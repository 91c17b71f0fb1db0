#include "ui/inspector/loss_section.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

#include "core/run/model_run.h"
#include "ui/inspector/form.h"
#include "ui/inspector/formula_dialog.h"
#include "ui/inspector/formula_field.h"
#include "ui/inspector/loss_list.h"
#include "ui/inspector/parameter_form.h"
#include "ui/look/card.h"
#include "ui/look/lines_label.h"

namespace ravine {
namespace {

// What was learnt has no formula that could be changed, nor what was measured.
OwnFunction ownOf(const Run& run) {
  if (run.lossFunction.grid) return OwnFunction::measured;
  return findModel(run.lossFunction.id) ? OwnFunction::notOffered : OwnFunction::formula;
}

// Rows of one's own go along to another model that can learn of them.
LossChoice choiceOf(const std::string& id, const DataChoice& before) {
  LossChoice choice{.id = id, .parameters = {}};
  const ModelInfo* model = findModel(id);
  if (model && before.rows && check(*model, *before.rows).empty()) choice.data = before;
  return choice;
}

// What it says and its loss, then what letters of that stand for: a line each, broken within none of their terms.
QString modelText(const ModelInfo& model) {
  QString text = QStringLiteral("ŷ = %1\nf = %2")
                     .arg(QString::fromStdString(model.prediction), QString::fromStdString(model.lossText));
  text.replace(QStringLiteral(";  "), QStringLiteral("\n"));
  text.replace(QStringLiteral(" − "), QStringLiteral("\u00a0−\u00a0"));
  return withoutBreaksInFormulas(text);
}

}  // namespace

LossSection::LossSection(Laboratory& laboratory, QWidget* parent)
    : SettingsSection(laboratory, tr("LANDSCAPE"), parent) {
  addFunction();
  addPlaces();
}

void LossSection::addFunction() {
  m_function = addList(form(), tr("Function"), QStringLiteral("lossFunction"));
  fillWithLossFunctions(*m_function, devicePixelRatioF());
  connect(m_function, &QComboBox::activated, this, &LossSection::choose);
  m_formula = new FormulaField([this](const QString& text) { return takeFormula(text); });
  m_formula->setObjectName(QStringLiteral("formula"));
  m_formula->setAccessibleName(tr("Formula"));
  m_formula->setHint(
      tr("f(x, y), with + − * / ^ and functions such as sin(x), exp(x), sqrt(x), max(x, y). Any other "
         "letter is a number that you can set below."));
  auto* line = new QHBoxLayout;
  line->addWidget(m_formula, 1);
  m_larger = new QToolButton;
  m_larger->setText(QStringLiteral("…"));
  m_larger->setObjectName(QStringLiteral("largerFormula"));
  m_larger->setFocusPolicy(Qt::TabFocus);
  m_larger->setToolTip(tr("A larger field for the formula"));
  m_larger->setAccessibleName(m_larger->toolTip());
  connect(m_larger, &QToolButton::clicked, this, [this] {
    (new FormulaDialog(
         m_formula->text(), [this](const QString& text) { return takeFormula(text); }, window()))
        ->show();
  });
  line->addWidget(m_larger);
  form().addLayout(line);
  addProblemLine(form(), *m_formula);
  m_model = makeLabel({});
  m_model->setObjectName(QStringLiteral("modelFormula"));
  m_model->setWordWrap(true);
  m_model->setTextInteractionFlags(Qt::TextSelectableByMouse);
  form().addWidget(m_model);
  m_parameters = new ParameterForm([this](const std::string& id, const ParameterValue& value) {
    return edit(tr("Change the loss function"),
                [&](Run& r) { changeModel(r, [&](LossChoice& choice) { choice.parameters[id] = value; }); });
  });
  form().addWidget(m_parameters);
}

void LossSection::addPlaces() {
  m_domain = addField(form(), tr("Domain"), QStringLiteral("domain"),
                      [this](const QString& text) { return takeDomain(text); });
  m_domain->setHint(tr("The box to look at: x from, x to, y from, y to"));
  m_start =
      addField(form(), tr("Start"), QStringLiteral("start"), [this](const QString& text) { return takeStart(text); });
}

void LossSection::choose(int row) {
  const std::string id = m_function->itemData(row).toString().toStdString();
  if (id.empty()) {
    // One's own begins with the formula that was there.
    const std::string text = lossFunctionInfo(runs().lookedAt()).formula;
    edit(tr("Change the loss function"), [&](Run& r) { r.lossFunction = asFormula(r.lossFunction, text); });
    m_formula->setFocus();
    m_formula->selectAll();
    return;
  }
  const SelectedRuns selected = runs();
  if (selected.common([](const Run& r) { return r.lossFunction.id; }) == id) return;
  // Runs that differ in η go on doing so: the largest shows the function at its best.
  double largest = 0;
  for (const Run* run : selected.all()) largest = std::max(largest, nominalRate(*run));
  edit(tr("Change the loss function"),
       [&](Run& r) { setLossFunction(r, choiceOf(id, r.lossFunction.data), nominalRate(r) / largest); });
}

Problems LossSection::takeFormula(const QString& text) {
  return edit(tr("Change the formula"), [&](Run& r) {
    r.lossFunction = asFormula(r.lossFunction, text.trimmed().toStdString());
    moveStartToFiniteLoss(r);
  });
}

Problems LossSection::takeDomain(const QString& text) {
  const auto numbers = parseNumbers(text, 4);
  if (!numbers)
    return cannotBeRead("domain", text, CORE_TEXT("Problem", "write four numbers such as %1").with("-5, 5, -5, 5"));
  const Box box{{(*numbers)[0], (*numbers)[1]}, {(*numbers)[2], (*numbers)[3]}};
  return edit(tr("Change the domain"), [&](Run& r) { r.lossFunction.domain = box; });
}

Problems LossSection::takeStart(const QString& text) {
  const auto point = parseNumbers(text, 2);
  if (!point) return cannotBeRead("start", text, CORE_TEXT("Problem", "give two numbers such as %1").with("-4, 2"));
  return edit(tr("Move start"), [&](Run& r) { r.start = {(*point)[0], (*point)[1]}; });
}

void LossSection::show(const SelectedRuns& runs) {
  const RunId whose = runs.lookedAt().id;
  const LossFunctionInfo info = lossFunctionInfo(runs.lookedAt());
  const auto id = runs.common([](const Run& r) { return r.lossFunction.id; });
  showChoice(*m_function, id);
  m_function->setToolTip(id ? QStringLiteral("f(%1, %2) = %3\n%4")
                                  .arg(QString::fromStdString(info.axes[0]), QString::fromStdString(info.axes[1]),
                                       QString::fromStdString(info.formula), wording::coreText(info.teaches))
                            : tr("The selected runs have different functions"));
  showFormula(runs);
  m_parameters->show([](const Run& r) { return r.lossFunction.id + '\n' + r.lossFunction.formula; }, info.parameters,
                     [](const Run& r) -> const ParameterSet& { return r.lossFunction.parameters; }, runs);
  m_domain->show(runs.common([](const Run& r) {
    const Box box = lossFunctionInfo(r).domain;
    return exactText({box.x.lower, box.x.upper, box.y.lower, box.y.upper});
  }),
                 whose);
  m_start->setHint(tr("Where the run begins: %1, %2. The ring on the map can be dragged too.")
                       .arg(QString::fromStdString(info.axes[0]), QString::fromStdString(info.axes[1])));
  m_start->show(runs.common([](const Run& r) { return exactText({r.start.x(), r.start.y()}); }), whose);
}

// A formula can be typed in the place of any other.
void LossSection::showFormula(const SelectedRuns& runs) {
  const auto own = runs.common(ownOf);
  const bool typed = own == OwnFunction::formula;
  offerOwn(*m_function, own.value_or(OwnFunction::notOffered));
  const auto id = runs.common([](const Run& r) { return r.lossFunction.id; });
  const ModelInfo* model = id ? findModel(*id) : nullptr;
  const bool measured = own == OwnFunction::measured;
  m_model->setVisible(model || measured);
  if (model) m_model->setText(modelText(*model));
  if (measured) {
    const Grid& grid = *runs.lookedAt().lossFunction.grid;
    m_model->setText(tr("%1 × %2 losses; between them a bicubic spline, with its own exact gradient and Hessian. Off "
                        "the grid nothing is known.")
                         .arg(grid.x.size())
                         .arg(grid.y.size()));
  }
  m_formula->setVisible(!model && !measured);
  m_larger->setVisible(!model && !measured);
  m_formula->setReadOnly(!typed);
  m_larger->setEnabled(typed);
  const auto formula = [](const Run& r) { return QString::fromStdString(lossFunctionInfo(r).formula); };
  m_formula->show(typed ? runs.common(formula) : std::nullopt, runs.lookedAt().id);
}

}  // namespace ravine
