#include "app/shot_command.h"

#include <QBuffer>
#include <QPixmap>
#include <charconv>
#include <filesystem>

#include "app/named_experiment.h"
#include "app/report.h"
#include "app/start_qt.h"
#include "core/base/write_file.h"
#include "core/lesson/lesson.h"
#include "core/lesson/scenarios.h"
#include "ui/model/laboratory.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/main_window.h"
#include "ui/words/language.h"
#include "ui/workspace/workspace.h"

namespace ravine {
namespace {

constexpr QSize kSmallest(720, 450);
constexpr QSize kLargest(7680, 4320);

struct Shot {
  ExperimentFile experiment{inLanguage(firstScenario(), language::current().toStdString())};
  RunId selected = RunId::none;
  std::string path;
  QSize size;
  std::optional<std::int64_t> atStep;
  ThemeChoice theme = ThemeChoice::light;
  double scale = 1;
  bool present = false;
  std::optional<Lesson> lesson;
  std::size_t page = 0;
};

void readNames(const std::vector<std::string>& names, Shot& wanted, Problems& problems) {
  wanted.path = names.back();
  const std::filesystem::path path(wanted.path);
  const std::string extension = path.extension();
  std::error_code ignored;
  const bool device = std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored);
  if (names.size() == 1 && findScenario(names.front()))
    problems.push_back({"picture", CORE_TEXT("Problem", "'%1' is a scenario").with(excerpt(wanted.path)),
                        CORE_TEXT("Problem", "give the name of a file after it, ending in .png")});
  else if (!device && extension != ".png" && extension != ".PNG")
    problems.push_back({"picture", CORE_TEXT("Problem", "'%1' is not a name for one").with(excerpt(wanted.path)),
                        CORE_TEXT("Problem", "end it in .png")});
  if (names.size() == 1) return;
  if (const Scenario* scenario = findScenario(names.front())) {
    wanted.experiment.experiment = inLanguage(*scenario, language::current().toStdString());
    wanted.experiment.view = scenario->view;
    return;
  }
  std::vector<std::string> ids;
  for (const Scenario& each : scenarios()) ids.push_back(each.id);
  problems.push_back({"scenario", CORE_TEXT("Problem", "there is no '%1'").with(excerpt(names.front())),
                      didYouMean(names.front(), ids, CORE_TEXT("Problem", "see 'ravine list scenarios'"))});
}

// One that ships with Ravine, or a file. The page's experiment is in it.
void readLesson(const ShotOptions& options, Shot& wanted, Problems& problems) {
  if (options.experiment || options.names.size() > 1)
    problems.push_back({"--lesson", CORE_TEXT("Problem", "does not go with an experiment"),
                        CORE_TEXT("Problem", "leave one of them out")});
  Problems remarks;
  if (const Lesson* known = findLesson(*options.lesson))
    wanted.lesson = *known;
  else
    wanted.lesson = readLessonFile(*options.lesson, problems, remarks);
  warn(remarks);
  if (!wanted.lesson || !options.page) return;
  const auto count = static_cast<std::int64_t>(wanted.lesson->pages.size());
  const auto page = parseWhole(*options.page);
  if (page && *page >= 1 && *page <= count)
    wanted.page = static_cast<std::size_t>(*page - 1);
  else
    problems.push_back({"--page", CORE_TEXT("Problem", "there is no page '%1'").with(excerpt(*options.page)),
                        CORE_TEXT("Problem", "give the number of a page from 1 to %1").with(count)});
}

void readExperiment(const ShotOptions& options, Shot& wanted, Problems& problems) {
  if (options.experiment && options.names.size() > 1)
    problems.push_back({"--experiment", CORE_TEXT("Problem", "does not go with a scenario"),
                        CORE_TEXT("Problem", "leave one of them out")});
  if (options.experiment)
    if (auto file = experimentNamed(*options.experiment, problems)) wanted.experiment = std::move(*file);
  if (options.lesson) readLesson(options, wanted, problems);
  if (!options.run) return;
  if (const Run* run = runNamed(wanted.experiment.experiment, *options.run, problems)) wanted.selected = run->id;
}

// Digits alone: a picture has neither half pixels nor a need for powers of ten.
std::optional<int> parsePixels(std::string_view text) {
  int pixels = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), pixels);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(pixels) : std::nullopt;
}

