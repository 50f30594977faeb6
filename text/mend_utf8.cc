// SPDX-License-Identifier: Apache-2.0
// One walk over the bytes; what is good is copied in whole stretches.
#include "text/mend_utf8.h"

#include <unicode/utf8.h>

namespace edgewise {

Mended mend_utf8(std::string_view bytes) {
  Mended mended;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t size = bytes.size();
  std::size_t good_from = 0;
  const auto copy_up_to = [&](std::size_t end) {
    if (mended.text.empty()) mended.text.reserve(size);
    mended.text += bytes.substr(good_from, end - good_from);
    const auto length = static_cast<std::uint32_t>(end - good_from);
    mended.offsets.append(length, length, true);
  };
  for (std::size_t i = 0; i < size;) {
    const std::size_t start = i;
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    if (c >= 0) continue;
    copy_up_to(start);
    mended.text += kReplacement;
    mended.offsets.append(static_cast<std::uint32_t>(i - start), static_cast<std::uint32_t>(kReplacement.size()),
                          false);
    mended.bad_offsets.push_back(static_cast<std::uint32_t>(start));
    good_from = i;
  }
  copy_up_to(size);
  return mended;
}

}  // namespace edgewise
