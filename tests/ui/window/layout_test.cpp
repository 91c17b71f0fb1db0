// Nothing is cut off and nothing lies on something else, at every size that a screen may have.
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>

#include "core/lesson/scenarios.h"
#include "ui/look/card.h"
#include "ui/look/lines_label.h"
#include "ui/map/landscape_pane.h"
#include "ui/map/landscape_view.h"
#include "ui/map/panel_grid.h"
#include "ui/map/run_panel.h"
#include "ui/model/laboratory.h"
#include "ui/window/main_window.h"
#include "ui/words/language.h"
#include "ui/workspace/workspace.h"

namespace ravine {
namespace {

struct Screen {
  QSize size;
  std::size_t runs;
  double scale;
  const char* language;
};

// Before the window is made, and English again afterwards.
struct Speaking {
  explicit Speaking(const char* code) { language::use(QLatin1String(code)); }
  ~Speaking() { language::use(QStringLiteral("en")); }
};

void PrintTo(const Screen& screen, std::ostream* out) {
  *out << screen.size.width() << 'x' << screen.size.height() << ", " << screen.runs << " runs, text "
       << 100 * screen.scale << " %, " << screen.language;
}

Experiment experimentWith(std::size_t runs, const char* language) {
  Experiment experiment = inLanguage(scenarios().front(), language);
  while (experiment.runs.size() > runs) experiment.runs.pop_back();
  while (experiment.runs.size() < runs) {
    ravine::Run copy = experiment.runs[experiment.runs.size() % 3];
    copy.id = RunId::none;
    copy.name += " again";
    copy.colour = freeColour(experiment);
    experiment.runs.push_back(copy);
  }
  return experiment;
}

class Layouts : public testing::TestWithParam<Screen> {
 protected:
  Layouts() {
    laboratory.themes().setScale(GetParam().scale);
    window.resize(GetParam().size);
    window.show();
    window.finish();
    QApplication::processEvents();
    window.finish();
  }

  static std::string name(const QWidget& widget) {
    QString text = widget.objectName();
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) text += " “" + label->text() + "”";
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
      text += " [" + button->text() + " " + button->toolTip() + "]";
    return widget.metaObject()->className() + text.toStdString();
  }
  static bool shortensItself(const QWidget& widget) {
    return dynamic_cast<const ElidedLabel*>(&widget) || dynamic_cast<const LinesLabel*>(&widget);
  }
  // What one reads and presses, as far as it is on the screen.
  std::vector<QWidget*> readable() const {
    std::vector<QWidget*> found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
      const auto* label = qobject_cast<QLabel*>(widget);
      const bool text = label && !label->text().isEmpty();
      const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                           qobject_cast<QComboBox*>(widget);
      if ((text || control) && widget->isVisible() && !widget->visibleRegion().isEmpty()) found.push_back(widget);
    }
    return found;
  }
  static bool scrolls(const QWidget& widget) {
    for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget())
      if (qobject_cast<const QScrollArea*>(parent)) return true;
    return false;
  }
  void expectEverythingInTheWindow() const;
  void expectNoTextCutOff() const;
  void expectNothingOnSomethingElse() const;
  void expectRoomForMaps() const;
  QRect onWindow(const QWidget& widget) const { return QRect(widget.mapTo(&window, QPoint()), widget.size()); }

  Speaking speaking{GetParam().language};
  Laboratory laboratory{experimentWith(GetParam().runs, GetParam().language), ThemeChoice::light};
  Workspace workspace{laboratory};
  MainWindow window{laboratory, workspace};
};

void Layouts::expectEverythingInTheWindow() const {
  EXPECT_EQ(window.size(), GetParam().size) << "the window is larger than the screen";
  for (const QWidget* widget : readable()) {
    // Whatever scrolls may be out of sight, but only by scrolling.
    for (const QWidget* part = widget; part->parentWidget() && part != &window; part = part->parentWidget()) {
      if (qobject_cast<const QScrollArea*>(part->parentWidget()->parentWidget())) break;
      EXPECT_TRUE(part->parentWidget()->rect().contains(part->geometry()))
          << name(*widget) << " in " << name(*part->parentWidget());
    }
    if (scrolls(*widget)) continue;
    EXPECT_TRUE(window.rect().contains(onWindow(*widget))) << name(*widget);
    EXPECT_EQ(widget->visibleRegion().boundingRect(), widget->rect()) << name(*widget);
  }
}

void Layouts::expectNoTextCutOff() const {
  for (const QWidget* widget : readable()) {
    if (shortensItself(*widget)) continue;
    const auto* label = qobject_cast<const QLabel*>(widget);
    const auto* field = qobject_cast<const QLineEdit*>(widget);
    if (label) {
      const int height = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
      EXPECT_GE(label->height() + 1, height) << name(*widget);
      const int width = label->wordWrap() ? 0 : label->sizeHint().width();
      EXPECT_GE(label->width() + 1, width) << name(*widget);
    } else if (field) {
      EXPECT_GE(field->height() + 1, QFontMetrics(field->font()).height()) << name(*widget);
    } else if (const auto* tool = qobject_cast<const QToolButton*>(widget);
               tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly) {
      EXPECT_GE(tool->width(), tool->iconSize().width()) << name(*widget);
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
      const QSize text = button->fontMetrics().size(Qt::TextShowMnemonic, button->text());
      EXPECT_GE(widget->width() + 1, widget->sizeHint().width()) << name(*widget);
      EXPECT_GE(widget->height(), text.height()) << name(*widget);  // whatever the font
    }
  }
}

void Layouts::expectNothingOnSomethingElse() const {
  const std::vector<QWidget*> all = readable();
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      if (all[i]->isAncestorOf(all[j]) || all[j]->isAncestorOf(all[i])) continue;
      const auto shown = [&](const QWidget& w) {
        return w.visibleRegion().boundingRect().translated(w.mapTo(&window, QPoint()));
      };
      EXPECT_FALSE(shown(*all[i]).intersects(shown(*all[j]))) << name(*all[i]) << " and " << name(*all[j]);
    }
  for (RunPanel* panel : window.findChild<PanelGrid*>()->panels())
    for (const QWidget* widget : all) {
      if (!panel->isAncestorOf(widget) || panel->landscape().isAncestorOf(widget)) continue;
      EXPECT_FALSE(onWindow(*widget).intersects(onWindow(panel->landscape()))) << name(*widget);
    }
}

void Layouts::expectRoomForMaps() const {
  for (RunPanel* panel : window.findChild<PanelGrid*>()->panels()) {
    const QRectF area = panel->landscape().map().scene().frame.area;
    EXPECT_GE(area.width(), 60);
    EXPECT_GE(area.height(), 30);
  }
}

// In one test, as a window takes longer to lay out than to look at.
TEST_P(Layouts, KeepEverythingInSightUncutAndApart) {
  expectEverythingInTheWindow();
  expectNoTextCutOff();
  expectNothingOnSomethingElse();
  expectRoomForMaps();
}

std::vector<Screen> screens() {
  std::vector<Screen> all;
  for (const QSize size : {QSize(800, 600), QSize(1024, 700), QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)})
    for (const std::size_t runs : {1u, 3u, 5u, 9u})
      for (const double scale : {1.0, 2.0})
        for (const char* language : {"en", "ko"}) all.push_back({size, runs, scale, language});
  return all;
}

INSTANTIATE_TEST_SUITE_P(Sizes, Layouts, testing::ValuesIn(screens()));

}  // namespace
}  // namespace ravine
