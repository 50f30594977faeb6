// SPDX-License-Identifier: Apache-2.0
// Filling rings from the inside out.
#include "export/ring_packing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace edgewise {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;

// A stretch of the discs that stands on one circle. Each disc takes an angle under which it is seen from the middle;
// neighbours with touching angles cannot overlap.
struct Ring {
  std::size_t begin = 0, end = 0;
  double thickest = 0;  // radius of the largest disc
  double radius = 0;    // of the circle through the centres
};

double half_angle(double disc, double gap, double ring) { return std::asin((disc + gap / 2) / ring); }

// As many discs as fit from `begin` on, outside of a circle of radius `inner`.
Ring fill_ring(const std::vector<double>& radii, double gap, std::size_t begin, double inner) {
  Ring ring{begin, begin, 0, 0};
  double used = 0;
  for (std::size_t i = begin; i < radii.size(); ++i) {
    Ring grown = ring;
    double grown_used = used;
    if (radii[i] > ring.thickest || i == begin) {
      grown.thickest = radii[i];
      grown.radius = inner + gap / 2 + radii[i];
      grown_used = 0;
      for (std::size_t k = begin; k < i; ++k) grown_used += 2 * half_angle(radii[k], gap, grown.radius);
    }
    grown_used += 2 * half_angle(radii[i], gap, grown.radius);
    if (grown_used > kTurn && i > begin) break;
    grown.end = i + 1;
    ring = grown;
    used = grown_used;
  }
  return ring;
}

struct Wish {
  std::size_t disc;
  double angle;
};

std::vector<Wish> sorted_wishes(const Ring& ring, const WishedAngle& wished_angle, const std::vector<Point>& points) {
  std::vector<Wish> wishes;
  wishes.reserve(ring.end - ring.begin);
  const double count = static_cast<double>(ring.end - ring.begin);
  for (std::size_t i = ring.begin; i < ring.end; ++i) {
    const double own_share = kTurn * static_cast<double>(i - ring.begin) / count - kTurn / 2;
    wishes.push_back({i, wished_angle(i, points).value_or(own_share)});
  }
  std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.angle < b.angle; });
  return wishes;
}

// Spreads the discs evenly over the ring and turns it to where they come nearest to their wishes.
void place_ring(const Ring& ring, const std::vector<Wish>& wishes, const std::vector<double>& radii, double gap,
                std::vector<Point>& points) {
  double used = 0;
  for (const Wish& wish : wishes) used += 2 * half_angle(radii[wish.disc], gap, ring.radius);
  const double spare = (kTurn - used) / static_cast<double>(wishes.size());

  std::vector<double> angles;
  double at = 0, x = 0, y = 0;
  for (const Wish& wish : wishes) {
    const double half = half_angle(radii[wish.disc], gap, ring.radius) + spare / 2;
    angles.push_back(at + half);
    at += 2 * half;
    x += std::cos(wish.angle - angles.back());
    y += std::sin(wish.angle - angles.back());
  }
  const double turn = std::abs(x) + std::abs(y) > 1e-9 ? std::atan2(y, x) : 0;
  for (std::size_t i = 0; i < wishes.size(); ++i)
    points[wishes[i].disc] = {ring.radius * std::cos(angles[i] + turn), ring.radius * std::sin(angles[i] + turn)};
}

}  // namespace

std::vector<Point> pack_in_rings(const std::vector<double>& radii, double gap, const WishedAngle& wished_angle) {
  std::vector<Point> points(radii.size());
  if (radii.empty()) return points;
  double rim = radii.front() + gap / 2;
  for (std::size_t next = 1; next < radii.size();) {
    const Ring ring = fill_ring(radii, gap, next, rim);
    place_ring(ring, sorted_wishes(ring, wished_angle, points), radii, gap, points);
    rim = ring.radius + ring.thickest + gap / 2;
    next = ring.end;
  }
  return points;
}

}  // namespace edgewise
