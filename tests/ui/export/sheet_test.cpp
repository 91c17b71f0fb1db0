// Pages with pictures: what is on them, that nothing is cut off, and that every format shows the same and gives the
// experiment back.
#include "ui/export/sheet.h"

#include <gtest/gtest.h>

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <set>

#include "core/lesson/scenarios.h"
#include "core/loss/models.h"
#include "tests/ui/some_scenarios.h"
#include "ui/export/caption.h"
#include "ui/export/exporter.h"
#include "ui/export/page_size.h"
#include "ui/look/run_look.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

// Computed once for all tests.
RunResultPtr resultOf(const Run& run) {
  static std::vector<std::pair<Run, RunResultPtr>> known;
  for (const auto& [same, result] : known)
    if (same == withoutLooks(run)) return result;
  return known.emplace_back(withoutLooks(run), computeRun(run)).second;
}

ExportRequest requestFor(const Experiment& experiment, const QSizeF& size = {1280, 720}) {
  ExportRequest request;
  request.sheet.experiment = experiment;
  for (const Run& run : experiment.runs) request.sheet.results.push_back(resultOf(run));
  request.sheet.view.playhead = static_cast<double>(experiment.runs.front().steps);
  request.sheet.size = size;
  request.sheet.textSize = textSizeFor(size);
  request.scale = 1;
  return request;
}

const Experiment& opening() {
  return scenarios().front().experiment;
}

QByteArray bytesOf(const ExportRequest& request, const char* format) {
  const Exported made = exported(request, *findExportFormat(QString::fromLatin1(format)));
  EXPECT_TRUE(made.problems.empty()) << english(made.problems.front());
  return made.bytes;
}

struct WrittenText {
  QString text;
  QRectF box;
};

// What is written, and where, as the document says.
std::vector<WrittenText> textsOf(const QByteArray& svg) {
  std::vector<WrittenText> texts;
  QXmlStreamReader reader(svg);
  while (!reader.atEnd()) {
    if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QLatin1String("text")) continue;
    const auto number = [&](const char* name) { return reader.attributes().value(QLatin1String(name)).toDouble(); };
    const double size = number("font-size");
    const QRectF box(number("x"), number("y") - 0.75 * size, number("textLength"), 0.9 * size);
    const QString text = reader.readElementText();
    texts.push_back({text, box});
  }
  EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
  return texts;
}

class InLanguage {
 public:
  explicit InLanguage(const char* code) : m_before(language::current()) { language::use(QString::fromLatin1(code)); }
  InLanguage(const InLanguage&) = delete;
  InLanguage& operator=(const InLanguage&) = delete;
  ~InLanguage() { language::use(m_before); }

 private:
  QString m_before;
};

TEST(Sheet, NoTextIsCutOffOrLiesOnAnother) {
  for (const char* code : {"en", "ko"}) {
    const InLanguage language(code);
    for (const Scenario& scenario : someScenarios())
      for (const PageSize& size : pageSizes(true)) {
        ExportRequest request = requestFor(inLanguage(scenario, code), size.pixels);
        request.sheet.textSize = size.textSize;
        request.scale = 0.1;  // of images, which are not looked at
        const Exported made = exported(request, *findExportFormat(QStringLiteral("svg")));
        if (!made.problems.empty()) continue;  // said to be too small
        const std::vector<WrittenText> texts = textsOf(made.bytes);
        const std::string where = scenario.id + ", " + size.id.toStdString() + ", " + code + ": ";
        ASSERT_GT(texts.size(), 5U) << where;
        for (std::size_t i = 0; i < texts.size(); ++i) {
          EXPECT_TRUE(QRectF(QPointF(), size.pixels).contains(texts[i].box)) << where << texts[i].text.toStdString();
          for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const QRectF both = texts[i].box & texts[j].box;
            EXPECT_TRUE(both.width() < 1.5 || both.height() < 1.5)
                << where << texts[i].text.toStdString() << " lies on " << texts[j].text.toStdString();
          }
        }
      }
  }
}

