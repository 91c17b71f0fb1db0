#include "ui/workspace/workspace.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <random>

#include "core/lesson/scenarios.h"

namespace ravine {
namespace {

class Workspaces : public testing::Test {
 protected:
  QString path(const QString& name) const { return m_folder.filePath(name); }
  QString unsaved() const { return m_folder.filePath(QStringLiteral("unsaved")); }
  static std::string textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "";
  }
  static void write(const QString& path, const std::string& text) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text.data(), static_cast<qint64>(text.size()));
  }
  static void setRate(Laboratory& laboratory, double rate) {
    laboratory.editSelection({}, [rate](ravine::Run& run) { setNominalRate(run, rate); });
  }
  static double rate(const Laboratory& laboratory) { return nominalRate(laboratory.runs().front()); }

  QTemporaryDir m_folder;
  Laboratory laboratory{scenarios().front().experiment, ThemeChoice::light};
  Workspace workspace{laboratory, unsaved()};
};

TEST_F(Workspaces, WhatWasSavedComesBackToTheLastBit) {
  setRate(laboratory, 0.1 + 0.2);
  laboratory.timeline().setPlayhead(12);
  ASSERT_FALSE(workspace.saveAs(path("강의 1.ravine")));
  const Experiment saved = laboratory.experiment();
  Laboratory other(scenarios().back().experiment, ThemeChoice::light);
  Workspace otherWorkspace(other);
  const auto opened = otherWorkspace.open(path("강의 1.ravine"));
  ASSERT_TRUE(opened.problems.empty());
  EXPECT_TRUE(opened.remarks.empty());
  EXPECT_EQ(other.experiment(), saved);
  EXPECT_EQ(other.timeline().playhead(), 12);
  EXPECT_EQ(otherWorkspace.name(), QStringLiteral("강의 1"));
  other.finish();
  laboratory.finish();
  for (const ravine::Run& run : saved.runs)
    EXPECT_EQ(other.result(run.id)->trajectory.points, laboratory.result(run.id)->trajectory.points);
}

TEST_F(Workspaces, KnowsWhetherThereIsSomethingToSave) {
  EXPECT_FALSE(workspace.isModified()) << "a scenario as it ships";
  laboratory.document().edit({}, [](Experiment& e) { e.layout = Layout::overlaid; });
  EXPECT_FALSE(workspace.isModified()) << "how a scenario is laid out is nothing worth a question";
  setRate(laboratory, 0.3);
  EXPECT_TRUE(workspace.isModified());
  laboratory.document().undoStack().undo();
  EXPECT_FALSE(workspace.isModified());
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  EXPECT_FALSE(workspace.isModified());
  laboratory.document().edit({}, [](Experiment& e) { e.layout = Layout::sideBySide; });
  EXPECT_TRUE(workspace.isModified()) << "a file keeps the layout";
  ASSERT_FALSE(workspace.save());
  EXPECT_FALSE(workspace.isModified());
}

TEST_F(Workspaces, UndoLeadsBackAcrossWhatWasOpenedAndToItsFile) {
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  setRate(laboratory, 0.3);
  workspace.openNew(scenarios().back().experiment);
  EXPECT_TRUE(workspace.path().isEmpty());
  EXPECT_FALSE(workspace.isModified());
  EXPECT_TRUE(workspace.isModifiedBehind());
  setRate(laboratory, 0.01);
  workspace.goBackToModified();
  EXPECT_TRUE(workspace.isModified());
  EXPECT_EQ(workspace.path(), path("a.ravine"));
  EXPECT_EQ(rate(laboratory), 0.3);
  ASSERT_FALSE(workspace.save());
  EXPECT_FALSE(workspace.isModifiedBehind());
  Problems problems;
  EXPECT_EQ(readExperimentFile(path("a.ravine").toStdString(), problems)->experiment.runs.size(), 3u);
}

TEST_F(Workspaces, ABadFileChangesNothing) {
  write(path("bad.ravine"), "{ \"format\": \"ravine-experiment\",\n  \"version\": 2, \"runs\": [ {} ] }");
  const Experiment before = laboratory.experiment();
  const auto opened = workspace.open(path("bad.ravine"));
  ASSERT_FALSE(opened.problems.empty());
  EXPECT_EQ(laboratory.experiment(), before);
  EXPECT_TRUE(workspace.path().isEmpty());
  EXPECT_EQ(english(opened.problems.front()),
            path("bad.ravine").toStdString() + ":2:27: run 1, id: is missing; add it.");
  EXPECT_EQ(workspace.open(path("none.ravine")).problems.size(), 1u);
  EXPECT_EQ(workspace.open(m_folder.path()).problems.size(), 1u);
  EXPECT_EQ(workspace.open(QStringLiteral("/dev/zero")).problems.size(), 1u);
  EXPECT_EQ(laboratory.experiment(), before);
}

