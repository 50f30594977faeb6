// SPDX-License-Identifier: Apache-2.0
// Where files are divided into articles: one folder for each rule, and whole articles.
#include "text/article_split.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/golden_file.h"
#include "tests/text/document_invariants.h"
#include "text/document.h"
#include "text/mend_utf8.h"
#include "text/normalise.h"

namespace edgewise {
namespace {

const std::filesystem::path kRoot = std::filesystem::path(EDGEWISE_SOURCE_DIR) / "tests/text/articles";

std::string first_line(std::string_view bytes) {
  const std::string text = normalise(mend_utf8(bytes).text).text;
  return text.substr(0, text.find('\n'));
}

std::string last_line(std::string_view bytes) {
  std::string text = normalise(mend_utf8(bytes).text).text;
  while (text.ends_with('\n')) text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

class Articles : public ::testing::TestWithParam<std::string> {};

TEST_P(Articles, AreExactlyThese) {
  const std::filesystem::path folder = kRoot / GetParam();
  const std::string bytes = testing::read_file(folder / "file.txt");
  std::string dump;
  for (const Article& article : split_articles(bytes))
    dump += fmt::format("line {}, byte {}, {} bytes\n  first: {}\n  last: {}\n", article.line, article.offset,
                        article.bytes.size(), first_line(article.bytes), last_line(article.bytes));
  testing::expect_golden(folder / "expected.txt", dump);
  EXPECT_EQ(testing::broken_split(bytes, ArticleSplit::automatic), "");
}

INSTANTIATE_TEST_SUITE_P(Golden, Articles, ::testing::ValuesIn(testing::case_names(kRoot)), testing::test_name);

TEST(ArticleSplitModes, CanLookForSeparatorsAloneOrForNothing) {
  const std::string headlines = testing::read_file(kRoot / "headlines-with-ledes-divide-a-file/file.txt");
  EXPECT_EQ(split_articles(headlines, ArticleSplit::automatic).size(), 3u);
  EXPECT_EQ(split_articles(headlines, ArticleSplit::separator).size(), 1u);
  const std::string separators = testing::read_file(kRoot / "separators-divide-and-headlines-do-not/file.txt");
  EXPECT_EQ(split_articles(separators, ArticleSplit::separator).size(), 3u);
  ASSERT_EQ(split_articles(separators, ArticleSplit::none).size(), 1u);
  EXPECT_EQ(split_articles(separators, ArticleSplit::none)[0].bytes, separators);
}

// Whole articles as they come, rather than cases made for one rule: those of the examples, or, to try others, those of
// the folder that EDGEWISE_ARTICLES names.
class WholeArticles : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
      if (entry.path().extension() == ".txt") files_.push_back(entry.path());
    std::sort(files_.begin(), files_.end());
    ASSERT_FALSE(files_.empty()) << folder_;
  }

  const std::filesystem::path folder_ = std::filesystem::path(EDGEWISE_SOURCE_DIR) / "examples/articles";
  std::vector<std::filesystem::path> files_;
};

TEST_F(WholeArticles, StayWholeInFilesOfTheirOwn) {
  for (const auto& file : files_) {
    const std::string bytes = testing::read_file(file);
    const bool separated = bytes.find("\n---\n") != std::string::npos;
    EXPECT_EQ(split_articles(bytes).size(), separated ? 2u : 1u) << file;
  }
}

TEST_F(WholeArticles, AreDividedInOneFileByTitlesAloneAndAtEverySeparator) {
  std::string joined, separated;
  std::vector<std::string> titles;
  for (const auto& file : files_) {
    const std::string bytes = testing::read_file(file);
    for (const Article& article : split_articles(bytes)) {
      joined += fmt::format("{}\n", article.bytes);
      separated += fmt::format("{}{}", separated.empty() ? "" : "\n---\n\n", article.bytes);
      titles.push_back(first_line(article.bytes));
    }
  }
  std::vector<std::string> found;
  for (const Article& article : split_articles(separated)) found.push_back(first_line(article.bytes));
  EXPECT_EQ(found, titles);
  const std::vector<Article> by_title = split_articles(joined);
  EXPECT_GT(by_title.size(), 1u);
  for (const Article& article : by_title)
    EXPECT_NE(std::find(titles.begin(), titles.end(), first_line(article.bytes)), titles.end())
        << first_line(article.bytes);
}

TEST_F(WholeArticles, KeepTheInvariants) {
  for (const auto& file : files_) EXPECT_EQ(testing::broken_invariant(testing::read_file(file)), "") << file;
}

}  // namespace
}  // namespace edgewise
