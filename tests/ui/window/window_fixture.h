// The real window with the first scenario, settled after each action.
#pragma once

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QTest>

#include "core/lesson/scenarios.h"
#include "ui/control/entry_field.h"
#include "ui/map/landscape_pane.h"
#include "ui/map/landscape_view.h"
#include "ui/map/panel_grid.h"
#include "ui/map/run_panel.h"
#include "ui/model/laboratory.h"
#include "ui/window/main_window.h"
#include "ui/workspace/workspace.h"

namespace ravine {

class WindowFixture : public testing::Test {
 protected:
  WindowFixture() {
    window.resize(1440, 900);
    window.show();
    settle();
  }
  void settle() {
    for (int i = 0; i < 2; ++i) {  // what results change in the layout may change the maps
      window.finish();
      QApplication::processEvents();
    }
    window.finish();
  }
  void key(int key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&window, static_cast<Qt::Key>(key), modifiers);
    settle();
  }
  const std::vector<RunPanel*>& panels() { return window.findChild<PanelGrid*>()->panels(); }
  LandscapeView& map(std::size_t i = 0) { return panels().at(i)->landscape().map(); }
  const ravine::Run& run(std::size_t i = 0) { return laboratory.runs().at(i); }
  RunResultPtr result(std::size_t i = 0) { return laboratory.result(run(i).id); }
  EntryField& field(const char* name) { return *window.findChild<EntryField*>(QLatin1String(name)); }
  void type(EntryField& field, const QString& text) {
    field.setText(text);
    QTest::keyClick(&field, Qt::Key_Return);
    settle();
  }
  void choose(const char* name, const QString& id) {
    auto* list = window.findChild<QComboBox*>(QLatin1String(name));
    for (int i = 0; i < list->count(); ++i)
      if (list->itemData(i).isValid() && list->itemData(i).toString() == id) list->setCurrentIndex(i);
    emit list->activated(list->currentIndex());
    settle();
  }
  // Press, move in several small moves, release.
  void drag(QWidget& widget, const QPoint& from, const QPoint& to) {
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 5; ++i) {
      const QPoint at = from + (to - from) * i / 5;
      QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, {});
      QApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    settle();
  }

  Laboratory laboratory{scenarios().front().experiment, ThemeChoice::light};
  Workspace workspace{laboratory};
  MainWindow window{laboratory, workspace};
};

}  // namespace ravine