TEST_F(Workspaces, WhatCannotBeWrittenStaysUnsavedAndTheOldFileWhole) {
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  const std::string before = textOf(path("a.ravine"));
  setRate(laboratory, 0.3);
  const auto problem = workspace.saveAs(path("gone/a.ravine"));
  ASSERT_TRUE(problem);
  EXPECT_NE(english(*problem).find("the folder does not exist"), std::string::npos);
  EXPECT_TRUE(workspace.isModified());
  EXPECT_EQ(workspace.path(), path("a.ravine"));
  EXPECT_EQ(textOf(path("a.ravine")), before);
}

TEST_F(Workspaces, NoticesThatTheFileWasChangedByAnother) {
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  EXPECT_FALSE(workspace.isChangedOnDisk());
  Laboratory other(scenarios().back().experiment, ThemeChoice::light);
  Workspace otherWorkspace(other);
  ASSERT_TRUE(otherWorkspace.open(path("a.ravine")).problems.empty());
  setRate(other, 0.7);
  ASSERT_FALSE(otherWorkspace.save());
  EXPECT_TRUE(workspace.isChangedOnDisk());
  int told = 0;
  QObject::connect(&workspace, &Workspace::changedOnDisk, [&] { ++told; });
  workspace.lookAtDisk();
  workspace.lookAtDisk();
  EXPECT_EQ(told, 1) << "once for each change";
  workspace.acceptDisk();
  EXPECT_FALSE(workspace.isChangedOnDisk());
  EXPECT_TRUE(workspace.isModified()) << "what is here is in no file any more";
}

TEST_F(Workspaces, AFileThatVanishesLeavesUnsavedChanges) {
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  QFile::remove(path("a.ravine"));
  workspace.lookAtDisk();
  EXPECT_TRUE(workspace.isModified());
  ASSERT_FALSE(workspace.save());
  EXPECT_FALSE(workspace.isModified());
}

// A process that edits and is killed; what it has left is found by the next.
TEST_F(Workspaces, WhatAKilledSessionHasLeftIsFound) {
  const pid_t child = fork();
  if (child == 0) {
    Recovery recovery(unsaved());
    Experiment experiment = scenarios().front().experiment;
    experiment.runs[0].lr = 0.0123;
    recovery.keep(0, {experiment, {}, "/tmp/강의.ravine", "00ff"});
    recovery.keep(3, {scenarios().back().experiment, {}, ""});
    recovery.finish();
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));

  EXPECT_EQ(workspace.recovery().findLeft().files().size(), 2u) << "and again, if it was not taken";
  Recovery::Left left = workspace.recovery().findLeft();
  ASSERT_EQ(left.files().size(), 2u);
  const auto named = std::find_if(left.files().begin(), left.files().end(),
                                  [](const auto& file) { return !file.content.autosaveOf->empty(); });
  ASSERT_NE(named, left.files().end());
  EXPECT_TRUE(workspace.recovery().findLeft().empty()) << "offered once at a time";
  workspace.restore(named->content);
  EXPECT_EQ(rate(laboratory), 0.0123);
  EXPECT_EQ(workspace.path(), QStringLiteral("/tmp/강의.ravine"));
  EXPECT_TRUE(workspace.isModified());
  left.remove();
  EXPECT_EQ(workspace.recovery().findLeft().files().size(), 0u);
}

TEST_F(Workspaces, ALivingSessionIsNotOffered) {
  setRate(laboratory, 0.3);
  workspace.keepNow();
  workspace.recovery().finish();
  Laboratory other(scenarios().back().experiment, ThemeChoice::light);
  Workspace otherWorkspace(other, unsaved());
  EXPECT_TRUE(otherWorkspace.recovery().findLeft().empty());
  setRate(other, 0.4);
  otherWorkspace.keepNow();
  otherWorkspace.recovery().finish();
  EXPECT_EQ(QDir(unsaved()).entryList({QStringLiteral("*.ravine")}).size(), 2) << "each has a file of its own";
}

