// Who does not see the window, or has no mouse: every control has a name, every picture says what it shows now, and Tab
// goes through all of it as one reads. Walks whatever there is, in both languages.
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QToolButton>
#include <map>
#include <set>

#include "tests/ui/window/window_fixture.h"
#include "ui/chart/chart_card.h"
#include "ui/help/guide_dialog.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/schedule_canvas.h"
#include "ui/lesson/gallery.h"
#include "ui/lesson/page_dialog.h"
#include "ui/look/reading_order.h"
#include "ui/map/profile_view.h"
#include "ui/map/relief_view.h"
#include "ui/window/announcer.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/notice_bar.h"
#include "ui/window/scrub_bar.h"
#include "ui/window/top_bar.h"
#include "ui/window/transport.h"
#include "ui/words/language.h"
#include "ui/words/text_alternative.h"

namespace ravine {
namespace {

struct Speaking {
  explicit Speaking(const char* code) { language::use(QLatin1String(code)); }
  ~Speaking() { language::use(QStringLiteral("en")); }
};

QString nameOf(QAccessibleInterface& item) {
  return item.text(QAccessible::Name);
}

bool isPicture(QAccessibleInterface& item) {
  return item.role() == QAccessible::Graphic || item.role() == QAccessible::Chart;
}

// What one can press, choose from or type into, and pictures.
bool isControl(QAccessibleInterface& item) {
  static const std::set<QAccessible::Role> roles{
      QAccessible::Button,   QAccessible::ButtonMenu,   QAccessible::ButtonDropDown, QAccessible::CheckBox,
      QAccessible::ComboBox, QAccessible::EditableText, QAccessible::SpinBox,        QAccessible::Slider,
      QAccessible::PageTab,  QAccessible::RadioButton,  QAccessible::Link,           QAccessible::ProgressBar};
  const bool isText = item.role() == QAccessible::StaticText;  // that can be selected, and says itself
  return (item.state().focusable && !isText) || roles.contains(item.role()) || isPicture(item);
}

// The cells of a table and the rows of a list are its own.
bool holdsItsOwn(QAccessibleInterface& item) {
  return item.role() == QAccessible::Table || item.role() == QAccessible::ComboBox ||
         item.role() == QAccessible::List || item.role() == QAccessible::ScrollBar;
}

void forEachControl(QAccessibleInterface& top, const std::function<void(QAccessibleInterface&)>& act) {
  std::set<std::pair<QAccessible::Role, QString>> siblings;
  for (int i = 0; i < top.childCount(); ++i) {
    QAccessibleInterface* child = top.child(i);
    if (!child || child->state().invisible || child->role() == QAccessible::PopupMenu) continue;
    if (isControl(*child)) {
      act(*child);
      EXPECT_TRUE(siblings.insert({child->role(), nameOf(*child)}).second)
          << "two that cannot be told apart: " << nameOf(*child).toStdString() << " in " << nameOf(top).toStdString();
    }
    if (!holdsItsOwn(*child)) forEachControl(*child, act);
  }
}

std::string whatItIs(QAccessibleInterface& item) {
  const QObject* object = item.object();
  return object ? std::string(object->metaObject()->className()) + ' ' + object->objectName().toStdString() : "item";
}

bool isEnglish(const QString& text) {
  static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,} [a-z]{2,}"));
  return words.match(text).hasMatch();
}

class Access : public testing::TestWithParam<const char*> {
 protected:
  Access() {
    window.resize(1440, 900);
    window.show();
    window.activateWindow();
    settle();
  }
  void settle() {
    for (int i = 0; i < 2; ++i) {
      window.finish();
      QApplication::processEvents();
    }
  }
  void key(int key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&window, static_cast<Qt::Key>(key), modifiers);
    settle();
  }
  bool isKorean() const { return QLatin1String(GetParam()) == QLatin1String("ko"); }

