#include "ui/export/export_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <algorithm>
#include <cmath>

#include "core/base/number_text.h"
#include "core/run/panels.h"
#include "ui/control/entry_field.h"
#include "ui/export/page_size.h"
#include "ui/look/card.h"
#include "ui/look/combo_box.h"
#include "ui/look/scaling.h"
#include "ui/model/settings.h"

namespace ravine {
namespace {

// Of all numbers here: fields ask whose a value is.
constexpr RunId kOwner{1};

QString shortNumber(double value) {
  return QString::fromStdString(shortestText(roundedTo(value, 6)));
}

}  // namespace

ExportForm::ExportForm(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent), m_laboratory(laboratory), m_choices(ExportChoices::fromMap(settings::exportChoices())) {
  setObjectName(QStringLiteral("exportForm"));
  setBaseMinimumSize(*this, {330, 0});
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
  m_form = new QFormLayout(this);
  m_form->setContentsMargins(0, 0, 0, 0);
  m_form->setHorizontalSpacing(10);
  m_form->setVerticalSpacing(7);
  m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);

  const auto addCombo = [&](const QString& name, const QString& label) {
    auto* combo = new ComboBox;
    combo->setObjectName(name);
    combo->setAccessibleName(label);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_form->addRow(label, combo);
    return combo;
  };
  const auto addCheck = [&](const QString& name, const QString& text, bool ExportChoices::*flag) {
    auto* check = new QCheckBox(text);
    check->setObjectName(name);
    check->setChecked(m_choices.*flag);
    connect(check, &QCheckBox::toggled, this, [this, flag](bool checked) {
      m_choices.*flag = checked;
      refresh();
    });
    m_form->addRow(QString(), check);
    return check;
  };

  m_format = addCombo(QStringLiteral("format"), tr("Format"));
  const auto meaning = [](const QString& ending) {
    if (ending == QLatin1String("png")) return tr("PNG, a picture in pixels");
    if (ending == QLatin1String("svg")) return tr("SVG, a picture in shapes");
    if (ending == QLatin1String("pdf")) return tr("PDF, a page in shapes");
    if (ending == QLatin1String("mp4")) return tr("MP4, the smallest animation");
    if (ending == QLatin1String("webp")) return tr("WebP, an animation for pages");
    if (ending == QLatin1String("gif")) return tr("GIF, an animation for slides");
    if (ending == QLatin1String("csv")) return tr("CSV, a table");
    if (ending == QLatin1String("json")) return tr("JSON, all numbers");
    return tr("Python, a script");
  };
  ExportKind last = ExportKind::picture;
  for (const ExportFormat& each : exportFormats()) {
    if (each.kind != last) m_format->insertSeparator(m_format->count());
    last = each.kind;
    m_format->addItem(meaning(each.ending), each.ending);
  }
  m_format->setCurrentIndex(m_format->findData(m_choices.format));
  connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
    m_choices.format = m_format->currentData().toString();
    fillParts();
    refresh();
  });

  m_part = addCombo(QStringLiteral("part"), tr("What"));
  connect(m_part, &QComboBox::currentIndexChanged, this, &ExportForm::takePart);
  m_look = addCombo(QStringLiteral("look"), tr("Landscapes"));
  m_look->addItem(tr("As in the window"), -1);
  for (const auto& [look, text] : {std::pair(Look::map, tr("Maps")), std::pair(Look::profile, tr("Profiles")),
                                   std::pair(Look::relief, tr("Reliefs")), std::pair(Look::data, tr("Data")),
                                   std::pair(Look::mapWithData, tr("Maps with data"))})
    m_look->addItem(text, static_cast<int>(look));
  connect(m_look, &QComboBox::currentIndexChanged, this, [this] {
    const int look = m_look->currentData().toInt();
    m_choices.look = look < 0 ? std::nullopt : std::optional(static_cast<Look>(look));
    refresh();
  });
  addSize();
  m_textSize = addNumber(QStringLiteral("textSize"), tr("Text"), &ExportChoices::textSize, 3, 96, tr("points"));
  m_scale = addCombo(QStringLiteral("scale"), tr("Resolution"));
  for (int scale = 1; scale <= 4; ++scale) m_scale->addItem(tr("%1× (%2 dpi)").arg(scale).arg(96 * scale), scale);
  connect(m_scale, &QComboBox::currentIndexChanged, this, [this] {
    if (m_filling) return;
    (format().kind == ExportKind::animation ? m_choices.filmScale : m_choices.scale) = m_scale->currentData().toInt();
    refresh();
  });
  m_theme = addCombo(QStringLiteral("theme"), tr("Theme"));
  for (const ThemeName& theme : exportThemes()) m_theme->addItem(theme.text, theme.id);
  m_theme->setCurrentIndex(m_theme->findData(m_choices.theme));
  connect(m_theme, &QComboBox::currentIndexChanged, this, [this] {
    m_choices.theme = m_theme->currentData().toString();
    refresh();
  });
  m_from = addNumber(QStringLiteral("from"), tr("From step"), &ExportChoices::from, 0, Run::kMostSteps, QString());
  m_to = addNumber(QStringLiteral("to"), tr("To step"), &ExportChoices::to, 0, Run::kMostSteps, QString());
  m_ofFilms = {m_from, m_to,
               addNumber(QStringLiteral("secondsPerStep"), tr("A step takes"), &ExportChoices::secondsPerStep, 0.001,
                         60, tr("seconds")),
               addNumber(QStringLiteral("fps"), tr("Frames"), &ExportChoices::fps, 1, 100, tr("per second")),
               addNumber(QStringLiteral("pause"), tr("The end stands"), &ExportChoices::pause, 0, 60, tr("seconds"))};
  m_caption =
      addCheck(QStringLiteral("caption"), tr("Caption: function, start, optimizer, η, …"), &ExportChoices::caption);
  m_transparent = addCheck(QStringLiteral("transparent"), tr("Transparent ground"), &ExportChoices::transparent);
  m_paths = addCheck(QStringLiteral("textAsPaths"), tr("Text as shapes, needs no fonts"), &ExportChoices::textAsPaths);
  m_loops = addCheck(QStringLiteral("loops"), tr("Begins again at its end"), &ExportChoices::loops);
  m_ofPictures = {m_textSize, m_theme, m_caption};
  connect(&laboratory, &Laboratory::changed, this, [this] {
    fillParts();
    followSteps();
    refresh();
  });
  fillParts();
  followSteps();
  refresh();
}

