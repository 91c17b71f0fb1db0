#include "ui/lesson/gallery.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/lesson/scenarios.h"
#include "ui/look/card.h"
#include "ui/look/scaling.h"
#include "ui/words/language.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kFrame = 40;  // milliseconds between two pictures of a card that plays
constexpr int kGap = 12;    // pixels at scale 1, as the next
constexpr int kRail = 190;

}  // namespace

Gallery::Gallery(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent),
      m_laboratory(laboratory),
      m_painting(laboratory.lanes().pictures, [this](const Painted& painted) {
        if (painted.thumbnail) painted.card->setThumbnail(painted.thumbnail);
        if (isVisible()) paintNext();
      }) {
  setObjectName(QStringLiteral("gallery"));
  setAttribute(Qt::WA_StyledBackground);
  setAccessibleName(tr("Gallery"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(14, 10, 8, 8);
  layout->setSpacing(8);
  layout->addWidget(makeHead());
  auto* body = new QHBoxLayout;
  body->setSpacing(12);
  layout->addLayout(body, 1);
  m_rail = new QWidget;
  auto* rail = new QVBoxLayout(m_rail);
  rail->setContentsMargins(0, 0, 0, 0);
  rail->setSpacing(2);
  setBaseFixedSize(*m_rail, {kRail, 0});
  body->addWidget(m_rail);
  m_scroll = new QScrollArea;
  m_scroll->setObjectName(QStringLiteral("galleryScroll"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("galleryPage"));
  m_page = new QVBoxLayout(page);
  m_page->setContentsMargins(4, 0, 8, 8);
  m_page->setSpacing(8);
  m_nothing = makeLabel(tr("Nothing matches. Try another word."), {"quiet"});
  m_nothing->hide();
  m_page->addWidget(m_nothing);
  m_scroll->setWidget(page);
  m_scroll->installEventFilter(this);
  connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &Gallery::paintNext);
  body->addWidget(m_scroll, 1);
  fill();
  m_page->addStretch(1);
  rail->addStretch(1);

  m_clock.setInterval(kFrame);
  connect(&m_clock, &QTimer::timeout, this, [this] {
    for (GalleryCard* card : cards())
      if (card->isLive()) card->advance(kFrame / 1000.0);
  });
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    forgetPictures();
    place();
  });
  hide();
}

QWidget* Gallery::makeHead() {
  auto* head = new QWidget;
  auto* line = new QHBoxLayout(head);
  line->setContentsMargins(0, 0, 6, 0);
  line->setSpacing(10);
  line->addWidget(makeLabel(tr("What would you like to show?"), {"title"}));
  line->addStretch(1);
  m_search = new QLineEdit;
  m_search->setObjectName(QStringLiteral("gallerySearch"));
  m_search->setPlaceholderText(tr("Search"));
  m_search->setAccessibleName(tr("Search"));
  m_search->setClearButtonEnabled(true);
  setBaseMinimumSize(*m_search, {220, 0});
  connect(m_search, &QLineEdit::textChanged, this, &Gallery::place);
  line->addWidget(m_search);
  auto* close = new QToolButton;
  close->setText(QStringLiteral("✕"));
  close->setProperty("flat", true);
  close->setAccessibleName(tr("Close"));
  close->setToolTip(tr("Close (Esc)"));
  close->setFocusPolicy(Qt::TabFocus);
  connect(close, &QToolButton::clicked, this, &Gallery::leave);
  line->addWidget(close);
  return head;
}

Gallery::Section& Gallery::addSection(const QString& title) {
  auto section = std::make_unique<Section>();
  section->jump = new QPushButton(title);
  section->jump->setFocusPolicy(Qt::TabFocus);
  section->jump->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setStyleProperty(*section->jump, "rail", true);
  m_rail->layout()->addWidget(section->jump);
  section->title = makeLabel(title, {"section"});
  section->body = new QWidget;
  section->grid = new QGridLayout(section->body);
  section->grid->setContentsMargins(0, 0, 0, 8);
  section->grid->setSpacing(kGap);
  section->grid->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_page->addWidget(section->title);
  m_page->addWidget(section->body);
  connect(section->jump, &QPushButton::clicked, this, [this, at = section.get()] { jumpTo(*at); });
  m_sections.push_back(std::move(section));
  return *m_sections.back();
}

