#include "ui/export/export_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/base/write_file.h"
#include "ui/export/export_form.h"
#include "ui/export/page_size.h"
#include "ui/look/card.h"
#include "ui/look/scaling.h"
#include "ui/model/settings.h"
#include "ui/words/language.h"
#include "ui/words/text_alternative.h"
#include "ui/words/wording.h"

namespace ravine {

// The picture as it will be, as large as there is room for.
class SheetPreview : public QWidget, public TextAlternative {
 public:
  explicit SheetPreview(Laboratory& laboratory) : m_laboratory(laboratory) {
    setBaseMinimumSize(*this, {300, 260});
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  }

  QString whatItIs() const override { return ExportDialog::tr("Preview"); }
  QString whatItShows() const override { return m_text; }
  void setText(const QString& text) { m_text = text; }

  void show(const QImage& image) {
    m_image = image;
    update();
  }

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
  QString m_text;  // what the picture will be, or why there is none
};

namespace {

QString bytesText(double bytes) {
  return QLocale(language::current()).formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

}  // namespace

ExportDialog::ExportDialog(Laboratory& laboratory, const std::function<ExperimentView()>& view, QWidget* parent)
    : QDialog(parent),
      m_laboratory(laboratory),
      m_view(view),
      m_painting(laboratory.lanes().pictures, [this](const QImage& image) { m_preview->show(image); }),
      m_writing(laboratory.lanes().pictures, [this](const QString& text) { m_text->setPlainText(text); }),
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
  m_text = new QPlainTextEdit;
  m_text->setObjectName(QStringLiteral("textPreview"));
  m_text->setAccessibleName(tr("Preview"));
  m_text->setReadOnly(true);
  m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
  middle->addWidget(m_text, 1);
  auto* scroll = new QScrollArea;  // where the window is lower than all there is to choose
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(m_form = new ExportForm(laboratory));
  scroll->viewport()->setAutoFillBackground(false);
  m_form->setAutoFillBackground(false);  // setWidget() has set it
  setBaseMinimumSize(*scroll, {352, 0});
  middle->addWidget(scroll);
  layout->addLayout(middle, 1);
  m_note = makeLabel({}, {"small"});
  m_note->setWordWrap(true);
  layout->addWidget(m_note);
  layout->addWidget(makeButtons());
  followScale(*this);
  resize((QSizeF(980, 600) * laboratory.theme().scale)
             .toSize()
             .boundedTo(parent ? parent->window()->size() * 0.9 : size()));
  connect(m_form, &ExportForm::changed, this, &ExportDialog::refresh);
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
  refresh();
}

ExportDialog::~ExportDialog() = default;

const ExportChoices& ExportDialog::choices() const {
  return m_form->choices();
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

void ExportDialog::refresh() {
  m_copy->setVisible(format().kind != ExportKind::animation);
  refreshPreview();
  refreshText();
  refreshNote();
}

// The beginning of data or code, as it will be.
void ExportDialog::refreshText() {
  m_text->setVisible(!isSheet());
  const ExportRequest wanted = request();
  if (isSheet() || wanted.sheet.results.size() != wanted.sheet.experiment.runs.size()) return;
  m_writing.start([wanted, ending = choices().format](const CancelPredicate& cancelled) {
    if (isCancelled(cancelled)) return QString();
    constexpr qsizetype enough = 20'000;  // letters
    return QString::fromUtf8(exported(wanted, *findExportFormat(ending)).bytes.left(enough));
  });
}

ExportRequest ExportDialog::request() const {
  std::vector<RunResultPtr> results;
  for (const ShownRun& shown : m_laboratory.shownRuns())
    if (shown.result) results.push_back(shown.result);
  return choices().request(m_laboratory.experiment(), m_view(), results);
}

// What will be made, or what is wrong with it.
void ExportDialog::refreshNote() {
  const ExportRequest wanted = request();
  const bool hasAll = wanted.sheet.results.size() == wanted.sheet.experiment.runs.size();
  Problems problems = check(wanted, format());
  QSizeF page = wanted.sheet.size;
  if (hasAll && problems.empty() && isSheet()) {
    SheetSpec rough = wanted.sheet;
    rough.imageRatio = 0.1;
    const Sheet sheet(rough);
    page = sheet.size();  // of a legend it is less
    if (sheet.isTooSmall()) problems.push_back(noRoomForPicture());
  }
  const bool possible = problems.empty() && hasAll;
  if (!possible) m_preview->show({});
  m_save->setEnabled(possible);
  m_copy->setEnabled(possible);
  for (Problem& problem : problems) problem.where.clear();
  const QString text = problems.empty() ? whatIsMade(wanted, page) : wording::problem(problems.front());
  m_preview->setText(text);
  say(text, !problems.empty());
}

QString ExportDialog::whatIsMade(const ExportRequest& wanted, const QSizeF& page) const {
  const QSize pixels = (page * wanted.scale).toSize();
  const QString size = tr("%1 × %2 pixels").arg(pixels.width()).arg(pixels.height());
  switch (format().kind) {
    case ExportKind::picture: {
      const QSizeF mm = page / kPixelsPerMm;
      const QString millimetres =
          QStringLiteral("%1 × %2 mm").arg(wording::number(mm.width(), 4), wording::number(mm.height(), 4));
      return tr("%1. The experiment goes with the picture: opened in Ravine, it is there again.")
          .arg(findPictureFormat(choices().format)->isVector ? millimetres : size);
    }
    case ExportKind::animation: {
      const AnimationFormat& film = *findAnimationFormat(choices().format);
      if (film.needsProgram && !hasFfmpeg())
        return tr("The program ffmpeg, which makes it, is not here: install the package ffmpeg, or choose WebP.");
      const double seconds = wanted.timing.frames() / wanted.timing.fps;
      return tr("%1, %2 frames in %3 s, about %4.")
          .arg(size)
          .arg(wanted.timing.frames())
          .arg(wording::number(seconds), bytesText(guessedBytes(film, pixels, wanted.timing)));
    }
    case ExportKind::data:
      return tr("With what the columns mean and the experiment in its head: opened in Ravine, it is there again.");
    case ExportKind::code:
      return tr("A short script that makes the same steps, and prints them.");
  }
  return {};
}

void ExportDialog::say(const QString& text, bool isProblem) {
  setStyleProperty(*m_note, "danger", isProblem);
  m_note->setText(text);
}

void ExportDialog::refreshPreview() {
  ExportRequest wanted = request();
  m_preview->setVisible(isSheet());
  if (!isSheet() || wanted.sheet.results.size() != wanted.sheet.experiment.runs.size() ||
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
  dialog.setDefaultSuffix(choices().format);
  dialog.setNameFilter(QStringLiteral("%1 (*.%2)").arg(format().name, choices().format));
  QString name = QString::fromStdString(m_laboratory.experiment().title);
  name.replace(QLatin1Char('/'), QLatin1Char('-'));
  dialog.selectFile((name.isEmpty() ? QStringLiteral("Ravine") : name) + QLatin1Char('.') + choices().format);
  if (dialog.exec() == QDialog::Accepted) exportTo(dialog.selectedFiles().constFirst());
}

void ExportDialog::exportTo(const QString& path) {
  m_path = path;
  if (const auto problem = whyNotWritable(QFile::encodeName(path).toStdString()))
    return say(wording::problem(*problem), true);
  begin(Purpose::file);
}

void ExportDialog::copy() {
  begin(Purpose::clipboard);
}

void ExportDialog::begin(Purpose purpose) {
  m_purpose = purpose;
  settings::setExportChoices(choices().asMap());
  m_shared = std::make_shared<Shared>();
  m_since.start();
  setBusy(true);
  m_making.start([wanted = request(), ending = choices().format, shared = m_shared](const CancelPredicate& cancelled) {
    return exported(wanted, *findExportFormat(ending), [&](int done, int all) {
      shared->done = done;
      shared->all = all;
      return !isCancelled(cancelled);
    });
  });
}

void ExportDialog::setBusy(bool busy) {
  for (QWidget* widget : {static_cast<QWidget*>(m_save), static_cast<QWidget*>(m_copy), static_cast<QWidget*>(m_form)})
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
  m_writing.finish();
  m_making.finish();
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
  QDialog::resizeEvent(event);
  refreshPreview();
}

// While something is made, only that ends.
void ExportDialog::reject() {
  if (!m_making.busy()) {
    settings::setExportChoices(choices().asMap());
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
