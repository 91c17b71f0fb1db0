// Exporting from the real window: the dialog, the clipboard, and pictures opened again.
#include "ui/export/export_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

#include "core/file/experiment_file.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/chart/chart_view.h"
#include "ui/model/settings.h"
#include "ui/window/commands.h"
#include "ui/window/file_desk.h"

namespace ravine {
namespace {

class Export : public WindowFixture {
 protected:
  Export() { QSettings().clear(); }

  void trigger(const QKeySequence& keys) {
    for (QAction* action : window.actions())
      if (action->shortcut() == keys) action->trigger();
    settle();
  }
  ExportDialog& dialog() {
    auto* open = window.findChild<ExportDialog*>();
    if (!open) {
      trigger(QKeySequence(Qt::CTRL | Qt::Key_E));
      open = window.findChild<ExportDialog*>();
    }
    return *open;
  }
  QComboBox& list(const char* name) { return *dialog().findChild<QComboBox*>(QLatin1String(name)); }
  EntryField& entry(const char* name) { return *dialog().findChild<EntryField*>(QLatin1String(name)); }
  QPushButton& button(const char* name) { return *dialog().findChild<QPushButton*>(QLatin1String(name)); }
  void chooseFormat(const char* ending) {
    list("format").setCurrentIndex(list("format").findData(QString::fromLatin1(ending)));
  }
  // The sentence under the preview.
  QString note() {
    for (const QLabel* label : dialog().findChildren<QLabel*>())
      if (label->wordWrap()) return label->text();
    return {};
  }
  QString path(const QString& name) const { return folder.filePath(name); }
  QByteArray contentOf(const QString& name) const {
    QFile file(path(name));
    file.open(QIODevice::ReadOnly);
    return file.readAll();
  }
  void exportTo(const QString& name) {
    ExportDialog& open = dialog();
    open.exportTo(path(name));
    open.finish();
    QApplication::processEvents();
  }

