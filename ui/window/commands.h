// What the actions of the window do to the laboratory, each as one undo step. What is not possible does nothing.
#pragma once

#include <vector>

#include "ui/model/laboratory.h"

namespace ravine {

void addRun(Laboratory& laboratory);        // plain descent on the landscape of the run that is looked at
void duplicateRun(Laboratory& laboratory);  // of each selected run, beside it
void removeRun(Laboratory& laboratory);     // the selected ones
void resetStart(Laboratory& laboratory);    // to that of the loss function, in the selected runs
void scaleRate(Laboratory& laboratory, const QString& text, double factor);  // `text` names the undo step

// The rates η, η/10, η/100 of the selected run.
std::vector<double> threeRates(const Laboratory& laboratory);
// The run that is looked at, at each of these rates, in its place; all of them are then selected. Gives why that cannot
// be.
Problems makeSeries(Laboratory& laboratory, const std::vector<double>& rates);

// By the place in which a run stands, from 0.
void selectPlace(Laboratory& laboratory, std::ptrdiff_t place);
void togglePlace(Laboratory& laboratory, std::ptrdiff_t place);
void selectNeighbour(Laboratory& laboratory, int by);

void setLayout(Laboratory& laboratory, Layout layout);
void toggleLayout(Laboratory& laboratory);
void toggleEveryRate(Laboratory& laboratory);  // the chart of it
std::vector<RunId> allRuns(const Laboratory& laboratory);
// The next way to look after that of the run that is looked at, for these runs.
void cycleLook(Laboratory& laboratory, const std::vector<RunId>& runs);
void setLook(Laboratory& laboratory, Look look);  // of all runs
void cycleProfileLine(Laboratory& laboratory);    // of the selected runs
void playOrPause(Laboratory& laboratory);         // what is to be predicted first, if it may be
void togglePrediction(Laboratory& laboratory);    // asks what will happen, or shows everything again
// Both are remembered for the next start.
void chooseTheme(Laboratory& laboratory, ThemeChoice choice);
void scaleText(Laboratory& laboratory, double scale);

}  // namespace ravine
