// The hints of the first start, over the real window.
#include "ui/help/hints.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>

#include "tests/ui/window/window_fixture.h"
#include "ui/inspector/rate_section.h"
#include "ui/model/settings.h"
#include "ui/window/actions.h"
#include "ui/window/file_desk.h"
#include "ui/window/notice_bar.h"
#include "ui/window/scrub_bar.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

class FirstHints : public WindowFixture {
 protected:
  FirstHints() {
    QSettings().clear();
    window.activateWindow();
  }
  ~FirstHints() override { QSettings().clear(); }

  Hints& hints() { return *window.findChild<Hints*>(); }
  void press(int key) {
    QWidget* focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : &window, static_cast<Qt::Key>(key));
    settle();
  }
  void choose(const QString& action) {
    for (QAction* each : window.actions())
      if (each->text() == action) each->trigger();
    settle();
  }
};

TEST_F(FirstHints, AreNotInTheWayOfAWindowThatDoesNotAskForThem) {
  EXPECT_FALSE(window.hint());
  EXPECT_FALSE(window.findChild<Hints*>());
}

TEST_F(FirstHints, ComeInTurnAndEndAfterTheFourth) {
  window.offerHints();
  settle();
  ASSERT_EQ(window.hint(), 0);
  EXPECT_EQ(hints().count(), 4);
  QSet<QString> said;
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(window.hint(), i);
    const auto labels = hints().findChildren<QLabel*>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
      return label->text() == QStringLiteral("%1 of 4").arg(i + 1);
    }));
    said << hints().accessibleDescription();
    press(Qt::Key_Return);
  }
  EXPECT_EQ(said.size(), 4);
  EXPECT_FALSE(window.hint());
}

TEST_F(FirstHints, GoBackByTheButton) {
  window.offerHints();
  settle();
  const auto buttons = hints().findChildren<QPushButton*>();
  ASSERT_EQ(buttons.size(), 2);
  EXPECT_FALSE(buttons[0]->isEnabled()) << "there is nothing before the first";
  buttons[1]->click();
  EXPECT_EQ(window.hint(), 1);
  buttons[0]->click();
  EXPECT_EQ(window.hint(), 0);
  for (int i = 0; i < 3; ++i) buttons[1]->click();
  EXPECT_EQ(buttons[1]->text(), QStringLiteral("Done"));
}

TEST_F(FirstHints, EndWithEscForEver) {
  window.offerHints();
  settle();
  press(Qt::Key_Escape);
  EXPECT_FALSE(window.hint());
  window.offerHints();
  EXPECT_FALSE(window.hint());
}

TEST_F(FirstHints, EndWithEscAlsoWhenTheKeysAreElsewhere) {
  window.offerHints();
  settle();
  map().setFocus();
  press(Qt::Key_Escape);
  EXPECT_FALSE(window.hint());
}

TEST_F(FirstHints, AreNotOfferedAgainWhereTheProgramWasClosedOverThem) {
  window.offerHints();
  settle();
  EXPECT_TRUE(settings::hintsWereShown());
}

TEST_F(FirstHints, ComeBackByTheMenu) {
  settings::setHintsWereShown(true);
  choose(QStringLiteral("Hints for the first steps"));
  EXPECT_EQ(window.hint(), 0);
  press(Qt::Key_Return);
  choose(QStringLiteral("Hints for the first steps"));
  EXPECT_EQ(window.hint(), 0) << "from the beginning";
  QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  EXPECT_EQ(window.findChildren<Hints*>().size(), 1);
}

TEST_F(FirstHints, LeaveAllKeysButTheirOwnToTheWindow) {
  laboratory.timeline().setPlaying(false);
  laboratory.timeline().setPlayhead(3);
  window.offerHints();
  settle();
  QTest::keyClick(&hints(), Qt::Key_Right);
  EXPECT_EQ(laboratory.timeline().playhead(), 4);
  QTest::keyClick(&hints(), Qt::Key_Space);
  EXPECT_TRUE(laboratory.timeline().isPlaying());
  EXPECT_EQ(window.hint(), 0);
}

TEST_F(FirstHints, LetTheWindowBeUsedAndFollowWhatTheyPointAt) {
  laboratory.timeline().setPlaying(false);
  window.offerHints();
  settle();
  const QPoint before = hints().ring().center();
  const QPoint start = map().scene().frame.toPixel(run().start).toPoint();
  const QPoint inWindow = map().mapTo(&window, start);
  const Vector2 home = run().start;
  drag(map(), start, start + QPoint(40, 25));
  EXPECT_NE(run().start, home);
  QApplication::processEvents();
  EXPECT_EQ(window.hint(), 0);
  // The map may have moved too, under a reason of more lines.
  const QPoint now = map().mapTo(&window, map().scene().frame.toPixel(run().start).toPoint());
  EXPECT_NEAR(hints().ring().center().x() - before.x(), (now - inWindow).x(), 2);
  EXPECT_NEAR(hints().ring().center().y() - before.y(), (now - inWindow).y(), 2);
}

TEST_F(FirstHints, AreNotOfferedWhilePresentingAndEndWhenItBegins) {
  window.setPresenting(true);
  window.offerHints();
  EXPECT_FALSE(window.hint());
  window.setPresenting(false);
  window.offerHints();
  EXPECT_TRUE(window.hint());
  window.setPresenting(true);
  EXPECT_FALSE(window.hint());
}

