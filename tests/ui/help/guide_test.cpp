// "How to read this picture": every number is to be seen, next to what it stands for, and hides nothing.
#include "ui/help/guide.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include "ui/help/guide_dialog.h"
#include "ui/help/guide_painter.h"
#include "ui/look/style_sheet.h"
#include "ui/words/language.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

const std::vector<ShownRun>& runs() {
  static const std::vector<ShownRun> all = guideRuns();
  return all;
}

TEST(Guide, ShowsARunBelowTheLimitThatConvergesAndOneAboveItThatDoesNot) {
  ASSERT_EQ(runs().size(), 2u);
  EXPECT_EQ(runs()[0].result->diagnosis.outcome, Outcome::converged);
  EXPECT_EQ(runs()[1].result->diagnosis.outcome, Outcome::diverged);
  const Landscape& landscape = *runs()[0].landscape();
  EXPECT_TRUE(landscape.lowestMinimum());
  EXPECT_EQ(std::count_if(landscape.criticalPoints.begin(), landscape.criticalPoints.end(),
                          [](const CriticalPoint& point) { return point.kind == CriticalKind::saddle; }),
            1);
  EXPECT_LT(runs()[0].run.lr, runs()[0].result->trajectory.stabilityLimits.back());
  EXPECT_GT(runs()[1].run.lr, runs()[1].result->trajectory.stabilityLimits.front());
}

struct Shown {
  const Theme* theme;
  double width;
  double scale;
  const char* language;
};

void PrintTo(const Shown& look, std::ostream* out) {
  *out << look.theme->card.name().toStdString() << ", " << look.width << " wide, text " << 100 * look.scale << " %, "
       << look.language;
}

class GuideLooks : public testing::TestWithParam<Shown> {
 protected:
  GuideLooks() {
    language::use(QLatin1String(GetParam().language));
    Theme theme = *GetParam().theme;
    theme.scale = GetParam().scale;
    scene =
        layOutGuide(runs(), QSizeF(GetParam().width, 0.6 * GetParam().width).expandedTo(guideSize(theme)), theme, 1);
  }
  ~GuideLooks() override { language::use(QStringLiteral("en")); }

  double radius() const { return scene.theme.px(kNumberRadius); }
  QRectF number(const GuideLabel& label) const {
    return QRectF(label.number - QPointF(radius(), radius()), 2 * QSizeF(radius(), radius()));
  }

  GuideScene scene;
};

TEST_P(GuideLooks, HaveANumberForEverySentence) {
  EXPECT_EQ(scene.labels.size(), guideEntries().size());
  for (const GuideEntry& entry : guideEntries()) {
    EXPECT_FALSE(entry.name.isEmpty());
    EXPECT_FALSE(entry.text.isEmpty());
  }
}

TEST_P(GuideLooks, KeepTheNumbersInsideAndApart) {
  const QRectF whole(QPointF(), scene.size);
  for (std::size_t i = 0; i < scene.labels.size(); ++i) {
    SCOPED_TRACE(i + 1);
    EXPECT_TRUE(whole.contains(number(scene.labels[i])));
    EXPECT_TRUE(whole.contains(scene.labels[i].tip));
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_GT(QLineF(scene.labels[i].number, scene.labels[j].number).length(), 2 * radius()) << "and " << j + 1;
  }
}

TEST_P(GuideLooks, HideNothingUnderTheNumbers) {
  for (std::size_t i = 0; i < scene.labels.size(); ++i) {
    SCOPED_TRACE(i + 1);
    const QRectF box = number(scene.labels[i]);
    for (const QRectF& picture : {scene.map.frame.area, scene.loss.area, scene.rate.area})
      EXPECT_FALSE(box.intersects(picture));
    for (const GuideScene::Text& text : scene.texts) EXPECT_FALSE(box.intersects(text.box)) << text.text.toStdString();
    for (const GuideScene::Head& head : scene.heads) EXPECT_FALSE(box.intersects(head.badge));
  }
}

TEST_P(GuideLooks, LeadNoLineAcrossAnotherOrOverAnotherNumber) {
  for (std::size_t i = 0; i < scene.labels.size(); ++i)
    for (std::size_t j = 0; j < scene.labels.size(); ++j) {
      if (i == j) continue;
      const QLineF line(scene.labels[i].number, scene.labels[i].tip);
      const QLineF other(scene.labels[j].number, scene.labels[j].tip);
      EXPECT_NE(line.intersects(other, nullptr), QLineF::BoundedIntersection) << i + 1 << " and " << j + 1;
      for (int k = 0; k <= 20; ++k)
        EXPECT_GT(QLineF(line.pointAt(k / 20.0), other.p1()).length(), radius()) << i + 1 << " over " << j + 1;
    }
}