  QTemporaryDir folder;
};

TEST_F(Export, WritesThePictureThatIsChosen) {
  chooseFormat("png");
  list("scale").setCurrentIndex(0);
  type(entry("width"), QStringLiteral("800"));
  type(entry("height"), QStringLiteral("500"));
  type(entry("textSize"), QStringLiteral("9"));
  exportTo(QStringLiteral("a.png"));
  EXPECT_EQ(QImage(path(QStringLiteral("a.png"))).size(), QSize(800, 500));
}

TEST_F(Export, EveryFormatCanBeWritten) {
  for (const ExportFormat& format : exportFormats()) {
    if (format.kind == ExportKind::animation && format.ending != QLatin1String("webp") && !hasFfmpeg()) continue;
    chooseFormat(format.ending.toLatin1().constData());
    if (format.kind == ExportKind::animation) {
      type(entry("width"), QStringLiteral("480"));
      type(entry("height"), QStringLiteral("360"));
      type(entry("textSize"), QStringLiteral("6"));
      type(entry("to"), QStringLiteral("2"));
    }
    const QString name = QStringLiteral("all.") + format.ending;
    exportTo(name);
    EXPECT_GT(contentOf(name).size(), 200) << format.ending.toStdString();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }
}

// Opened again in a window that shows something else.
TEST_F(Export, OpeningAPictureGivesTheExperimentBack) {
  type(field("rate"), QStringLiteral("0.0321"));
  const Experiment before = laboratory.experiment();
  exportTo(QStringLiteral("a.svg"));
  window.files().open(scenarios().back());
  settle();
  workspace.forgetAll();
  window.files().open(path(QStringLiteral("a.svg")));
  settle();
  EXPECT_EQ(laboratory.experiment(), before);
  EXPECT_FALSE(window.isWindowModified());
  EXPECT_TRUE(workspace.path().isEmpty()) << "saving must not write an experiment over a picture";
}

TEST_F(Export, ASizeByNameBringsATextThatSuitsIt) {
  list("size").setCurrentIndex(list("size").findData(QStringLiteral("column")));
  EXPECT_EQ(entry("width").text(), QStringLiteral("85"));
  EXPECT_EQ(list("unit").currentText(), QStringLiteral("mm"));
  EXPECT_EQ(entry("textSize").text(), QStringLiteral("7"));
  list("unit").setCurrentIndex(0);
  EXPECT_EQ(entry("width").text().toDouble(), 321.26);
}

TEST_F(Export, WhatHasNoRoomSaysSoAndCannotBeSaved) {
  dialog();
  EXPECT_TRUE(button("save").isEnabled());
  type(entry("textSize"), QStringLiteral("60"));
  EXPECT_TRUE(note().contains(QStringLiteral("too little room"))) << note().toStdString();
  EXPECT_FALSE(button("save").isEnabled());
  type(entry("textSize"), QStringLiteral("12"));
  EXPECT_TRUE(button("save").isEnabled());
  type(entry("width"), QStringLiteral("9000"));
  EXPECT_TRUE(note().contains(QStringLiteral("18000 × 1440 pixels this is too large"))) << note().toStdString();
}

TEST_F(Export, ANumberThatCannotBeIsMarked) {
  type(entry("textSize"), QStringLiteral("large"));
  EXPECT_TRUE(entry("textSize").isInvalid());
}

// What cannot be does not stay, and does not count.
TEST_F(Export, ANumberThatCannotBeGivesWayToTheOneInForce) {
  type(entry("width"), QStringLiteral("abc"));
  EXPECT_TRUE(entry("width").isInvalid());
  QTest::keyClick(&entry("width"), Qt::Key_Escape);
  EXPECT_EQ(entry("width").text(), QStringLiteral("1280"));
}

TEST_F(Export, ShowsTheBeginningOfWhatIsText) {
  chooseFormat("csv");
  dialog().finish();
  auto* text = dialog().findChild<QPlainTextEdit*>(QStringLiteral("textPreview"));
  EXPECT_TRUE(text->isVisible());
  EXPECT_TRUE(text->toPlainText().startsWith(QStringLiteral("# Ravine: every step of every run")));
  chooseFormat("py");
  dialog().finish();
  EXPECT_TRUE(text->toPlainText().contains(QStringLiteral("import numpy as np")));
}

TEST_F(Export, APanelThatSeveralRunsShareHasAllTheirNames) {
  key(Qt::Key_O);
  dialog();
  EXPECT_EQ(list("part").itemText(1), QStringLiteral("Panel: Overshoot, Divergence"));
  EXPECT_EQ(list("part").itemText(2), QStringLiteral("Panel: Trapped"));
}

TEST_F(Export, WhenTheRunOfThePanelGoesTheWholeIsChosen) {
  dialog();
  list("part").setCurrentIndex(2);
  EXPECT_EQ(dialog().choices().content, SheetContent::panel);
  laboratory.select(run(1).id);
  removeRun(laboratory);
  settle();
  EXPECT_EQ(dialog().choices().content, SheetContent::everything);
}

TEST_F(Export, RemembersWhatWasChosenLast) {
  chooseFormat("pdf");
  list("theme").setCurrentIndex(list("theme").findData(QStringLiteral("grey")));
  dialog().findChild<QCheckBox*>(QStringLiteral("caption"))->setChecked(false);
  exportTo(QStringLiteral("a.pdf"));
  QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  EXPECT_EQ(list("format").currentData().toString(), QStringLiteral("pdf"));
  EXPECT_EQ(list("theme").currentData().toString(), QStringLiteral("grey"));
  EXPECT_FALSE(dialog().findChild<QCheckBox*>(QStringLiteral("caption"))->isChecked());
}

TEST_F(Export, OffersWhatTheFormatHas) {
  chooseFormat("png");
  EXPECT_FALSE(entry("from").isVisible());
  EXPECT_TRUE(dialog().findChild<QWidget*>(QStringLiteral("transparent"))->isVisible());
  chooseFormat("gif");
  EXPECT_TRUE(entry("from").isVisible());
  EXPECT_TRUE(dialog().findChild<QWidget*>(QStringLiteral("loops"))->isVisible());
  EXPECT_FALSE(dialog().findChild<QWidget*>(QStringLiteral("transparent"))->isVisible());
  chooseFormat("py");
  EXPECT_FALSE(entry("width").isVisible());
  EXPECT_EQ(list("part").count(), 2 * static_cast<int>(laboratory.runs().size()));
}

// The old file stays whole until the new one is there.
TEST_F(Export, AFailureLeavesTheOldFile) {
  QFile old(path(QStringLiteral("old.webp")));
  old.open(QIODevice::WriteOnly);
  old.write("old");
  old.close();
  chooseFormat("webp");
  ExportDialog& open = dialog();
  open.exportTo(path(QStringLiteral("old.webp")));
  button("close").click();  // cancels
  open.finish();
  QApplication::processEvents();
  EXPECT_EQ(contentOf(QStringLiteral("old.webp")), "old");
  EXPECT_TRUE(note().contains(QStringLiteral("nothing was written"))) << note().toStdString();
  EXPECT_TRUE(button("save").isEnabled()) << "and one can try again";
  chooseFormat("svg");
  open.exportTo(QStringLiteral("/nowhere/a.svg"));
  open.finish();
  EXPECT_TRUE(note().contains(QStringLiteral("/nowhere"))) << note().toStdString();
}

TEST_F(Export, ThePreviewFollowsTheExperiment) {
  ExportDialog& open = dialog();
  open.finish();
  type(field("rate"), QStringLiteral("0.0456"));
  open.finish();
  laboratory.select(run(1).id);
  removeRun(laboratory);
  settle();
  list("part").setCurrentIndex(1);
  open.finish();
  EXPECT_TRUE(button("save").isEnabled());
}

TEST_F(Export, CopiesThePanelOrTheChartAtOnce) {
  const auto copied = [&] {
    Problems problems;
    bool isOwn = true;
    const QByteArray png = QApplication::clipboard()->mimeData()->data(QStringLiteral("image/png"));
    const auto file = readExperimentIn(png.toStdString(), isOwn, problems);
    EXPECT_TRUE(file);
    return QImage::fromData(png).size();
  };
  trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  EXPECT_EQ(copied(), QSize(1440, 1440));
  EXPECT_TRUE(QApplication::clipboard()->mimeData()->hasImage());
  EXPECT_TRUE(QApplication::clipboard()->mimeData()->data(QStringLiteral("image/svg+xml")).contains("<svg"));
  auto* chart = window.findChild<ChartView*>();
  chart->setFocus();
  trigger(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  EXPECT_EQ(copied(), QSize(1920, 1080));
}

TEST_F(Export, CopiesTheSelectedRunAsCode) {
  laboratory.select(run(2).id);
  const auto copied = [&](const char* text) {
    for (QAction* action : window.actions())
      if (action->text() == QLatin1String(text)) action->trigger();
    return QApplication::clipboard()->text();
  };
  EXPECT_TRUE(copied("Copy as NumPy").contains(QStringLiteral("theta = theta - lr * g")));
  EXPECT_TRUE(copied("Copy as PyTorch").contains(QStringLiteral("torch.optim.SGD([theta], lr=lr0)")));
  EXPECT_EQ(
      copied("Copy as command"),
      QStringLiteral("ravine run --loss double_well --start 1.6,0.8 --optimizer sgd --lr 0.04 --schedule constant "
                     "--steps 60"));
}

// What is kept for the next time may come from another version, or from somebody's editor.
TEST(ExportChoices, NonsenseIsAsAtFirst) {
  const ExportChoices usual;
  const ExportChoices read = ExportChoices::fromMap({{QStringLiteral("format"), QStringLiteral("bmp")},
                                                     {QStringLiteral("content"), 17},
                                                     {QStringLiteral("width"), -3},
                                                     {QStringLiteral("textSize"), QStringLiteral("large")},
                                                     {QStringLiteral("theme"), QStringLiteral("pink")}});
  EXPECT_EQ(read.asMap(), usual.asMap());
}

}  // namespace
}  // namespace ravine
