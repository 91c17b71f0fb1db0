// The File menu in the real window, with its dialogs.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

#include "core/file/experiment_file.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/model/settings.h"
#include "ui/window/file_desk.h"

namespace ravine {
namespace {

class Files : public WindowFixture {
 protected:
  Files() { QSettings().clear(); }
  QString path(const QString& name) const { return folder.filePath(name); }

  // Does this with the dialog that comes next.
  template <class Dialog>
  void inNext(std::function<void(Dialog&)> act) {
    QTimer::singleShot(0, &window, [this, act] {
      auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
      ASSERT_TRUE(dialog) << "no dialog, or another";
      asked = dialog->windowTitle() + '\n' + shownIn(*dialog);
      act(*dialog);
    });
  }
  void answer(const QString& button) {
    inNext<QMessageBox>([button](QMessageBox& box) {
      for (QAbstractButton* each : box.buttons())
        if (each->text().remove('&') == button) return each->click();
      ADD_FAILURE() << "no button " << button.toStdString();
      box.reject();
    });
  }
  void choose(const QString& file) {
    inNext<QFileDialog>([file](QFileDialog& dialog) {
      auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
      ASSERT_TRUE(name);
      name->setText(file);
      dialog.findChild<QDialogButtonBox*>()->buttons().constFirst()->click();
    });
  }
  static QString shownIn(const QDialog& dialog) {
    QStringList texts;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) texts << label->text();
    return texts.join('\n');
  }
  QString notice() {
    const auto* bar = window.findChild<QWidget*>(QStringLiteral("notice"));
    return bar->isVisible() ? window.findChild<QLabel*>(QStringLiteral("noticeText"))->text() : QString();
  }
  void pressInNotice(const QString& button) {
    for (QToolButton* each : window.findChild<QWidget*>(QStringLiteral("notice"))->findChildren<QToolButton*>())
      if (each->text() == button && each->isVisible()) return each->click();
    ADD_FAILURE() << "no button " << button.toStdString();
  }
  void edit(double rate = 0.03) { type(field("rate"), QString::number(rate)); }