// A field with its unit behind it.
EntryField* ExportForm::addNumber(const QString& name, const QString& label, double ExportChoices::*number,
                                  double least, double most, const QString& unit) {
  auto* row = new QWidget;
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(6);
  auto* field = new EntryField([this, number, least, most](const QString& text) -> Problems {
    const auto value = parseNumber(text.toStdString());
    if (!value || *value < least || *value > most)
      return {{"", CORE_TEXT("Problem", "'%1' is not a number that it can be").with(excerpt(text.toStdString())),
               CORE_TEXT("Problem", "write a number from %1 to %2").with(shortestText(least), shortestText(most))}};
    m_choices.*number = *value;
    refresh();
    return {};
  });
  field->setObjectName(name);
  field->setAccessibleName(label);
  field->setTellsAtOnce();
  field->show(shortNumber(m_choices.*number), kOwner);
  setBaseFixedSize(*field, {72, 0});
  line->addWidget(field);
  line->addWidget(makeLabel(unit, {"quiet"}));
  line->addStretch();
  m_form->addRow(label, row);
  return field;
}

void ExportForm::addSize() {
  m_size = new ComboBox;
  m_size->setObjectName(QStringLiteral("size"));
  m_size->setAccessibleName(tr("Size"));
  m_size->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const PageSize& size : pageSizes(true)) m_size->addItem(size.text, size.id);
  m_size->addItem(tr("Another size"), QString());
  m_form->addRow(tr("Size"), m_size);
  connect(m_size, &QComboBox::currentIndexChanged, this, &ExportForm::takeSize);
  auto* row = new QWidget;
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(6);
  const auto addSide = [&](const QString& name, const QString& text, bool isWidth) {
    auto* field = new EntryField([this, isWidth](const QString& typed) { return takeSide(typed, isWidth); });
    field->setObjectName(name);
    field->setAccessibleName(text);
    field->setTellsAtOnce();
    setBaseFixedSize(*field, {72, 0});
    line->addWidget(field);
    return field;
  };
  m_width = addSide(QStringLiteral("width"), tr("Width"), true);
  line->addWidget(makeLabel(QStringLiteral("×"), {"quiet"}));
  m_height = addSide(QStringLiteral("height"), tr("Height"), false);
  m_unit = new ComboBox;
  m_unit->setObjectName(QStringLiteral("unit"));
  m_unit->setAccessibleName(tr("Unit"));
  m_unit->addItem(tr("pixels"));
  m_unit->addItem(QStringLiteral("mm"));
  m_unit->setCurrentIndex(m_choices.inMm ? 1 : 0);
  connect(m_unit, &QComboBox::currentIndexChanged, this, [this](int unit) {
    m_choices.inMm = unit == 1;
    refresh();
  });
  line->addWidget(m_unit, 1);
  m_form->addRow(QString(), row);
}

