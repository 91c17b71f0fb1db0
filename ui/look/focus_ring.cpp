#include "ui/look/focus_ring.h"

#include <QFocusEvent>
#include <QPainter>
#include <QWidget>

namespace ravine {
namespace {

constexpr double kWidth = 2;  // pixels, as the next
constexpr double kRadius = 4;

class FocusRing : public QWidget {
 public:
  explicit FocusRing(QWidget& widget) : QWidget(&widget) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    widget.installEventFilter(this);
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    switch (event->type()) {
      case QEvent::FocusIn: {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        setVisible(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                   reason == Qt::ShortcutFocusReason || (isVisible() && reason == Qt::ActiveWindowFocusReason));
        resize(parentWidget()->size());
        raise();
        break;
      }
      case QEvent::FocusOut:
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) hide();
        break;
      case QEvent::Resize:
        resize(parentWidget()->size());
        break;
      default:
        break;
    }
    return QWidget::eventFilter(watched, event);
  }

  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), kWidth));
    const double inset = kWidth / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
  }
};

}  // namespace

void showFocusOf(QWidget& widget) {
  new FocusRing(widget);
}

}  // namespace ravine
