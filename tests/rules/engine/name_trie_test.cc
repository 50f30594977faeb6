// SPDX-License-Identifier: Apache-2.0
#include "rules/name_trie.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace edgewise {
namespace {

TEST(NameTrie, TheLongestNameWins) {
  NameTrie trie;
  trie.add("新加坡", 1);
  trie.add("新加坡政府", 2);
  const std::string text = "新加坡政府与新加坡";
  EXPECT_EQ(trie.longest_at(text, 0, 27).value, 2u);
  EXPECT_EQ(trie.longest_at(text, 0, 27).span, (Span{0, 15}));
  EXPECT_EQ(trie.longest_at(text, 18, 27).value, 1u);
  EXPECT_EQ(trie.longest_at(text, 0, 9).value, 1u) << "a name may not run over the end";
}

TEST(NameTrie, LatinNamesNeedTheirOwnWord) {
  NameTrie trie;
  trie.add("Arm", 1);
  trie.add("A100", 2);
  EXPECT_EQ(trie.longest_at("Army", 0, 4).value, NameTrie::kNone);
  EXPECT_EQ(trie.longest_at("Farm", 1, 4).value, NameTrie::kNone);
  EXPECT_EQ(trie.longest_at("对Arm的", 3, 9).value, 1u) << "Chinese may stand right beside it";
  EXPECT_EQ(trie.longest_at("A1000", 0, 5).value, NameTrie::kNone);
  EXPECT_EQ(trie.longest_at("A100芯片", 0, 10).value, 2u);
}

TEST(NameTrie, AShorterNameCountsWhereTheLongerOneBreaksAWord) {
  NameTrie trie;
  trie.add("Intel", 1);
  trie.add("Intel Cap", 2);
  EXPECT_EQ(trie.longest_at("Intel Capital", 0, 13).value, 1u);
}

TEST(NameTrie, FoldsCaseOnlyWhereAsked) {
  NameTrie exact, fold(NameTrie::Case::fold);
  exact.add("Target", 1);
  fold.add("Target", 1);
  EXPECT_EQ(exact.longest_at("target", 0, 6).value, NameTrie::kNone);
  EXPECT_EQ(fold.longest_at("TARGET", 0, 6).value, 1u);
}

TEST(NameTrie, TheFirstValueOfANameStays) {
  NameTrie trie;
  EXPECT_EQ(trie.add("华为", 1), 1u);
  EXPECT_EQ(trie.add("华为", 2), 1u);
  EXPECT_EQ(trie.find("华为"), 1u);
  EXPECT_EQ(trie.find("华"), NameTrie::kNone);
  EXPECT_EQ(trie.size(), 1u);
}

// Random names over a small alphabet, so that prefixes and overlaps abound.
TEST(NameTrie, FindsWhatALinearSearchFinds) {
  std::mt19937 random(7);
  const std::vector<std::string> letters = {"华", "为", "中", "𠮷", "é", "。"};
  const auto word = [&](std::size_t longest) {
    std::string text;
    for (std::size_t i = 0, n = 1 + random() % longest; i < n; ++i) text += letters[random() % letters.size()];
    return text;
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> names;
    NameTrie trie;
    for (int i = 0; i < 12; ++i) {
      names.push_back(word(4));
      trie.add(names.back(), static_cast<std::uint32_t>(i));
    }
    const std::string text = word(30);
    for (std::size_t at = 0; at < text.size(); (void)next_code_point(text, at)) {
      std::size_t longest = 0;
      for (const std::string& name : names) {
        if (text.compare(at, name.size(), name) != 0) continue;
        const auto is_letter = [&](std::size_t position) { return is_word_character(next_code_point(text, position)); };
        std::size_t before = at, last = at + name.size();
        const bool breaks_left = at > 0 && is_letter(at) && is_word_character(previous_code_point(text, before));
        const bool breaks_right =
            last < text.size() && is_letter(last) && is_word_character(previous_code_point(text, last));
        if (!breaks_left && !breaks_right) longest = std::max(longest, name.size());
      }
      const NameTrie::Hit hit =
          trie.longest_at(text, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size()));
      EXPECT_EQ(hit.span.size(), longest) << text << " at " << at;
    }
  }
}

TEST(NameTrie, OccurrencesIgnoreWordBoundaries) {
  NameTrie trie;
  trie.add("ab", 1);
  trie.add("b", 2);
  std::vector<std::uint32_t> values;
  trie.occurrences("xabx", values);
  EXPECT_EQ(values, (std::vector<std::uint32_t>{1, 2}));
}

}  // namespace
}  // namespace edgewise
