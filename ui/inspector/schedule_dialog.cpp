#include "ui/inspector/schedule_dialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/inspector/schedule_canvas.h"
#include "ui/look/card.h"
#include "ui/words/wording.h"

namespace ravine {

ScheduleDialog::ScheduleDialog(Laboratory& laboratory, QWidget* parent) : QDialog(parent), m_laboratory(laboratory) {
  setWindowTitle(tr("Draw the schedule"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowModality(Qt::WindowModal);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(18, 16, 18, 14);
  layout->setSpacing(8);
  m_canvas = new ScheduleCanvas(laboratory, ScheduleCanvas::Use::drawing);
  m_canvas->setOneUndoStep(m_gesture);
  layout->addWidget(m_canvas, 1);
  QLabel* hint = makeLabel(this->hint(), {"quiet", "small"});
  hint->setWordWrap(true);
  layout->addWidget(hint);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  m_undo = buttons->addButton(tr("Take back"), QDialogButtonBox::ResetRole);
  m_undo->setObjectName(QStringLiteral("takeBack"));
  m_undo->setToolTip(tr("The last stroke or drag (%1)").arg(QKeySequence(QKeySequence::Undo).toString()));
  m_undo->setEnabled(false);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_canvas, &ScheduleCanvas::aboutToChange, this, [this] {
    m_changes.emplace_back(m_laboratory);
    m_undo->setEnabled(true);
  });
  const auto takeBackLast = [this] {
    if (!m_changes.empty()) takeBack(m_changes.size() - 1);
  };
  connect(m_undo, &QPushButton::clicked, this, takeBackLast);
  connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, takeBackLast);
  place(*parent);
}

QString ScheduleDialog::hint() const {
  const Run& run = m_laboratory.selectedRun();
  if (run.warmUp >= run.steps) return tr("The warm-up takes all steps; none are left to draw.");
  QStringList sentences{
      tr("Draw with the left button; going back over a part redraws it. Points can be dragged; a "
         "double click adds one, a right click removes one.")};
  const QString limit = wording::stabilityFormula(run);
  sentences << (limit.isEmpty() ? tr("Faint: as it was.") : tr("Faint: as it was. Dashed: the limit %1.").arg(limit));
  return sentences.join(' ');
}

// In the window's lower right corner, so that the paths above it are seen while one draws.
void ScheduleDialog::place(const QWidget& beside) {
  const int margin = qRound(m_laboratory.theme().px(12));
  const QSize most = beside.size() - QSize(2 * margin, 2 * margin);
  resize(sizeHint().boundedTo(most));
  const QPoint corner = beside.mapToGlobal(QPoint(beside.width() - margin, beside.height() - margin));
  move(corner - QPoint(width(), height()));
}

void ScheduleDialog::takeBack(std::size_t change) {
  m_changes[change].bringBack(m_laboratory, tr("Draw the schedule"), m_gesture);
  m_changes.erase(m_changes.begin() + static_cast<std::ptrdiff_t>(change), m_changes.end());
  m_undo->setEnabled(!m_changes.empty());
}

void ScheduleDialog::done(int result) {
  if (result == Rejected && !m_changes.empty()) takeBack(0);
  QDialog::done(result);
}

}  // namespace ravine
