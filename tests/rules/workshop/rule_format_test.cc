// SPDX-License-Identifier: Apache-2.0
// The normal form of rule files: shipped packs, and the same packs written badly.
#include "rules/rule_format.h"

#include <filesystem>
#include <random>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/yaml_layout.h"
#include "tests/golden_file.h"

namespace edgewise {
namespace {

std::string formatted(std::string_view text) {
  const Result<std::string> result = format_rules("p.yaml", text);
  return result ? *result : "refused: " + render(result.error().front());
}

std::vector<std::filesystem::path> shipped_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(EDGEWISE_SOURCE_DIR) / "rules/packs"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// The quote that is open behind `line`, or '\0', when `open` was before it. Quotes within words open nothing.
char quote_behind(const std::string& line, char open) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (open == '"' && c == '\\') {
      ++at;
    } else if (open != '\0') {
      if (c == open) open = '\0';
    } else if (c == '\'' || c == '"') {
      if (at == 0 || std::string_view(" [{,'").find(line[at - 1]) != std::string_view::npos) open = c;
    } else if (c == '#' && (at == 0 || line[at - 1] == ' ')) {
      break;
    }
  }
  return open;
}

// The file with blanks, blank lines and indentation in bad order, but with the same values and comments. Texts that run
// over several lines are left alone.
std::string mangled(const std::string& text, std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto now_and_then = [&random](unsigned of) { return random() % of == 0; };
  std::string result;
  bool in_block = false;
  std::size_t block_column = 0;
  char quote = '\0';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    at = end + 1;
    const std::size_t column = std::min(line.find_first_not_of(' '), line.size());
    if (in_block && (column == line.size() || column > block_column)) {
      result += line + '\n';
      continue;
    }
    const char quote_before = quote;
    quote = quote_behind(line, quote);
    if (quote_before != '\0' || quote != '\0') {
      result += line + '\n';
      continue;
    }
    in_block = line.ends_with(" |") || line.ends_with(" >") || line.ends_with(" |-") || line.ends_with(" >-");
    block_column = column;
    const bool plain = !in_block && column < line.size() && line.find_first_of("'\"#\\") == std::string::npos;
    if (plain && now_and_then(2))
      for (std::size_t comma = line.find(", "); comma != std::string::npos && line.find('{') < comma;
           comma = line.find(", ", comma + 4))
        line.replace(comma, 2, " ,  ");
    // Other items go on in the next line, which would have to move as well.
    const bool whole_item = line.compare(column, 3, "- {") == 0 && line.ends_with('}');
    if (plain && whole_item && now_and_then(3)) line.insert(column + 1, "  ");
    if (!in_block && now_and_then(4)) line += "  ";
    if (now_and_then(9)) result += "\n\n\n";
    result += line + (now_and_then(5) && !in_block ? "\r\n" : "\n");
  }
  return result;
}

TEST(RuleFormat, ShippedFilesKeepTheirCommentsAndReachAFixedPoint) {
  for (const std::filesystem::path& file : shipped_files()) {
    const std::string text = testing::read_file(file);
    const std::string once = formatted(text);
    ASSERT_FALSE(once.starts_with("refused")) << file << once;
    EXPECT_EQ(formatted(once), once) << file;
    EXPECT_EQ(lay_out_yaml(text).comments, lay_out_yaml(once).comments) << file;
    EXPECT_EQ(std::count(text.begin(), text.end(), '#'), std::count(once.begin(), once.end(), '#')) << file;
  }
}

TEST(RuleFormat, BadlyWrittenFilesReachAFormThatSaysTheSame) {
  for (const std::filesystem::path& file : shipped_files()) {
    const std::string text = testing::read_file(file);
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
      const std::string once = formatted(mangled(text, seed));
      EXPECT_FALSE(once.starts_with("refused")) << file << " with seed " << seed << "\n" << once;
      EXPECT_EQ(formatted(once), once) << file << " with seed " << seed;
    }
  }
}

TEST(RuleFormat, ListsUnderAKeyAreIndented) {
  EXPECT_EQ(formatted("a:\n- b\n-   c: 1\n    d: 2\ne: 3\n"), "a:\n  - b\n  - c: 1\n    d: 2\ne: 3\n");
}

TEST(RuleFormat, LevelsHaveTwoColumns) {
  EXPECT_EQ(formatted("a:\n      b:\n        c: 1\n      d: 2\n"), "a:\n  b:\n    c: 1\n  d: 2\n");
}

TEST(RuleFormat, BracketsAreSpacedAndTextsInThemAreNot) {
  EXPECT_EQ(formatted("a: { b:  [ c ,d,e  f ], 'g  h' :  \"i,j\" , k: 'l''  ,m' }\n"),
            "a: {b: [c, d, e  f], 'g  h': \"i,j\", k: 'l''  ,m'}\n");
}

TEST(RuleFormat, BlockTextsKeepTheirShape) {
  EXPECT_EQ(formatted("a:\n    b: |\n          x\n            y\n\n          z  \n\n\n    c: >-\n      p\n      q\n"),
            "a:\n  b: |\n        x\n          y\n\n        z  \n\n  c: >-\n    p\n    q\n");
}

TEST(RuleFormat, CommentsGoWithWhatFollowsOrWithTheirLevel) {
  EXPECT_EQ(formatted("# top\na:\n    # of b\n    b: 1   # behind\n    # last of a\nc: 2\n# end\n"),
            "# top\na:\n  # of b\n  b: 1   # behind\n  # last of a\nc: 2\n# end\n");
}

TEST(RuleFormat, BlankLinesAndLineEndsAreEvened) {
  EXPECT_EQ(formatted("\xEF\xBB\xBF\n\na: 1  \r\n\r\n\r\n\r\nb: 2\n\n\n"), "a: 1\n\nb: 2\n");
  EXPECT_EQ(formatted("a: 1"), "a: 1\n");
}

TEST(RuleFormat, TextsOverSeveralLinesMoveWithTheirKey) {
  EXPECT_EQ(formatted("a:\n    b: 'x\n      y'\n    c: [d,\n        e ]\n"),
            "a:\n  b: 'x\n    y'\n  c: [d,\n      e]\n");
}

TEST(RuleFormat, WhatIsNoYamlIsRefusedWithItsPlace) {
  const Result<std::string> result = format_rules("p.yaml", "a: [\n");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().front().code, "E102");
}

}  // namespace
}  // namespace edgewise
