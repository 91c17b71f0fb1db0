#include "ui/look/theme.h"

#include <QApplication>
#include <QFontDatabase>

namespace ravine {
namespace {

Theme makeLight() {
  Theme t;
  t.dark = false;
  t.ground = QColor(0xf3f4f6);
  t.card = QColor(0xffffff);
  t.border = QColor(0xdfe2e7);
  t.text = QColor(0x16191f);
  t.quietText = QColor(0x5b6270);
  t.control = QColor(0xeef0f3);
  t.controlHover = QColor(0xe2e5ea);
  t.accent = QColor(0x1f6feb);
  t.onAccent = QColor(0xffffff);
  t.grid = QColor(0xe3e5e9);
  t.halo = QColor(0xffffff);
  t.stable = QColor(0x6cc3ae);
  t.unstable = QColor(0xe8ad7d);
  t.danger = QColor(0xc62828);
  return t;
}

Theme makeDark() {
  Theme t;
  t.dark = true;
  t.ground = QColor(0x16181c);
  t.card = QColor(0x1f2127);
  t.border = QColor(0x33363e);
  t.text = QColor(0xf1f2f4);
  t.quietText = QColor(0xa6adb8);
  t.control = QColor(0x2a2d34);
  t.controlHover = QColor(0x363a43);
  t.accent = QColor(0x5b9bff);
  t.onAccent = QColor(0x0b1220);
  t.grid = QColor(0x2f323a);
  t.halo = QColor(0xffffff);
  t.stable = QColor(0x1f7a66);
  t.unstable = QColor(0x96572a);
  t.danger = QColor(0xff7a70);
  return t;
}

Theme makeProjector() {
  Theme t = makeLight();
  t.washesOut = true;
  t.ground = QColor(0xffffff);
  t.card = QColor(0xffffff);
  t.border = QColor(Qt::black);
  t.text = QColor(Qt::black);
  t.quietText = QColor(0x2b2f36);
  t.control = QColor(0xffffff);
  t.controlHover = QColor(0xd9e6ff);
  t.accent = QColor(0x0047ba);
  t.grid = QColor(0xb8bcc4);
  t.stable = QColor(0x00a36c);
  t.unstable = QColor(0xf08030);
  t.danger = QColor(0xb00000);
  return t;
}

Theme makeGrey() {
  Theme t = makeProjector();
  t.grey = true;
  t.border = QColor(0x767676);
  t.quietText = QColor(0x3a3a3a);
  t.control = QColor(0xf0f0f0);
  t.controlHover = QColor(0xe0e0e0);
  t.accent = QColor(Qt::black);
  t.grid = QColor(0xd4d4d4);
  t.stable = QColor(0x9a9a9a);
  t.unstable = QColor(0x5a5a5a);
  t.danger = QColor(Qt::black);
  return t;
}

}  // namespace

const Theme& Theme::light() {
  static const Theme theme = makeLight();
  return theme;
}

const Theme& Theme::darkTheme() {
  static const Theme theme = makeDark();
  return theme;
}

const Theme& Theme::projector() {
  static const Theme theme = makeProjector();
  return theme;
}

const Theme& Theme::greyTheme() {
  static const Theme theme = makeGrey();
  return theme;
}

QString fontFamily() {
  static const QString family = [] {
    const QStringList installed = QFontDatabase::families();
    return installed.contains(QStringLiteral("Inter")) ? QStringLiteral("Inter") : QApplication::font().family();
  }();
  return family;
}

QFont Theme::font(int pixels, QFont::Weight weight) const {
  QFont font(fontFamily());
  font.setPixelSize(qRound(px(pixels)));
  font.setWeight(weight);
  if (forPaper) {
    font.setHintingPreference(QFont::PreferNoHinting);
    // Signs that depend on their neighbours have no letter that a PDF could tell, and would be lost to search and copy.
    font.setStyleStrategy(QFont::PreferNoShaping);
  }
  return font;
}

}  // namespace ravine