std::optional<QSize> parseSize(std::string_view text) {
  const auto cross = text.find('x');
  if (cross == std::string_view::npos) return std::nullopt;
  const auto width = parsePixels(text.substr(0, cross));
  const auto height = parsePixels(text.substr(cross + 1));
  if (!width || !height) return std::nullopt;
  const QSize size(*width, *height);
  return size == size.expandedTo(kSmallest).boundedTo(kLargest) ? std::optional(size) : std::nullopt;
}

void readSize(const std::string& text, Shot& wanted, Problems& problems) {
  if (const auto size = parseSize(text))
    wanted.size = *size;
  else
    problems.push_back({"--size",
                        CORE_TEXT("Problem", "'%1' is not a size that the window can have").with(excerpt(text)),
                        CORE_TEXT("Problem", "write WIDTHxHEIGHT from 720x450 to 7680x4320")});
}

void readStep(const std::string& text, Shot& wanted, Problems& problems) {
  wanted.atStep = parseWhole(text);
  if (!wanted.atStep)
    problems.push_back({"--at-step", CORE_TEXT("Problem", "'%1' is not a whole number").with(excerpt(text)),
                        CORE_TEXT("Problem", "write a step such as 44")});
}

void readTheme(const std::string& text, Shot& wanted, Problems& problems) {
  if (text == "dark")
    wanted.theme = ThemeChoice::dark;
  else if (text == "projector")
    wanted.theme = ThemeChoice::projector;
  else if (text != "light")
    problems.push_back({"--theme", CORE_TEXT("Problem", "there is no theme '%1'").with(excerpt(text)),
                        CORE_TEXT("Problem", "write light, dark or projector")});
}

void readScale(const std::string& text, Shot& wanted, Problems& problems) {
  const auto scale = parseNumber(text);
  if (scale && *scale >= kSmallestScale && *scale <= kLargestScale)
    wanted.scale = *scale;
  else
    problems.push_back({"--scale", CORE_TEXT("Problem", "'%1' is not a scale for text").with(excerpt(text)),
                        CORE_TEXT("Problem", "write a number from %1 to %2").with("0.8", "2.5")});
}

// Paints the window as it stands when everything is computed.
QPixmap paint(MainWindow& window, const QSize& size) {
  window.show();
  window.resize(size);
  constexpr int passes = 4;  // what results change in the layout may change the maps, and those what is said of them
  for (int i = 0; i < passes; ++i) {
    QApplication::processEvents();
    window.finish();
  }
  return window.grab();
}

std::string asPng(const QPixmap& picture) {
  QBuffer buffer;
  buffer.open(QIODevice::WriteOnly);
  picture.save(&buffer, "PNG");
  return buffer.data().toStdString();
}

std::optional<Problem> take(const Shot& wanted) {
  Laboratory laboratory(wanted.experiment.experiment, wanted.theme);
  Timeline& timeline = laboratory.timeline();
  if (const std::int64_t step = wanted.atStep.value_or(0); step < 0 || step > timeline.lastStep())
    return Problem{"--at-step", CORE_TEXT("Problem", "there is no step %1").with(step),
                   CORE_TEXT("Problem", "give a step from 0 to %1").with(timeline.lastStep())};
  Workspace workspace(laboratory);
  MainWindow window(laboratory, workspace);
  ExperimentView view = wanted.experiment.view;
  if (wanted.atStep || view.playhead == 0)
    view.playhead = static_cast<double>(wanted.atStep.value_or(timeline.lastStep()));
  if (wanted.selected != RunId::none) view.selection = {wanted.selected};
  view.presenting = false;  // on the whole screen
  window.setView(view);
  laboratory.themes().setScale(wanted.scale);
  if (wanted.present || wanted.experiment.view.presenting) window.setPresenting(true);
  if (wanted.lesson) {
    window.lessons().open(*wanted.lesson, {}, wanted.page);
    laboratory.timeline().setPlaying(false);
    timeline.setPlayhead(static_cast<double>(wanted.atStep.value_or(timeline.lastStep())));
  }
  return writeFile(wanted.path, asPng(paint(window, wanted.size)));
}

}  // namespace

int shot(const ShotOptions& options) {
  Problems problems;
  Shot wanted;
  readNames(options.names, wanted, problems);
  readExperiment(options, wanted, problems);
  readSize(options.size, wanted, problems);
  if (options.atStep) readStep(*options.atStep, wanted, problems);
  readTheme(options.theme, wanted, problems);
  readScale(options.scale, wanted, problems);
  wanted.present = options.present;
  if (!problems.empty()) return fail(problems);

  const auto application = startOffScreen();
  const auto problem = take(wanted);
  return problem ? fail({*problem}) : 0;
}

}  // namespace ravine
