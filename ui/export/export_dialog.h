// Asks what is to be exported and shows what that will look like; then makes it, in the background, and says how long
// that still takes.
#pragma once

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>
#include <atomic>
#include <functional>
#include <memory>

#include "ui/export/export_choices.h"
#include "ui/model/laboratory.h"
#include "ui/model/latest.h"

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace ravine {

class ExportForm;
class SheetPreview;

class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  // `view` tells how the experiment is looked at.
  ExportDialog(Laboratory& laboratory, const std::function<ExperimentView()>& view, QWidget* parent = nullptr);
  ~ExportDialog() override;

  const ExportChoices& choices() const;
  // Writes it, and closes the dialog if that was possible.
  void exportTo(const QString& path);
  void copy();
  // Blocks until nothing is under way. For tests.
  void finish();

 signals:
  void written(const QString& path, qint64 bytes);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void reject() override;

 private:
  struct Shared {  // with the thread that works
    std::atomic_int done{0};
    std::atomic_int all{0};
  };
  enum class Purpose { file, clipboard };

  QWidget* makeButtons();
  void refresh();
  void refreshPreview();
  void refreshText();
  void refreshNote();
  QString whatIsMade(const ExportRequest& wanted, const QSizeF& page) const;
  bool isSheet() const { return format().kind == ExportKind::picture || format().kind == ExportKind::animation; }
  ExportRequest request() const;
  const ExportFormat& format() const { return *findExportFormat(choices().format); }
  void chooseAndExport();
  void begin(Purpose purpose);
  void take(const Exported& exported);
  void setBusy(bool busy);
  void showProgress();
  void say(const QString& text, bool isProblem);

  Laboratory& m_laboratory;
  std::function<ExperimentView()> m_view;
  SheetPreview* m_preview;
  QPlainTextEdit* m_text;
  ExportForm* m_form;
  QLabel* m_note;
  QProgressBar* m_progress;
  QPushButton* m_save;
  QPushButton* m_copy;
  QPushButton* m_close;

  Latest<QImage> m_painting;
  Latest<QString> m_writing;
  Latest<Exported> m_making;
  std::shared_ptr<Shared> m_shared;
  Purpose m_purpose = Purpose::file;
  QString m_path;
  QElapsedTimer m_since;
  QTimer m_ticking;
};

// Puts a picture into the clipboard, as pixels with the experiment in them, and as SVG.
void copyPicture(const ExportRequest& request);

}  // namespace ravine
