// A teacher makes a lesson without typing JSON.
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

#include "tests/ui/window/window_fixture.h"
#include "ui/lesson/gallery.h"
#include "ui/lesson/page_dialog.h"
#include "ui/window/actions.h"
#include "ui/window/file_desk.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/notice_bar.h"

namespace ravine {
namespace {

class MakingFixture : public WindowFixture {
 protected:
  QString path() const { return folder.filePath(QStringLiteral("mine.json")); }
  // Answers the dialogs that adding a page asks with.
  void addPage(const QString& title) {
    QTimer::singleShot(0, [&] {
      auto* dialog = qobject_cast<PageDialog*>(QApplication::activeModalWidget());
      ASSERT_NE(dialog, nullptr);
      QTimer::singleShot(0, [this] {
        if (auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
          files->selectFile(path());
          static_cast<QDialog*>(files)->done(QDialog::Accepted);
        }
      });
      dialog->findChild<QLineEdit*>(QStringLiteral("title"))->setText(title);
      dialog->findChild<QPlainTextEdit*>(QStringLiteral("text"))
          ->setPlainText(QStringLiteral("Look at **") + title + "**.");
      dialog->accept();
    });
    window.lessons().addPage();
    window.activateWindow();  // after the dialogs
    settle();
  }
  Lesson onDisk() {
    Problems problems;
    Problems remarks;
    const auto lesson = readLessonFile(path().toStdString(), problems, remarks);
    EXPECT_TRUE(lesson && problems.empty() && remarks.empty());
    return lesson.value_or(Lesson());
  }

  QTemporaryDir folder;
};

TEST_F(MakingFixture, ThreeScenariosBecomeALessonThatIsSavedCheckedReopenedAndGiven) {
  const std::vector<std::string> ids{"one_parabola", "catapult", "saddle"};
  for (const std::string& id : ids) {
    window.files().open(*findScenario(id));
    settle();
    addPage(QString::fromStdString("About " + id));
  }
  const Lesson lesson = onDisk();
  ASSERT_EQ(lesson.pages.size(), 3U);
  window.lessons().close();
  settle();
  window.files().open(path());
  settle();
  for (std::size_t page = 0; page < 3; ++page) {
    EXPECT_EQ(laboratory.course().page(), page);
    EXPECT_EQ(laboratory.experiment().title, "About " + ids[page]);
    const auto& runs = findScenario(ids[page])->experiment.runs;
    ASSERT_EQ(laboratory.runs().size(), runs.size());
    EXPECT_EQ(laboratory.runs().front().lr, runs.front().lr);
    key(Qt::Key_PageDown);
  }
}

TEST_F(MakingFixture, WhatIsChosenInTheGalleryBecomesTheNextPageOfTheSameLesson) {
  addPage(QStringLiteral("One"));
  emit window.gallery().scenarioChosen(QStringLiteral("catapult"));
  settle();
  ASSERT_TRUE(laboratory.course().lesson());
  EXPECT_TRUE(laboratory.course().isAway());
  addPage(QStringLiteral("Two"));
  const Lesson lesson = onDisk();
  ASSERT_EQ(lesson.pages.size(), 2U);
  EXPECT_EQ(lesson.pages[1].experiment.runs.size(), findScenario("catapult")->experiment.runs.size());
  EXPECT_EQ(lesson.pages[1].hides, std::vector{PagePart::inspector});
}

TEST_F(MakingFixture, NothingIsLeftToBeSavedAfterAPageWasAdded) {
  laboratory.editSelection(QStringLiteral("try"), [](ravine::Run& r) { setNominalRate(r, 0.07); });
  settle();
  EXPECT_TRUE(workspace.isModified());
  addPage(QStringLiteral("Mine"));
  EXPECT_FALSE(workspace.isModified());
  EXPECT_EQ(onDisk().pages.front().experiment.runs.front().lr, 0.07);
}

TEST_F(MakingFixture, ARemovedPageCanBeTakenBack) {
  addPage(QStringLiteral("One"));
  addPage(QStringLiteral("Two"));
  ASSERT_EQ(onDisk().pages.size(), 2U);
  window.lessons().removePage();
  settle();
  EXPECT_EQ(onDisk().pages.size(), 1U);
  for (QToolButton* button : window.findChild<NoticeBar*>()->findChildren<QToolButton*>())
    if (button->isVisible() && button->text() == QStringLiteral("Take it back")) {
      button->click();
      break;
    }
  settle();
  EXPECT_EQ(onDisk().pages.size(), 2U);
  EXPECT_EQ(laboratory.course().page(), 1U);
}

TEST_F(MakingFixture, PagesChangePlaces) {
  addPage(QStringLiteral("One"));
  addPage(QStringLiteral("Two"));
  window.lessons().movePage(-1);
  settle();
  EXPECT_EQ(onDisk().pages[0].words.title, "Two");
  EXPECT_EQ(laboratory.course().page(), 0U);
  window.lessons().movePage(-1);
  EXPECT_EQ(onDisk().pages[0].words.title, "Two") << "there is nothing before the first";
}

TEST_F(MakingFixture, AFileThatCannotBeWrittenLosesNothing) {
  addPage(QStringLiteral("One"));
  QFile::remove(path());
  QDir().mkdir(path());  // a folder where the file was
  QTimer::singleShot(0, [] {
    auto* dialog = qobject_cast<PageDialog*>(QApplication::activeModalWidget());
    QTimer::singleShot(0, [] { qobject_cast<QDialog*>(QApplication::activeModalWidget())->accept(); });
    dialog->accept();
  });
  window.lessons().addPage();
  settle();
  EXPECT_EQ(laboratory.course().lesson()->pages.size(), 1U);
}

TEST_F(MakingFixture, LessonsThatShipWithRavineAreNotChanged) {
  window.lessons().open(*findLesson("schedules"));
  settle();
  window.lessons().removePage();
  window.lessons().editPage();
  window.lessons().movePage(1);
  settle();
  EXPECT_EQ(*laboratory.course().lesson(), *findLesson("schedules"));
}

}  // namespace
}  // namespace ravine
