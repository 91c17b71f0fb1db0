#include "ui/window/picture_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

namespace ravine {

PictureDialog::PictureDialog(const std::optional<QSizeF>& chosen, const QSizeF& onScreen, const Theme& theme,
                             QWidget* parent)
    : QDialog(parent), m_size(new SizeChoice(chosen, onScreen, theme)) {
  setWindowTitle(tr("Picture"));
  m_size->setObjectName(QStringLiteral("pictureSize"));
  auto* form = new QFormLayout(this);
  form->setContentsMargins(18, 16, 18, 14);
  form->setSpacing(8);
  form->addRow(tr("Size, in pixels"), m_size);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Ok)->setText(tr("Choose a file …"));
  form->addRow(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

}  // namespace ravine