GalleryCard* Gallery::addCard(Section& section, const QString& title, const QString& text, const Experiment& experiment,
                              const ExperimentView& view) {
  auto* card = new GalleryCard(m_laboratory, title, text, experiment, view, section.body);
  section.cards.push_back(card);
  return card;
}

void Gallery::fill() {
  const std::string code = language::current().toStdString();
  const std::string english = "en";
  const auto text = [](const std::string& words) { return QString::fromStdString(words); };
  Section& ofLessons = addSection(tr("Lessons"));
  for (const BuiltInLesson& row : lessons()) {
    const LessonWords& words = wordsOf(row.lesson, code);
    const LessonPage& first = row.lesson.pages.front();
    GalleryCard* card = addCard(ofLessons, tr("%1 (%2 pages)").arg(text(words.title)).arg(row.lesson.pages.size()),
                                text(words.text), experimentOf(first, code), viewOf(first));
    card->setOtherTitle(text(wordsOf(row.lesson, english).title));
    connect(card, &GalleryCard::clicked, this, [this, id = text(row.id)] { emit lessonChosen(id); });
  }
  for (const Phenomenon& phenomenon : phenomena()) {
    Section& section = addSection(wording::coreText(phenomenon.name));
    for (const Scenario& scenario : scenarios()) {
      if (scenario.group != phenomenon.id) continue;
      const Experiment& shown = inLanguage(scenario, code);
      GalleryCard* card = addCard(section, text(shown.title), text(shown.text), shown, scenario.view);
      card->setOtherTitle(text(inLanguage(scenario, english).title));
      connect(card, &GalleryCard::clicked, this, [this, id = text(scenario.id)] { emit scenarioChosen(id); });
    }
  }
  Section& toFindOut = addSection(tr("Find out: tasks"));
  for (const Task& task : tasks()) {
    const Experiment& shown = experimentOf(task, code);
    GalleryCard* card = addCard(toFindOut, text(shown.title), text(shown.text), shown, {});
    card->setOtherTitle(text(experimentOf(task, english).title));
    m_tasks.emplace_back(card, task.id);
    connect(card, &GalleryCard::clicked, this, [this, id = text(task.id)] { emit taskChosen(id); });
  }
}

std::vector<GalleryCard*> Gallery::cards() const {
  std::vector<GalleryCard*> all;
  for (const auto& section : m_sections)
    for (GalleryCard* card : section->cards)
      if (!card->isHidden()) all.push_back(card);
  return all;
}

void Gallery::open() {
  for (const auto& [card, task] : m_tasks) card->setDone(m_laboratory.course().isDone(task));
  m_search->clear();
  show();
  raise();
  place();
  m_clock.start();
  if (const auto all = cards(); !all.empty()) all.front()->setFocus();
  m_scroll->verticalScrollBar()->setValue(0);
  paintNext();
}

void Gallery::leave() {
  hide();
  emit left();
}

void Gallery::hideEvent(QHideEvent* event) {
  m_clock.stop();
  m_painting.abandon();
  QWidget::hideEvent(event);
}

void Gallery::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

// Those that are searched for, in as many columns as have room.
void Gallery::place() {
  const Theme& theme = m_laboratory.theme();
  constexpr int narrow = 760;  // at scale 1: too little for the rail
  m_rail->setVisible(width() >= theme.px(narrow));
  const double room = width() - (m_rail->isHidden() ? 0 : theme.px(kRail + kGap)) - theme.px(52);
  const int columns = std::max(1, static_cast<int>((room + theme.px(kGap)) / theme.px(GalleryCard::kWidth + kGap)));
  bool any = false;
  for (const auto& section : m_sections) {
    int place = 0;
    for (GalleryCard* card : section->cards) {
      const bool wanted = card->matches(m_search->text());
      section->grid->removeWidget(card);
      card->setVisible(wanted);
      card->setFixedSize(card->sizeHint());
      if (!wanted) continue;
      section->grid->addWidget(card, place / columns, place % columns);
      ++place;
    }
    for (QWidget* part : {static_cast<QWidget*>(section->title), section->body}) part->setVisible(place > 0);
    section->jump->setEnabled(place > 0);
    any = any || place > 0;
  }
  m_nothing->setVisible(!any);
  if (isVisible()) paintNext();
}

