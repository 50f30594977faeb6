// SPDX-License-Identifier: Apache-2.0
// Where files are divided into articles, one folder for each rule, and on real articles where they are at hand.
#include "text/article_split.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/golden_file.h"
#include "tests/text/document_invariants.h"
#include "tests/text/shared_corpus.h"
#include "text/document.h"
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

class RealArticles : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::is_directory(folder_))
      GTEST_SKIP() << folder_
                   << " is not here; set EDGEWISE_SHARED to try the articles that are not part of the project";
  }

  std::vector<std::filesystem::path> single_files() const {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
      if (entry.path().filename().string().starts_with("a") && !entry.path().filename().string().starts_with("all"))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
  }

  const std::filesystem::path folder_ = testing::shared_folder() / "corpus/zh-chips";
};

TEST_F(RealArticles, StayWholeInFilesOfTheirOwn) {
  ASSERT_EQ(single_files().size(), 6u);
  for (const auto& file : single_files()) EXPECT_EQ(split_articles(testing::read_file(file)).size(), 1u) << file;
}

TEST_F(RealArticles, AreToldApartInOneFile) {
  const std::string all = testing::read_file(folder_ / "all-six-in-one-file.txt");
  std::vector<std::string> expected, titles;
  for (const auto& file : single_files()) expected.push_back(first_line(testing::read_file(file)));
  for (const Article& article : split_articles(all))
    titles.emplace_back(Document::make("a", std::string(article.bytes)).title());
  EXPECT_EQ(titles, expected);
}

TEST_F(RealArticles, KeepTheInvariants) {
  for (const char* part : {"zh-chips", "zh-news"})
    for (const auto& entry : std::filesystem::directory_iterator(testing::shared_folder() / "corpus" / part))
      EXPECT_EQ(testing::broken_invariant(testing::read_file(entry.path())), "") << entry.path();
}

}  // namespace
}  // namespace edgewise
