#include "ui/export/export_choices.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ExportChoices)
};

constexpr int kContents = 6;

// A number of the map between two others, or what there was.
void readNumber(const QVariantMap& map, const char* key, double least, double most, double& value) {
  bool isNumber = false;
  const double read = map.value(QString::fromLatin1(key)).toDouble(&isNumber);
  if (isNumber && read >= least && read <= most) value = read;
}

void readFlag(const QVariantMap& map, const char* key, bool& value) {
  const QVariant read = map.value(QString::fromLatin1(key));
  if (read.isValid()) value = read.toBool();
}

}  // namespace

std::vector<ThemeName> exportThemes() {
  return {{QStringLiteral("light"), Words::tr("Light"), Theme::light()},
          {QStringLiteral("dark"), Words::tr("Dark"), Theme::darkTheme()},
          {QStringLiteral("projector"), Words::tr("Projector"), Theme::projector()},
          {QStringLiteral("grey"), Words::tr("Grey, for paper"), Theme::greyTheme()}};
}

QVariantMap ExportChoices::asMap() const {
  return {{QStringLiteral("format"), format},
          {QStringLiteral("content"), static_cast<int>(content)},
          {QStringLiteral("width"), size.width()},
          {QStringLiteral("height"), size.height()},
          {QStringLiteral("inMm"), inMm},
          {QStringLiteral("textSize"), textSize},
          {QStringLiteral("scale"), scale},
          {QStringLiteral("filmScale"), filmScale},
          {QStringLiteral("theme"), theme},
          {QStringLiteral("caption"), caption},
          {QStringLiteral("transparent"), transparent},
          {QStringLiteral("textAsPaths"), textAsPaths},
          {QStringLiteral("fps"), fps},
          {QStringLiteral("secondsPerStep"), secondsPerStep},
          {QStringLiteral("pause"), pause},
          {QStringLiteral("loops"), loops},
          {QStringLiteral("comparison"), comparison},
          {QStringLiteral("pytorch"), pytorch}};
}

ExportChoices ExportChoices::fromMap(const QVariantMap& map) {
  ExportChoices choices;
  if (const QString format = map.value(QStringLiteral("format")).toString(); findExportFormat(format))
    choices.format = format;
  double content = 0;
  readNumber(map, "content", 0, kContents - 1, content);
  choices.content = static_cast<SheetContent>(static_cast<int>(content));
  double width = choices.size.width();
  double height = choices.size.height();
  readNumber(map, "width", 40, kLargestSide, width);
  readNumber(map, "height", 40, kLargestSide, height);
  choices.size = {width, height};
  readNumber(map, "textSize", 3, 96, choices.textSize);
  readNumber(map, "scale", 1, 4, choices.scale);
  readNumber(map, "filmScale", 1, 4, choices.filmScale);
  readNumber(map, "fps", 1, 100, choices.fps);
  readNumber(map, "secondsPerStep", 0.001, 60, choices.secondsPerStep);
  readNumber(map, "pause", 0, 60, choices.pause);
  for (const ThemeName& theme : exportThemes())
    if (map.value(QStringLiteral("theme")).toString() == theme.id) choices.theme = theme.id;
  for (const auto& [key, flag] : {std::pair("inMm", &ExportChoices::inMm),
                                  {"caption", &ExportChoices::caption},
                                  {"transparent", &ExportChoices::transparent},
                                  {"textAsPaths", &ExportChoices::textAsPaths},
                                  {"loops", &ExportChoices::loops},
                                  {"comparison", &ExportChoices::comparison},
                                  {"pytorch", &ExportChoices::pytorch}})
    readFlag(map, key, choices.*flag);
  return choices;
}

ExportRequest ExportChoices::request(const Experiment& experiment, const ExperimentView& view,
                                     const std::vector<RunResultPtr>& results) const {
  ExportRequest request;
  SheetSpec& sheet = request.sheet;
  sheet.experiment = experiment;
  sheet.view = view;
  sheet.view.presenting = false;
  sheet.results = results;
  sheet.content = content;
  sheet.run = run;
  sheet.look = look;
  sheet.size = size;
  sheet.textSize = textSize;
  for (const ThemeName& each : exportThemes())
    if (each.id == theme) sheet.theme = each.theme;
  sheet.caption = caption;
  request.scale = findExportFormat(format)->kind == ExportKind::animation ? filmScale : scale;
  request.transparent = transparent;
  request.text = textAsPaths ? SvgText::paths : SvgText::text;
  request.timing = {
      .from = from, .to = to, .fps = fps, .secondsPerStep = secondsPerStep, .pause = pause, .loops = loops};
  request.table = comparison ? Table::comparison : Table::trajectories;
  request.library = pytorch ? CodeLibrary::pytorch : CodeLibrary::numpy;
  request.codeOf = run;
  return request;
}

}  // namespace ravine
