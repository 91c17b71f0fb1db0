#include "ui/window/series_dialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/parameters.h"
#include "ui/control/entry_field.h"
#include "ui/look/card.h"
#include "ui/window/commands.h"

namespace ravine {
namespace {

// What the key S would make.
QString suggestion(const Laboratory& laboratory) {
  QStringList rates;
  for (const double rate : threeRates(laboratory)) rates << QString::fromStdString(shortestText(rate));
  return rates.join(QStringLiteral(", "));
}

}  // namespace

SeriesDialog::SeriesDialog(Laboratory& laboratory, QWidget* parent) : QDialog(parent), m_laboratory(laboratory) {
  setWindowTitle(tr("Series of rates"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(18, 16, 18, 14);
  layout->setSpacing(8);
  const QString name = QString::fromStdString(laboratory.selectedRun().name);
  layout->addWidget(makeLabel(tr("“%1” at each of these learning rates, side by side:").arg(name)));
  m_rates = new EntryField([this](const QString& text) { return take(text); });
  m_rates->setTakesProposal();
  m_rates->setObjectName(QStringLiteral("rates"));
  m_rates->setAccessibleName(tr("Learning rates"));
  m_rates->setMinimumWidth(qRound(laboratory.theme().px(320)));
  layout->addWidget(m_rates);
  QLabel* wrong = makeLabel({}, {"danger", "small"});
  wrong->setWordWrap(true);
  layout->addWidget(wrong);
  connect(m_rates, &EntryField::problemChanged, this, [this, wrong](const QString& problem) {
    wrong->setText(problem);
    wrong->setVisible(!problem.isEmpty());
    wrong->setMinimumHeight(wrong->heightForWidth(wrong->width()));
    adjustSize();
  });
  wrong->hide();
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Make the series"));
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, m_rates, [this] { m_rates->commit(); });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  m_rates->setText(suggestion(laboratory));
  m_rates->selectAll();
  m_rates->setFocus();
}

Problems SeriesDialog::take(const QString& text) {
  const auto rates = parseNumbers(text.toStdString());
  const auto isRate = [](double rate) { return rate > 0; };
  if (!rates || rates->empty() || !std::all_of(rates->begin(), rates->end(), isRate))
    return {
        {"η", CORE_TEXT("Problem", "'%1' is no list of learning rates").with(excerpt(text.toStdString())),
         CORE_TEXT("Problem", "write numbers above 0 with commas between them, such as %1").with("0.1, 0.01, 0.001")}};
  Problems problems = makeSeries(m_laboratory, *rates);
  if (problems.empty()) accept();
  return problems;
}

}  // namespace ravine
