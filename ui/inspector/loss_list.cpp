#include "ui/inspector/loss_list.h"

#include <QBrush>
#include <QComboBox>
#include <QIcon>
#include <QImage>
#include <QPixmap>
#include <QStandardItemModel>
#include <algorithm>

#include "core/loss/contour.h"
#include "core/loss/loss_function.h"
#include "core/loss/models.h"
#include "ui/look/map_colour.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr QSize kIcon(30, 20);
constexpr int kLevels = 9;

QPixmap smallMap(const LossFunctionInfo& info, double ratio) {
  const QSize size = kIcon * ratio;
  const auto function = makeLossFunction(info, {});
  const Field field = sampleField(*function, info.domain, size.width(), size.height(), {});
  const std::vector<double> levels = contourLevels(field, kLevels, info.domain);
  QImage image(size, QImage::Format_RGB32);
  for (int row = 0; row < size.height(); ++row)
    for (int column = 0; column < size.width(); ++column) {
      const auto band = std::upper_bound(levels.begin(), levels.end(), field.at(column, row)) - levels.begin();
      const double tone = levels.empty() ? 0.3 : static_cast<double>(band) / static_cast<double>(levels.size());
      image.setPixelColor(column, size.height() - 1 - row, mapColour(tone, MapColours::viridis));
    }
  image.setDevicePixelRatio(ratio);
  return QPixmap::fromImage(image);
}

void addTitle(QComboBox& list, LossGroup group) {
  list.addItem(wording::coreText(lossGroupName(group)));
  auto* item = static_cast<QStandardItemModel*>(list.model())->item(list.count() - 1);
  item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
  QFont font = item->font();
  font.setBold(true);
  item->setFont(font);
}

void addRow(QComboBox& list, const LossFunctionInfo& info, double ratio) {
  const QString id = QString::fromStdString(info.id);
  list.addItem(QIcon(smallMap(info, ratio)), wording::coreText(info.name), id);
  list.setItemData(list.count() - 1, id, Qt::AccessibleDescriptionRole);
  list.setItemData(list.count() - 1, wording::coreText(info.teaches), Qt::ToolTipRole);
}

}  // namespace

void fillWithLossFunctions(QComboBox& list, double devicePixelRatio) {
  list.setIconSize(kIcon);
  for (const LossGroup group : {LossGroup::curves, LossGroup::valleys, LossGroup::saddles, LossGroup::manyMinima}) {
    addTitle(list, group);
    for (const LossFunctionInfo& info : lossFunctions())
      if (info.group == group) addRow(list, info, devicePixelRatio);
  }
  addTitle(list, LossGroup::models);
  for (const ModelInfo& model : models())
    addRow(list, lossFunctionInfo({.id = model.id, .parameters = {}}), devicePixelRatio);
  addTitle(list, LossGroup::own);
  list.addItem(QObject::tr("Your own formula"), QString());
}

void offerOwn(QComboBox& list, OwnFunction own) {
  const bool offered = own != OwnFunction::notOffered;
  QStandardItem& item = *static_cast<QStandardItemModel*>(list.model())->item(list.count() - 1);
  item.setText(own == OwnFunction::measured ? QObject::tr("Measured losses") : QObject::tr("Your own formula"));
  item.setEnabled(offered);
  const QBrush faint(list.palette().color(QPalette::PlaceholderText));
  item.setData(offered ? QVariant() : QVariant(faint), Qt::ForegroundRole);
  item.setToolTip(offered
                      ? QString()
                      : QObject::tr("A model learns from data, which no formula has; choose another function first"));
}

}  // namespace ravine
