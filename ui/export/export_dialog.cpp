#include "ui/export/export_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/base/number_text.h"
#include "core/base/write_file.h"
#include "ui/control/entry_field.h"
#include "ui/export/page_size.h"
#include "ui/look/card.h"
#include "ui/look/combo_box.h"
#include "ui/look/scaling.h"
#include "ui/model/settings.h"
#include "ui/words/language.h"
#include "ui/words/wording.h"

namespace ravine {

// The picture as it will be, as large as there is room for.
class SheetPreview : public QWidget {
 public:
  explicit SheetPreview(Laboratory& laboratory) : m_laboratory(laboratory) {
    setBaseMinimumSize(*this, {300, 260});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(ExportDialog::tr("Preview"));
  }

  void show(const QImage& image) {
    m_image = image;
    update();
  }
  bool hasImage() const { return !m_image.isNull(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    const Theme& theme = m_laboratory.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.ground);
    if (m_image.isNull()) return;
    QRectF place(QPointF(), m_image.size() / m_image.devicePixelRatio());
    place.moveCenter(QRectF(rect()).center());
    if (m_image.hasAlphaChannel()) paintNothing(painter, place);
    painter.drawImage(place.topLeft(), m_image);
    painter.setPen(theme.border);
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
  }

 private:
  // The squares by which one sees that there is no ground.
  void paintNothing(QPainter& painter, const QRectF& place) const {
    constexpr int side = 10;
    QImage squares(2 * side, 2 * side, QImage::Format_RGB32);
    squares.fill(Qt::white);
    QPainter onto(&squares);
    for (const QPoint& corner : {QPoint(0, 0), QPoint(side, side)})
      onto.fillRect(QRect(corner, QSize(side, side)), QColor(0xe2e2e2));
    onto.end();
    painter.fillRect(place, QBrush(squares));
  }

