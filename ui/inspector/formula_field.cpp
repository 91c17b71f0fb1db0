#include "ui/inspector/formula_field.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QTextCharFormat>

#include "core/loss/formula.h"

namespace ravine {

FormulaField::FormulaField(Take take, QWidget* parent) : EntryField(std::move(take), parent) {
  // Every character, so that a text that is too long is seen and told rather than cut off.
  connect(this, &QLineEdit::textChanged, this, &FormulaField::check);
}

void FormulaField::check() {
  FormulaProblem problem;
  const bool differs = text().isEmpty() && shown().isEmpty();  // several runs' formulas
  const bool sound = differs || Formula::parse(text().toStdString(), problem).has_value();
  setProblems(sound ? Problems{} : Problems{problem.asProblem()});
  // Columns count characters; Qt counts a few rare ones twice.
  const QString before = QString::fromUcs4(text().toStdU32String().c_str(), static_cast<qsizetype>(problem.column) - 1);
  underline(static_cast<int>(before.size()), sound ? 0 : static_cast<int>(problem.length));
}

// A QLineEdit takes formats for parts of its text from input methods only.
void FormulaField::underline(int from, int length) {
  QList<QInputMethodEvent::Attribute> attributes;
  if (length > 0) {
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(QColor(0xd0, 0x3a, 0x2a));
    format.setBackground(QColor(0xd0, 0x3a, 0x2a, 50));
    attributes << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat, from - cursorPosition(), length, format);
  }
  QInputMethodEvent event(QString(), attributes);
  QCoreApplication::sendEvent(this, &event);
}

}  // namespace ravine