TEST_F(Workspaces, WhatIsSavedOrGivenUpIsNotKeptForRecovery) {
  const auto kept = [this] {
    workspace.keepNow();
    workspace.recovery().finish();
    return QDir(unsaved()).entryList({QStringLiteral("*.ravine")}).size();
  };
  EXPECT_EQ(kept(), 0);
  setRate(laboratory, 0.3);
  EXPECT_EQ(kept(), 1);
  workspace.openNew(scenarios().back().experiment);
  EXPECT_EQ(kept(), 1) << "undo still leads back to it";
  setRate(laboratory, 0.3);
  EXPECT_EQ(kept(), 2);
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  EXPECT_EQ(kept(), 1);
  workspace.forgetAll();
  workspace.recovery().finish();
  EXPECT_EQ(QDir(unsaved()).entryList({QStringLiteral("*.ravine")}).size(), 0);
}

TEST_F(Workspaces, AFolderForRecoveryThatCannotBeMadeHindersNothing) {
  Laboratory other(scenarios().front().experiment, ThemeChoice::light);
  Workspace without(other, QStringLiteral("/proc/nowhere"));
  setRate(other, 0.3);
  without.keepNow();
  EXPECT_FALSE(without.recovery().isOn());
  EXPECT_TRUE(without.recovery().hasFailed());
  EXPECT_TRUE(without.isModified());
}

TEST_F(Workspaces, AnotherLanguageIsNoEdit) {
  setRate(laboratory, 0.3);
  laboratory.document().undoStack().undo();
  workspace.speak(QStringLiteral("ko"));
  EXPECT_EQ(laboratory.experiment().title, inLanguage(scenarios().front(), "ko").title);
  EXPECT_FALSE(workspace.isModified());
  EXPECT_TRUE(laboratory.document().undoStack().canRedo());
  laboratory.document().undoStack().redo();
  EXPECT_EQ(rate(laboratory), 0.3);
  EXPECT_EQ(laboratory.runs()[0].name, inLanguage(scenarios().front(), "ko").runs[0].name) << "there too";
  laboratory.document().editRun({}, laboratory.selected(), [](ravine::Run& run) { run.name = "Mine"; });
  workspace.speak(QStringLiteral("en"));
  EXPECT_EQ(laboratory.runs()[0].name, "Mine");
  EXPECT_EQ(laboratory.runs()[1].name, scenarios().front().experiment.runs[1].name);
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  workspace.speak(QStringLiteral("ko"));
  EXPECT_FALSE(workspace.isModified()) << "a file keeps its words";
}

// Somebody else has changed the file between the crash and the next start.
TEST_F(Workspaces, WhatIsRestoredKnowsWhichFileItCameFrom) {
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  setRate(laboratory, 0.3);
  workspace.keepNow();
  workspace.recovery().finish();
  const QString kept = QDir(unsaved()).entryInfoList({QStringLiteral("*.ravine")}).constFirst().filePath();
  Problems problems;
  const auto file = readExperimentFile(kept.toStdString(), problems);
  ASSERT_TRUE(file);
  workspace.restore(*file);
  EXPECT_FALSE(workspace.isChangedOnDisk());
  write(path("a.ravine"), toJson(scenarios().back().experiment));
  workspace.restore(*file);
  EXPECT_TRUE(workspace.isChangedOnDisk()) << "saving will ask";
}

TEST_F(Workspaces, ALargeUnknownMemberDoesNotMakeAFileThatCannotBeRead) {
  std::string list = "1";
  for (int i = 0; i < 300'000; ++i) list += ",1";
  std::string text = toJson(scenarios().front().experiment);
  text.insert(1, "\"notes\":[" + list + "],");
  write(path("a.ravine"), text);
  ASSERT_TRUE(workspace.open(path("a.ravine")).problems.empty());
  setRate(laboratory, 0.3);
  ASSERT_FALSE(workspace.save());
  EXPECT_TRUE(workspace.open(path("a.ravine")).problems.empty());
}

TEST_F(Workspaces, DamagedFilesNeverChangeWhatIsOpen) {
  setRate(laboratory, 0.3);
  ASSERT_FALSE(workspace.saveAs(path("a.ravine")));
  const std::string text = textOf(path("a.ravine"));
  std::mt19937 engine(17);
  for (int i = 0; i < 300; ++i) {  // core's own test makes the thousands; here each goes through a file
    std::string damaged = text;
    for (int k = 0; k < 3; ++k) damaged[engine() % damaged.size()] = static_cast<char>(engine());
    write(path("b.ravine"), damaged);
    const Experiment before = laboratory.experiment();
    const auto opened = workspace.open(path("b.ravine"));
    if (!opened.problems.empty()) {
      EXPECT_EQ(laboratory.experiment(), before);
    }
  }
}

}  // namespace
}  // namespace ravine
