// Says when it is time to tell whoever reads the screen that the pictures show something else: when the playhead or the
// runs have come to rest, never while it plays. Knows no view.
#pragma once

#include <QObject>
#include <QTimer>

#include "ui/model/laboratory.h"

namespace ravine {

class Announcer : public QObject {
  Q_OBJECT

 public:
  explicit Announcer(Laboratory& laboratory, QObject* parent = nullptr);

  // At once what is due after a rest. For tests.
  void finish();

 signals:
  void due();

 private:
  void wait();

  Laboratory& m_laboratory;
  QTimer m_rest;
};

}  // namespace ravine
