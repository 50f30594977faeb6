// SPDX-License-Identifier: Apache-2.0
// A check that ends a fuzz target in every build, with or without assertions.
#pragma once

#include <cstdio>
#include <cstdlib>

#define EDGEWISE_REQUIRE(condition)                                                  \
  do {                                                                               \
    if (!(condition)) {                                                              \
      std::fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                  \
    }                                                                                \
  } while (false)