  void expectAccessible(QWidget& top) {
    QAccessibleInterface* root = QAccessible::queryAccessibleInterface(&top);
    ASSERT_TRUE(root);
    EXPECT_FALSE(nameOf(*root).isEmpty());
    int controls = 0;
    forEachControl(*root, [&](QAccessibleInterface& item) {
      ++controls;
      const QString name = nameOf(item);
      const QString description = item.text(QAccessible::Description);
      EXPECT_FALSE(name.trimmed().isEmpty()) << whatItIs(item) << " has no name";
      const bool isMark = qobject_cast<QLabel*>(item.object());  // the sign of a run, which has its name
      EXPECT_FALSE(isPicture(item) && !isMark && description.isEmpty())
          << name.toStdString() << " does not say what it shows";
      if (!isKorean()) return;
      EXPECT_FALSE(isEnglish(name)) << name.toStdString();
      EXPECT_FALSE(isEnglish(description)) << description.toStdString();
    });
    EXPECT_GT(controls, 0);
    for (const QMenu* menu : top.findChildren<QMenu*>()) expectNamed(*menu);
  }
  void expectNamed(const QMenu& menu) {
    std::set<QString> texts;
    for (const QAction* action : menu.actions()) {
      if (action->isSeparator()) continue;
      EXPECT_FALSE(action->text().trimmed().isEmpty());
      EXPECT_TRUE(texts.insert(action->text()).second) << action->text().toStdString() << " is there twice";
      EXPECT_FALSE(isKorean() && isEnglish(action->text())) << action->text().toStdString();
    }
  }