// Dashed lines in this colour, as the document says.
std::vector<QString> dashedLinesOf(const QByteArray& svg, const QColor& colour) {
  std::vector<QString> lines;
  QXmlStreamReader reader(svg);
  while (!reader.atEnd()) {
    if (reader.readNext() != QXmlStreamReader::StartElement) continue;
    const auto attribute = [&](const char* name) { return reader.attributes().value(QLatin1String(name)); };
    if (!attribute("stroke-dasharray").isEmpty() && attribute("stroke") == colour.name())
      lines.push_back(attribute("d").toString());
  }
  return lines;
}

// A profile is of its own run: where another run has gone does not turn the line that shows it on the map.
TEST(Sheet, TheLineOfAProfileOnAMapIsThatOfItsOwnRun) {
  Experiment experiment = opening();
  experiment.runs.resize(2);
  experiment.runs[1].lossFunction = experiment.runs[0].lossFunction;
  experiment.runs[0].look = Look::map;
  experiment.runs[1].look = Look::profile;
  experiment.runs[1].profileLine = ProfileLine::lastStep;
  const auto linesWith = [&](double lr) {
    experiment.runs[0].lr = lr;
    ExportRequest request = requestFor(experiment);
    request.sheet.view.playhead = 10;
    request.sheet.content = SheetContent::panel;
    request.sheet.run = experiment.runs[0].id;
    request.sheet.caption = false;
    return dashedLinesOf(bytesOf(request, "svg"), runColour(experiment.runs[1].colour, request.sheet.theme));
  };
  const std::vector<QString> lines = linesWith(0.001);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(linesWith(0.05), lines);
}

// Every size that has a name has room for every scenario, with the text that suits it.
TEST(Sheet, NamedSizesHaveRoomForEveryScenario) {
  for (const Scenario& scenario : someScenarios())
    for (const char* size : {"slide", "slide43", "half", "square", "a4", "column"}) {
      ExportRequest request = requestFor(scenario.experiment, *parsePageSize(size, true));
      EXPECT_FALSE(Sheet(request.sheet).isTooSmall()) << scenario.id << ' ' << size;
    }
  ExportRequest request = requestFor(opening(), {90, 70});
  const Exported made = exported(request, *findExportFormat(QStringLiteral("png")));
  ASSERT_FALSE(made.problems.empty());
  EXPECT_NE(english(made.problems.front()).find("too little room"), std::string::npos);
}

TEST(Sheet, TextHasItsSizeInPointsWhateverThePage) {
  for (const QSizeF& size : {QSizeF(1280, 720), QSizeF(640, 720)}) {
    ExportRequest request = requestFor(opening(), size);
    request.sheet.textSize = 12;
    const QByteArray svg = bytesOf(request, "svg");
    EXPECT_TRUE(svg.contains("font-size=\"16\"")) << "12 points are 16 pixels of 1/96 inch";
  }
}

TEST(Sheet, HasTheCaptionOnlyIfItIsWanted) {
  ExportRequest request = requestFor(scenarios()[1].experiment);
  const auto all = [&] {
    QString text;
    for (const WrittenText& each : textsOf(bytesOf(request, "svg"))) text += each.text + QLatin1Char(' ');
    return text;
  };
  const QString with = all();
  for (const char* part : {"f = a·x²", "SGD", "Constant", "20 steps", "θ₀ = 10"})
    EXPECT_TRUE(with.contains(QString::fromUtf8(part))) << part << " in " << with.toStdString();
  request.sheet.caption = false;
  EXPECT_FALSE(all().contains(QStringLiteral("20 steps")));
}

