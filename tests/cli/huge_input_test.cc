// SPDX-License-Identifier: Apache-2.0
// Lines of megabytes: time and memory grow with the line and not with its square, whatever the line is made of.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/cli/program_run.h"
#include "tests/scratch_folder.h"

namespace edgewise::testing {
namespace {

struct Line {
  std::string_view name, pack, piece;
  std::size_t megabytes = 10;
};

void PrintTo(const Line& line, std::ostream* out) { *out << line.name; }

constexpr long kMostMemoryKb = 1'000'000;
// What the four-fold line may cost as a multiple; a quadratic step would cost sixteen-fold.
constexpr double kMostGrowth = 8;
constexpr double kStartUp = 2;  // seconds of CPU that do not count, for they are spent on the pack

ProgramRun run_line(const Line& line, std::size_t size, const ScratchFolder& scratch) {
  std::string bytes;
  while (bytes.size() < size) bytes += line.piece;
  scratch.write("line.txt", bytes);
  return run_script("edgewise run -q -r " + std::string(line.pack) + " line.txt -o graph.graphml", scratch.path());
}

class LineOfMegabytes : public ::testing::TestWithParam<Line> {};

TEST_P(LineOfMegabytes, TakesTimeAndMemoryInProportion) {
  const ScratchFolder scratch(std::string("line-") + std::string(GetParam().name));
  const std::size_t size = GetParam().megabytes * 1'000'000;
  const ProgramRun few = run_line(GetParam(), size / 4, scratch);
  const ProgramRun many = run_line(GetParam(), size, scratch);
  ASSERT_EQ(few.exit_code, 0) << few.error;
  ASSERT_EQ(many.exit_code, 0) << many.error;
  EXPECT_LT(many.cpu_seconds, kMostGrowth * few.cpu_seconds + kStartUp);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_LT(many.most_memory_kb, kMostMemoryKb);
#endif
  EXPECT_LT(std::filesystem::file_size(scratch.path() / "graph.graphml"), 50'000'000U) << "evidence is cut short";
}

INSTANTIATE_TEST_SUITE_P(Of, LineOfMegabytes,
                         ::testing::Values(Line{"WordsOnly", "rivals", "天气很好，没有消息，"},
                                           Line{"Names", "rivals", "东海电子、", 4},
                                           Line{"Relations", "rivals", "东海电子将向南山芯片供应屏幕，", 4},
                                           Line{"RelationsWithoutMarks", "rivals", "东海电子将向南山芯片供应", 1},
                                           Line{"References", "rivals", "东海电子该公司该公司", 2},
                                           Line{"ChineseNews", "zh-business", "华为与英特尔、英伟达竞争，", 2},
                                           Line{"EnglishNews", "en-business", "Nvidia acquired Intel, which ", 2}),
                         [](const auto& line) { return std::string(line.param.name); });

}  // namespace
}  // namespace edgewise::testing
