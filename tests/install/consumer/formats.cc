// SPDX-License-Identifier: Apache-2.0
// Lists the output formats; built with what pkg-config says.
#include <cstdio>

#include <edgewise/export/format.h>

int main() {
  for (const edgewise::Format& format : edgewise::formats())
    std::printf("%.*s\n", static_cast<int>(format.name.size()), format.name.data());
}
