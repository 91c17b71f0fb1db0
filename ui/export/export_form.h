// The choices of the export dialog, of which those are shown that the format has.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/export/export_choices.h"
#include "ui/model/laboratory.h"

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace ravine {

class EntryField;

class ExportForm : public QWidget {
  Q_OBJECT

 public:
  // Begins with what was chosen last.
  explicit ExportForm(Laboratory& laboratory, QWidget* parent = nullptr);

  const ExportChoices& choices() const { return m_choices; }

 signals:
  // Another choice, or the experiment is another.
  void changed();

 private:
  EntryField* addNumber(const QString& name, const QString& label, double ExportChoices::*number, double least,
                        double most, const QString& unit);
  void addSize();
  void followSteps();
  void fillParts();
  void addPanels();
  void takePart();
  void takeSize();
  Problems takeSide(const QString& text, bool isWidth);
  void refresh();
  const ExportFormat& format() const { return *findExportFormat(m_choices.format); }

  Laboratory& m_laboratory;
  ExportChoices m_choices;
  std::int64_t m_lastStep = -1;
  bool m_filling = false;  // what is shown follows, and says nothing

  QFormLayout* m_form;
  QComboBox* m_format;
  QComboBox* m_part;
  QComboBox* m_look;
  QComboBox* m_size;
  EntryField* m_width;
  EntryField* m_height;
  QComboBox* m_unit;
  EntryField* m_textSize;
  QComboBox* m_scale;
  QComboBox* m_theme;
  EntryField* m_from;
  EntryField* m_to;
  QCheckBox* m_caption;
  QCheckBox* m_transparent;
  QCheckBox* m_paths;
  QCheckBox* m_loops;
  std::vector<QWidget*> m_ofPictures;  // rows that only these have
  std::vector<QWidget*> m_ofFilms;
};

}  // namespace ravine
