#include "ui/help/hints.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/look/scaling.h"

namespace ravine {
namespace {

// Pixels at scale 1.
constexpr int kCardWidth = 330;
constexpr double kAroundSpot = 6;  // between what is pointed at and the ring
constexpr double kRingWidth = 2;
constexpr double kGlow = 8;  // width of the soft edge
constexpr double kCorner = 14;
constexpr double kGap = 28;     // between the card and what it keeps clear
constexpr double kMargin = 10;  // between the card and the window's border

bool goesOn(const QKeyEvent& press) {
  return press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter;
}

QPoint nearestIn(const QRect& box, const QPoint& to) {
  return {std::clamp(to.x(), box.left(), box.right()), std::clamp(to.y(), box.top(), box.bottom())};
}

double distance(const QPoint& a, const QPoint& b) {
  return std::hypot(a.x() - b.x(), a.y() - b.y());
}

}  // namespace

// Lies over the window, takes no mouse and no keys, and is no larger than what it paints.
class HintRing : public QWidget {
 public:
  HintRing(const ThemeSource& themes, QWidget& window) : QWidget(&window), m_themes(themes) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
  }

  const QRect& ring() const { return m_ring; }

  // Round `ring`, with a line to it from this card; nothing if the ring is empty.
  void point(const QRect& ring, const QRect& card) {
    setVisible(!ring.isEmpty());
    if (ring == m_ring && card == m_card) return;
    m_ring = ring;
    m_card = card;
    const int edge = qRound(m_themes.theme().px(kGlow + kRingWidth)) + 1;
    m_line = {nearestIn(card, ring.center()), nearestIn(ring, nearestIn(card, ring.center()))};
    setGeometry(QRect(m_line.p1(), m_line.p2()).normalized().united(ring).adjusted(-edge, -edge, edge, edge) &
                parentWidget()->rect());
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-pos());
    const double corner = std::min(theme.px(kCorner), 0.5 * std::min(m_ring.width(), m_ring.height()));
    const auto stroke = [&](QColor colour, int alpha, double width, bool line) {
      colour.setAlpha(alpha);
      painter.setPen(QPen(colour, theme.px(width), Qt::SolidLine, Qt::FlatCap));
      painter.drawRoundedRect(QRectF(m_ring), corner, corner);
      if (line && !m_ring.intersects(m_card)) painter.drawLine(m_line);
    };
    stroke(theme.accent, 40, 2 * kGlow, false);
    stroke(theme.accent, 60, kGlow, false);
    stroke(theme.card, 230, kRingWidth + 2, true);  // so that it reads on a map, too
    stroke(theme.accent, 255, kRingWidth, true);
  }

 private:
  const ThemeSource& m_themes;
  QRect m_ring;
  QRect m_card;
  QLine m_line;
};

Hints::Hints(std::vector<Hint> hints, int first, const ThemeSource& themes, QWidget& window)
    : Card(&window), m_hints(std::move(hints)), m_themes(themes), m_window(window) {
  setObjectName(QStringLiteral("hints"));
  setFocusPolicy(Qt::StrongFocus);
  setBaseFixedSize(*this, {kCardWidth, 0});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 12, 14, 12);
  layout->setSpacing(6);
  auto* head = new QHBoxLayout;
  m_title = makeLabel({}, {"title"});
  m_title->setWordWrap(true);
  head->addWidget(m_title, 1);
  auto* close = new QToolButton;
  close->setProperty("flat", true);
  close->setText(QStringLiteral("✕"));
  close->setToolTip(tr("End the hints (Esc)"));
  close->setAccessibleName(tr("End the hints"));
  close->setFocusPolicy(Qt::TabFocus);
  connect(close, &QToolButton::clicked, this, &Hints::end);
  head->addWidget(close, 0, Qt::AlignTop);
  layout->addLayout(head);
  m_text = makeLabel({});
  m_text->setWordWrap(true);
  layout->addWidget(m_text);
  layout->addSpacing(4);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(8);
  foot->addWidget(m_count = makeLabel({}, {"quiet", "small"}));
  foot->addStretch(1);
  foot->addWidget(m_back = new QPushButton(tr("Back")));
  foot->addWidget(m_next = new QPushButton);
  for (QPushButton* button : {m_back, m_next}) {
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoDefault(true);  // Enter presses it
  }
  connect(m_back, &QPushButton::clicked, this, &Hints::back);
  connect(m_next, &QPushButton::clicked, this, &Hints::next);
  layout->addLayout(foot);
  m_ring = new HintRing(themes, window);
  window.installEventFilter(this);
  connect(&themes, &ThemeSource::changed, this, &Hints::fit);
  followScale(*this);
  m_ring->raise();
  raise();
  show();
  turnTo(std::clamp(first, 0, count() - 1));
  setFocus();
}