TEST(Sheet, OnePartAloneIsThatPart) {
  ExportRequest request = requestFor(opening());
  request.sheet.content = SheetContent::loss;
  QByteArray svg = bytesOf(request, "svg");
  EXPECT_TRUE(svg.contains(">Loss<"));
  EXPECT_FALSE(svg.contains(">Learning rate<"));
  EXPECT_FALSE(svg.contains("<image"));
  EXPECT_TRUE(svg.contains(">Divergence · η = 0.105<")) << "a chart alone has a legend";
  request.sheet.content = SheetContent::panel;
  request.sheet.run = opening().runs[1].id;
  svg = bytesOf(request, "svg");
  EXPECT_EQ(svg.count("<image"), 1);
  EXPECT_FALSE(svg.contains(">Loss<"));
  for (const WrittenText& each : textsOf(svg)) EXPECT_FALSE(each.text.startsWith(QStringLiteral("Overshoot")));
}

TEST(Sheet, ANameWithoutBlanksIsBrokenRatherThanCutOff) {
  Experiment experiment = opening();
  experiment.runs[1].name = std::string(40, 'W');
  for (const SheetContent content :
       {SheetContent::everything, SheetContent::panel, SheetContent::loss, SheetContent::legend}) {
    ExportRequest request = requestFor(experiment);
    request.sheet.content = content;
    request.sheet.run = experiment.runs[1].id;
    for (const WrittenText& each : textsOf(bytesOf(request, "svg")))
      EXPECT_TRUE(QRectF(QPointF(), request.sheet.size).contains(each.box)) << each.text.toStdString();
  }
}

TEST(Sheet, ALegendIsAsHighAsItNeedsToBe) {
  ExportRequest request = requestFor(opening());
  request.sheet.content = SheetContent::legend;
  EXPECT_LT(QImage::fromData(bytesOf(request, "png")).height(), 250);
}

TEST(Sheet, ShowsTheLandscapesInTheWayThatIsAskedFor) {
  ExportRequest request = requestFor(opening());
  request.sheet.look = Look::relief;
  EXPECT_EQ(bytesOf(request, "svg").count("<image"), 0) << "a relief is shapes on paper";
  request.sheet.look = Look::map;
  EXPECT_EQ(bytesOf(request, "svg").count("<image"), 3);
}

// A path that leaves its axes is clipped to them.
TEST(Svg, ADivergingPathStaysWithinItsAxes) {
  const QByteArray svg = bytesOf(requestFor(opening()), "svg");
  EXPECT_GT(svg.count("<clipPath"), 2);
  EXPECT_GT(svg.count("clip-path=\"url(#"), 2);
}

TEST(Svg, NamesGroupsByRunAndCountsItsIds) {
  const QByteArray svg = bytesOf(requestFor(opening()), "svg");
  for (const ravine::Run& run : opening().runs)
    EXPECT_TRUE(svg.contains(QByteArray("inkscape:label=\"") + run.name.c_str())) << run.name;
  std::set<QString> ids;
  QXmlStreamReader reader(svg);
  while (!reader.atEnd()) {
    reader.readNext();
    const QString id = reader.attributes().value(QLatin1String("id")).toString();
    if (reader.isStartElement() && !id.isEmpty()) {
      EXPECT_TRUE(ids.insert(id).second) << id.toStdString();
    }
  }
  EXPECT_FALSE(reader.hasError());
}

TEST(Svg, HangulIsTextInAFontThatHasIt) {
  const InLanguage korean("ko");
  ExportRequest request = requestFor(inLanguage(scenarios().front(), "ko"));
  const QByteArray svg = bytesOf(request, "svg");
  EXPECT_TRUE(svg.contains(">발산 · η = 0.105<"));
  EXPECT_TRUE(svg.contains("'Noto Sans CJK KR'"));
  request.text = SvgText::paths;
  EXPECT_FALSE(bytesOf(request, "svg").contains("<text"));
}

TEST(Svg, ANameThatLooksLikeMarkupIsText) {
  Experiment experiment = opening();
  experiment.runs.front().name = "<b>&\"\x01";
  const QByteArray svg = bytesOf(requestFor(experiment), "svg");
  EXPECT_TRUE(svg.contains("&lt;b&gt;&amp;"));
  textsOf(svg);  // is XML
}

