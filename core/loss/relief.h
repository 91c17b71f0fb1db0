// The surface z = f(x, y) over a box, seen in perspective: its facets, the order in which they hide each other, and
// what of a path they hide. Lengths are those of the model, whose longer side goes from −1 to 1, the other being no
// less than a quarter of that, and whose lowest point is at 0; which picture of it that makes is the painter's affair.
// Immutable; any thread.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <vector>

#include "core/loss/contour.h"
#include "core/loss/loss_function.h"

namespace ravine {

using Vector3 = Eigen::Vector3d;

// How values become heights: evenly, or by their logarithm, which keeps the walls around a valley from dwarfing it.
enum class HeightScale { linear, logarithmic };

// From where a relief is looked at.
struct ReliefCamera {
  static constexpr Interval kTilts{5, 88};
  static constexpr Interval kZooms{0.5, 8};

  double turn = -58;  // degrees about the vertical; 0 looks along +y
  double tilt = 34;   // degrees above the horizon
  double zoom = 1;

  bool operator==(const ReliefCamera&) const = default;
};

// The model as a camera sees it: a point goes to the right, upwards and away from the middle of the picture.
class ReliefProjection {
 public:
  explicit ReliefProjection(const ReliefCamera& camera);

  // In the plane of the picture; nearer things are larger.
  Vector2 operator()(const Vector3& point) const;
  const Vector3& eye() const { return m_eye; }

 private:
  Vector3 m_right;
  Vector3 m_up;
  Vector3 m_away;
  Vector3 m_eye;
};

class ReliefSurface {
 public:
  static constexpr double kHeight = 0.95;  // of the model
  static constexpr double kFloor = -0.25;  // on which contour lines are drawn

  // A part of a cell that lies between two levels, as a polygon.
  struct Facet {
    std::uint32_t first;  // in corners()
    std::uint8_t corners;
    std::uint16_t band;  // as many levels lie below it
  };
  // Of `cells` × `cells` quads, split at `levels` (ascending). Where the function is not finite there is a hole.
  ReliefSurface(const LossFunction& function, const Box& box, int cells, std::vector<double> levels,
                HeightScale heights);

  int cells() const { return m_cells; }
  const Box& box() const { return m_box; }
  const Interval& values() const { return m_values; }  // lowest and highest
  const std::vector<double>& levels() const { return m_levels; }
  std::span<const Vector3> corners() const { return m_corners; }
  std::span<const Facet> facets(int column, int row) const;
  // Ends of contour lines, two each.
  std::span<const Vector3> lines(int column, int row) const;
  double shade(int column, int row) const { return m_index[indexOf(column, row)].shade; }

  // Where θ with this loss is in the model; heights beyond those of the box go on as within.
  Vector3 toModel(const Vector2& theta, double loss) const;
  Vector2 halfSides() const { return m_halfSides; }

  // The columns, or rows, from the farthest to the nearest as seen from `eye`, a coordinate of the camera: painted in
  // this order, rows outside, no cell hides one that comes after it.
  std::vector<int> columnsFarToNear(double eye) const { return farToNear(eye, m_halfSides.x()); }
  std::vector<int> rowsFarToNear(double eye) const { return farToNear(eye, m_halfSides.y()); }

  // The straight way from the point to the eye does not go through the surface.
  bool isSeen(const Vector3& point, const Vector3& eye) const;

 private:
  // What stands in one cell of the grid.
  struct Cell {
    std::uint32_t facets;  // the first of them, up to that of the next cell
    std::uint32_t lines;   // of contours: the first of two corners each
    float shade;           // from 0, turned away from the light, to 1
  };

  std::size_t indexOf(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_cells) + static_cast<std::size_t>(column);
  }
  std::size_t nodeOf(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_cells + 1) + static_cast<std::size_t>(column);
  }
  void addCell(int column, int row, const std::vector<double>& values);
  std::vector<int> farToNear(double eye, double halfSide) const;
  double heightAt(double x, double y) const;

  int m_cells;
  Box m_box;
  Vector2 m_halfSides;
  std::vector<double> m_levels;
  HeightScale m_scale;
  Interval m_values;
  double m_softness = 1;          // of the logarithm
  std::vector<double> m_heights;  // at the corners of the cells
  std::vector<Vector3> m_corners;
  std::vector<Facet> m_facets;
  std::vector<Vector3> m_lines;
  std::vector<Cell> m_index;  // one more than there are cells
};

// The usual camera, turned by as many quarters as it takes to see this place on the surface.
ReliefCamera suitableCamera(const ReliefSurface& surface, const LossFunction& function, const Vector2& place);

// The scale in which the relief of a field shows most of its ground.
HeightScale suitableHeights(const Field& field);

}  // namespace ravine
