// The window in Korean: nothing on it is English but names and formulas.
#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "core/file/experiment_file.h"
#include "core/loss/loss_function.h"
#include "core/optimizer/optimizer.h"
#include "core/schedule/schedule.h"
#include "tests/ui/some_scenarios.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/lesson/gallery.h"
#include "ui/window/actions.h"
#include "ui/window/comparison.h"
#include "ui/window/file_desk.h"
#include "ui/window/keys_dialog.h"
#include "ui/words/language.h"
#include "ui/words/sentence.h"

namespace ravine {
namespace {

struct Spoken {
  explicit Spoken(const char* code) { language::use(QLatin1String(code)); }
  ~Spoken() { language::use(QStringLiteral("en")); }
};

class Korean : public testing::Test {
 protected:
  // English: two words with a blank between them, the second in small letters.
  static bool isEnglish(const QString& text) {
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,} [a-z]{2,}"));
    return words.match(text).hasMatch();
  }
  static void expectKorean(const QString& text, const QObject& of) {
    EXPECT_FALSE(isEnglish(text)) << of.metaObject()->className() << ": " << text.toStdString();
  }
  void expectKorean(const QWidget& top) {
    for (const QWidget* widget : top.findChildren<QWidget*>()) {
      expectKorean(widget->toolTip(), *widget);
      expectKorean(widget->accessibleName(), *widget);
      if (const auto* label = qobject_cast<const QLabel*>(widget)) expectKorean(label->text(), *widget);
      if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) expectKorean(button->text(), *widget);
      if (const auto* list = qobject_cast<const QComboBox*>(widget))
        for (int i = 0; i < list->count(); ++i) expectKorean(list->itemText(i), *widget);
    }
    for (const QAction* action : top.findChildren<QAction*>()) {
      expectKorean(action->text(), *action);
      expectKorean(action->toolTip(), *action);
    }
  }
  void settle() {
    window.finish();
    QApplication::processEvents();
    window.finish();
  }

  Spoken korean{"ko"};
  Laboratory laboratory{inLanguage(scenarios().front(), "ko"), ThemeChoice::light};
  Workspace workspace{laboratory};
  MainWindow window{laboratory, workspace};
};

TEST_F(Korean, EveryScenarioIsShownInIt) {
  window.resize(1920, 1080);
  window.show();
  for (const Scenario& scenario : someScenarios()) {
    window.files().open(scenario);
    laboratory.timeline().setPlaying(false);
    laboratory.timeline().setPlayhead(20);
    settle();
    expectKorean(window);
  }
  Comparison comparison(laboratory);
  expectKorean(comparison);
}

// Whatever core can say of functions, methods and schedules.
TEST_F(Korean, EveryRowOfTheCataloguesSpeaksIt) {
  const auto expectMessage = [](const Message& message) {
    EXPECT_FALSE(isEnglish(wording::coreText(message))) << message.key;
  };
  const auto expectParameters = [&](const std::vector<ParameterInfo>& parameters) {
    for (const ParameterInfo& info : parameters) {
      expectMessage(info.description);
      expectMessage(info.range.description());
    }
  };
  for (const LossFunctionInfo& info : lossFunctions()) {
    expectMessage(info.name);
    expectMessage(info.teaches);
    expectParameters(info.parameters);
  }
  for (const OptimizerInfo& info : optimizers()) {
    expectMessage(info.description);
    expectParameters(info.parameters);
  }
  for (const ScheduleInfo& info : schedules()) {
    expectMessage(info.name);
    expectMessage(info.description);
    expectMessage(info.formula);
    expectParameters(info.parameters);
  }
}

TEST_F(Korean, ProblemsAreToldInIt) {
  window.show();
  settle();
  auto* rate = window.findChild<EntryField*>(QStringLiteral("rate"));
  rate->setText(QStringLiteral("-1"));
  QTest::keyClick(rate, Qt::Key_Return);
  EXPECT_TRUE(rate->toolTip().contains(QStringLiteral("학습률"))) << rate->toolTip().toStdString();
  EXPECT_FALSE(isEnglish(rate->toolTip()));
}

TEST_F(Korean, AScenarioIsFoundByItsEnglishTitleToo) {
  window.show();
  window.gallery().open();
  auto* search = window.gallery().findChild<QLineEdit*>(QStringLiteral("gallerySearch"));
  search->setFocus();
  search->setText(QStringLiteral("the catapult"));
  settle();
  ASSERT_GE(window.gallery().cards().size(), 1U);
  QTest::keyClick(search, Qt::Key_Return);
  settle();
  const auto catapult = std::find_if(scenarios().begin(), scenarios().end(),
                                     [](const Scenario& each) { return each.experiment.title == "The catapult"; });
  EXPECT_EQ(laboratory.experiment().title, inLanguage(*catapult, "ko").title);
}

TEST_F(Korean, NumbersAreTheSameInEveryLanguage) {
  EXPECT_EQ(QLocale().language(), QLocale::C);
  EXPECT_EQ(QLocale().toString(1e4), QStringLiteral("10000"));
}

// As when the language is changed: the new window is made before the old one goes.
TEST(Language, ANewWindowKeepsHowTheRunsAreLookedAt) {
  Laboratory laboratory(scenarios().front().experiment, ThemeChoice::light);
  Workspace workspace(laboratory);
  auto old = std::make_unique<MainWindow>(laboratory, workspace);
  MainWindow window(laboratory, workspace);
  old.reset();
  window.show();
  window.finish();
  laboratory.select(laboratory.runs()[1].id);
  window.findChild<PanelGrid*>()->toggleEnlarged();
  const QTemporaryDir folder;
  ASSERT_FALSE(workspace.saveAs(folder.filePath(QStringLiteral("a.ravine"))));
  Problems problems;
  const auto file = readExperimentFile(folder.filePath(QStringLiteral("a.ravine")).toStdString(), problems);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->view.enlarged, laboratory.runs()[1].id) << "which only the window knows";
}

TEST(Language, ThatIsNotThereIsEnglish) {
  EXPECT_EQ(language::all().first(), QStringLiteral("en"));
  EXPECT_EQ(language::nameOf(QStringLiteral("ko")), QStringLiteral("한국어"));
  EXPECT_EQ(language::nameOf(QStringLiteral("en")), QStringLiteral("English"));
  EXPECT_EQ(language::translate("Outcome", "converged"), QStringLiteral("converged"));
  const Spoken korean("ko");
  EXPECT_EQ(language::translate("Outcome", "converged"), QStringLiteral("수렴"));
  EXPECT_EQ(language::translate("Outcome", "no such text"), QStringLiteral("no such text"));
}

}  // namespace
}  // namespace ravine