QRect Hints::ring() const {
  return m_ring->isHidden() ? QRect() : m_ring->ring();
}

void Hints::next() {
  if (m_current + 1 < count())
    turnTo(m_current + 1);
  else
    end();
}

void Hints::back() {
  if (m_current > 0) turnTo(m_current - 1);
}

// The keys go back to the window.
void Hints::end() {
  m_window.removeEventFilter(this);
  const bool hadKeys = isAncestorOf(m_window.focusWidget()) || m_window.focusWidget() == this;
  hide();
  m_ring->hide();
  m_ring->deleteLater();
  if (hadKeys) m_window.setFocus();
  deleteLater();
  emit ended();
}

void Hints::turnTo(int hint) {
  m_current = hint;
  const Hint& shown = m_hints[static_cast<std::size_t>(hint)];
  m_title->setText(shown.title);
  m_text->setText(shown.text);
  m_count->setText(tr("%1 of %2").arg(hint + 1).arg(count()));
  m_back->setEnabled(hint > 0);
  m_next->setText(hint + 1 < count() ? tr("Next") : tr("Done"));
  setAccessibleName(m_count->text() + QStringLiteral(": ") + shown.title);
  setAccessibleDescription(shown.text);
  if (m_back->hasFocus() && hint == 0) setFocus();
  fit();
  QAccessibleEvent told(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&told);
}

void Hints::fit() {
  for (QWidget* each : findChildren<QWidget*>()) each->ensurePolished();
  setMark(m_themes.theme().accent);
  layout()->invalidate();
  resize(width(), std::max(layout()->totalHeightForWidth(width()), layout()->totalMinimumSize().height()));
  place();
  m_ring->update();
}

void Hints::place() {
  const HintPlace place = m_hints[static_cast<std::size_t>(m_current)].place();
  const QRect beside = placeBeside(place);
  setGeometry(beside);
  const int around = qRound(m_themes.theme().px(kAroundSpot));
  m_ring->point(place.spot.isEmpty() ? QRect() : place.spot.adjusted(-around, -around, around, around), beside);
}

// At the side from which the way to the spot is shortest, over nothing that is to be seen or, where there is no such
// place, not over the spot. With nothing to point at, in the middle.
QRect Hints::placeBeside(const HintPlace& place) const {
  const auto px = [this](double length) { return qRound(m_themes.theme().px(length)); };
  const QRect room = m_window.rect().adjusted(px(kMargin), px(kMargin), -px(kMargin), -px(kMargin));
  const auto moved = [&](QPoint corner) {
    corner.setX(std::max(room.left(), std::min(corner.x(), room.right() - width() + 1)));
    corner.setY(std::max(room.top(), std::min(corner.y(), room.bottom() - height() + 1)));
    return QRect(corner, size());
  };
  if (place.spot.isEmpty()) return moved(room.center() - rect().center());
  const QPoint middle = place.spot.center() - rect().center();
  const int around = px(kAroundSpot + kGlow);
  const QRect spot = place.spot.adjusted(-around, -around, around, around);
  for (const QRect& clear : {place.keepClear.united(spot), spot}) {
    QRect best;
    double shortest = std::numeric_limits<double>::infinity();
    for (const QPoint& corner :
         {QPoint(clear.right() + px(kGap), middle.y()), QPoint(clear.left() - px(kGap) - width(), middle.y()),
          QPoint(middle.x(), clear.bottom() + px(kGap)), QPoint(middle.x(), clear.top() - px(kGap) - height())}) {
      const QRect box = moved(corner);
      const double way = distance(nearestIn(box, place.spot.center()), place.spot.center());
      if (box.intersects(clear) || way >= shortest) continue;
      shortest = way;
      best = box;
    }
    if (!best.isEmpty()) return best;
  }
  return moved(room.bottomRight());
}

// Enter would enlarge a panel, Esc give the keys to the panels.
bool Hints::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto& press = static_cast<const QKeyEvent&>(*event);
    if (goesOn(press) || press.key() == Qt::Key_Escape) event->accept();
  }
  return Card::event(event);
}

bool Hints::eventFilter(QObject* watched, QEvent* event) {
  if (watched != &m_window) return Card::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::Resize:
    case QEvent::LayoutRequest:
    case QEvent::UpdateRequest:
      place();
      break;
    case QEvent::KeyPress:
      if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) break;
      end();
      return true;
    default:
      break;
  }
  return Card::eventFilter(watched, event);
}

void Hints::keyPressEvent(QKeyEvent* event) {
  if (goesOn(*event)) return next();
  if (event->key() == Qt::Key_Escape) return end();
  Card::keyPressEvent(event);
}

}  // namespace ravine