// From the first step to the last, whenever there are more or fewer.
void ExportForm::followSteps() {
  const std::int64_t last = m_laboratory.timeline().lastStep();
  if (last == m_lastStep) return;
  m_lastStep = last;
  m_choices.from = 0;
  m_choices.to = static_cast<double>(last);
  for (EntryField* field : {m_from, m_to}) {
    field->show(shortNumber(field == m_from ? m_choices.from : m_choices.to), kOwner);
    field->parentWidget()->findChild<QLabel*>()->setText(tr("of %1").arg(last));
  }
}

// What there is to choose depends on the format and on the runs.
void ExportForm::fillParts() {
  m_filling = true;
  m_part->clear();
  const ExportKind kind = format().kind;
  const auto names = [&](const QString& text) {
    for (const Run& run : m_laboratory.runs())
      m_part->addItem(text.arg(QString::fromStdString(run.name)), static_cast<qlonglong>(run.id));
  };
  int chosen = 0;
  if (!m_laboratory.experiment().find(m_choices.run)) {
    if (m_choices.run != RunId::none && m_choices.content == SheetContent::panel)
      m_choices.content = SheetContent::everything;  // the run whose panel it was is gone
    m_choices.run = m_laboratory.selected();
  }
  const auto ofRun = [&] { return m_part->findData(static_cast<qlonglong>(m_choices.run)); };
  if (kind == ExportKind::data) {
    m_part->addItem(tr("Every step of every run"));
    m_part->addItem(tr("The runs compared"));
    chosen = m_choices.comparison && m_choices.format == QLatin1String("csv") ? 1 : 0;
    if (m_choices.format == QLatin1String("json")) m_part->removeItem(1);
  } else if (kind == ExportKind::code) {
    names(tr("%1, with NumPy"));
    names(tr("%1, with PyTorch"));
    chosen = ofRun() + (m_choices.pytorch ? static_cast<int>(m_laboratory.runs().size()) : 0);
  } else {
    m_part->addItem(tr("The whole experiment"));
    addPanels();
    m_part->addItem(tr("Loss"), -1);
    m_part->addItem(tr("Learning rate"), -2);
    m_part->addItem(tr("Every η"), -4);
    m_part->addItem(tr("Legend"), -3);
    switch (m_choices.content) {
      case SheetContent::everything:
        break;
      case SheetContent::panel:
        chosen = ofRun();
        break;
      case SheetContent::loss:
        chosen = m_part->findData(-1);
        break;
      case SheetContent::rate:
        chosen = m_part->findData(-2);
        break;
      case SheetContent::legend:
        chosen = m_part->findData(-3);
        break;
      case SheetContent::everyRate:
        chosen = m_part->findData(-4);
        break;
    }
  }
  m_part->setCurrentIndex(chosen);
  m_filling = false;
}

// A panel has the names of all its runs.
void ExportForm::addPanels() {
  const Experiment& experiment = m_laboratory.experiment();
  for (const std::vector<RunId>& panel : panelsOf(experiment.runs, experiment.layout)) {
    QStringList names;
    for (const RunId run : panel) names << QString::fromStdString(experiment.find(run)->name);
    const RunId first = panel.front();
    if (std::find(panel.begin(), panel.end(), m_choices.run) != panel.end()) m_choices.run = first;
    m_part->addItem(tr("Panel: %1").arg(names.join(QStringLiteral(", "))), static_cast<qlonglong>(first));
  }
}

