#include "ui/window/keys_dialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>

#include "ui/look/card.h"
#include "ui/look/focus_ring.h"
#include "ui/window/actions.h"

namespace ravine {

KeysDialog::KeysDialog(const Actions& actions, QWidget* parent) : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Keys"));
  auto* page = new QWidget;  // scrolls where the window has no room for all
  page->setObjectName(QStringLiteral("keysPage"));
  auto* columns = new QHBoxLayout(page);
  columns->setContentsMargins(24, 18, 24, 20);
  columns->setSpacing(36);
  QGridLayout* grid = nullptr;
  const auto begin = [&] {
    if (grid) grid->setRowStretch(grid->rowCount(), 1);
    grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(3);
    columns->addLayout(grid);
  };
  begin();
  QString group;
  QStringList keys;
  const auto& rows = actions.rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Actions::Row& row = rows[i];
    if (row.shortcuts.isEmpty()) continue;
    keys << keyText(row.shortcuts.front());
    // Rows with the same text are one line: "1 … 9".
    if (i + 1 < rows.size() && rows[i + 1].text == row.text) continue;
    if (row.group != group) {
      group = row.group;
      if (row.id == ActionId::undo) begin();  // about half of them
      grid->addWidget(makeLabel(group.toUpper(), {"section"}), grid->rowCount(), 0, 1, 2);
    }
    const int line = grid->rowCount();
    grid->addWidget(makeLabel(row.text), line, 0);
    const QString range = keys.front() + QStringLiteral(" … ") + keys.back();
    grid->addWidget(makeLabel(keys.size() > 2 ? range : keys.front(), {"strong"}), line, 1, Qt::AlignRight);
    keys.clear();
  }
  grid->setRowStretch(grid->rowCount(), 1);
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setAccessibleName(windowTitle());
  showFocusOf(*scroll);
  scroll->setWidget(page);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroll);
}

// Not before: the texts are measured in the window's style.
void KeysDialog::showEvent(QShowEvent* event) {
  constexpr int scrollBar = 24;
  constexpr double part = 0.95;  // of the window
  auto* scroll = findChild<QScrollArea*>();
  for (QWidget* widget : scroll->widget()->findChildren<QWidget*>()) widget->ensurePolished();
  scroll->widget()->layout()->activate();
  const QSize whole = scroll->widget()->sizeHint() + QSize(scrollBar, 2);
  resize(parentWidget() ? whole.boundedTo(part * parentWidget()->size()) : whole);
  QDialog::showEvent(event);
}

}  // namespace ravine
