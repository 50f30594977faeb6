// SPDX-License-Identifier: Apache-2.0
// What holds for every format in the table.
#include "export/format.h"

#include <algorithm>
#include <future>

#include <gmock/gmock.h>

#include "tests/export/sample_graphs.h"
#include "tests/export/written.h"
#include "text/mend_utf8.h"

namespace edgewise {
namespace {

using testing::written;

TEST(Formats, AreFoundByEndingOrNameInAnyCase) {
  for (const Format& format : formats()) {
    EXPECT_EQ(find_format(format.name), &format);
    EXPECT_EQ(find_format("out/graph" + std::string(format.ending)), &format);
  }
  EXPECT_EQ(find_format("GRAPH.GraphML"), find_format("graphml"));
  EXPECT_EQ(find_format("a.dot.svg"), find_format("svg"));
  for (const char* unknown : {"", "graph", "graph.dots", "graphml/x", "x.gexf", "xdot"})
    EXPECT_EQ(find_format(unknown), nullptr) << unknown;
}

TEST(Formats, AreSortedAndDescribed) {
  EXPECT_TRUE(std::is_sorted(formats().begin(), formats().end(),
                             [](const Format& a, const Format& b) { return a.name < b.name; }));
  for (const Format& format : formats()) EXPECT_FALSE(format.summary.empty());
}

class EveryFormat : public ::testing::TestWithParam<std::string_view> {
 protected:
  const Format& format() const { return *find_format(GetParam()); }
};

TEST_P(EveryFormat, GivesTheSameBytesEveryTime) {
  for (const KnowledgeGraph& graph :
       {testing::trade_graph(), testing::torture_graph(), testing::random_graph(300, 400)})
    EXPECT_TRUE(written(GetParam(), graph) == written(GetParam(), graph));
}

TEST_P(EveryFormat, GivesTheSameBytesFromSeveralThreads) {
  const KnowledgeGraph graph = testing::trade_graph();
  const std::string expected = written(GetParam(), graph);
  std::vector<std::future<std::string>> runs;
  runs.reserve(4);
  for (int i = 0; i < 4; ++i)
    runs.push_back(std::async(std::launch::async, [&] { return written(GetParam(), graph); }));
  for (auto& run : runs) EXPECT_TRUE(run.get() == expected);
}

TEST_P(EveryFormat, IsValidUtf8WithoutAByteOrderMark) {
  const std::string text = written(GetParam(), testing::torture_graph());
  EXPECT_THAT(mend_utf8(text).bad_offsets, ::testing::IsEmpty());
  EXPECT_FALSE(text.starts_with("\xEF\xBB\xBF"));
  EXPECT_TRUE(text.ends_with('\n'));
}

TEST_P(EveryFormat, StopsWhenTheSinkGivesUp) {
  const KnowledgeGraph graph = testing::random_graph(300, 600);
  const std::size_t whole = written(GetParam(), graph).size();
  for (std::size_t limit : {std::size_t{0}, whole / 2, whole - 1}) {
    std::size_t taken = 0;
    int refusals = 0;
    Diagnostics diagnostics;
    const auto sink = [&](std::string_view bytes) {
      if (taken + bytes.size() > limit) return ++refusals, false;
      taken += bytes.size();
      return true;
    };
    EXPECT_FALSE(format().write(graph, {}, sink, diagnostics));
    EXPECT_EQ(refusals, 1) << "nothing is offered after a refusal";
    EXPECT_TRUE(diagnostics.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(All, EveryFormat, ::testing::Values("dot", "graphml", "svg"),
                         [](const auto& test) { return std::string(test.param); });

TEST(Formats, StreamInPiecesOfBoundedSize) {
  const KnowledgeGraph graph = testing::random_graph(2000, 4000);
  for (std::string_view name : {"dot", "graphml"}) {
    std::size_t largest = 0;
    Diagnostics diagnostics;
    const auto sink = [&](std::string_view bytes) { return largest = std::max(largest, bytes.size()), true; };
    ASSERT_TRUE(find_format(name)->write(graph, {}, sink, diagnostics));
    EXPECT_LT(largest, 100'000u);
  }
}

TEST(Formats, RefuseAPictureOfTooLargeAGraph) {
  Diagnostics diagnostics;
  std::string out;
  const auto sink = [&](std::string_view bytes) { return out += bytes, true; };
  EXPECT_FALSE(find_format("svg")->write(testing::random_graph(3001, 3001), {}, sink, diagnostics));
  EXPECT_TRUE(out.empty());
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "E610");
  EXPECT_EQ(diagnostics[0].message,
            "a graph of 3001 nodes and 3001 edges is too large for a picture in svg; the limit is 3000 nodes and 10000 "
            "edges");
  EXPECT_EQ(diagnostics[0].help, "write graphml and open it in Gephi");
}

TEST(Formats, WarnOfADotFileThatIsSlowToDrawButWriteIt) {
  const KnowledgeGraph graph = testing::random_graph(3001, 3001);
  Diagnostics diagnostics;
  std::string out;
  const auto sink = [&](std::string_view bytes) { return out += bytes, true; };
  EXPECT_TRUE(find_format("dot")->write(graph, {}, sink, diagnostics));
  EXPECT_TRUE(out.ends_with("}\n"));
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].severity, Severity::warning);
  EXPECT_EQ(diagnostics[0].code, "W611");
  EXPECT_EQ(
      diagnostics[0].message,
      "a diagram of 3001 nodes and 3001 edges is slow to draw; Graphviz is quick up to 3000 nodes and 10000 edges");
  EXPECT_EQ(diagnostics[0].help, "write graphml and open it in Gephi");
}

}  // namespace
}  // namespace edgewise
