#include "ui/window/film_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

#include "core/base/number_text.h"
#include "ui/control/entry_field.h"
#include "ui/export/animation.h"
#include "ui/look/card.h"
#include "ui/window/size_choice.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

QSpinBox* makeCount(int least, int most, int now, const char* name) {
  auto* box = new QSpinBox;
  box->setRange(least, most);
  box->setValue(now);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);  // arrow keys and the wheel are enough
  box->setObjectName(QLatin1String(name));
  return box;
}

}  // namespace

FilmDialog::FilmDialog(const FilmChoices& choices, const QSizeF& onScreen, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      m_rates(choices.rates),
      m_size(new SizeChoice(choices.size, onScreen, theme)),
      m_frames(makeCount(2, kMostFrames, choices.frames, "filmFrames")),
      m_fps(makeCount(1, 60, choices.fps, "filmFps")),
      m_length(makeLabel({}, {"quiet"})) {
  setWindowTitle(tr("Film"));
  auto* form = new QFormLayout(this);
  form->setContentsMargins(18, 16, 18, 14);
  form->setSpacing(8);
  m_size->setObjectName(QStringLiteral("filmSize"));
  if (m_rates) form->addRow(tr("η, first and last"), makeRatesField());
  form->addRow(tr("Size, in pixels"), m_size);
  form->addRow(tr("Frames"), m_frames);
  form->addRow(tr("Frames per second"), m_fps);
  form->addRow(QString(), m_length);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Choose a file …"));
  form->addRow(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  for (QSpinBox* box : {m_frames, m_fps}) connect(box, &QSpinBox::valueChanged, this, &FilmDialog::tellLength);
  tellLength();
}

EntryField* FilmDialog::makeRatesField() {
  auto* field = new EntryField([this](const QString& text) -> Problems {
    const auto rates = parseNumbers(text.toStdString());
    if (!rates || rates->size() != 2)
      return {{"η", CORE_TEXT("Problem", "'%1' is not a pair of finite numbers").with(excerpt(text.toStdString())),
               CORE_TEXT("Problem", "give two numbers such as %1").with("0.001, 0.1")}};
    if (!(0 < rates->front() && rates->front() < rates->back()))
      return {{"η", CORE_TEXT("Problem", "must be greater than 0 and rise"),
               CORE_TEXT("Problem", "give two numbers such as %1").with("0.001, 0.1")}};
    m_rates = Interval{rates->front(), rates->back()};
    return {};
  });
  field->setObjectName(QStringLiteral("filmRates"));
  field->setTellsAtOnce();
  field->setHint(tr("From one frame to the next η grows by equal factors."));
  field->show(QStringLiteral("%1, %2").arg(QString::fromStdString(shortestText(m_rates->lower)),
                                           QString::fromStdString(shortestText(m_rates->upper))),
              RunId::none);
  return field;
}

void FilmDialog::tellLength() {
  const double stands = AnimationTiming().pause;
  const double length = static_cast<double>(m_frames->value()) / m_fps->value() + stands;
  m_length->setText(
      tr("%1 s long, of which the end stands for %2 s").arg(wording::number(length), wording::number(stands)));
}

FilmChoices FilmDialog::choices() const {
  return {m_size->size(), m_frames->value(), m_fps->value(), m_rates};
}

}  // namespace ravine
