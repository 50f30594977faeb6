// SPDX-License-Identifier: Apache-2.0
// Discs in rings around the first one, without overlap.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "export/layout.h"

namespace edgewise {

// The direction, in radians, in which disc `index` would like to stand, seen from the first disc; nothing if it does
// not care. Asked once, when all rings inside its own are final in `points`.
using WishedAngle = std::function<std::optional<double>(std::size_t index, const std::vector<Point>& points)>;

// Centres of discs with these radii, at least `gap` apart. The first is at the origin, the others fill ring after ring
// in the given order; within a ring they are sorted by wished angle. O(n log n).
std::vector<Point> pack_in_rings(const std::vector<double>& radii, double gap, const WishedAngle& wished_angle);

}  // namespace edgewise