  Laboratory& m_laboratory;
  QImage m_image;
};

namespace {

QString shortNumber(double value) {
  return QString::fromStdString(shortestText(roundedTo(value, 6)));
}

QString bytesText(double bytes) {
  return QLocale(language::current()).formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

}  // namespace

ExportDialog::ExportDialog(Laboratory& laboratory, const std::function<ExperimentView()>& view, QWidget* parent)
    : QDialog(parent),
      m_laboratory(laboratory),
      m_view(view),
      m_choices(ExportChoices::fromMap(settings::exportChoices())),
      m_painting(laboratory.lanes().pictures, [this](const QImage& image) { m_preview->show(image); }),
      m_making(laboratory.lanes().pictures, [this](const Exported& exported) { take(exported); }) {
  setWindowTitle(tr("Export"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 14, 16, 14);
  layout->setSpacing(10);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(16);
  m_preview = new SheetPreview(laboratory);
  middle->addWidget(m_preview, 1);
  middle->addWidget(makeForm());
  layout->addLayout(middle, 1);
  m_note = makeLabel({}, {"small"});
  m_note->setWordWrap(true);
  layout->addWidget(m_note);
  layout->addWidget(makeButtons());
  followScale(*this);
  resize((QSizeF(980, 600) * laboratory.theme().scale).toSize().boundedTo(parent ? parent->window()->size() : size()));
  connect(&laboratory, &Laboratory::changed, this, [this] {
    fillParts();
    followSteps();
    refresh();
  });
  // While it plays no picture would be ready in time.
  const auto followPlayhead = [this] {
    if (!m_laboratory.timeline().isPlaying()) refreshPreview();
  };
  laboratory.timeline().setPlaying(false);
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, followPlayhead);
  connect(&laboratory.timeline(), &Timeline::playingChanged, this, followPlayhead);
  connect(&m_ticking, &QTimer::timeout, this, &ExportDialog::showProgress);
  constexpr int oftenEnough = 150;  // milliseconds
  m_ticking.setInterval(oftenEnough);
  fillParts();
  followSteps();
  refresh();
}

ExportDialog::~ExportDialog() = default;

QWidget* ExportDialog::makeForm() {
  auto* form = new QWidget;
  form->setObjectName(QStringLiteral("exportForm"));
  setBaseMinimumSize(*form, {330, 0});
  form->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
  m_form = new QFormLayout(form);
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
  connect(m_part, &QComboBox::currentIndexChanged, this, &ExportDialog::takePart);
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
      addCheck(QStringLiteral("caption"), tr("Caption: function, start, optimizer, schedule"), &ExportChoices::caption);
  m_transparent = addCheck(QStringLiteral("transparent"), tr("Transparent ground"), &ExportChoices::transparent);
  m_paths = addCheck(QStringLiteral("textAsPaths"), tr("Text as shapes, needs no fonts"), &ExportChoices::textAsPaths);
  m_loops = addCheck(QStringLiteral("loops"), tr("Begins again at its end"), &ExportChoices::loops);
  m_ofPictures = {m_textSize, m_theme, m_caption};
  return form;
}

// A field with its unit behind it.
EntryField* ExportDialog::addNumber(const QString& name, const QString& label, double ExportChoices::*number,
                                    double least, double most, const QString& unit) {
  auto* row = new QWidget;
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(6);
  auto* field = new EntryField([this, number, least, most](const QString& text) -> Problems {
    const auto value = parseNumber(text.toStdString());
    if (!value || *value < least || *value > most)
      return {{"", howToWriteNumber(text.toStdString(), shortestText(m_choices.*number)),
               CORE_TEXT("Problem", "write a number from %1 to %2").with(shortestText(least), shortestText(most))}};
    m_choices.*number = *value;
    refresh();
    return {};
  });
  field->setObjectName(name);
  field->setAccessibleName(label);
  field->setTellsAtOnce();
  field->setText(shortNumber(m_choices.*number));
  setBaseFixedSize(*field, {72, 0});
  line->addWidget(field);
  line->addWidget(makeLabel(unit, {"quiet"}));
  line->addStretch();
  m_form->addRow(label, row);
  return field;
}

void ExportDialog::addSize() {
  m_size = new ComboBox;
  m_size->setObjectName(QStringLiteral("size"));
  m_size->setAccessibleName(tr("Size"));
  m_size->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const PageSize& size : pageSizes(true)) m_size->addItem(size.text, size.id);
  m_size->addItem(tr("Another size"), QString());
  m_form->addRow(tr("Size"), m_size);
  connect(m_size, &QComboBox::currentIndexChanged, this, &ExportDialog::takeSize);
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

QWidget* ExportDialog::makeButtons() {
  auto* buttons = new QWidget;
  auto* line = new QHBoxLayout(buttons);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(8);
  m_progress = new QProgressBar;
  m_progress->setTextVisible(false);
  m_progress->setAccessibleName(tr("Progress"));
  line->addWidget(m_progress, 1);
  line->addStretch(1);
  const auto add = [&](const QString& name, const QString& text) {
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    line->addWidget(button);
    return button;
  };
  m_copy = add(QStringLiteral("copy"), tr("Copy"));
  m_save = add(QStringLiteral("save"), tr("Save as …"));
  m_close = add(QStringLiteral("close"), tr("Close"));
  connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
  connect(m_save, &QPushButton::clicked, this, &ExportDialog::chooseAndExport);
  connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
  m_progress->hide();
  return buttons;
}

// From the first step to the last, whenever there are more or fewer.
void ExportDialog::followSteps() {
  const std::int64_t last = m_laboratory.timeline().lastStep();
  if (last == m_lastStep) return;
  m_lastStep = last;
  m_choices.from = 0;
  m_choices.to = static_cast<double>(last);
  for (EntryField* field : {m_from, m_to}) {
    field->setText(shortNumber(field == m_from ? m_choices.from : m_choices.to));
    field->parentWidget()->findChild<QLabel*>()->setText(tr("of %1").arg(last));
  }
}

// What there is to choose depends on the format and on the runs.
void ExportDialog::fillParts() {
  m_filling = true;
  m_part->clear();
  const ExportKind kind = format().kind;
  const auto names = [&](const QString& text) {
    for (const Run& run : m_laboratory.runs())
      m_part->addItem(text.arg(QString::fromStdString(run.name)), static_cast<qlonglong>(run.id));
  };
  int chosen = 0;
  if (!m_laboratory.experiment().find(m_choices.run)) m_choices.run = m_laboratory.selected();
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
    names(tr("Panel: %1"));
    m_part->addItem(tr("Loss"), -1);
    m_part->addItem(tr("Learning rate"), -2);
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
    }
  }
  m_part->setCurrentIndex(chosen);
  m_filling = false;
}

void ExportDialog::takePart() {
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
                                         : SheetContent::panel;
      if (m_choices.content == SheetContent::panel) m_choices.run = static_cast<RunId>(chosen);
  }
  refresh();
}

// A size by name brings a text that suits it.
void ExportDialog::takeSize() {
  if (m_filling) return;
  const QString id = m_size->currentData().toString();
  for (const PageSize& size : pageSizes(m_choices.content == SheetContent::everything)) {
    if (size.id != id) continue;
    m_choices.size = size.pixels;
    m_choices.textSize = size.textSize;
    m_choices.inMm = id == QLatin1String("a4") || id == QLatin1String("column");
    m_textSize->setText(shortNumber(size.textSize));
  }
  refresh();
  if (id.isEmpty()) m_width->setFocus();
}

