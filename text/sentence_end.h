// SPDX-License-Identifier: Apache-2.0
// Whether a mark ends the sentence it stands in.
#pragma once

#include <cstddef>
#include <string_view>

namespace edgewise {

// Final marks that follow each other and the closers behind them, in the text of one paragraph.
struct MarkRun {
  enum class Kind : unsigned char { full_stop, exclamation, dot, ellipsis } kind;  // full_stop: 。 and its like
  std::size_t begin;                                                               // of the first mark
  std::size_t marks_end;                                                           // behind the last mark
  std::size_t end;                                                                 // behind the closers
  bool closes_quote = false;
  bool closes_title = false;          // 》
  bool closes_inner_bracket = false;  // of a bracket that opened within the sentence, not at its start
  bool in_title = false;              // between 《 and 》
};

// `sentence_begin`: where the sentence began in `paragraph`. Constant time.
bool ends_sentence(std::string_view paragraph, std::size_t sentence_begin, const MarkRun& run);

}  // namespace edgewise