  QTemporaryDir folder;
  QString asked;
};

TEST_F(Files, SaveAsAsksForANameAndTheTitleSaysIt) {
  EXPECT_EQ(window.windowTitle(), QStringLiteral("Overshoot, divergence, trapping[*] — Ravine"));
  EXPECT_FALSE(window.isWindowModified());
  edit();
  EXPECT_TRUE(window.isWindowModified());
  choose(path("lecture"));
  key(Qt::Key_S, Qt::ControlModifier);
  EXPECT_TRUE(QFile::exists(path("lecture.ravine"))) << "with the ending";
  EXPECT_EQ(window.windowTitle(), QStringLiteral("lecture[*] — Ravine"));
  EXPECT_FALSE(window.isWindowModified());
  EXPECT_EQ(settings::recentFiles(), QStringList{path("lecture.ravine")});
  window.activateWindow();
  edit(0.04);
  key(Qt::Key_S, Qt::ControlModifier);  // asks nothing
  EXPECT_FALSE(window.isWindowModified());
}

TEST_F(Files, ClosingAsksAndCancelKeepsTheWindow) {
  EXPECT_TRUE(window.close()) << "nothing to save, nothing asked";
  window.show();
  edit();
  answer(QStringLiteral("Cancel"));
  EXPECT_FALSE(window.close());
  EXPECT_TRUE(asked.contains(QStringLiteral("Save the changes to “Overshoot, divergence, trapping”?")))
      << asked.toStdString();
  answer(QStringLiteral("Discard"));
  EXPECT_TRUE(window.close());
}

TEST_F(Files, ClosingRemembersWhatOnlyUndoLeadsBackTo) {
  edit();
  window.files().open(scenarios().back());
  settle();
  EXPECT_FALSE(window.isWindowModified());
  answer(QStringLiteral("Go back to it"));
  EXPECT_FALSE(window.close());
  EXPECT_EQ(nominalRate(run()), 0.03);
  EXPECT_TRUE(window.isWindowModified());
  answer(QStringLiteral("Discard"));
  EXPECT_TRUE(window.close());
}

TEST_F(Files, ABadFileIsRefusedWithItsPlaceAndNothingChanges) {
  QFile file(path("bad.ravine"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("{\"format\": \"ravine-experiment\", \"version\": 2,\n\"runs\": 5}");
  file.close();
  const Experiment before = laboratory.experiment();
  answer(QStringLiteral("OK"));
  window.files().open(path("bad.ravine"));
  EXPECT_TRUE(asked.contains(QStringLiteral("“bad.ravine” cannot be opened"))) << asked.toStdString();
  EXPECT_TRUE(asked.contains(QStringLiteral("bad.ravine:2:9: runs: is not a list"))) << asked.toStdString();
  EXPECT_EQ(laboratory.experiment(), before);
}

TEST_F(Files, AFileThatCannotBeWrittenIsToldAndStaysUnsaved) {
  edit();
  inNext<QFileDialog>([this](QFileDialog& dialog) {
    dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(QStringLiteral("/proc/lecture.ravine"));
    answer(QStringLiteral("OK"));
    dialog.findChild<QDialogButtonBox*>()->buttons().constFirst()->click();
  });
  EXPECT_FALSE(window.files().save());
  EXPECT_TRUE(window.isWindowModified());
}

TEST_F(Files, ADroppedFileOpens) {
  window.files().open(scenarios().back());
  ASSERT_FALSE(workspace.saveAs(path("saddle.ravine")));
  window.files().open(scenarios().front());
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(path("saddle.ravine"))});
  QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&window, &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
  QApplication::sendEvent(&window, &drop);
  settle();
  EXPECT_EQ(laboratory.runs().size(), scenarios().back().experiment.runs.size());
  EXPECT_EQ(workspace.path(), path("saddle.ravine"));
  QMimeData text;
  text.setText(QStringLiteral("no file"));
  QDragEnterEvent other(QPoint(200, 200), Qt::CopyAction, &text, Qt::LeftButton, {});
  other.ignore();
  QApplication::sendEvent(&window, &other);
  EXPECT_FALSE(other.isAccepted());
}

TEST_F(Files, MeasuredLossesAreAnExperimentOfTheirOwn) {
  QFile file(path(QStringLiteral("my losses.npy")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(",-1,0,1,2\n-1,2,1,2,5\n0,1,0,1,4\n1,2,1,2,5\n2,5,4,5,8\n3,10,9,10,13\n");
  file.close();
  window.files().open(file.fileName());  // what it is is told from its content
  settle();
  const Experiment& opened = laboratory.experiment();
  ASSERT_EQ(opened.runs.size(), 1u) << "no run of what was there before";
  EXPECT_EQ(opened.title, "my losses.npy");
  EXPECT_EQ(opened.text + opened.question + opened.answer, "");
  EXPECT_EQ(opened.runs.front().name, "my losses");
  EXPECT_EQ(window.findChild<QComboBox*>(QStringLiteral("lossFunction"))->currentText(),
            QStringLiteral("Measured losses"));
  EXPECT_TRUE(window.findChild<QLabel*>(QStringLiteral("modelFormula"))
                  ->text()
                  .startsWith(QStringLiteral("4 × 5 losses; between them a bicubic spline")));
}

TEST_F(Files, CopiedRunsArePastedAsOneUndoStepAndAreAnExperimentOfTheirOwn) {
  key(Qt::Key_A, Qt::ControlModifier);
  key(Qt::Key_C, Qt::ControlModifier);
  Problems problems;
  const auto copied = readExperiment(QApplication::clipboard()->text().toStdString(), problems);
  ASSERT_TRUE(copied);
  EXPECT_EQ(copied->experiment.runs.size(), 3u);
  key(Qt::Key_V, Qt::ControlModifier);
  ASSERT_EQ(laboratory.runs().size(), 6u);
  EXPECT_EQ(withoutLooks(run(3)), withoutLooks(run(0)));
  EXPECT_NE(run(3).id, run(0).id);
  EXPECT_NE(run(3).colour, run(0).colour);
  EXPECT_EQ(laboratory.selection().size(), 3u) << "the new ones";
  key(Qt::Key_V, Qt::ControlModifier);
  EXPECT_EQ(laboratory.runs().size(), 9u);
  key(Qt::Key_V, Qt::ControlModifier);
  EXPECT_EQ(laboratory.runs().size(), 9u);
  EXPECT_TRUE(notice().contains(QStringLiteral("there is no room for 3 more runs"))) << notice().toStdString();
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(laboratory.runs().size(), 6u);
}

TEST_F(Files, WhatIsNoRunIsNotPastedAndTold) {
  QApplication::clipboard()->setText(QStringLiteral("milk, bread"));
  key(Qt::Key_V, Qt::ControlModifier);
  EXPECT_TRUE(notice().startsWith(QStringLiteral("Nothing was pasted"))) << notice().toStdString();
  EXPECT_EQ(laboratory.document().undoStack().count(), 0);
}

TEST_F(Files, CopyInAFieldCopiesItsText) {
  field("rate").setFocus();
  field("rate").selectAll();
  QTest::keyClick(&field("rate"), Qt::Key_C, Qt::ControlModifier);
  EXPECT_EQ(QApplication::clipboard()->text(), QStringLiteral("0.095"));
}

TEST_F(Files, WhatANewerRavineWroteIsRemarkedOnAndSavingAsks) {
  std::string text = toJson(scenarios().front().experiment);
  text.replace(text.find("\"version\": 2"), 12, "\"version\": 3");
  text.replace(text.find("\"double_well\""), 13, "\"quadruple_well\"");
  QFile file(path("newer.ravine"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(QByteArray::fromStdString(text));
  file.close();
  window.files().open(path("newer.ravine"));
  settle();
  EXPECT_EQ(laboratory.runs().size(), 2u);
  EXPECT_TRUE(notice().contains(QStringLiteral("run 3: was left out"))) << notice().toStdString();
  answer(QStringLiteral("OK"));
  pressInNotice(QStringLiteral("Show all"));
  EXPECT_TRUE(asked.contains(QStringLiteral("run 3: was left out"))) << asked.toStdString();
  answer(QStringLiteral("Cancel"));
  EXPECT_FALSE(window.files().save());
  answer(QStringLiteral("Overwrite"));
  EXPECT_TRUE(window.files().save());
  EXPECT_TRUE(window.files().save()) << "asked once";
}

TEST_F(Files, ChangedByAnotherProgramIsToldAndSavingAsks) {
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  QFile file(path("a.ravine"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(QByteArray::fromStdString(toJson(scenarios().back().experiment)));
  file.close();
  workspace.lookAtDisk();
  EXPECT_TRUE(notice().contains(QStringLiteral("“a.ravine” was changed by another program.")));
  answer(QStringLiteral("Cancel"));
  EXPECT_FALSE(window.files().save());
  pressInNotice(QStringLiteral("Load it again"));
  settle();
  EXPECT_EQ(laboratory.runs().size(), scenarios().back().experiment.runs.size());
}

TEST_F(Files, AFileBringsBackHowItWasLookedAt) {
  key(Qt::Key_2);
  key(Qt::Key_A);
  key(Qt::Key_Return);
  laboratory.timeline().setPlayhead(17);
  map(1).setZoom({{-1, 1}, {-0.5, 0.5}});
  settle();
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  window.files().open(scenarios().back());
  settle();
  window.files().open(path("a.ravine"));
  settle();
  EXPECT_EQ(laboratory.selectedRun().name, "Divergence");
  EXPECT_TRUE(laboratory.display().shows().arrows);
  EXPECT_EQ(laboratory.timeline().playhead(), 17);
  EXPECT_TRUE(window.findChild<PanelGrid*>()->isEnlarged());
  ASSERT_TRUE(map(1).zoom());
  EXPECT_EQ(map(1).zoom()->x.lower, -1);
}

TEST_F(Files, NewIsOneRunAndUndoLeadsBack) {
  key(Qt::Key_N, Qt::ControlModifier);
  EXPECT_EQ(laboratory.runs().size(), 1u);
  EXPECT_TRUE(window.windowTitle().startsWith(QStringLiteral("Untitled")));
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(laboratory.runs().size(), 3u);
}

TEST_F(Files, WhatIsBeingTypedIsSavedAndAskedAbout) {
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  const auto typeOnly = [this](const QString& text) {
    window.activateWindow();
    field("rate").setFocus();
    field("rate").selectAll();
    QTest::keyClicks(&field("rate"), text);
  };
  typeOnly(QStringLiteral("0.0777"));
  key(Qt::Key_S, Qt::ControlModifier);
  Problems problems;
  EXPECT_EQ(readExperimentFile(path("a.ravine").toStdString(), problems)->experiment.runs[0].lr, 0.0777);
  typeOnly(QStringLiteral("0.05"));
  answer(QStringLiteral("Cancel"));
  EXPECT_FALSE(window.close());
}

TEST_F(Files, ANameWithADotGetsTheEndingToo) {
  edit();
  choose(path("Lecture 3.2"));
  EXPECT_TRUE(window.files().save());
  EXPECT_TRUE(QFile::exists(path("Lecture 3.2.ravine")));
  EXPECT_FALSE(QFile::exists(path("Lecture 3.2")));
}

TEST_F(Files, AFileThatAnotherHasDamagedLeavesTheGoodStateUnsaved) {
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  QFile file(path("a.ravine"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("{");
  file.close();
  workspace.lookAtDisk();
  EXPECT_TRUE(window.isWindowModified()) << "no file has it any more";
  answer(QStringLiteral("OK"));
  pressInNotice(QStringLiteral("Load it again"));
  EXPECT_TRUE(asked.contains(QStringLiteral("cannot be opened")));
  answer(QStringLiteral("Cancel"));
  EXPECT_FALSE(window.close());
}

TEST_F(Files, ANameThatLooksLikeHtmlIsShownAsItIs) {
  QDir(folder.path()).mkdir(QStringLiteral("<b>x<"));
  QFile file(path("<b>x<") + QStringLiteral("/b>.ravine"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.close();
  answer(QStringLiteral("OK"));
  window.files().open(path("<b>x<") + QStringLiteral("/b>.ravine"));
  EXPECT_TRUE(asked.contains(QStringLiteral("&lt;b&gt;x&lt;/b&gt;.ravine"))) << asked.toStdString();
}

}  // namespace
}  // namespace ravine
