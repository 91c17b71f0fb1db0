#include "ui/lesson/lesson_header.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/look/card.h"
#include "ui/look/icon.h"
#include "ui/look/scaling.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

constexpr int kBarHeight = 6;  // pixels at scale 1

}  // namespace

LessonHeader::LessonHeader(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(2, 0, 0, 0);
  line->setSpacing(8);
  m_title = new ElidedLabel;
  m_title->setObjectName(QStringLiteral("pageTitle"));
  m_title->setProperty("headline", true);
  m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  line->addWidget(m_title);
  line->addSpacing(8);
  m_formula = makeLabel({}, {"formula"});
  m_formula->setObjectName(QStringLiteral("pageFormula"));
  line->addWidget(m_formula);
  line->addStretch(1);
  m_place = makeLabel({}, {"quiet"});
  m_place->setObjectName(QStringLiteral("pagePlace"));
  m_previous = addButton(tr("Page before (Page Up)"), &LessonHeader::previousRequested);
  line->addWidget(m_place);
  m_next = addButton(tr("Next page (Page Down)"), &LessonHeader::nextRequested);
  m_close = addButton(tr("Close the lesson"), &LessonHeader::closeRequested);
  m_close->setText(QStringLiteral("✕"));
  connect(&laboratory.course(), &Course::changed, this, &LessonHeader::refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &LessonHeader::refresh);
  refresh();
}

QToolButton* LessonHeader::addButton(const QString& text, void (LessonHeader::*signal)()) {
  auto* button = new QToolButton;
  button->setProperty("flat", true);
  button->setFocusPolicy(Qt::TabFocus);
  button->setToolTip(text);
  button->setAccessibleName(text);
  setBaseIconSize(*button, 16);
  connect(button, &QToolButton::clicked, this, signal);
  layout()->addWidget(button);
  return button;
}

void LessonHeader::setPresenting(bool presenting) {
  m_presenting = presenting;
  refresh();
}

void LessonHeader::refresh() {
  const Course& course = m_laboratory.course();
  setVisible(course.lesson() != nullptr);
  if (!course.lesson()) return;
  const auto count = course.lesson()->pages.size();
  const std::size_t number = course.page() + 1;
  const PageWords& words = wordsOf(course.currentPage(), language::current().toStdString());
  const QString title = tr("%1 · %2").arg(number).arg(QString::fromStdString(words.title));
  m_title->setText(course.isAway() ? tr("On the way from: %1").arg(title) : title);
  m_formula->setText(QString::fromStdString(words.formula));
  m_formula->setVisible(!words.formula.empty() && !course.isAway());
  m_place->setText(tr("%1 / %2").arg(number).arg(count));
  for (QToolButton* button : {m_previous, m_next, m_close}) button->setVisible(!m_presenting);
  m_previous->setIcon(themedIcon(QStringLiteral("step-back"), m_laboratory.theme().text));
  m_next->setIcon(themedIcon(QStringLiteral("step-forward"), m_laboratory.theme().text));
  m_previous->setEnabled(number > 1 || course.isAway());
  m_next->setEnabled(number < count);
}

LessonProgress::LessonProgress(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  const auto refresh = [this] {
    const Course& course = m_laboratory.course();
    setVisible(course.lesson() != nullptr);
    if (course.lesson())
      setAccessibleName(LessonHeader::tr("Page %1 of %2").arg(course.page() + 1).arg(course.lesson()->pages.size()));
    updateGeometry();
    update();
  };
  connect(&laboratory.course(), &Course::changed, this, refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, refresh);
  refresh();
}

QSize LessonProgress::sizeHint() const {
  return {10, qRound(m_laboratory.theme().px(kBarHeight))};
}

void LessonProgress::paintEvent(QPaintEvent*) {
  const Course& course = m_laboratory.course();
  if (!course.lesson()) return;
  const Theme& theme = m_laboratory.theme();
  QPainter painter(this);
  painter.fillRect(rect(), theme.controlHover);
  const double part = static_cast<double>(course.page() + 1) / static_cast<double>(course.lesson()->pages.size());
  painter.fillRect(QRectF(0, 0, part * width(), height()), theme.accent);
}

}  // namespace ravine