void Gallery::jumpTo(const Section& section) {
  m_scroll->verticalScrollBar()->setValue(section.title->y());
}

// The first in sight that has none.
void Gallery::paintNext() {
  if (m_painting.busy()) return;
  const std::vector<GalleryCard*> all = cards();
  const auto next = std::find_if(all.begin(), all.end(), [](const GalleryCard* card) {
    return card->needsThumbnail() && !card->visibleRegion().isEmpty();
  });
  if (next == all.end()) return;
  m_painting.start([card = *next, experiment = (*next)->experiment(), view = (*next)->view(),
                    size = (*next)->pictureSize(), ratio = devicePixelRatioF(),
                    theme = m_laboratory.theme()](const CancelPredicate& cancelled) {
    return Painted{card, Thumbnail::make(experiment, view, size, ratio, theme, cancelled)};
  });
}

void Gallery::forgetPictures() {
  m_painting.abandon();
  for (const auto& section : m_sections)
    for (GalleryCard* card : section->cards) card->setThumbnail(nullptr);
  if (isVisible()) paintNext();
}

void Gallery::finish() {
  if (isVisible()) m_painting.finish();
}

// Among the cards by the arrow keys, as they stand.
void Gallery::moveFocus(int key) {
  const std::vector<GalleryCard*> all = cards();
  const auto* focused = qobject_cast<GalleryCard*>(QApplication::focusWidget());
  const auto at = std::find(all.begin(), all.end(), focused);
  if (at == all.end()) {
    if (!all.empty()) all.front()->setFocus();
    return;
  }
  if (key == Qt::Key_Left && at != all.begin()) return (*(at - 1))->setFocus();
  if (key == Qt::Key_Right && at + 1 != all.end()) return (*(at + 1))->setFocus();
  // The nearest in the next row, which may be another section's.
  const auto middle = [this](const GalleryCard* card) { return card->mapTo(this, card->rect().center()); };
  const QPoint from = middle(focused);
  const int side = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
  GalleryCard* best = nullptr;
  double nearest = std::numeric_limits<double>::infinity();
  for (GalleryCard* card : all) {
    const QPoint way = middle(card) - from;
    if (side * way.y() <= 0) continue;
    const double distance = 4.0 * std::abs(way.y()) + std::abs(way.x());
    if (distance < nearest) {
      nearest = distance;
      best = card;
    }
  }
  if (best) best->setFocus();
}

// The keys of the window behind are not meant.
bool Gallery::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) event->accept();
  }
  return QWidget::event(event);
}

// Keys that a card leaves go past what scrolls.
bool Gallery::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_scroll || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  keyPressEvent(static_cast<QKeyEvent*>(event));
  return true;
}

// Of those that are searched for the first that is called so, or the first.
void Gallery::chooseBest() {
  const auto all = cards();
  if (all.empty()) return;
  const auto called =
      std::find_if(all.begin(), all.end(), [this](GalleryCard* card) { return card->isCalled(m_search->text()); });
  (called == all.end() ? all.front() : *called)->click();
}

void Gallery::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      return leave();
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
      return moveFocus(event->key());
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (auto* card = qobject_cast<GalleryCard*>(QApplication::focusWidget())) return card->click();
      if (m_search->hasFocus()) chooseBest();
      return;
    default:
      // Letters search; nothing reaches the window behind.
      if (!event->text().isEmpty() && event->text().front().isPrint() && !m_search->hasFocus()) {
        m_search->setFocus();
        QApplication::sendEvent(m_search, event);
      }
      event->accept();
  }
}

}  // namespace ravine
