#include "ui/help/guide_dialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

#include "ui/help/guide_painter.h"
#include "ui/look/card.h"
#include "ui/look/focus_ring.h"
#include "ui/look/scaling.h"
#include "ui/map/landscape_picture.h"

namespace ravine {
namespace {

// Pixels at scale 1.
constexpr double kWidth = 1130;
constexpr double kHeight = 640;
constexpr double kWidthForTwo = 1020;  // of the dialog: the sentences stand beside the picture
constexpr double kSentences = 360;     // their width, beside it
constexpr double kScrollBar = 12;

}  // namespace

class GuidePicture : public QWidget {
 public:
  explicit GuidePicture(QWidget* parent) : QWidget(parent), m_runs(guideRuns()) {
    setObjectName(QStringLiteral("guidePicture"));
    setAccessibleName(GuideDialog::tr("A labelled picture of a map, a loss chart and a learning-rate chart"));
    QStringList lines{momentOf(m_runs, static_cast<double>(m_runs.front().run.steps), std::nullopt)};
    int number = 0;
    for (const GuideEntry& entry : guideEntries())
      lines << QStringLiteral("%1 %2: %3").arg(++number).arg(entry.name, entry.text);
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
  }

  void show(const QSizeF& size, const Theme& theme) {
    m_scene = layOutGuide(m_runs, size, theme, devicePixelRatioF());
    setFixedSize(m_scene.size.toSize());
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintGuide(painter, m_scene);
  }

 private:
  std::vector<ShownRun> m_runs;
  GuideScene m_scene;
};

namespace {

class Number : public QWidget {
 public:
  Number(int number, const ThemeSource& themes) : m_number(number), m_themes(themes) {
    const int side = qRound(2 * kNumberRadius) + 1;
    setBaseFixedSize(*this, {side, side});
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGuideNumber(painter, QRectF(rect()).center(), m_number, m_themes.theme());
  }

 private:
  int m_number;
  const ThemeSource& m_themes;
};

QWidget* makeEntry(int number, const GuideEntry& entry, const ThemeSource& themes, QWidget* page) {
  auto* widget = new QWidget(page);
  auto* line = new QHBoxLayout(widget);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(8);
  line->addWidget(new Number(number, themes), 0, Qt::AlignTop);
  auto* text =
      new QLabel(QStringLiteral("<b>%1</b>&nbsp; %2").arg(entry.name.toHtmlEscaped(), entry.text.toHtmlEscaped()));
  text->setProperty("small", true);
  text->setWordWrap(true);
  text->setAlignment(Qt::AlignTop);
  line->addWidget(text, 1);
  return widget;
}

}  // namespace

GuideDialog::GuideDialog(const ThemeSource& themes, QWidget* parent) : QDialog(parent), m_themes(themes) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("guide"));
  setWindowTitle(tr("How to read this picture"));
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("guidePage"));
  m_page = new QGridLayout(page);
  m_page->setContentsMargins(12, 14, 18, 16);
  m_page->setHorizontalSpacing(18);
  m_page->setVerticalSpacing(7);
  m_picture = new GuidePicture(page);
  int number = 0;
  for (const GuideEntry& entry : guideEntries()) m_entries.push_back(makeEntry(++number, entry, themes, page));
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(tr("The picture and what its numbers mean"));
  showFocusOf(*scroll);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(page);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroll);
  connect(&themes, &ThemeSource::changed, this, &GuideDialog::applyTheme);
}

void GuideDialog::applyTheme() {
  applyScale(*this, m_themes.theme().scale);
  arrange();
}

// Beside the picture where both have room, otherwise under it in two columns.
void GuideDialog::arrange() {
  const Theme& theme = m_themes.theme();
  const QMargins margins = m_page->contentsMargins();
  const double room = width() - margins.left() - margins.right() - theme.px(kScrollBar);
  const bool beside = width() >= theme.px(kWidthForTwo);
  const double picture = room - (beside ? theme.px(kSentences) + m_page->horizontalSpacing() : 0);
  while (QLayoutItem* item = m_page->takeAt(0)) delete item;
  const int count = static_cast<int>(m_entries.size());
  const int half = (count + 1) / 2;
  m_page->addWidget(m_picture, 0, 0, beside ? count + 1 : 1, beside ? 1 : 2, Qt::AlignTop | Qt::AlignLeft);
  for (int i = 0; i < count; ++i)
    m_page->addWidget(m_entries[static_cast<std::size_t>(i)], beside ? i : 1 + i % half, beside ? 1 : i / half);
  m_page->setColumnStretch(0, beside ? 0 : 1);
  m_page->setColumnStretch(1, 1);
  for (int row = 0; row <= count; ++row) m_page->setRowStretch(row, row == (beside ? count : half + 1) ? 1 : 0);
  // As high as the room beside the sentences, within what looks well.
  constexpr double flat = 0.58;  // height for each pixel of width
  constexpr double high = 0.66;
  const double least = flat * picture;
  const double roomHeight = this->height() - margins.top() - margins.bottom();
  m_picture->show(
      QSizeF(picture, beside ? std::clamp(roomHeight, least, high * picture) : least).expandedTo(guideSize(theme)),
      theme);
}

void GuideDialog::resizeEvent(QResizeEvent* event) {
  QDialog::resizeEvent(event);
  arrange();
}

// Not before: the texts are measured in the window's style.
void GuideDialog::showEvent(QShowEvent* event) {
  constexpr double part = 0.95;  // of the window
  const Theme& theme = m_themes.theme();
  const QSize whole(qRound(theme.px(kWidth)), qRound(theme.px(kHeight)));
  resize(parentWidget() ? whole.boundedTo(part * parentWidget()->size()) : whole);
  applyTheme();
  QDialog::showEvent(event);
}

}  // namespace ravine