Problems ExportDialog::takeSide(const QString& text, bool isWidth) {
  const double unit = m_choices.inMm ? kPixelsPerMm : 1;
  const auto value = parseNumber(text.toStdString());
  if (!value || !(*value > 0) || *value * unit > kLargestSide)
    return {{"", howToWriteNumber(text.toStdString(), m_choices.inMm ? "85" : "1280"),
             CORE_TEXT("Problem", "write a number of at most %1")
                 .with(static_cast<std::int64_t>(std::floor(kLargestSide / unit)))}};
  (isWidth ? m_choices.size.rwidth() : m_choices.size.rheight()) = *value * unit;
  refresh();
  return {};
}

ExportRequest ExportDialog::request() const {
  std::vector<RunResultPtr> results;
  for (const ShownRun& shown : m_laboratory.shownRuns())
    if (shown.result) results.push_back(shown.result);
  return m_choices.request(m_laboratory.experiment(), m_view(), results);
}

void ExportDialog::refresh() {
  const ExportKind kind = format().kind;
  const bool isSheet = kind == ExportKind::picture || kind == ExportKind::animation;
  const bool isFilm = kind == ExportKind::animation;
  const auto showRow = [this](QWidget* field, bool shown) {
    QWidget* row = field->parentWidget() == m_form->parentWidget() ? field : field->parentWidget();
    m_form->setRowVisible(row, shown);
  };
  for (QWidget* field : m_ofPictures) showRow(field, isSheet);
  for (QWidget* field : {static_cast<QWidget*>(m_size), static_cast<QWidget*>(m_width), static_cast<QWidget*>(m_scale)})
    showRow(field, isSheet);
  for (QWidget* field : m_ofFilms) showRow(field, isFilm);
  showRow(m_transparent, kind == ExportKind::picture);
  showRow(m_paths, m_choices.format == QLatin1String("svg"));
  showRow(m_loops, isFilm && m_choices.format != QLatin1String("mp4"));
  m_copy->setVisible(!isFilm);

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
  if (!m_width->hasFocus()) m_width->setText(shortNumber(m_choices.size.width() / unit));
  if (!m_height->hasFocus()) m_height->setText(shortNumber(m_choices.size.height() / unit));
  refreshPreview();
  refreshNote();
}

// What will be made, or what is wrong with it.
void ExportDialog::refreshNote() {
  const ExportRequest wanted = request();
  const bool hasAll = wanted.sheet.results.size() == wanted.sheet.experiment.runs.size();
  Problems problems = check(wanted, format());
  if (hasAll && problems.empty() && (format().kind == ExportKind::picture || format().kind == ExportKind::animation)) {
    SheetSpec rough = wanted.sheet;
    rough.imageRatio = 0.1;
    if (Sheet(rough).isTooSmall())
      problems.push_back({"", CORE_TEXT("Problem", "there is too little room for a picture beside its text"),
                          CORE_TEXT("Problem", "give a larger size or a smaller text, or take a part of it alone")});
  }
  const bool possible = problems.empty() && hasAll;
  m_save->setEnabled(possible);
  m_copy->setEnabled(possible);
  if (!problems.empty()) {
    problems.front().where.clear();
    return say(wording::problem(problems.front()), true);
  }
  const QSize pixels = (wanted.sheet.size * wanted.scale).toSize();
  const QString size = QStringLiteral("%1 × %2").arg(pixels.width()).arg(pixels.height());
  switch (format().kind) {
    case ExportKind::picture:
      return say(tr("%1 pixels. The experiment goes with the picture: opened in Ravine, it is there again.").arg(size),
                 false);
    case ExportKind::animation: {
      const AnimationFormat& film = *findAnimationFormat(m_choices.format);
      if (film.needsProgram && !hasFfmpeg())
        return say(tr("The program ffmpeg, which makes it, is not here: install the package ffmpeg, or choose WebP."),
                   true);
      const double seconds = wanted.timing.frames() / wanted.timing.fps;
      return say(tr("%1 pixels, %2 frames in %3 s, about %4.")
                     .arg(size)
                     .arg(wanted.timing.frames())
                     .arg(wording::number(seconds), bytesText(guessedBytes(film, pixels, wanted.timing))),
                 false);
    }
    case ExportKind::data:
      return say(tr("With what the columns mean and the experiment in its head: opened in Ravine, it is there again."),
                 false);
    case ExportKind::code:
      return say(tr("A short script that makes the same steps, and prints them."), false);
  }
}

void ExportDialog::say(const QString& text, bool isProblem) {
  setStyleProperty(*m_note, "danger", isProblem);
  m_note->setText(text);
}