void ExportForm::takePart() {
  if (m_filling || m_part->currentIndex() < 0) return;
  const int index = m_part->currentIndex();
  const qlonglong chosen = m_part->currentData().toLongLong();
  switch (format().kind) {
    case ExportKind::data:
      m_choices.comparison = index == 1;
      break;
    case ExportKind::code:
      m_choices.run = static_cast<RunId>(chosen);
      m_choices.pytorch = index >= static_cast<int>(m_laboratory.runs().size());
      break;
    case ExportKind::picture:
    case ExportKind::animation:
      m_choices.content = index == 0     ? SheetContent::everything
                          : chosen == -1 ? SheetContent::loss
                          : chosen == -2 ? SheetContent::rate
                          : chosen == -3 ? SheetContent::legend
                          : chosen == -4 ? SheetContent::everyRate
                                         : SheetContent::panel;
      if (m_choices.content == SheetContent::panel) m_choices.run = static_cast<RunId>(chosen);
  }
  refresh();
}

// A size by name brings a text that suits it.
void ExportForm::takeSize() {
  if (m_filling) return;
  const QString id = m_size->currentData().toString();
  for (const PageSize& size : pageSizes(m_choices.content == SheetContent::everything)) {
    if (size.id != id) continue;
    m_choices.size = size.pixels;
    m_choices.textSize = size.textSize;
    m_choices.inMm = id == QLatin1String("a4") || id == QLatin1String("column");
    m_textSize->show(shortNumber(size.textSize), kOwner);
  }
  refresh();
  if (id.isEmpty()) m_width->setFocus();
}

Problems ExportForm::takeSide(const QString& text, bool isWidth) {
  const double unit = m_choices.inMm ? kPixelsPerMm : 1;
  const auto value = parseNumber(text.toStdString());
  if (!value || !(*value > 0) || *value * unit > kLargestSide)
    return {{"", CORE_TEXT("Problem", "'%1' is not a number that it can be").with(excerpt(text.toStdString())),
             CORE_TEXT("Problem", "write a number of at most %1")
                 .with(static_cast<std::int64_t>(std::floor(kLargestSide / unit)))}};
  (isWidth ? m_choices.size.rwidth() : m_choices.size.rheight()) = *value * unit;
  refresh();
  return {};
}

void ExportForm::refresh() {
  const ExportKind kind = format().kind;
  const bool isSheet = kind == ExportKind::picture || kind == ExportKind::animation;
  const bool isFilm = kind == ExportKind::animation;
  const auto showRow = [this](QWidget* field, bool shown) {
    QWidget* row = field->parentWidget() == this ? field : field->parentWidget();
    m_form->setRowVisible(row, shown);
  };
  for (QWidget* field : m_ofPictures) showRow(field, isSheet);
  for (QWidget* field : {static_cast<QWidget*>(m_size), static_cast<QWidget*>(m_width), static_cast<QWidget*>(m_scale)})
    showRow(field, isSheet);
  for (QWidget* field : m_ofFilms) showRow(field, isFilm);
  showRow(m_look,
          isSheet && (m_choices.content == SheetContent::everything || m_choices.content == SheetContent::panel));
  showRow(m_transparent, kind == ExportKind::picture);
  showRow(m_paths, m_choices.format == QLatin1String("svg"));
  showRow(m_loops, isFilm && m_choices.format != QLatin1String("mp4"));

  m_filling = true;
  int size = m_size->count() - 1;
  const std::vector<PageSize> sizes = pageSizes(m_choices.content == SheetContent::everything);
  for (std::size_t i = 0; i < sizes.size(); ++i)
    if (std::abs(sizes[i].pixels.width() - m_choices.size.width()) < 0.5 &&
        std::abs(sizes[i].pixels.height() - m_choices.size.height()) < 0.5)
      size = static_cast<int>(i);
  m_size->setCurrentIndex(size);
  m_unit->setCurrentIndex(m_choices.inMm ? 1 : 0);
  m_scale->setCurrentIndex(m_scale->findData(static_cast<int>(isFilm ? m_choices.filmScale : m_choices.scale)));
  m_filling = false;
  const double unit = m_choices.inMm ? kPixelsPerMm : 1;
  m_width->show(shortNumber(m_choices.size.width() / unit), kOwner);
  m_height->show(shortNumber(m_choices.size.height() / unit), kOwner);
  emit changed();
}

}  // namespace ravine
