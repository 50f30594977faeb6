// SPDX-License-Identifier: Apache-2.0
// Normalising: plain stretches are copied, ICU sees only the characters that may change.
#include "text/normalise.h"

#include <array>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/mend_utf8.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kMarksPerLetter = 128;

// ICU's data is linked in, so these cannot fail for want of files.
const icu::Normalizer2& nfkc() {
  static const icu::Normalizer2* const kInstance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCInstance(status);
  }();
  return *kInstance;
}

const icu::Normalizer2& nfkd() {
  static const icu::Normalizer2* const kInstance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKDInstance(status);
  }();
  return *kInstance;
}

bool is_removed(char32_t c) {
  return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

bool is_private_use(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

bool is_line_end(char32_t c) { return c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool ask_whether_plain(char32_t code_point) {
  if (code_point == 0 || is_line_end(code_point) || is_removed(code_point) || is_private_use(code_point)) return false;
  const auto c = static_cast<UChar32>(code_point);
  return u_getIntPropertyValue(c, UCHAR_NFKC_QUICK_CHECK) == UNORM_YES && u_getCombiningClass(c) == 0 &&
         nfkc().hasBoundaryBefore(c);
}

// True if `c` stays as it is whatever stands before it. (A mark behind it may still change it.)
bool is_plain(char32_t c) {
  static const auto kAlphabets = [] {
    std::array<bool, 0x3400> plain{};
    for (std::size_t i = 0; i < plain.size(); ++i) plain[i] = ask_whether_plain(static_cast<char32_t>(i));
    return plain;
  }();
  return c < kAlphabets.size() ? kAlphabets[c] : ask_whether_plain(c);
}

bool starts_afresh(char32_t c) { return !is_removed(c) && nfkc().hasBoundaryBefore(static_cast<UChar32>(c)); }

// Lead bytes of U+4000 to U+9FFF: common Han and nothing that normalisation touches.
bool leads_plain_han(unsigned char byte) { return byte >= 0xE4 && byte <= 0xE9; }

std::string apply_nfkc(std::string_view piece) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  nfkc().normalizeUTF8(0, icu::StringPiece(piece.data(), static_cast<int32_t>(piece.size())), sink, nullptr, status);
  return result;
}

std::size_t decomposed_length(char32_t code_point) {
  icu::UnicodeString parts;
  if (!nfkd().getDecomposition(static_cast<UChar32>(code_point), parts)) return 1;
  return static_cast<std::size_t>(parts.countChar32());
}

// Walks the input once; [run_, at_) is what is known to be copied but not yet written.
class Normaliser {
 public:
  explicit Normaliser(std::string_view in) : in_(in) { out_.text.reserve(in.size()); }

  Normalised run() {
    while (at_ < in_.size()) step();
    copy_up_to(at_);
    return std::move(out_);
  }

 private:
  void step() {
    const auto byte = static_cast<unsigned char>(in_[at_]);
    if (byte < 0x80 && byte != 0 && byte != '\r') {
      ++at_;
    } else if (leads_plain_han(byte)) {
      at_ += 3;
    } else {
      step_with_care();
    }
  }

  void step_with_care() {
    std::size_t next = at_;
    const char32_t c = next_code_point(in_, next);
    if (is_plain(c)) {
      at_ = next;
    } else if (is_line_end(c)) {
      const bool has_line_feed = c == U'\r' && next < in_.size() && in_[next] == '\n';
      replace(at_, next + (has_line_feed ? 1 : 0), "\n");
    } else if (c == 0) {
      note(out_.nul);
      replace(at_, next, kReplacement);
    } else if (is_private_use(c)) {
      note(out_.private_use);
      replace(at_, next, kReplacement);
    } else if (c >= 0xFF01 && c <= 0xFF5E && nothing_combines_at(next)) {
      const char half = static_cast<char>(c - 0xFF01 + '!');
      replace(at_, next, {&half, 1});
    } else if (is_removed(c)) {
      step_over_removed();
    } else {
      step_over_cluster(starts_afresh(c) ? at_ : start_of_previous());
    }
  }

  void note(Finding& finding) const {
    if (finding.count++ == 0) finding.first = static_cast<std::uint32_t>(at_);
  }

  // Cheap and cautious: may say no where the answer is yes.
  bool nothing_combines_at(std::size_t offset) const {
    if (offset == in_.size()) return true;
    const auto byte = static_cast<unsigned char>(in_[offset]);
    return byte < 0x80 || leads_plain_han(byte);
  }

  // Goes over the whole run at once, for a mark behind it combines with the character before it.
  void step_over_removed() {
    std::size_t end = at_;
    char32_t behind = 0;
    for (std::size_t i = at_; i < in_.size(); end = i) {
      behind = next_code_point(in_, i);
      if (!is_removed(behind)) break;
      behind = 0;
    }
    if (behind == 0 || starts_afresh(behind) || at_ == run_) {
      replace(at_, end, {});
    } else {
      step_over_cluster(start_of_previous());
    }
  }

  std::size_t start_of_previous() const {
    std::size_t start = at_;
    if (start > run_) previous_code_point(in_, start);
    return start;
  }

  // Normalises as one the characters from `begin` up to the next that cannot combine with them.
  void step_over_cluster(std::size_t begin) {
    std::string cluster;
    std::size_t end = begin, first_end = begin, first_size = 0, marks = 0;
    bool overflow = false;
    for (std::size_t i = begin; i < in_.size();) {
      const std::size_t start = i;
      const char32_t c = next_code_point(in_, i);
      if (is_removed(c)) continue;
      const bool afresh = starts_afresh(c);
      if (afresh && !cluster.empty()) break;
      end = i;
      marks += decomposed_length(c) - (afresh ? 1 : 0);
      overflow = overflow || marks > kMarksPerLetter;
      if (!overflow) cluster.append(in_, start, i - start);
      if (first_size == 0) first_end = end, first_size = cluster.size();
    }
    const std::string normal = apply_nfkc(cluster);
    const std::string first = apply_nfkc(std::string_view(cluster).substr(0, first_size));
    std::string rest = apply_nfkc(std::string_view(cluster).substr(first_size));
    if (overflow) {
      write(begin, end, normal + std::string(kReplacement));
    } else if (first + rest == normal) {  // a mark that did not combine leaves the character before it to itself
      write(begin, first_end, first);
      write(first_end, end, rest);
    } else {
      write(begin, end, normal);
    }
  }

  void write(std::size_t begin, std::size_t end, std::string_view normal) {
    if (normal == in_.substr(begin, end - begin)) {
      at_ = end;
    } else {
      replace(begin, end, normal);
    }
  }

  void replace(std::size_t begin, std::size_t end, std::string_view by) {
    copy_up_to(begin);
    out_.text += by;
    out_.offsets.append(static_cast<std::uint32_t>(end - begin), static_cast<std::uint32_t>(by.size()), false);
    run_ = at_ = end;
  }

  void copy_up_to(std::size_t end) {
    if (end == run_) return;
    out_.text += in_.substr(run_, end - run_);
    const auto size = static_cast<std::uint32_t>(end - run_);
    out_.offsets.append(size, size, true);
    run_ = end;
  }

  std::string_view in_;
  Normalised out_;
  std::size_t run_ = 0, at_ = 0;
};

bool is_ascii_without_controls(std::string_view text) {
  for (const char byte : text)
    if (static_cast<unsigned char>(byte - 0x20) >= 0x5F) return false;
  return true;
}

}  // namespace

Normalised normalise(std::string_view utf8) { return Normaliser(utf8).run(); }

std::string normalise_name(std::string_view utf8) {
  if (is_ascii_without_controls(utf8)) return std::string(utf8);
  return normalise(utf8).text;
}

std::string fold_case(std::string_view utf8) {
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())), sink, nullptr, status);
  return folded;
}

}  // namespace edgewise
