// SPDX-License-Identifier: Apache-2.0
// Keeps the documentation true: its rule files compile and pass, and every diagnostic is explained.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/rule_examples.h"
#include "rules/rule_reader.h"
#include "rules/rule_set.h"
#include "text/diagnostic.h"

namespace edgewise {
namespace {

const std::filesystem::path kRoot = EDGEWISE_SOURCE_DIR;

// A fenced block of a page.
struct Block {
  std::string page;
  int line = 0;  // of the fence
  std::string body;
};

void PrintTo(const Block& block, std::ostream* out) { *out << block.page << ':' << block.line; }

std::vector<std::string> lines_of(const std::string& page) {
  std::ifstream in(kRoot / page);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Block> blocks_of(const std::string& page, const std::string& language) {
  std::vector<Block> blocks;
  bool inside = false, wanted = false;
  int number = 0;
  for (const std::string& line : lines_of(page)) {
    ++number;
    if (line.starts_with("```")) {
      inside = !inside;
      wanted = inside && line == "```" + language;
      if (wanted) blocks.push_back({page, number, {}});
    } else if (wanted) {
      blocks.back().body += line + "\n";
    }
  }
  return blocks;
}

// Blocks that import a pack are files of a walk-through; follow_documentation_test.py runs those.
std::vector<Block> rule_files_of_documentation() {
  std::vector<Block> found;
  std::vector<std::string> pages = {"README.md", "CONTRIBUTING.md"};
  for (const auto& entry : std::filesystem::directory_iterator(kRoot / "docs"))
    if (entry.path().extension() == ".md") pages.push_back("docs/" + entry.path().filename().string());
  std::sort(pages.begin(), pages.end());
  for (const std::string& page : pages)
    for (Block& block : blocks_of(page, "yaml"))
      if (block.body.find("\nimport:") == std::string::npos) found.push_back(std::move(block));
  return found;
}

std::string rendered(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += render(diagnostic);
  return text;
}

class DocumentedRuleFile : public ::testing::TestWithParam<Block> {};

TEST_P(DocumentedRuleFile, LoadsWithoutComplaintAndItsExamplesPass) {
  Diagnostics warnings;
  Result<RuleSource> source = read_rules_text(GetParam().page, GetParam().body, warnings);
  ASSERT_TRUE(source.has_value()) << rendered(source.error());
  const bool has_relations = GetParam().body.find("\nrelations:") != std::string::npos;
  Result<RuleSet> rules = RuleSet::compile(*std::move(source), warnings);
  ASSERT_TRUE(rules.has_value()) << rendered(rules.error());
  EXPECT_EQ(rendered(warnings), "");
  const ExampleReport report = run_examples(*rules);
  EXPECT_EQ(report.failed, 0U) << rendered(report.failures);
  EXPECT_EQ(report.passed > 0, has_relations) << "a documented relation has examples";
}

INSTANTIATE_TEST_SUITE_P(Page, DocumentedRuleFile, ::testing::ValuesIn(rule_files_of_documentation()),
                         [](const ::testing::TestParamInfo<Block>& block) {
                           std::string name = block.param.page + "_line_" + std::to_string(block.param.line);
                           for (char& c : name)
                             if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                           return name;
                         });

TEST(Documentation, ShowsWhatIsSaidOfFilesThatATextNames) {
  Diagnostics warnings;
  const std::string rules = "edgewise: 1\nimport: [words.yaml]\n";
  const Result<RuleSource> source = read_rules_text("mine.yaml", rules, warnings);
  ASSERT_FALSE(source.has_value());
  const std::string shown = rendered(source.error());
  const std::vector<Block> blocks = blocks_of("docs/diagnostics.md", "text");
  EXPECT_TRUE(std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) { return block.body == shown; }))
      << shown;
}

TEST(Documentation, ExplainsEveryDiagnosticAndNoOther) {
  std::set<std::string> explained;
  for (const std::string& line : lines_of("docs/diagnostics.md")) {
    if (line.starts_with("## ") || line.starts_with("### ")) {
      const std::string title = line.substr(line.find(' ') + 1);
      const std::string word = title.substr(0, title.find_first_of(" :"));
      if (word.size() == 4 && (word[0] == 'E' || word[0] == 'W') && std::isdigit(static_cast<unsigned char>(word[1]))) {
        EXPECT_TRUE(explained.insert(word).second) << word << " is explained twice";
      }
    }
  }
  std::set<std::string> known;
  for (const DiagnosticKind& kind : diagnostic_kinds()) known.emplace(kind.code);
  EXPECT_EQ(explained, known);
}

}  // namespace
}  // namespace edgewise
