#include "ui/window/size_choice.h"

#include "ui/export/page_size.h"
#include "ui/sweep/sweep_painter.h"

namespace ravine {
namespace {

QString sizeText(const QString& name, const QSizeF& pixels) {
  return QStringLiteral("%1, %2 × %3").arg(name).arg(qRound(pixels.width())).arg(qRound(pixels.height()));
}

}  // namespace

SizeChoice::SizeChoice(const std::optional<QSizeF>& chosen, const QSizeF& onScreen, const Theme& theme) {
  setSizeAdjustPolicy(QComboBox::AdjustToContents);
  setMinimumWidth(qRound(theme.px(270)));
  addItem(sizeText(tr("As in the window"), onScreen));
  const auto offer = [&](const QString& name, const QSizeF& pixels) {
    if (!hasRoom(pixels, theme)) return;
    addItem(sizeText(name, pixels), pixels);
    if (chosen == pixels) setCurrentIndex(count() - 1);
  };
  for (const PageSize& page : pageSizes(false)) offer(page.text, page.pixels);
  offer(tr("Full HD"), {1920, 1080});
}

std::optional<QSizeF> SizeChoice::size() const {
  const QVariant chosen = currentData();
  return chosen.isValid() ? std::optional(chosen.toSizeF()) : std::nullopt;
}

}  // namespace ravine