void ExportDialog::refreshPreview() {
  ExportRequest wanted = request();
  const bool isSheet = format().kind == ExportKind::picture || format().kind == ExportKind::animation;
  m_preview->setVisible(isSheet);
  if (!isSheet || wanted.sheet.results.size() != wanted.sheet.experiment.runs.size() ||
      !check(wanted, format()).empty())
    return m_preview->show({});
  const QSizeF room = QSizeF(m_preview->size()) - QSizeF(24, 24);
  const double fit =
      std::min({1.5, room.width() / wanted.sheet.size.width(), room.height() / wanted.sheet.size.height()});
  const double ratio = devicePixelRatioF();
  wanted.sheet.imageRatio = std::max(0.1, fit * ratio);
  wanted.sheet.stepCount = format().kind == ExportKind::animation && wanted.sheet.caption;
  const bool transparent = wanted.transparent && format().kind == ExportKind::picture;
  m_painting.start([spec = wanted.sheet, fit, ratio, transparent](const CancelPredicate& cancelled) {
    if (isCancelled(cancelled)) return QImage();
    QImage image = asImage(Sheet(spec), std::max(0.02, fit * ratio), transparent);
    image.setDevicePixelRatio(ratio);  // of the screen
    return image;
  });
}

void ExportDialog::chooseAndExport() {
  QFileDialog dialog(this, tr("Export"), settings::lastExportFolder());
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(m_choices.format);
  dialog.setNameFilter(QStringLiteral("%1 (*.%2)").arg(format().name, m_choices.format));
  QString name = QString::fromStdString(m_laboratory.experiment().title);
  name.replace(QLatin1Char('/'), QLatin1Char('-'));
  dialog.selectFile((name.isEmpty() ? QStringLiteral("Ravine") : name) + QLatin1Char('.') + m_choices.format);
  if (dialog.exec() == QDialog::Accepted) exportTo(dialog.selectedFiles().constFirst());
}

void ExportDialog::exportTo(const QString& path) {
  m_path = path;
  begin(Purpose::file);
}

void ExportDialog::copy() {
  begin(Purpose::clipboard);
}

void ExportDialog::begin(Purpose purpose) {
  m_purpose = purpose;
  settings::setExportChoices(m_choices.asMap());
  m_shared = std::make_shared<Shared>();
  m_since.start();
  setBusy(true);
  m_making.start([wanted = request(), ending = m_choices.format, shared = m_shared](const CancelPredicate& cancelled) {
    return exported(wanted, *findExportFormat(ending), [&](int done, int all) {
      shared->done = done;
      shared->all = all;
      return !isCancelled(cancelled);
    });
  });
}

void ExportDialog::setBusy(bool busy) {
  for (QWidget* widget : {static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_copy), m_form->parentWidget()})
    widget->setEnabled(!busy);
  m_close->setText(busy ? tr("Cancel") : tr("Close"));
  m_progress->setVisible(busy);
  m_progress->setRange(0, 0);
  if (busy)
    m_ticking.start();
  else
    m_ticking.stop();
}

void ExportDialog::showProgress() {
  const int done = m_shared->done;
  const int all = m_shared->all;
  if (all == 0 || done == 0) return;
  m_progress->setRange(0, all);
  m_progress->setValue(done);
  const double left = static_cast<double>(m_since.elapsed()) / 1000 / done * (all - done);
  say(tr("Frame %1 of %2, about %3 s left.").arg(done).arg(all).arg(std::ceil(left)), false);
}

void ExportDialog::take(const Exported& made) {
  setBusy(false);
  if (!made.problems.empty()) return say(wording::problem(made.problems.front()), true);
  if (m_purpose == Purpose::clipboard) {
    if (format().kind == ExportKind::picture)
      copyPicture(request());
    else
      QApplication::clipboard()->setText(QString::fromUtf8(made.bytes));
    return say(tr("Copied."), false);
  }
  const std::string_view bytes(made.bytes.constData(), static_cast<std::size_t>(made.bytes.size()));
  if (const auto problem = writeFile(QFile::encodeName(m_path).toStdString(), bytes))
    return say(wording::problem(*problem), true);
  settings::setLastExportFolder(QFileInfo(m_path).absolutePath());
  emit written(m_path, made.bytes.size());
  accept();
}

void ExportDialog::finish() {
  m_painting.finish();
  m_making.finish();
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
  QDialog::resizeEvent(event);
  refreshPreview();
}

// While something is made, only that ends.
void ExportDialog::reject() {
  if (!m_making.busy()) {
    settings::setExportChoices(m_choices.asMap());
    return QDialog::reject();
  }
  m_making.abandon();
  setBusy(false);
  say(tr("Cancelled; nothing was written."), false);
}

void copyPicture(const ExportRequest& request) {
  auto* data = new QMimeData;
  const Exported png = exported(request, *findExportFormat(QStringLiteral("png")));
  const Exported svg = exported(request, *findExportFormat(QStringLiteral("svg")));
  data->setImageData(QImage::fromData(png.bytes, "PNG"));
  data->setData(QStringLiteral("image/png"), png.bytes);
  data->setData(QStringLiteral("image/svg+xml"), svg.bytes);
  QApplication::clipboard()->setMimeData(data);
}

}  // namespace ravine
