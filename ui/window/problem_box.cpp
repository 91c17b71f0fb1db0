#include "ui/window/problem_box.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <algorithm>

#include "ui/window/notice_bar.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr std::size_t kMostTold = 8;  // problems that a box shows

struct ProblemBox {
  Q_DECLARE_TR_FUNCTIONS(ProblemBox)
};

// One sentence a line.
QString inLines(const Problems& problems) {
  QStringList lines;
  for (const Problem& problem : problems) {
    if (lines.size() == static_cast<qsizetype>(kMostTold)) {
      lines << QStringLiteral("…");
      break;
    }
    lines << wording::problem(problem);
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace

void showProblems(const QString& title, const Problems& problems, QWidget& window) {
  QMessageBox box(QMessageBox::Warning, title, title, QMessageBox::Ok, &window);
  // A file's name may look like HTML.
  box.setText(QStringLiteral("<p>%1</p>").arg(title.toHtmlEscaped()));
  box.setInformativeText(QStringLiteral("<p>%1</p>")
                             .arg(inLines(problems).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"))));
  box.exec();
}

void tellRemarks(NoticeBar& notice, const Problems& remarks, QWidget& window) {
  if (remarks.empty()) return;
  // A run that was left out is what somebody would miss most.
  const auto ofRun = std::find_if(remarks.begin(), remarks.end(), [](const Problem& p) { return p.where.empty(); });
  const QString first = wording::problem(ofRun == remarks.end() ? remarks.front() : *ofRun);
  if (remarks.size() == 1) return notice.tell(first);
  notice.tell(ProblemBox::tr("%1 (and %2 more)").arg(first).arg(remarks.size() - 1),
              {{ProblemBox::tr("Show all"),
                [&window, remarks] { showProblems(ProblemBox::tr("Remarks on the file"), remarks, window); }}});
}

}  // namespace ravine
