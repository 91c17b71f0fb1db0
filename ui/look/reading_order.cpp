#include "ui/look/reading_order.h"

#include <algorithm>
#include <utility>

namespace ravine {
namespace {

using Widgets = std::vector<QWidget*>;

struct Extent {
  int from;
  int to;
};

// Groups between which there is a line that touches none of them; in order.
template <class Of>
std::vector<Widgets> cut(Widgets widgets, Of extentOf) {
  std::sort(widgets.begin(), widgets.end(),
            [&](const QWidget* a, const QWidget* b) { return extentOf(a).from < extentOf(b).from; });
  std::vector<Widgets> groups;
  int reached = 0;
  for (QWidget* widget : widgets) {
    const Extent extent = extentOf(widget);
    if (groups.empty() || extent.from >= reached) {
      groups.push_back({});
      reached = extent.to;
    }
    groups.back().push_back(widget);
    reached = std::max(reached, extent.to);
  }
  return groups;
}

// Lines under each other are cut first, then columns beside each other, then lines in these (an XY-cut, Nagy & Seth
// 1984). What overlaps so that nothing can be cut goes by its upper left corner.
void appendRead(const Widgets& widgets, Widgets& read) {
  if (widgets.size() == 1) return read.push_back(widgets.front());
  const auto lines = cut(widgets, [](const QWidget* w) { return Extent{w->y(), w->y() + w->height()}; });
  if (lines.size() > 1) {
    for (const Widgets& line : lines) appendRead(line, read);
    return;
  }
  const auto columns = cut(widgets, [](const QWidget* w) { return Extent{w->x(), w->x() + w->width()}; });
  if (columns.size() > 1) {
    for (const Widgets& column : columns) appendRead(column, read);
    return;
  }
  Widgets byCorner = widgets;
  std::stable_sort(byCorner.begin(), byCorner.end(), [](const QWidget* a, const QWidget* b) {
    return std::pair(a->y(), a->x()) < std::pair(b->y(), b->x());
  });
  read.insert(read.end(), byCorner.begin(), byCorner.end());
}

bool isStop(const QWidget& widget) {
  return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.isEnabled() && !widget.focusProxy();
}

bool holdsStop(const QWidget& widget) {
  if (widget.isHidden() || widget.isWindow()) return false;
  if (isStop(widget)) return true;
  const QObjectList& children = widget.children();
  return std::any_of(children.begin(), children.end(), [](const QObject* child) {
    const auto* part = qobject_cast<const QWidget*>(child);
    return part && holdsStop(*part);
  });
}

void collect(const QWidget& part, Widgets& stops) {
  Widgets children;
  for (QObject* child : part.children())
    if (auto* widget = qobject_cast<QWidget*>(child); widget && holdsStop(*widget)) children.push_back(widget);
  if (children.empty()) return;
  Widgets read;
  appendRead(children, read);
  for (QWidget* widget : read) {
    if (isStop(*widget)) stops.push_back(widget);
    collect(*widget, stops);
  }
}

}  // namespace

std::vector<QWidget*> tabStops(const QWidget& part) {
  Widgets stops;
  collect(part, stops);
  return stops;
}

void followReadingOrder(const QWidget& part) {
  const Widgets stops = tabStops(part);
  for (std::size_t i = 1; i < stops.size(); ++i) QWidget::setTabOrder(stops[i - 1], stops[i]);
}

}  // namespace ravine
