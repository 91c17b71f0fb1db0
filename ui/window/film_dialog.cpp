#include "ui/window/film_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

#include "core/base/number_text.h"
#include "ui/control/entry_field.h"
#include "ui/export/animation.h"
#include "ui/export/page_size.h"
#include "ui/look/card.h"
#include "ui/look/combo_box.h"
#include "ui/sweep/sweep_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

QString sizeText(const QString& name, const QSizeF& pixels) {
  return QStringLiteral("%1, %2 × %3").arg(name).arg(qRound(pixels.width())).arg(qRound(pixels.height()));
}

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
      m_size(new ComboBox),
      m_frames(makeCount(2, kMostFrames, choices.frames, "filmFrames")),
      m_fps(makeCount(1, 60, choices.fps, "filmFps")),
      m_length(makeLabel({}, {"quiet"})) {
  setWindowTitle(tr("Film"));
  auto* form = new QFormLayout(this);
  form->setContentsMargins(18, 16, 18, 14);
  form->setSpacing(8);
  m_size->setObjectName(QStringLiteral("filmSize"));
  m_size->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_size->setMinimumWidth(qRound(theme.px(270)));
  m_size->addItem(sizeText(tr("As in the window"), onScreen));
  const auto offer = [&](const QString& name, const QSizeF& pixels) {
    if (!hasRoom(pixels, theme)) return;
    m_size->addItem(sizeText(name, pixels), pixels);
    if (choices.size == pixels) m_size->setCurrentIndex(m_size->count() - 1);
  };
  for (const PageSize& size : pageSizes(false)) offer(size.text, size.pixels);
  offer(tr("Full HD"), {1920, 1080});
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
  const QVariant size = m_size->currentData();
  return {size.isValid() ? std::optional(size.toSizeF()) : std::nullopt, m_frames->value(), m_fps->value(), m_rates};
}

}  // namespace ravine