TEST_F(FirstHints, WaitForTheNextStartWhileSomethingElseIsToBeRead) {
  auto* notice = static_cast<NoticeBar*>(window.findChild<QWidget*>(QStringLiteral("notice")));
  notice->tell(QStringLiteral("…"));
  window.offerHints();
  EXPECT_FALSE(window.hint());
  EXPECT_FALSE(settings::hintsWereShown());
  notice->dismiss();
  window.offerHints();
  EXPECT_TRUE(window.hint());
}

TEST_F(FirstHints, GoOnInTheWindowThatAnotherLanguageMakes) {
  window.offerHints();
  settle();
  press(Qt::Key_Return);
  MainWindow next(laboratory, workspace);
  next.show();
  EXPECT_FALSE(next.hint());
  next.showHints(*window.hint());
  EXPECT_EQ(next.hint(), 1);
}

TEST_F(FirstHints, PointAtThePictureWhereNoMapIsShown) {
  key(Qt::Key_V, Qt::ShiftModifier);
  window.offerHints();
  settle();
  LandscapePane& pane = panels().front()->landscape();
  EXPECT_TRUE(hints().ring().contains(QRect(pane.mapTo(&window, QPoint()), pane.size())));
}

// Every hint in every size of window and text, in both languages.
struct Place {
  QSize size;
  double scale;
  const char* language;
  std::size_t runs = 3;
};

void PrintTo(const Place& place, std::ostream* out) {
  *out << place.size.width() << 'x' << place.size.height() << ", text " << 100 * place.scale << " %, " << place.language
       << ", " << place.runs << " runs";
}

class HintPlaces : public testing::TestWithParam<Place> {
 protected:
  HintPlaces() {
    laboratory.themes().setScale(GetParam().scale);
    window.resize(GetParam().size);
    window.show();
    window.showHints();
    settle();
  }
  ~HintPlaces() override {
    language::use(QStringLiteral("en"));
    QSettings().clear();
  }
  void settle() {
    for (int i = 0; i < 2; ++i) {
      window.finish();
      QApplication::processEvents();
    }
  }
  QRect onWindow(const QWidget* widget) const {
    return widget ? QRect(widget->mapTo(&window, QPoint()), widget->size()) : QRect();
  }
  // What each of the hints speaks of.
  QRect control(int hint) {
    if (hint == 0) return onWindow(&window.findChild<PanelGrid*>()->panels().front()->landscape());
    if (hint == 1) return onWindow(window.findChild<RateSection*>());
    if (hint == 2) return onWindow(window.findChild<ScrubBar*>());
    return onWindow(window.findChild<QToolButton*>(QStringLiteral("scenarios")));
  }
  static Experiment experiment() {
    language::use(QLatin1String(GetParam().language));
    Experiment experiment = inLanguage(scenarios().front(), GetParam().language);
    while (experiment.runs.size() > GetParam().runs) experiment.runs.pop_back();
    while (experiment.runs.size() < GetParam().runs) {
      experiment.runs.push_back(experiment.runs.front());
      experiment.runs.back().id = RunId::none;
    }
    return experiment;
  }

  Laboratory laboratory{experiment(), ThemeChoice::light};
  Workspace workspace{laboratory};
  MainWindow window{laboratory, workspace};
};

TEST_P(HintPlaces, PointAtAControlInSightAndHideNeitherItNorTheirOwnText) {
  auto& hints = *window.findChild<Hints*>();
  for (int i = 0; i < hints.count(); ++i) {
    settle();
    ASSERT_EQ(hints.current(), i);
    SCOPED_TRACE(i);
    EXPECT_FALSE(hints.ring().isEmpty());
    EXPECT_TRUE(window.rect().intersects(hints.ring()));
    EXPECT_TRUE(hints.ring().intersects(control(i)));
    EXPECT_TRUE(window.rect().contains(hints.geometry()));
    EXPECT_FALSE(hints.geometry().intersects(hints.ring()));
    for (const QLabel* label : hints.findChildren<QLabel*>()) {
      EXPECT_TRUE(hints.rect().contains(label->geometry())) << label->text().toStdString();
      EXPECT_GE(label->height() + 1,
                label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height())
          << label->text().toStdString();
    }
    for (const QPushButton* button : hints.findChildren<QPushButton*>())
      EXPECT_GE(button->width() + 1, button->sizeHint().width());
    hints.next();
  }
}

TEST_P(HintPlaces, FollowTheSizeOfWindowAndText) {
  auto& hints = *window.findChild<Hints*>();
  hints.next();
  settle();
  window.resize(GetParam().size + QSize(160, 60));
  laboratory.themes().setScale(1.3);
  settle();
  EXPECT_TRUE(hints.ring().contains(control(1)));
  EXPECT_FALSE(hints.geometry().intersects(hints.ring()));
  EXPECT_TRUE(window.rect().contains(hints.geometry()));
}

// Each size, scale, language and number of runs with some of the others.
std::vector<Place> places() {
  return {{QSize(1280, 720), 1, "en", 3}, {QSize(1280, 720), 2, "ko", 9}, {QSize(1024, 700), 1, "ko", 9},
          {QSize(1024, 700), 2, "en", 1}, {QSize(800, 600), 1, "en", 9},  {QSize(800, 600), 2, "ko", 3}};
}

INSTANTIATE_TEST_SUITE_P(Sizes, HintPlaces, testing::ValuesIn(places()));

}  // namespace
}  // namespace ravine