TEST(Picture, GivesTheExperimentBack) {
  for (const char* format : {"png", "svg", "pdf"}) {
    ExportRequest request = requestFor(opening());
    request.sheet.view.playhead = 17;
    request.sheet.view.shows.arrows = true;
    Problems problems;
    bool isOwn = true;
    const auto read = readExperimentIn(bytesOf(request, format).toStdString(), isOwn, problems);
    ASSERT_TRUE(read) << format << ": " << (problems.empty() ? "" : english(problems.front()));
    EXPECT_EQ(read->experiment, opening()) << format;
    EXPECT_EQ(read->view, request.sheet.view) << format;
  }
}

TEST(Picture, IsTheSameToTheLastByte) {
  for (const char* format : {"png", "svg", "pdf"}) {
    const ExportRequest request = requestFor(opening());
    EXPECT_EQ(bytesOf(request, format), bytesOf(request, format)) << format;
  }
}

TEST(Picture, APdfIsDatedBySourceDateEpochAlone) {
  const ExportRequest request = requestFor(opening());
  EXPECT_FALSE(bytesOf(request, "pdf").contains("CreationDate"));
  qputenv("SOURCE_DATE_EPOCH", "86400");
  const QByteArray dated = bytesOf(request, "pdf");
  qunsetenv("SOURCE_DATE_EPOCH");
  EXPECT_TRUE(dated.contains("/CreationDate (D:19700102000000Z)"));
}

// The writer tells the time of its zone, in more or fewer letters.
TEST(Picture, APdfIsTheSameInEveryTimeZone) {
  const ExportRequest request = requestFor(opening());
  const QByteArray before = qgetenv("TZ");
  std::set<QByteArray> different;
  for (const char* zone : {"UTC", "Asia/Seoul", "America/New_York"}) {
    qputenv("TZ", zone);
    different.insert(bytesOf(request, "pdf"));
  }
  before.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", before);
  EXPECT_EQ(different.size(), 1U);
}

// Signs between numbers, too, which a font may draw by other shapes than their own.
TEST(Picture, TheTextOfAPdfIsWhole) {
  const QString pdftotext = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
  if (pdftotext.isEmpty()) GTEST_SKIP() << "pdftotext is not here";
  const QTemporaryDir folder;
  QFile file(folder.filePath(QStringLiteral("a.pdf")));
  file.open(QIODevice::WriteOnly);
  file.write(bytesOf(requestFor(opening()), "pdf"));
  file.close();
  QProcess process;
  process.start(pdftotext, {QStringLiteral("-layout"), file.fileName(), QStringLiteral("-")});
  process.waitForFinished(-1);
  const QString text = QString::fromUtf8(process.readAllStandardOutput());
  for (const char* part : {"Divergence · η = 0.105", "η·λ = 1.9 < 2", "(−4, 1)", "9.3 × 10⁵", "−2.5"})
    EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part << " in " << text.toStdString();
}

TEST(Picture, HasThePixelsThatWereAskedFor) {
  ExportRequest request = requestFor(opening(), {400, 300});
  request.sheet.content = SheetContent::loss;
  request.scale = 3;
  const QImage image = QImage::fromData(bytesOf(request, "png"));
  EXPECT_EQ(image.size(), QSize(1200, 900));
  EXPECT_NEAR(image.dotsPerMeterX() * 0.0254, 288, 0.5);
}

TEST(Picture, ATransparentOneHasNoGround) {
  ExportRequest request = requestFor(opening());
  request.transparent = true;
  EXPECT_EQ(QImage::fromData(bytesOf(request, "png")).pixelColor(1, 1).alpha(), 0);
  request.transparent = false;
  EXPECT_EQ(QImage::fromData(bytesOf(request, "png")).pixelColor(1, 1), Theme::light().card);
}

