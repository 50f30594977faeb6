// SPDX-License-Identifier: Apache-2.0
// Rule files that mean harm: each gives a complaint, soon, and within little memory.
#include <algorithm>
#include <cstdint>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rule_reader.h"
#include "rules/rule_review.h"
#include "rules/rule_set.h"
#include "tests/golden_file.h"
#include "tests/scratch_folder.h"
#include "tests/working_folder.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif
constexpr std::size_t kMegabyte = 1 << 20;

std::size_t memory_field(std::string_view field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field)) return std::stoul(line.substr(field.size() + 1)) * 1024;
  return 0;
}

// Runs in a folder of its own and measures what reading and compiling cost.
class UntrustedRules : public ::testing::Test {
 protected:
  UntrustedRules() : folder_("untrusted"), working_(folder_.path()) {}

  Diagnostics check(const std::string& pack = "pack.yaml") {
    std::ofstream("/proc/self/clear_refs") << "5";  // forgets the highest use of memory so far
    const std::size_t before = memory_field("VmRSS:");
    const std::clock_t start = std::clock();  // of the processor: other programs must not fail the test
    Diagnostics found, warnings;
    const std::vector<fs::path> packs = {pack};
    if (auto source = read_rules(packs, warnings); !source) {
      found = source.error();
    } else if (const auto rules = RuleSet::compile(std::move(*source), warnings); !rules) {
      found = rules.error();
    } else {
      review_rules(*rules, warnings);
    }
    seconds_ = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    memory_ = memory_field("VmHWM:") - before;
    found.insert(found.end(), warnings.begin(), warnings.end());
    for (const Diagnostic& diagnostic : found) EXPECT_LT(render(diagnostic).size(), 20'000U);
    EXPECT_LE(found.size(), 210U);
    return found;
  }

  void expect_messages(const std::string& name, const Diagnostics& found) {
    std::string text;
    for (const Diagnostic& diagnostic : found) text += render(diagnostic);
    ::edgewise::testing::expect_golden(
        fs::path(EDGEWISE_SOURCE_DIR) / "tests/rules/reader/generated" / name / "expected.txt", text);
  }

  void expect_cheap(double seconds, std::size_t megabytes) const {
    EXPECT_LT(seconds_, kSanitized ? seconds * 20 : seconds);
    EXPECT_TRUE(kSanitized || memory_ / kMegabyte < megabytes) << memory_ / kMegabyte;
  }

  std::string write(const std::string& name, std::string_view text) { return folder_.write(name, text); }

  testing::ScratchFolder folder_;
  testing::WorkingFolder working_;
  double seconds_ = 0;
  std::size_t memory_ = 0;
};

bool has(const Diagnostics& found, std::string_view code) {
  return std::any_of(found.begin(), found.end(), [&](const Diagnostic& d) { return d.code == code; });
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

TEST_F(UntrustedRules, OfRandomBytesAreNotText) {
  std::mt19937 random(7);
  std::string bytes(kMegabyte, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  write("pack.yaml", bytes);
  const Diagnostics found = check();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "E112");
  expect_cheap(2, 64);
}

TEST_F(UntrustedRules, OfRandomSignsOfYamlAreRefused) {
  std::mt19937 random(11);
  constexpr std::string_view kSigns = "{}[]:,-?&*!|>'\"%@` \n\t#ab东{from}<x>\\";
  for (int round = 0; round < 8; ++round) {
    std::string text = "edgewise: 1\n";
    while (text.size() < kMegabyte / 8) text += kSigns[random() % kSigns.size()];
    write("pack.yaml", text);
    EXPECT_FALSE(check().empty());
    expect_cheap(2, 64);
  }
}

TEST_F(UntrustedRules, NestedTenThousandDeepAreRefused) {
  std::string indented;
  for (int level = 0; level < 10'000; ++level) indented += std::string(static_cast<std::size_t>(level), ' ') + "a:\n";
  const std::vector<std::string> deep = {
      "types: " + repeated("[", 10'000),
      "types: " + repeated("{a: ", 10'000),
      repeated("- ", 10'000) + "x",
      repeated("? ", 10'000) + "x",
      "edgewise: 1\ntypes:\n" + repeated("- - ", 5'000),
      indented,
  };
  for (const std::string& text : deep) {
    write("pack.yaml", text);
    const Diagnostics found = check();
    EXPECT_TRUE(has(found, "E110")) << text.substr(0, 40);
    expect_cheap(4, 300);
  }
}

TEST_F(UntrustedRules, WithDeeplyNestedPatternsAreRefused) {
  write("pack.yaml", fmt::format("edgewise: 1\ntypes: {{T: {{}}}}\nmentions:\n  - {{type: T, match: '{}a{}'}}\n",
                                 repeated("(", 10'000), repeated(")", 10'000)));
  const Diagnostics found = check();
  ASSERT_FALSE(found.empty());
  EXPECT_THAT(found[0].code, ::testing::AnyOf("E208", "E214"));
  expect_cheap(2, 64);
}

TEST_F(UntrustedRules, WithAliasesThatExpandWithoutEndAreRefused) {
  std::string text = "edgewise: 1\nfragments:\n  a0: &a0 [x, x]\n";
  for (int i = 1; i < 40; ++i) text += fmt::format("  a{0}: &a{0} [*a{1}, *a{1}, *a{1}]\n", i, i - 1);
  write("pack.yaml", text);
  const Diagnostics found = check();
  ASSERT_GT(found.size(), 100U);
  for (const Diagnostic& diagnostic : found)
    EXPECT_THAT(diagnostic.code, ::testing::AnyOf("E109", "E125", "E106", "E113"));
  expect_cheap(2, 64);
}

TEST_F(UntrustedRules, WithFragmentsThatExpandWithoutEndAreRefused) {
  std::string text = "edgewise: 1\ntypes: {Company: {}}\nfragments:\n  f0: 东\n";
  for (int i = 1; i < 20; ++i) text += fmt::format("  f{0}: '<f{1}><f{1}><f{1}>'\n", i, i - 1);
  write("pack.yaml", text + "mentions:\n  - {type: Company, match: '<f19>公司'}\n");
  const Diagnostics found = check();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, "E214");
  expect_cheap(4, 300);
}

TEST_F(UntrustedRules, OfMoreThan64MegabytesAreNotRead) {
  write("pack.yaml", "edgewise: 1\nimport: large.yaml\nentities: [{file: large.tsv, type: Company}]\n");
  write("large.yaml", "pack: ");
  write("large.tsv", "name\n");
  fs::resize_file("large.yaml", 100 * kMegabyte);  // a file with a hole needs no room
  fs::resize_file("large.tsv", 100 * kMegabyte);
  expect_messages("a-file-that-is-too-large", check());
  expect_cheap(1, 32);
}

TEST_F(UntrustedRules, WithOneEndlessLineAreRefused) {
  write("pack.yaml",
        "edgewise: 1\nimport: long.yaml\ntypes: {Company: {}}\nentities: [{file: long.tsv, type: Company}]\n");
  write("long.yaml", "edgewise: 1\ndescription: " + std::string(20 * kMegabyte, 'x'));
  write("long.tsv", "name\taliases\n" + repeated("甲\t", 5 * kMegabyte));
  expect_messages("a-line-that-is-too-long", check());
  expect_cheap(3, 700);
}

TEST_F(UntrustedRules, WithOneEndlessTextOfManyLinesAreRefused) {
  for (const std::string style : {"|\n", ">\n", "\"\n", "'\n", "\n"}) {
    const char close = style.size() == 2 && style[0] != '|' && style[0] != '>' ? style[0] : '\n';
    write("pack.yaml", "edgewise: 1\ntypes: {Company: {}}\ndescription: " + style +
                           repeated("  一行 of text\n", 100'000) + "  " + close + "\n");
    const Diagnostics found = check();
    ASSERT_EQ(found.size(), 1U) << style;
    EXPECT_EQ(found[0].code, "E119") << style;
    EXPECT_EQ(found[0].where.line, style == "\n" ? 4U : 3U) << style;
    expect_cheap(8, 400);
  }
}

TEST_F(UntrustedRules, WithMoreValuesThanAFileMayHoldAreRefused) {
  write("pack.yaml",
        "edgewise: 1\nimport: many.yaml\ntypes: {Company: {}}\nentities: [{file: many.tsv, type: Company}]\n");
  write("many.yaml", "edgewise: 1\nnotes:\n" + repeated("- x\n", 500'001));
  write("many.tsv", "name\taliases\n" + repeated("甲\t" + repeated("|", 500'000) + "\n", 7));
  Diagnostics found = check();
  std::erase_if(found, [](const Diagnostic& d) { return d.code != "E124"; });
  expect_messages("more-values-than-a-file-may-hold", found);
  expect_cheap(12, 1500);
}

TEST_F(UntrustedRules, WithMoreMistakesThanAnybodyReadsAreCutShort) {
  std::string yaml = "edgewise: 1\ntypes: {Company: {}}\nentities: [{file: names.tsv, type: Company}]\n";
  for (int i = 0; i < 150; ++i) yaml += fmt::format("key{}: x\n", i);
  std::string table = "name\n";
  for (int i = 0; i < 150; ++i) table += "甲公司\n";
  write("pack.yaml", yaml);
  write("names.tsv", table);
  Diagnostics found = check();
  ASSERT_EQ(found.size(), 202U);
  std::erase_if(found, [](const Diagnostic& d) { return d.code != "E125" && d.code != "W102"; });
  expect_messages("more-mistakes-than-anybody-reads", found);
}

TEST_F(UntrustedRules, WithAMistakeInEveryRowAreCutShort) {
  std::string table = "name\ttype\n";
  for (int i = 0; i < 100'000; ++i) table += fmt::format("公司{}\tCompnay\n", i);
  write("pack.yaml", "edgewise: 1\ntypes: {Company: {}}\nentities: [{file: names.tsv}]\n");
  write("names.tsv", table);
  const Diagnostics found = check();
  ASSERT_EQ(found.size(), 101U);
  EXPECT_EQ(found[0].code, "E201");
  EXPECT_EQ(found[100].code, "E125");
  expect_cheap(8, 400);
}

TEST_F(UntrustedRules, ThatImportEachOtherThroughLinksAreACycle) {
  write("pack.yaml", "edgewise: 1\nimport: again/again/other.yaml\n");
  write("other.yaml", "edgewise: 1\nimport: again/link.yaml\n");
  fs::create_directory_symlink(".", "again");
  fs::create_symlink("pack.yaml", "link.yaml");
  expect_messages("an-import-cycle-through-links", check());
  fs::create_symlink("self.yaml", "self.yaml");
  write("pack.yaml", "edgewise: 1\nimport: self.yaml\n");
  expect_messages("a-link-to-itself", check());
}

TEST_F(UntrustedRules, ThatImportEachOtherWithoutEndAreRefused) {
  for (int i = 0; i < 300; ++i)
    write(fmt::format("f{}.yaml", i), fmt::format("edgewise: 1\nimport: f{}.yaml\n", i + 1));
  expect_messages("imports-that-follow-each-other-too-far", check("f0.yaml"));
  expect_cheap(2, 64);
}

TEST_F(UntrustedRules, FromATextNameNoFiles) {
  Diagnostics warnings;
  const auto source = read_rules_text(
      "given.yaml", "edgewise: 1\nimport: [words.yaml]\nentities:\n  - {file: names.tsv, type: Company}\n", warnings);
  ASSERT_FALSE(source);
  expect_messages("a-text-that-names-files", source.error());
}

TEST_F(UntrustedRules, WithHundredsOfPatternsAlikeAreReviewedAllTheSame) {
  write("pack.yaml",
        "edgewise: 1\nlanguage: zh\ntypes: {Company: {}}\nentities:\n  - {name: 东海电子, type: Company}\n"
        "  - {name: 南山芯片, type: Company}\nrelations:\n  company-acquires:\n    from: Company\n    to: Company\n"
        "    match:\n" +
            repeated("      - '{from}{..8}收购{to}'\n", 400));
  const Diagnostics found = check();
  EXPECT_TRUE(has(found, "W210"));
  EXPECT_TRUE(has(found, "W102"));
  expect_cheap(10, 300);
}

TEST_F(UntrustedRules, WithMoreTypesThanCanBeComparedAreRefused) {
  std::string types = "edgewise: 1\ntypes:\n",
              patterns = "edgewise: 1\ntypes: {Company: {}}\nmentions:\n  - type: Company\n    match:\n";
  for (int i = 0; i < 20'000; ++i) types += fmt::format("  T{}: {{is: T0}}\n", i);
  for (int i = 0; i < 20'001; ++i) patterns += "    - 东海公司\n";
  write("types.yaml", types);
  write("patterns.yaml", patterns);
  Diagnostics found = check("types.yaml");
  expect_cheap(8, 800);
  const Diagnostics more = check("patterns.yaml");
  found.insert(found.end(), more.begin(), more.end());
  write("gaps.yaml", "edgewise: 1\ntypes: {Company: {}}\nmentions:\n  - type: Company\n    match:\n" +
                         repeated("    - '甲{..200}乙{..200}丙{..200}丁{..200}戊{..200}己{..200}'\n", 2'000));
  const Diagnostics large = check("gaps.yaml");
  found.insert(found.end(), large.begin(), large.end());
  expect_cheap(20, 1500);
  expect_messages("more-types-or-patterns-than-a-rule-set-may-have", found);
}

}  // namespace
}  // namespace edgewise