TEST_P(GuideLooks, CutNoTextOffAndLayNoneOnAnother) {
  const QRectF whole(QPointF(), scene.size);
  for (std::size_t i = 0; i < scene.texts.size(); ++i) {
    const GuideScene::Text& text = scene.texts[i];
    SCOPED_TRACE(text.text.toStdString());
    const QRectF needed = QFontMetricsF(text.font).boundingRect(text.box, Qt::TextWordWrap, text.text);
    EXPECT_LE(needed.width(), text.box.width() + 1);
    EXPECT_LE(needed.height(), text.box.height() + 1);
    EXPECT_TRUE(whole.contains(text.box));
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(text.box.intersects(scene.texts[j].box)) << scene.texts[j].text.toStdString();
    for (const GuideScene::Head& head : scene.heads) EXPECT_FALSE(text.box.intersects(head.badge));
    for (const QRectF& picture : {scene.map.frame.area, scene.loss.area, scene.rate.area})
      EXPECT_FALSE(text.box.intersects(picture));
  }
  for (const QRectF& picture : {scene.map.frame.area, scene.loss.area, scene.rate.area}) {
    EXPECT_GE(picture.width(), scene.theme.px(120));
    EXPECT_GE(picture.height(), scene.theme.px(90));
  }
}

TEST_P(GuideLooks, PaintTheNumbersInTheAccentOfTheTheme) {
  QImage image(scene.size.toSize(), QImage::Format_RGB32);
  image.fill(scene.theme.card);
  QPainter painter(&image);
  paintGuide(painter, scene);
  painter.end();
  for (const GuideLabel& label : scene.labels)
    EXPECT_EQ(image.pixelColor((label.number - QPointF(0.8 * radius(), 0)).toPoint()), scene.theme.accent);
}

std::vector<Shown> looks() {
  std::vector<Shown> all;
  for (const Theme* theme : {&Theme::light(), &Theme::darkTheme(), &Theme::projector()})
    for (const double width : {560.0, 740.0, 940.0})
      for (const double scale : {1.0, 2.5})
        for (const char* language : {"en", "ko"}) all.push_back({theme, width, scale, language});
  return all;
}

INSTANTIATE_TEST_SUITE_P(Themes, GuideLooks, testing::ValuesIn(looks()));

TEST(GuideDialog, ShowsPictureAndSentencesAtEverySizeOfWindowAndText) {
  ThemeSource themes(ThemeChoice::light);
  for (const char* code : {"en", "ko"})
    for (const QSize size : {QSize(1280, 720), QSize(1024, 700)})
      for (const double scale : {1.0, 2.5}) {
        language::use(QLatin1String(code));
        themes.setScale(scale);
        QWidget window;
        window.resize(size);
        window.setStyleSheet(styleSheetFor(themes.theme()));
        window.show();
        auto* dialog = new GuideDialog(themes, &window);
        dialog->show();
        QApplication::processEvents();
        SCOPED_TRACE(testing::Message() << code << ' ' << size.width() << " wide, " << 100 * scale << " %");
        EXPECT_TRUE(size.width() >= dialog->width() && size.height() >= dialog->height());
        const QWidget* page = dialog->findChild<QWidget*>(QStringLiteral("guidePage"));
        const QWidget* picture = dialog->findChild<QWidget*>(QStringLiteral("guidePicture"));
        EXPECT_TRUE(page->rect().contains(picture->geometry()));
        EXPECT_GT(picture->accessibleDescription().size(), 300);
        std::vector<QRect> taken{picture->geometry()};
        const QList<QLabel*> labels = page->findChildren<QLabel*>();
        EXPECT_EQ(static_cast<std::size_t>(labels.size()), guideEntries().size());
        for (const QLabel* label : labels) {
          SCOPED_TRACE(label->text().toStdString());
          const QRect place(label->mapTo(page, QPoint()), label->size());
          EXPECT_TRUE(page->rect().contains(place));
          EXPECT_GE(label->height() + 1, label->heightForWidth(label->width()));
          for (const QRect& other : taken) EXPECT_FALSE(other.intersects(place));
          taken.push_back(place);
        }
        if (scale == 1.0) {
          EXPECT_FALSE(dialog->findChild<QScrollArea*>()->horizontalScrollBar()->isVisible());
        }
      }
  language::use(QStringLiteral("en"));
}

TEST(GuideDialog, FollowsTheTheme) {
  ThemeSource themes(ThemeChoice::light);
  auto* dialog = new GuideDialog(themes);
  dialog->show();
  QApplication::processEvents();
  const QImage light = dialog->grab().toImage();
  themes.choose(ThemeChoice::projector);
  themes.setScale(1.2);
  QApplication::processEvents();
  EXPECT_NE(dialog->grab().toImage(), light);
  delete dialog;
}

}  // namespace
}  // namespace ravine
