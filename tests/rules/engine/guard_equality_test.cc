// SPDX-License-Identifier: Apache-2.0
// Guards mean what look-around means in Perl's expressions, on random patterns and texts.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <memory>
#include <random>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <pcre2.h>

#include "rules/barred_text.h"
#include "rules/guarded_pattern.h"
#include "rules/pattern_compile.h"

namespace edgewise {
namespace {

struct Guarded {
  std::string core, before, after, not_before, not_after;
};

class RandomPatterns {
 public:
  explicit RandomPatterns(unsigned seed) : random_(seed) {}

  Guarded next() {
    Guarded pattern;
    do pattern.core = alternatives(3);
    while (RE2::FullMatch("", pattern.core));
    if (one_in(3)) pattern.before = plain();
    if (one_in(3)) pattern.after = plain();
    if (one_in(2)) pattern.not_before = plain();
    if (one_in(3)) pattern.not_after = plain();
    return pattern;
  }

  std::string text() {
    std::string text;
    for (std::size_t i = 0, n = random_() % 12; i < n; ++i) text += letter();
    return text;
  }

 private:
  bool one_in(unsigned n) { return random_() % n == 0; }
  std::string letter() {
    static const char* const kLetters[] = {"a", "b", "c", "甲", "乙", " "};
    return kLetters[random_() % 6];
  }
  std::string atom(int depth) {
    switch (random_() % (depth > 0 ? 9 : 7)) {
      case 0:
        return ".";
      case 1:
        return "[a乙]";
      case 2:
        return "[^b甲]";
      case 7:
        return "(" + alternatives(depth - 1) + ")";
      case 8:
        return "(?:" + alternatives(depth - 1) + ")";
      default:
        return letter();
    }
  }
  std::string sequence(int depth) {
    static const char* const kCounts[] = {"", "", "", "?", "??", "+", "+?", "*", "*?", "{1,2}", "{0,3}?"};
    std::string result;
    for (std::size_t i = 0, n = 1 + random_() % 3; i < n; ++i) {
      const std::string part = atom(depth);
      // What may be empty is not repeated: the two engines differ in how often they go round for nothing.
      const bool repeatable = !RE2::FullMatch("", part);
      result += part + (repeatable ? kCounts[random_() % std::size(kCounts)] : "");
    }
    return result;
  }
  std::string alternatives(int depth) { return one_in(3) ? sequence(depth) + "|" + sequence(depth) : sequence(depth); }
  // PCRE2 looks behind only for what has one length.
  std::string plain() {
    std::string result = letter();
    if (one_in(2)) result += one_in(2) ? "[a乙]" : letter();
    if (one_in(2)) result += "|" + letter();
    return result;
  }

  std::mt19937 random_;
};

class Perl {
 public:
  explicit Perl(const Guarded& pattern) {
    std::string text;
    if (!pattern.after.empty()) text += "(?<=" + pattern.after + ")";
    if (!pattern.not_after.empty()) text += "(?<!" + pattern.not_after + ")";
    text += "(" + pattern.core + ")";
    if (!pattern.before.empty()) text += "(?=" + pattern.before + ")";
    if (!pattern.not_before.empty()) text += "(?!" + pattern.not_before + ")";
    int error = 0;
    PCRE2_SIZE at = 0;
    code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), PCRE2_UTF | PCRE2_DOTALL, &error,
                              &at, nullptr));
  }
  bool good() const { return code_ != nullptr; }

  std::optional<MatchGroups> find(const std::string& text, std::size_t from) const {
    const std::unique_ptr<pcre2_match_data, void (*)(pcre2_match_data*)> data(
        pcre2_match_data_create_from_pattern(code_.get(), nullptr), pcre2_match_data_free);
    const int count = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, 0,
                                  data.get(), nullptr);
    if (count < 0) return std::nullopt;
    MatchGroups groups(pcre2_get_ovector_count(data.get()));
    const PCRE2_SIZE* bounds = pcre2_get_ovector_pointer(data.get());
    for (std::size_t i = 0; i < groups.size(); ++i)
      if (bounds[2 * i] != PCRE2_UNSET)
        groups[i] = Span{static_cast<std::uint32_t>(bounds[2 * i]), static_cast<std::uint32_t>(bounds[2 * i + 1])};
    return groups;
  }

 private:
  std::unique_ptr<pcre2_code, void (*)(pcre2_code*)> code_{nullptr, pcre2_code_free};
};

std::string wrapped(const std::string& text) { return text.empty() ? text : "(?:" + text + ")"; }

std::unique_ptr<RE2> compiled(const std::string& text, const char* anchor) {
  if (text.empty()) return nullptr;
  return std::make_unique<RE2>(wrapped(text) + anchor, pattern_options());
}

std::string show(const std::optional<MatchGroups>& groups) {
  if (!groups) return "none";
  std::string text;
  for (std::size_t i = 1; i < groups->size(); ++i)
    text += (*groups)[i] ? fmt::format("[{},{})", (*groups)[i]->begin, (*groups)[i]->end) : "-";
  return text;
}

TEST(Guards, MeanWhatPerlsLookAroundMeans) {
  RandomPatterns random(20260501);
  int compared = 0, refused = 0;
  for (int round = 0; round < 4000; ++round) {
    const Guarded pattern = random.next();
    const Perl perl(pattern);
    ASSERT_TRUE(perl.good()) << pattern.core;
    const std::string core = "(" + pattern.core + ")";
    const RE2 in_context(wrapped(pattern.after) + core + wrapped(pattern.before), pattern_options());
    PatternGuards guards;
    guards.after = compiled(pattern.after, "\\z");
    guards.not_after = compiled(pattern.not_after, "\\z");
    guards.before = compiled(pattern.before, "");
    guards.not_before = compiled(pattern.not_before, "");
    const GuardedPattern ours(core, wrapped(pattern.before), in_context,
                              RE2(core, pattern_options()).NumberOfCapturingGroups(), std::move(guards));
    for (int i = 0; i < 5; ++i) {
      const std::string text = random.text();
      for (std::uint32_t from = 0; from <= text.size(); ++from) {
        if (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) continue;
        const auto expected = perl.find(text, from);
        ASSERT_EQ(show(ours.find(text, from)), show(expected))
            << fmt::format("core '{}' before '{}' after '{}' not_before '{}' not_after '{}' text '{}' from {}",
                           pattern.core, pattern.before, pattern.after, pattern.not_before, pattern.not_after, text,
                           from);
        compared += expected.has_value();
        const auto bare = ours.find_unguarded(text, from);
        refused += bare && show(bare) != show(expected);
      }
    }
  }
  EXPECT_GT(compared, 4000) << "too few matches for the comparison to say much";
  EXPECT_GT(refused, 4000) << "too few guards decided anything";
}

TEST(BarredExpression, KeepsEveryAtomAndCount) {
  EXPECT_EQ(barred_expression("(a甲?)"), R"(((?:\x{F8FF}?a)(?:\x{F8FF}?甲)?)(?:[^\x{F8FF}]|\z))");
  EXPECT_EQ(barred_expression(R"((?i:[^]a]{2}\P{Han}\bx\d))"),
            R"((?i:(?:\x{F8FF}?[^\x{F8FF}]a]){2}(?:\x{F8FF}?[^\p{Han}\x{F8FF}])\b(?:\x{F8FF}?x)(?:\x{F8FF}?\d))(?:[^\x{F8FF}]|\z))");
}

}  // namespace
}  // namespace edgewise