TEST(Picture, InGreyThereIsNoColour) {
  for (const Look look : {Look::map, Look::profile, Look::relief}) {
    ExportRequest request = requestFor(opening(), {640, 480});
    request.sheet.theme = Theme::greyTheme();
    request.sheet.look = look;
    request.sheet.view.shows = {.bouncing = true, .curvature = true, .arrows = true};
    const QImage image = QImage::fromData(bytesOf(request, "png"));
    int coloured = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) {
        const QRgb pixel = image.pixel(x, y);
        if (std::max({qRed(pixel), qGreen(pixel), qBlue(pixel)}) -
                std::min({qRed(pixel), qGreen(pixel), qBlue(pixel)}) >
            6)
          ++coloured;
      }
    EXPECT_EQ(coloured, 0) << static_cast<int>(look);
  }
}

// A size is looked at before anything is made.
TEST(Picture, SizesBeyondMeasureAreRefused) {
  ExportRequest request = requestFor(opening(), {9000, 500});
  request.scale = 2;
  for (const char* format : {"png", "gif"}) {
    const Exported made = exported(request, *findExportFormat(QString::fromLatin1(format)));
    ASSERT_FALSE(made.problems.empty());
    EXPECT_NE(english(made.problems.front()).find("18000 × 1000 pixels this is too large"), std::string::npos)
        << english(made.problems.front());
  }
}

// By what others make of them, where these programs are there.
TEST(Picture, AllFormatsLookTheSame) {
  const QString rsvg = QStandardPaths::findExecutable(QStringLiteral("rsvg-convert"));
  const QString pdf = QStandardPaths::findExecutable(QStringLiteral("pdftoppm"));
  if (rsvg.isEmpty() || pdf.isEmpty()) GTEST_SKIP() << "rsvg-convert and pdftoppm are not here";
  const QTemporaryDir folder;
  const auto save = [&](const QByteArray& bytes, const QString& name) {
    QFile file(folder.filePath(name));
    file.open(QIODevice::WriteOnly);
    file.write(bytes);
  };
  const ExportRequest request = requestFor(opening());
  save(bytesOf(request, "svg"), QStringLiteral("a.svg"));
  save(bytesOf(request, "pdf"), QStringLiteral("a.pdf"));
  ASSERT_EQ(QProcess::execute(rsvg, {folder.filePath(QStringLiteral("a.svg")), QStringLiteral("-o"),
                                     folder.filePath(QStringLiteral("svg.png"))}),
            0);
  ASSERT_EQ(QProcess::execute(
                pdf, {QStringLiteral("-r"), QStringLiteral("96"), QStringLiteral("-png"), QStringLiteral("-singlefile"),
                      folder.filePath(QStringLiteral("a.pdf")), folder.filePath(QStringLiteral("pdf"))}),
            0);
  const QImage png = QImage::fromData(bytesOf(request, "png")).convertToFormat(QImage::Format_RGB32);
  for (const char* name : {"svg.png", "pdf.png"}) {
    const QImage other = QImage(folder.filePath(QString::fromLatin1(name))).convertToFormat(QImage::Format_RGB32);
    ASSERT_EQ(other.size(), png.size()) << name;
    double sum = 0;
    for (int y = 0; y < png.height(); ++y)
      for (int x = 0; x < png.width(); ++x) {
        const QRgb a = png.pixel(x, y);
        const QRgb b = other.pixel(x, y);
        sum += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b));
      }
    EXPECT_LT(sum / (3.0 * png.width() * png.height()), 4) << name;  // of 255; edges are smoothed differently
  }
}

// Some of their parameters are not numbers.
TEST(Caption, TellsEveryModel) {
  for (const ModelInfo& model : models()) {
    ravine::Run run;
    run.lossFunction = {model.id, {{"standardize", true}}};
    EXPECT_TRUE(captionOf({run}).common.join(' ').contains(QStringLiteral("standardize"))) << model.id;
  }
}

}  // namespace
}  // namespace ravine