  // Where Tab goes, until it comes round.
  std::vector<QWidget*> walk(QWidget& top, Qt::Key key) {
    std::vector<QWidget*> visited;
    constexpr std::size_t trapped = 500;
    while (visited.size() < trapped) {
      QWidget* from = top.focusWidget() ? top.focusWidget() : &top;
      QTest::keyClick(from, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
      QWidget* now = top.focusWidget();
      if (!visited.empty() && now == visited.front()) return visited;
      if (qobject_cast<ScheduleCanvas*>(now) && !visited.empty() && now == visited.back()) continue;  // its next point
      if (!visited.empty() && now == visited.back()) {
        ADD_FAILURE() << "Tab does not leave " << now->metaObject()->className() << ' '
                      << now->objectName().toStdString();
        return visited;
      }
      visited.push_back(now);
    }
    ADD_FAILURE() << "Tab goes round without end";
    return visited;
  }
  static std::set<QWidget*> stopsIn(const QWidget& top) {
    std::set<QWidget*> stops;
    for (QWidget* widget : top.findChildren<QWidget*>())
      if (widget->isVisible() && widget->isEnabled() && widget->window() == &top && !widget->focusProxy() &&
          (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
        stops.insert(widget);
    return stops;
  }
  static QRect placeOf(const QWidget& widget) { return {widget.mapToGlobal(QPoint()), widget.size()}; }
  // However far it is scrolled, for another it stands where that is which scrolls.
  static QRect placeOf(const QWidget& widget, const QWidget& to) {
    for (const QWidget* around = widget.parentWidget(); around; around = around->parentWidget())
      if (qobject_cast<const QAbstractScrollArea*>(around) && !around->isAncestorOf(&to)) return placeOf(*around);
    return placeOf(widget);
  }
  static std::string tell(const QWidget& widget) {
    const QRect place = placeOf(widget);
    return std::string(widget.metaObject()->className()) + ' ' + widget.objectName().toStdString() + ' ' +
           widget.accessibleName().toStdString() + " at " + std::to_string(place.x()) + ", " +
           std::to_string(place.y());
  }
  void expectReadThrough(QWidget& top) {
    const std::vector<QWidget*> visited = walk(top, Qt::Key_Tab);
    const std::set<QWidget*> once(visited.begin(), visited.end());
    EXPECT_EQ(once.size(), visited.size());
    const std::set<QWidget*> stops = stopsIn(top);
    for (const QWidget* stop : stops) EXPECT_TRUE(once.contains(const_cast<QWidget*>(stop))) << tell(*stop);
    EXPECT_EQ(once, stops);
    for (std::size_t i = 1; i < visited.size(); ++i) {
      const QRect before = placeOf(*visited[i - 1], *visited[i]);
      const QRect here = placeOf(*visited[i], *visited[i - 1]);
      const bool above = here.bottom() < before.top() && here.left() < before.right();
      const bool leftInLine = here.right() < before.left() && here.center().y() > before.top() &&
                              here.center().y() < before.bottom() && before.center().y() > here.top() &&
                              before.center().y() < here.bottom();
      // From the end to the beginning.
      if (visited[i] == tabStops(top).front()) continue;
      EXPECT_FALSE(above || leftInLine) << tell(*visited[i]) << " after " << tell(*visited[i - 1]);
    }
    std::vector<QWidget*> back = walk(top, Qt::Key_Backtab);
    std::reverse(back.begin(), back.end());
    const auto first = std::find(back.begin(), back.end(), visited.front());
    ASSERT_NE(first, back.end());
    std::rotate(back.begin(), first, back.end());
    EXPECT_EQ(back, visited) << "back is another way";
  }

  // Opens each dialog, hands it over and closes it.
  void forEachDialog(const std::function<void(QDialog&)>& act) {
    const auto run = [&](const char* what) {
      SCOPED_TRACE(what);
      settle();
      const auto dialogs = window.findChildren<QDialog*>();
      const auto open = std::find_if(dialogs.begin(), dialogs.end(), [](const QDialog* d) { return d->isVisible(); });
      ASSERT_NE(open, dialogs.end());
      act(**open);
      (*open)->close();
      QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
      window.activateWindow();
      settle();
    };
    key(Qt::Key_F1);
    run("keys");
    key(Qt::Key_T);
    run("comparison");
    key(Qt::Key_S, Qt::ShiftModifier);
    run("series");
    key(Qt::Key_E, Qt::ControlModifier);
    run("export");
    window.findChild<QAbstractButton*>(QStringLiteral("largerFormula"))->click();
    run("formula");
    window.findChild<QAbstractButton*>(QStringLiteral("drawSchedule"))->click();
    run("schedule");
    (new GuideDialog(laboratory.themes(), &window))->show();
    run("guide");
    (new PageDialog(QStringLiteral("?"), LessonPage(), PageWords(), QStringLiteral("!"), &window))->show();
    run("page");
  }

  Speaking speaking{GetParam()};
  Laboratory laboratory{inLanguage(scenarios().front(), GetParam()), ThemeChoice::light};
  Workspace workspace{laboratory};
  MainWindow window{laboratory, workspace};
};

TEST_P(Access, EveryControlHasANameOfItsOwn) {
  laboratory.timeline().setPlayhead(20);
  for (int look = 0; look < 3; ++look) {
    expectAccessible(window);
    key(Qt::Key_V, Qt::ShiftModifier);
  }
  key(Qt::Key_O);  // overlaid
  expectAccessible(window);
  laboratory.selectAll();
  settle();
  expectAccessible(window);
}

TEST_P(Access, EveryMethodAndScheduleHasNamedSettings) {
  for (const char* list : {"optimizer", "schedule", "lossFunction"}) {
    auto* choices = window.findChild<QComboBox*>(QLatin1String(list));
    ASSERT_TRUE(choices);
    for (int i = 0; i < choices->count(); ++i) {
      if (!choices->itemData(i).isValid()) continue;  // a title
      emit choices->activated(i);
      QApplication::processEvents();
      SCOPED_TRACE(choices->itemText(i).toStdString());
      expectAccessible(*window.findChild<Inspector*>()->findChild<QWidget*>(QStringLiteral("inspectorForm")));
    }
    choices->activated(0);
  }
}

TEST_P(Access, EveryControlOfADialogHasANameOfItsOwn) {
  forEachDialog([this](QDialog& dialog) { expectAccessible(dialog); });
}

TEST_P(Access, LessonsPredictionsAndTasksHaveNamesToo) {
  window.lessons().open(*findLesson("learning_rate"));
  settle();
  expectAccessible(window);
  key(Qt::Key_P);
  window.findChild<QAbstractButton*>(QStringLiteral("countHands"))->click();
  settle();
  expectAccessible(window);
  expectReadThrough(window);
  window.lessons().close();
  window.lessons().start(*findTask("within_twenty"));
  settle();
  expectAccessible(window);
}

TEST_P(Access, TheGalleryHasNames) {
  window.gallery().open();
  settle();
  expectAccessible(window.gallery());
}

TEST_P(Access, ANoticeHasNamedAnswers) {
  auto* notice = window.findChild<NoticeBar*>();
  notice->tell(MainWindow::tr("?"), {{QStringLiteral("1"), [] {}}, {QStringLiteral("2"), [] {}}});
  settle();
  expectAccessible(window);
}

TEST_P(Access, TabReadsThroughTheWindow) {
  expectReadThrough(window);
}

TEST_P(Access, TabReadsThroughWhateverHasCome) {
  key(Qt::Key_N);  // its panel was made after all else
  window.findChild<NoticeBar*>()->tell(QStringLiteral("?"), {{QStringLiteral("1"), [] {}}});
  key(Qt::Key_V);
  window.resize(1100, 720);
  settle();
  expectReadThrough(window);
}

TEST_P(Access, TabGoesFromRegionToRegion) {
  window.findChild<NoticeBar*>()->tell(QStringLiteral("?"), {{QStringLiteral("1"), [] {}}});
  settle();
  const std::vector<const QWidget*> regions{window.findChild<TopBar*>(),
                                            window.findChild<NoticeBar*>(),
                                            window.findChild<PanelGrid*>(),
                                            window.findChildren<ChartCard*>().at(0),
                                            window.findChildren<ChartCard*>().at(1),
                                            window.findChild<Inspector*>(),
                                            window.findChild<Transport*>()};
  std::size_t last = 0;
  std::set<std::size_t> seen;
  for (const QWidget* stop : tabStops(window)) {
    const auto region =
        std::find_if(regions.begin(), regions.end(), [stop](const QWidget* r) { return r->isAncestorOf(stop); });
    if (region == regions.end()) continue;  // of the scenario's text
    const auto now = static_cast<std::size_t>(region - regions.begin());
    EXPECT_GE(now, last) << tell(*stop);
    last = now;
    seen.insert(now);
  }
  EXPECT_EQ(seen.size(), regions.size());
}

TEST_P(Access, TabReadsThroughEveryDialog) {
  forEachDialog([this](QDialog& dialog) {
    if (stopsIn(dialog).size() > 1) expectReadThrough(dialog);
  });
}

TEST_P(Access, WhereTabHasComeIsSeen) {
  const auto expectSeen = [](const QWidget& top) {
    for (QWidget* stop : tabStops(top)) {
      if (QWidget* focused = top.focusWidget()) focused->clearFocus();
      const QImage before = stop->grab().toImage();
      stop->setFocus(Qt::TabFocusReason);
      EXPECT_NE(stop->grab().toImage(), before) << tell(*stop);
    }
  };
  expectSeen(window);
  key(Qt::Key_V, Qt::ShiftModifier);
  key(Qt::Key_V, Qt::ShiftModifier);  // reliefs
  expectSeen(window);
  forEachDialog(expectSeen);
}

TEST_P(Access, PicturesSayNothingInTheWrongLanguage) {
  laboratory.timeline().setPlayhead(30);
  static const QRegularExpression word(QStringLiteral("[A-Za-z]{4,}"));
  for (int look = 0; look < 3; ++look) {
    for (QWidget* widget : window.findChildren<QWidget*>()) {
      const auto* picture = dynamic_cast<TextAlternative*>(widget);
      if (!picture) continue;
      for (const QString& text : {picture->whatItIs(), picture->whatItShows()})
        EXPECT_FALSE(isKorean() && word.match(QString(text).remove(QStringLiteral("Enter"))).hasMatch())
            << text.toStdString();
    }
    key(Qt::Key_V, Qt::ShiftModifier);
  }
}

INSTANTIATE_TEST_SUITE_P(InBothLanguages, Access, testing::Values("en", "ko"),
                         [](const auto& language) { return std::string(language.param); });

// One run of 60 steps on ½(x² + 20y²), of which y is gone after the first.
class TextAlternatives : public WindowFixture {
 protected:
  TextAlternatives() {
    Experiment experiment;
    experiment.runs.resize(1);
    ravine::Run& run = experiment.runs.front();
    run.name = "A";
    run.lossFunction.id = "ravine";
    run.start = {-4, 2};
    run.lr = 0.05;
    run.steps = 60;
    laboratory.open(experiment);
    settle();
  }
  QAccessibleInterface& at(QWidget& widget) { return *QAccessible::queryAccessibleInterface(&widget); }
  QStringList shownBy(QWidget& widget) { return at(widget).text(QAccessible::Description).split('\n'); }
  ChartView& chart(std::size_t i) { return window.findChildren<ChartCard*>().at(static_cast<int>(i))->chart(); }
  void goTo(double step) { laboratory.timeline().setPlayhead(step); }
};

TEST_F(TextAlternatives, OfTheMapFollowsThePlayhead) {
  EXPECT_EQ(at(map()).text(QAccessible::Name), QStringLiteral("Map of the landscape: Ravine"));
  EXPECT_EQ(at(map()).role(), QAccessible::Graphic);
  goTo(0);
  EXPECT_EQ(shownBy(map()).front(), QStringLiteral("Step 0 of 60: A at its start (−4, 2), loss 48."));
  goTo(1.5);
  EXPECT_EQ(shownBy(map()).front(), QStringLiteral("Step 1 of 60: A at (−3.8, 0), loss 7.22, falling."));
  goTo(60);
  EXPECT_TRUE(
      shownBy(map()).front().startsWith(QStringLiteral("Step 60 of 60: A at (−0.184, 0), loss 0.017, falling.")))
      << shownBy(map()).front().toStdString();
  EXPECT_TRUE(shownBy(map()).back().endsWith(QStringLiteral("The lowest minimum known is at (0, 0), with loss 0.")))
      << shownBy(map()).back().toStdString();
}

TEST_F(TextAlternatives, OfAZoomedMapSaysWhatIsOutside) {
  map().setZoom({{-1, 1}, {-1, 1}});
  goTo(1);
  EXPECT_TRUE(shownBy(map()).front().endsWith(QStringLiteral("It is outside the part that is seen.")));
  EXPECT_TRUE(shownBy(map()).back().startsWith(QStringLiteral("x runs from −1 to 1, y from −1 to 1.")));
}

TEST_F(TextAlternatives, OfProfileAndReliefSayWhatTheyAre) {
  goTo(1);
  key(Qt::Key_V);
  auto& profile = *window.findChild<ProfileView*>();
  EXPECT_EQ(at(profile).text(QAccessible::Name), QStringLiteral("Profile of the landscape: Ravine"));
  EXPECT_EQ(shownBy(profile), (QStringList{QStringLiteral("Step 1 of 60: A at (−3.8, 0), loss 7.22, falling."),
                                           QStringLiteral("The loss from the start to the lowest minimum.")}));
  key(Qt::Key_G);
  EXPECT_NE(shownBy(profile).back(), QStringLiteral("The loss from the start to the lowest minimum."));
  key(Qt::Key_V);
  auto& relief = *window.findChild<ReliefView*>();
  EXPECT_EQ(at(relief).text(QAccessible::Name), QStringLiteral("Relief of the landscape: Ravine"));
  EXPECT_EQ(shownBy(relief).front(), QStringLiteral("Step 1 of 60: A at (−3.8, 0), loss 7.22, falling."));
}

TEST_F(TextAlternatives, OfChartsSayTheValuesAtThePlayhead) {
  goTo(1);
  EXPECT_EQ(at(chart(0)).text(QAccessible::Name), QStringLiteral("Loss"));
  EXPECT_EQ(at(chart(0)).role(), QAccessible::Chart);
  EXPECT_EQ(shownBy(chart(0)), (QStringList{QStringLiteral("A: 7.22 at step 1, falling."),
                                            QStringLiteral("Logarithmic scale from 0.01 to 100.")}));
  EXPECT_EQ(at(chart(1)).text(QAccessible::Name), QStringLiteral("Learning rate"));
  EXPECT_EQ(shownBy(chart(1)).front(), QStringLiteral("A: η = 0.05 at step 1, below the stability limit 0.1."));
}

TEST_F(TextAlternatives, OfAPanelSaysHowItsRunEnds) {
  EXPECT_EQ(at(*panels().front()).text(QAccessible::Name), QStringLiteral("Run: A"));
  EXPECT_TRUE(shownBy(*panels().front()).front().startsWith(QStringLiteral("A: η = 0.05, ")));
}

TEST_F(TextAlternatives, TheScrubBarIsASliderThatMovesThePlayhead) {
  QAccessibleInterface& bar = at(*window.findChild<ScrubBar*>());
  EXPECT_EQ(bar.role(), QAccessible::Slider);
  goTo(7);
  EXPECT_EQ(bar.text(QAccessible::Value), QStringLiteral("Step 7 of 60"));
  QAccessibleValueInterface* value = bar.valueInterface();
  ASSERT_TRUE(value);
  EXPECT_EQ(value->currentValue().toDouble(), 7);
  EXPECT_EQ(value->maximumValue().toDouble(), 60);
  value->setCurrentValue(12.0);
  EXPECT_EQ(laboratory.timeline().playhead(), 12);
  value->setCurrentValue(1e9);
  EXPECT_EQ(laboratory.timeline().playhead(), 60);
  value->setCurrentValue(QStringLiteral("x"));
  EXPECT_EQ(laboratory.timeline().playhead(), 60);
}

TEST_F(TextAlternatives, TheRateSliderSetsTheRate) {
  QAccessibleInterface& slider = at(*window.findChild<QWidget*>(QStringLiteral("slider")));
  EXPECT_EQ(slider.role(), QAccessible::Slider);
  EXPECT_EQ(slider.text(QAccessible::Value), QStringLiteral("η = 0.05"));
  EXPECT_TRUE(slider.text(QAccessible::Description).startsWith(QStringLiteral("Stable below 2/λ = 0.1")));
  slider.valueInterface()->setCurrentValue(0.08);
  EXPECT_EQ(run().lr, 0.08);
  settle();
  laboratory.document().undoStack().undo();
  EXPECT_EQ(run().lr, 0.05) << "as one undo step";
}

TEST_F(TextAlternatives, AreToldWhenThePlayheadRests) {
  auto* announcer = window.findChild<Announcer*>();
  ASSERT_TRUE(announcer);
  announcer->finish();
  const QSignalSpy due(announcer, &Announcer::due);
  goTo(3);
  goTo(4);
  announcer->finish();
  EXPECT_EQ(due.size(), 1) << "once for all that came before";
  announcer->finish();
  EXPECT_EQ(due.size(), 1);
  laboratory.timeline().setPlaying(true);
  laboratory.timeline().advance(0.5);
  announcer->finish();
  EXPECT_EQ(due.size(), 1) << "not while it plays";
  laboratory.timeline().setPlaying(false);
  announcer->finish();
  EXPECT_EQ(due.size(), 2);
}

}  // namespace
}  // namespace ravine
