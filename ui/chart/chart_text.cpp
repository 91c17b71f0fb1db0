#include <algorithm>

#include "core/diagnosis/moment.h"
#include "ui/chart/chart_scene.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

const Curve* curveOf(const ChartContent& content, RunId run, CurveRole role) {
  const auto found = std::find_if(content.curves.begin(), content.curves.end(), [&](const Curve& curve) {
    return curve.run == run && curve.role == role && !curve.values.numbers->empty();
  });
  return found == content.curves.end() ? nullptr : &*found;
}

// Where there is a limit, it is a rate that is held against it.
Message momentOf(const ChartContent& content, const ShownRun& shown, double playhead) {
  const std::string& name = shown.run.name;
  if (!shown.result) return momentBeforeResult(name);
  const Curve* curve = curveOf(content, shown.run.id, CurveRole::value);
  if (!curve) return CORE_TEXT("Moment", "%1 has no values.").with(name);
  const Curve* limit = curveOf(content, shown.run.id, CurveRole::limit);
  return limit ? momentOfRate(name, *curve->values.numbers, *limit->values.numbers, playhead)
               : momentOfCurve(name, *curve->values.numbers, curve->values.base, playhead);
}

}  // namespace

QString describe(const ChartScene& scene, const std::vector<ShownRun>& runs) {
  QStringList lines;
  for (const ShownRun& shown : runs) lines << wording::coreText(momentOf(scene.content, shown, scene.playhead));
  const QString lowest = wording::number(scene.values.lower);
  const QString highest = wording::number(scene.values.upper);
  lines << (scene.content.logarithmic ? QObject::tr("Logarithmic scale from %1 to %2.").arg(lowest, highest)
                                      : QObject::tr("Linear scale from %1 to %2.").arg(lowest, highest));
  if (!scene.content.note.isEmpty()) lines << scene.content.note;
  return lines.join('\n');
}

}  // namespace ravine
