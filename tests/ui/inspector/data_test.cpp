// Models on data in the inspector of the real window: their rows, batches, epochs, and what a step sees.
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "core/data/read_data.h"
#include "core/run/cycle_length.h"
#include "core/run/model_run.h"
#include "tests/core/batch_at.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/inspector/batch_section.h"
#include "ui/inspector/data_section.h"
#include "ui/inspector/rows_dialog.h"
#include "ui/inspector/schedule_scene.h"
#include "ui/inspector/settings_page.h"
#include "ui/inspector/step_view.h"
#include "ui/window/commands.h"
#include "ui/window/comparison.h"
#include "ui/window/file_desk.h"

namespace ravine {
namespace {

class DataInInspector : public WindowFixture {
 protected:
  DataInInspector() {
    Experiment experiment;
    ravine::Run line;
    line.name = "Line";
    setLossFunction(line, LossChoice{.id = "line", .parameters = {}});
    experiment.runs = {line};
    laboratory.open(experiment);
    settle();
    m_opened = laboratory.document().undoStack().index();
  }
  template <class Widget>
  Widget& widget(const char* name) {
    return *window.findChild<Widget*>(QLatin1String(name));
  }
  void click(const char* name) {
    widget<QAbstractButton>(name).click();
    settle();
  }
  QString text(const char* label) { return widget<QLabel>(label).text(); }
  template <class Section>
  EntryField& fieldOf(const char* name) {
    return *window.findChild<Section*>()->template findChild<EntryField*>(QLatin1String(name));
  }
  ravine::Run changed(std::function<void(ravine::Run&)> change) {
    laboratory.document().editRun({}, run().id, change);
    settle();
    return run();
  }
  void takeBatches(std::int64_t size) {
    changed([size](ravine::Run& r) { r.batches["batch_size"] = size; });
  }
  RowsDialog& rowsDialog() { return *window.findChild<RowsDialog*>(); }
  QPushButton& ok() { return *rowsDialog().findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok); }
  void write(const QString& text) { rowsDialog().findChild<QPlainTextEdit*>()->setPlainText(text); }
  QString verdict() { return rowsDialog().findChild<QLabel*>(QStringLiteral("rowsVerdict"))->text(); }
  QString file(const QString& name, const QByteArray& content) {
    QFile file(folder.filePath(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
  }
  std::size_t rows() { return rowsOf(run()); }
  int edits() { return laboratory.document().undoStack().index() - m_opened; }

  QTemporaryDir folder;

 private:
  int m_opened = 0;
};

TEST_F(DataInInspector, EveryModelCanBeChosenAndComesWithDataThatSuitIt) {
  for (const ModelInfo& model : models()) {
    choose("lossFunction", QString::fromStdString(model.id));
    EXPECT_EQ(run().lossFunction.id, model.id);
    EXPECT_TRUE(validate(run()).empty()) << model.id;
    EXPECT_TRUE(lossFunctionInfo(run()).domain.contains(run().start)) << model.id;
    EXPECT_TRUE(text("modelFormula")
                    .replace(QChar(0x00a0), QLatin1Char(' '))
                    .contains(QString::fromStdString(model.prediction)))
        << model.id;
    EXPECT_FALSE(field("formula").isVisibleTo(&window)) << model.id;
    EXPECT_EQ(widget<QComboBox>("data").currentData().toString().toStdString(), model.data.id);
    for (const ParameterInfo& parameter : findDataSet(model.data.id)->parameters)
      EXPECT_TRUE(window.findChild<DataSection*>()->findChild<QWidget*>(QString::fromStdString(parameter.id)))
          << parameter.id;
  }
}

TEST_F(DataInInspector, AModelOffersNoFormulaOfOnesOwn) {
  auto& list = widget<QComboBox>("lossFunction");
  const auto isOffered = [&list] {
    return static_cast<QStandardItemModel*>(list.model())->item(list.count() - 1)->isEnabled();
  };
  EXPECT_FALSE(isOffered());
  choose("lossFunction", QStringLiteral("himmelblau"));
  EXPECT_TRUE(isOffered());
  EXPECT_TRUE(field("formula").isVisibleTo(&window));
}

TEST_F(DataInInspector, AFunctionAfterAModelWithBatchesLeavesASoundRun) {
  takeBatches(8);
  choose("scheduleUnit", QStringLiteral("epochs"));
  choose("lossFunction", QStringLiteral("himmelblau"));
  EXPECT_EQ(run().lossFunction.id, "himmelblau");
  EXPECT_TRUE(validate(run()).empty());
  EXPECT_TRUE(run().batches.empty());
  EXPECT_EQ(run().scheduleUnit, TimeUnit::steps);
  EXPECT_FALSE(window.findChild<DataSection*>()->isVisibleTo(&window));
  EXPECT_FALSE(window.findChild<BatchSection*>()->isVisibleTo(&window));
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(run().lossFunction.id, "line");
  EXPECT_EQ(batchSettings(run().batches).batchSize, 8);
  EXPECT_EQ(run().scheduleUnit, TimeUnit::epochs);
}

TEST_F(DataInInspector, AModelAndAFormulaSelectedTogetherShowWhatTheyShare) {
  addRun(laboratory);
  laboratory.document().editRun({}, run(1).id, [](ravine::Run& r) { r.lossFunction = {"", {}, "x^2 + y^2"}; });
  laboratory.selectAll();
  settle();
  EXPECT_FALSE(window.findChild<DataSection*>()->isVisibleTo(&window));
  EXPECT_TRUE(field("formula").isReadOnly());
  EXPECT_TRUE(field("formula").text().isEmpty());
  laboratory.lookAt(run(0).id);
  settle();
  type(field("steps"), QStringLiteral("50"));
  EXPECT_EQ(run(0).steps, 50);
  EXPECT_EQ(run(1).steps, 50);
  choose("lossFunction", QStringLiteral("logistic"));
  EXPECT_EQ(run(0).lossFunction.id, "logistic");
  EXPECT_EQ(run(1).lossFunction.id, "logistic");
  EXPECT_TRUE(window.findChild<DataSection*>()->isVisibleTo(&window));
}

TEST_F(DataInInspector, ADataSetIsChosenAndItsNumbersSet) {
  choose("data", QStringLiteral("outliers"));
  EXPECT_EQ(dataOf(run().lossFunction).id, "outliers");
  EXPECT_EQ(edits(), 1);
  type(fieldOf<DataSection>("n"), QStringLiteral("25"));
  EXPECT_EQ(rows(), 25u);
  type(fieldOf<DataSection>("n"), QStringLiteral("0"));
  EXPECT_TRUE(fieldOf<DataSection>("n").isInvalid());
  EXPECT_EQ(rows(), 25u);
  const DataChoice before = dataOf(run().lossFunction);
  click("newDataSeed");
  EXPECT_NE(dataOf(run().lossFunction), before);
  EXPECT_EQ(rows(), 25u);
}

TEST_F(DataInInspector, OtherDataMoveAStartThatIsOutOfSightAndItsRate) {
  changed([](ravine::Run& r) {
    r.start = {1e6, 1e6};
    r.lr = 10;
  });
  choose("data", QStringLiteral("unequal_scales"));
  const LossFunctionInfo info = lossFunctionInfo(run());
  EXPECT_EQ(run().start, info.start);
  EXPECT_EQ(run().lr, info.lr);
}

TEST_F(DataInInspector, StandardizingIsTickedAndItsEffectIsRead) {
  choose("data", QStringLiteral("unequal_scales"));
  const QString raw = text("curvatures");
  EXPECT_TRUE(raw.contains(QStringLiteral("λmax/λmin = "))) << raw.toStdString();
  widget<QCheckBox>("standardize").click();
  settle();
  EXPECT_TRUE(isStandardized(run()));
  EXPECT_TRUE(text("curvatures").startsWith(QStringLiteral("λmax/λmin = 1 ·"))) << text("curvatures").toStdString();
  widget<QCheckBox>("standardize").click();
  settle();
  EXPECT_EQ(text("curvatures"), raw);
}

TEST_F(DataInInspector, BeforeAndAfterStandSideBySideAtTheSamePartOfTheLimit) {
  choose("data", QStringLiteral("unequal_scales"));
  changed([](ravine::Run& r) { r.lr *= 1.3; });
  const int before = edits();
  click("beforeAndAfter");
  ASSERT_EQ(laboratory.runs().size(), 2u);
  EXPECT_FALSE(isStandardized(run(0)));
  EXPECT_TRUE(isStandardized(run(1)));
  EXPECT_EQ(edits(), before + 1);
  const auto part = [&](std::size_t i) { return run(i).lr * result(i)->landscape->lowestMinimum()->curvature.upper; };
  EXPECT_NEAR(part(1), part(0), 0.005 * part(0)) << "to three digits";
  EXPECT_NE(run(0).name, run(1).name);
  laboratory.document().undoStack().undo();
  EXPECT_EQ(laboratory.runs().size(), 1u);
}

TEST_F(DataInInspector, BatchesAreChosenAtOneClickAndKeepTheSteps) {
  changed([](ravine::Run& r) { r.steps = 200; });
  ASSERT_EQ(rows(), 40u);
  EXPECT_TRUE(text("epochsOfSteps").contains(QStringLiteral("40 rows")));
  click("batchSize8");
  EXPECT_EQ(batchSettings(run().batches).batchSize, 8);
  EXPECT_EQ(run().steps, 200);
  EXPECT_EQ(text("epochsOfSteps"), QStringLiteral("5 steps per epoch; 200 steps are 40 epochs."));
  EXPECT_EQ(fieldOf<BatchSection>("batch_size").text(), QStringLiteral("8"));
  click("batchSize8");
  EXPECT_TRUE(widget<QAbstractButton>("batchSize8").isChecked()) << "a second click changes nothing";
  type(fieldOf<BatchSection>("batch_size"), QStringLiteral("7"));
  EXPECT_EQ(stepsPerEpoch(run()), 6);
  widget<QCheckBox>("drop_last").click();
  settle();
  EXPECT_EQ(stepsPerEpoch(run()), 5);
  type(fieldOf<BatchSection>("batch_size"), QStringLiteral("-1"));
  EXPECT_TRUE(fieldOf<BatchSection>("batch_size").isInvalid());
  EXPECT_EQ(batchSettings(run().batches).batchSize, 7);
  click("batchSize0");
  EXPECT_FALSE(hasBatches(run()));
  EXPECT_TRUE(widget<QAbstractButton>("batchSize0").isChecked());
}

TEST_F(DataInInspector, AnotherSeedIsAnotherPathThroughTheSameRows) {
  takeBatches(4);
  const auto points = result()->trajectory.points;
  click("newBatchSeed");
  EXPECT_NE(result()->trajectory.points, points);
  EXPECT_TRUE(widget<QAbstractButton>("newBatchSeed").isEnabled());
  widget<QCheckBox>("shuffle").click();
  settle();
  EXPECT_FALSE(widget<QAbstractButton>("newBatchSeed").isEnabled());
}

TEST_F(DataInInspector, EpochsAndStepsAreTwoWaysToSayTheSame) {
  takeBatches(8);
  type(field("epochs"), QStringLiteral("10"));
  EXPECT_EQ(run().steps, 50);
  EXPECT_EQ(field("steps").text(), QStringLiteral("50"));
  type(field("steps"), QStringLiteral("64"));
  EXPECT_EQ(field("epochs").text(), QStringLiteral("12.8"));
  type(field("epochs"), QStringLiteral("12.5"));
  EXPECT_EQ(run().steps, 63);
  for (const char* wrong : {"abc", "0", "-3", "", "1e300", "20001"}) {
    type(field("epochs"), QLatin1String(wrong));
    EXPECT_TRUE(field("epochs").isInvalid()) << wrong;
    EXPECT_EQ(run().steps, 63) << wrong;
  }
  QTest::keyClick(&field("epochs"), Qt::Key_Escape);
  choose("lossFunction", QStringLiteral("himmelblau"));
  EXPECT_FALSE(field("epochs").isVisibleTo(&window));
}

TEST_F(DataInInspector, WhatTheScheduleSuggestedFollowsItsUnitAndTheRestStays) {
  takeBatches(8);
  type(field("steps"), QStringLiteral("200"));
  choose("schedule", QStringLiteral("cosine_annealing"));
  EXPECT_EQ(run().schedule.parameters.at("T_max"), ParameterValue(std::int64_t{200}));
  choose("scheduleUnit", QStringLiteral("epochs"));
  EXPECT_EQ(run().schedule.parameters.at("T_max"), ParameterValue(std::int64_t{40}));
  choose("scheduleUnit", QStringLiteral("steps"));
  EXPECT_EQ(run().schedule.parameters.at("T_max"), ParameterValue(std::int64_t{200}));
  type(field("T_max"), QStringLiteral("70"));
  choose("scheduleUnit", QStringLiteral("epochs"));
  EXPECT_EQ(run().schedule.parameters.at("T_max"), ParameterValue(std::int64_t{70}));
  type(field("T_max"), QStringLiteral("40"));
  click("batchSize16");  // 3 steps an epoch, 67 epochs
  EXPECT_EQ(run().schedule.parameters.at("T_max"), ParameterValue(std::int64_t{67}));
}

TEST_F(DataInInspector, TheUnitIsAChoiceOnlyWhereAnEpochIsMoreThanAStep) {
  const auto isOffered = [this] { return widget<QComboBox>("scheduleUnit").isVisibleTo(&window); };
  EXPECT_FALSE(isOffered());
  takeBatches(8);
  EXPECT_TRUE(isOffered());
  takeBatches(40);
  EXPECT_FALSE(isOffered());
}

TEST_F(DataInInspector, PointsOfAScheduleThatCountsEpochsStandAtTheirSteps) {
  takeBatches(8);
  changed([](ravine::Run& r) {
    r.steps = 100;
    r.warmUp = 10;
    r.scheduleUnit = TimeUnit::epochs;
    setBreakpoints(r, {{0, 1}, {4, 0.5}, {18, 0.25}});
  });
  const QPolygonF handles = handlesOf(run(), breakpoints(run()));
  ASSERT_EQ(handles.size(), 3);
  EXPECT_DOUBLE_EQ(handles[0].x(), 10);
  EXPECT_DOUBLE_EQ(handles[1].x(), 30);
  EXPECT_DOUBLE_EQ(handles[2].x(), 100);
  const LearningRate rates = learningRate(run());
  EXPECT_DOUBLE_EQ(handles[1].y(), rates(30, 0));
  QPolygonF curve = rateCurve(run(), rates, 1000);
  curve.removeLast();  // at the end, where there is no step
  for (const QPointF& place : curve)
    EXPECT_DOUBLE_EQ(place.y(), rates(static_cast<std::int64_t>(place.x()), 0)) << place.x();
  EXPECT_EQ(lastScheduleStep(run()), 18);
  EXPECT_DOUBLE_EQ(scheduleStepOf(run(), runStepOf(run(), 4)), 4);
}

TEST_F(DataInInspector, CyclesAreGivenALengthInEpochs) {
  takeBatches(8);
  choose("schedule", QStringLiteral("cosine_annealing"));
  EXPECT_FALSE(widget<QLabel>("cycleAdvice").isVisibleTo(&window));
  choose("schedule", QStringLiteral("cyclic"));
  EXPECT_TRUE(text("cycleAdvice").contains(QStringLiteral("10 to 50 steps"))) << text("cycleAdvice").toStdString();
  const QList<QAction*> lengths = widget<QToolButton>("cycleLength").menu()->actions();
  ASSERT_EQ(lengths.size(), 5);
  lengths[1]->trigger();
  settle();
  EXPECT_EQ(run().schedule.parameters.at("step_size_up"), ParameterValue(std::int64_t{20}));
  EXPECT_EQ(run().schedule.parameters.at("step_size_down"), ParameterValue(std::int64_t{20}));
  choose("scheduleUnit", QStringLiteral("epochs"));
  widget<QToolButton>("cycleLength").menu()->actions()[1]->trigger();
  settle();
  EXPECT_EQ(run().schedule.parameters.at("step_size_up"), ParameterValue(std::int64_t{4}));
}

TEST_F(DataInInspector, RowsAreEditedAsText) {
  click("editRows");
  EXPECT_EQ(verdict(), QStringLiteral("40 rows"));
  write(QStringLiteral("x,y\n0,1\n1,3\n2,5\n"));
  EXPECT_EQ(verdict(), QStringLiteral("3 rows"));
  ok().click();
  settle();
  ASSERT_TRUE(dataOf(run().lossFunction).rows);
  EXPECT_EQ(rows(), 3u);
  EXPECT_FALSE(run().lossFunction.domain) << "a view that fits is found";
  EXPECT_TRUE(lossFunctionInfo(run()).domain.contains({2, 1}));
  EXPECT_EQ(widget<QComboBox>("data").currentText(), QStringLiteral("Own rows (3)"));
  EXPECT_EQ(edits(), 1);
  choose("lossFunction", QStringLiteral("line_huber"));
  EXPECT_EQ(rows(), 3u) << "rows that somebody typed go along";
  key(Qt::Key_Z, Qt::ControlModifier);
  choose("data", QStringLiteral("noisy_line"));
  EXPECT_EQ(rows(), 40u);
  EXPECT_FALSE(dataOf(run().lossFunction).rows);
}

TEST_F(DataInInspector, RowsThatAreLeftAloneStayTheSetThatTheyAre) {
  click("editRows");
  ok().click();
  settle();
  EXPECT_EQ(dataOf(run().lossFunction).id, "noisy_line");
  EXPECT_EQ(edits(), 0);
}

TEST_F(DataInInspector, BadRowsAreToldByLineAndNotTaken) {
  const Experiment before = laboratory.experiment();
  click("editRows");
  write(QStringLiteral("x,y\n0,1\n1,3x\n2\n"));
  EXPECT_TRUE(verdict().contains(QStringLiteral("Line 3"))) << verdict().toStdString();
  EXPECT_TRUE(verdict().contains(QStringLiteral("Line 4"))) << verdict().toStdString();
  EXPECT_FALSE(ok().isEnabled());
  for (const QString& wrong :
       {QString(), QStringLiteral("x,y\n"), QStringLiteral("1,2,3,4"), QStringLiteral("1,1e999")}) {
    write(wrong);
    EXPECT_FALSE(ok().isEnabled()) << wrong.toStdString();
    EXPECT_FALSE(verdict().isEmpty());
  }
  write(QStringLiteral("0 1\n2 3"));
  EXPECT_TRUE(ok().isEnabled());
  rowsDialog().reject();
  settle();
  EXPECT_EQ(laboratory.experiment(), before);
}

TEST_F(DataInInspector, FewAndExtremeRowsAreTakenOrRefusedWithAReason) {
  for (const char* rows : {"1,1", "0,0", "2,1\n2,3", "1e-9,1e9\n2e-9,2e9", "1e200,1e200\n-1e200,3"}) {
    click("editRows");
    write(QLatin1String(rows));
    EXPECT_TRUE(ok().isEnabled()) << rows;
    const Experiment before = laboratory.experiment();
    ok().click();
    settle();
    EXPECT_TRUE(validate(laboratory.experiment()).empty()) << rows;
    if (laboratory.experiment() == before) {
      EXPECT_TRUE(rowsDialog().findChild<QLabel*>(QStringLiteral("rowsVerdict"))->property("danger").toBool()) << rows;
      rowsDialog().reject();
    }
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }
}

TEST_F(DataInInspector, RowsOfAnotherKindOfferTheModelThatFits) {
  click("editRows");
  write(QStringLiteral("1,2,0\n2,1,1\n-1,1,0\n"));
  EXPECT_TRUE(verdict().startsWith(QStringLiteral("3 rows\n“Line” does not learn"))) << verdict().toStdString();
  EXPECT_EQ(ok().text(), QStringLiteral("Learn with “Logistic regression, two weights”"));
  write(QStringLiteral("1,2\n2,1\n"));
  EXPECT_EQ(verdict(), QStringLiteral("2 rows"));
  EXPECT_FALSE(ok().text().contains(QStringLiteral("Logistic")));
  write(QStringLiteral("1,2,0\n2,1,1\n-1,1,0\n"));
  ok().click();
  settle();
  EXPECT_EQ(run().lossFunction.id, "logistic");
  EXPECT_EQ(rows(), 3u);
  EXPECT_EQ(edits(), 1);
}

TEST_F(DataInInspector, RowsThatAreEditedChangeForAllRunsThatLearnFromThem) {
  ravine::Run second = run();
  second.id = RunId::none;
  laboratory.document().edit({}, [&](Experiment& e) { e.runs.push_back(second); });
  laboratory.select(run(0).id);
  settle();
  click("editRows");
  write(QStringLiteral("0,1\n1,3\n2,4\n"));
  ok().click();
  settle();
  EXPECT_EQ(rowsOf(run(0)), 3u);
  EXPECT_EQ(rowsOf(run(1)), 3u);
  // Others, from a file, are for the selected run alone.
  window.files().open(file("rows.csv", "x;y\n0;1\n1;3\n"));
  settle();
  EXPECT_EQ(rowsOf(run(0)), 2u);
  EXPECT_EQ(rowsOf(run(1)), 3u);
}

TEST_F(DataInInspector, ATableIsOpenedAsTheRowsOfTheSelectedRun) {
  window.files().open(file("rows.csv", "x;y\n0;1\n1;3\n"));
  settle();
  EXPECT_EQ(laboratory.runs().size(), 1u);
  EXPECT_EQ(rows(), 2u);
  EXPECT_EQ(run().name, "Line");
  EXPECT_FALSE(window.findChild<RowsDialog*>());
}

TEST_F(DataInInspector, ATableThatCanOnlyBeLossesOnAGridIsOpenedAsThese) {
  QByteArray lines("x,y,loss\n");
  QByteArray table(",0,1,2,3,4\n");
  for (int y = 0; y < 5; ++y) {
    table += QByteArray::number(y);
    for (int x = 0; x < 5; ++x) {
      lines += QByteArray::number(x) + ',' + QByteArray::number(y) + ',' + QByteArray::number(x * x + y) + '\n';
      table += ',' + QByteArray::number(x * x + y);
    }
    table += '\n';
  }
  for (const auto& [name, content] : {std::pair("lines.csv", lines), std::pair("table.csv", table)}) {
    window.files().open(file(name, content));
    settle();
    EXPECT_FALSE(window.findChild<RowsDialog*>()) << name;
    ASSERT_TRUE(run().lossFunction.grid) << name;
    EXPECT_EQ(run().lossFunction.grid->values.size(), 25u);
  }
}

TEST_F(DataInInspector, ATableThatCannotBeTakenIsShownWithWhatIsWrong) {
  const Experiment before = laboratory.experiment();
  window.files().open(file("bad.csv", "x,y\n0,1\n1,\n"));
  settle();
  EXPECT_TRUE(verdict().contains(QStringLiteral("Line 3"))) << verdict().toStdString();
  EXPECT_FALSE(ok().isEnabled());
  EXPECT_EQ(laboratory.experiment(), before);
}

TEST_F(DataInInspector, ATableOverAFunctionWithoutDataOffersAModel) {
  choose("lossFunction", QStringLiteral("himmelblau"));
  window.files().open(file("classes.csv", "hours,passed\n1,no\n2,no\n3,yes\n"));
  settle();
  EXPECT_TRUE(verdict().contains(QStringLiteral("“Himmelblau” does not learn"))) << verdict().toStdString();
  EXPECT_EQ(run().lossFunction.id, "himmelblau");
  ok().click();
  settle();
  EXPECT_EQ(run().lossFunction.id, "logistic_bias");
  EXPECT_EQ(run().look, Look::mapWithData) << "until then there were none to show";
  EXPECT_EQ(rows(), 3u);
}

TEST_F(DataInInspector, RowsThatAreSavedAreReadAgain) {
  const QString path = folder.filePath(QStringLiteral("rows.csv"));
  EXPECT_TRUE(window.findChild<DataSection*>()->saveRows(path));
  Problems problems;
  const auto table = readDataFile(path.toStdString(), problems);
  ASSERT_TRUE(table);
  EXPECT_EQ(*table, *tableOf(dataOf(run().lossFunction), problems));
  EXPECT_FALSE(window.findChild<DataSection*>()->saveRows(folder.filePath(QStringLiteral("no/such/rows.csv"))));
}

TEST_F(DataInInspector, AStepShowsItsBatchAndBothGradients) {
  takeBatches(8);
  window.findChild<QAbstractButton*>(QStringLiteral("stepPageButton"))->click();
  laboratory.timeline().setPlayhead(3);
  settle();
  QStringList shown;
  for (const QLabel* label : window.findChild<StepView*>()->findChildren<QLabel*>())
    if (label->isVisible()) shown << label->text();
  const auto batch = batchAt(run(), 3);
  EXPECT_TRUE(text("batchOfStep").startsWith(QStringLiteral("batch of 8 of 40 rows: %1, ").arg(batch[0] + 1)))
      << text("batchOfStep").toStdString();
  EXPECT_TRUE(shown.contains(QStringLiteral("∇f")));
  EXPECT_TRUE(shown.contains(QStringLiteral("g = g_B")));
  EXPECT_TRUE(shown.contains(QStringLiteral("f_B(θ)")));
  takeBatches(0);
  EXPECT_FALSE(widget<QLabel>("batchOfStep").isVisibleTo(&window));
}

TEST_F(DataInInspector, NoFormOfAModelIsWiderThanTheInspector) {
  const auto& page = *window.findChild<SettingsPage*>();
  for (const ModelInfo& model : models()) {
    choose("lossFunction", QString::fromStdString(model.id));
    takeBatches(8);
    choose("schedule", QStringLiteral("cyclic"));
    for (const DataSetInfo* set : dataSetsFor(model)) {
      choose("data", QString::fromStdString(set->id));
      EXPECT_LE(page.width(), page.parentWidget()->width()) << model.id << ' ' << set->id;
    }
    for (const auto* button : window.findChild<DataSection*>()->findChildren<QPushButton*>())
      EXPECT_GE(button->width() + 1, button->sizeHint().width()) << button->text().toStdString();
  }
}

TEST_F(DataInInspector, ARunThatIsAddedLearnsFromTheSame) {
  choose("data", QStringLiteral("outliers"));
  addRun(laboratory);
  duplicateRun(laboratory);
  settle();
  for (const ravine::Run& each : laboratory.runs()) EXPECT_EQ(each.lossFunction, run().lossFunction);
}

TEST_F(DataInInspector, TheComparisonTellsBatchesWhereThereAreSome) {
  addRun(laboratory);
  settle();
  Comparison comparison(laboratory);
  EXPECT_FALSE(comparison.asTsv().contains(QStringLiteral("η/B")));
  takeBatches(8);
  const QStringList lines = comparison.asTsv().split('\n');
  EXPECT_TRUE(lines[0].contains(QStringLiteral("Batch\tη/B\tEpochs"))) << lines[0].toStdString();
  EXPECT_TRUE(lines[1].contains(QStringLiteral("\t8\t"))) << lines[1].toStdString();
  EXPECT_TRUE(lines[2].contains(QStringLiteral("—\t—\t—"))) << lines[2].toStdString();
}

}  // namespace
}  // namespace ravine
