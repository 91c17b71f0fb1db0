// Paints schedules. Pure: the same scene gives the same picture on any paint device.
#pragma once

#include <QPainter>

#include "ui/inspector/schedule_scene.h"

namespace ravine {

// In scene.area and a handle's radius round it; whoever calls it paints the ground and the axes.
void paintSchedule(QPainter& painter, const ScheduleScene& scene);

}  // namespace ravine
