// SPDX-License-Identifier: Apache-2.0
// Diagnostics as people see them, and their catalogue.
#include "text/diagnostic.h"

#include <algorithm>
#include <cctype>

#include <gtest/gtest.h>

namespace edgewise {
namespace {

Diagnostic unknown_type(std::string line, std::uint32_t column, std::uint32_t end) {
  return {Severity::error, "E204", {"packs/x.yaml", 7, column, end, std::move(line)}, "unknown type 'Compnay'", "", {}};
}

TEST(Rendering, ShowsPlaceMessageLineCaretAndHelp) {
  Diagnostic diagnostic = unknown_type("     from: Compnay", 12, 19);
  diagnostic.help = "did you mean 'Company'?";
  EXPECT_EQ(render(diagnostic),
            "packs/x.yaml:7:12: error[E204]: unknown type 'Compnay'\n"
            "  from: Compnay\n"
            "        ^~~~~~~\n"
            "  help: did you mean 'Company'?\n");
}

TEST(Rendering, AlignsTheCaretUnderDoubleWidthCharacters) {
  EXPECT_EQ(render(unknown_type("- {name: 英伟达, type: 公司类}", 21, 24)),
            "packs/x.yaml:7:21: error[E204]: unknown type 'Compnay'\n"
            "  - {name: 英伟达, type: 公司类}\n"
            "                         ^~~~~~\n");
}

TEST(Rendering, ShowsATabAsOneColumn) {
  EXPECT_EQ(render(unknown_type("\tfrom:\tCompnay\tx", 8, 15)),
            "packs/x.yaml:7:8: error[E204]: unknown type 'Compnay'\n"
            "  from: Compnay x\n"
            "        ^~~~~~~\n");
}

TEST(Rendering, PutsTheCaretBehindTheLineWhereSomethingIsMissing) {
  EXPECT_EQ(render(unknown_type("from:", 6, 6)),
            "packs/x.yaml:7:6: error[E204]: unknown type 'Compnay'\n"
            "  from:\n"
            "       ^\n");
}

TEST(Rendering, LeavesOutWhatIsNotKnown) {
  Diagnostic diagnostic{Severity::warning, "W501", {"a.txt", 0, 0, 0, {}}, "empty file", "", {}};
  EXPECT_EQ(render(diagnostic), "a.txt: warning[W501]: empty file\n");
  diagnostic.where.line = 3;
  EXPECT_EQ(render(diagnostic), "a.txt:3: warning[W501]: empty file\n");
  diagnostic.where = {};
  EXPECT_EQ(render(diagnostic), "warning[W501]: empty file\n");
}

TEST(Rendering, ShowsNotesWithPlacesOfTheirOwn) {
  Diagnostic diagnostic = unknown_type("a: 1", 1, 2);
  diagnostic.notes.push_back({{"packs/y.yaml", 2, 3, 6, "  国家: {}"}, "first defined here"});
  diagnostic.notes.push_back({{}, "names are compared in their normal form"});
  EXPECT_EQ(render(diagnostic),
            "packs/x.yaml:7:1: error[E204]: unknown type 'Compnay'\n"
            "  a: 1\n"
            "  ^\n"
            "packs/y.yaml:2:3: note: first defined here\n"
            "  国家: {}\n"
            "  ^~~~~\n"
            "note: names are compared in their normal form\n");
}

TEST(Rendering, ColoursPlaceSeverityCaretAndHelp) {
  Diagnostic diagnostic = unknown_type("from: Compnay", 7, 14);
  diagnostic.help = "did you mean 'Company'?";
  EXPECT_EQ(render(diagnostic, true),
            "\x1B[1mpacks/x.yaml:7:7: \x1B[0m\x1B[1m\x1B[91merror[E204]:\x1B[0m unknown type 'Compnay'\n"
            "  from: Compnay\n"
            "        \x1B[1m\x1B[92m^~~~~~~\x1B[0m\n"
            "  \x1B[1m\x1B[96mhelp:\x1B[0m did you mean 'Company'?\n");
}

TEST(Rendering, LetsNoInputSteerTheTerminal) {
  Diagnostic diagnostic = unknown_type("a\x1B[31mb\u202E\xFF", 1, 2);
  diagnostic.where.file = "x\n.yaml";
  diagnostic.message = "unknown key '\x1B]0;'";
  EXPECT_EQ(render(diagnostic),
            "x\uFFFD.yaml:7:1: error[E204]: unknown key '\uFFFD]0;'\n"
            "  a\uFFFD[31mb\uFFFD\uFFFD\n"
            "  ^\n");
}

TEST(Errors, AreFoundAmongWarnings) {
  EXPECT_FALSE(has_errors({}));
  EXPECT_FALSE(has_errors({{Severity::warning, "W501", {}, "", "", {}}}));
  EXPECT_TRUE(has_errors({{Severity::warning, "W501", {}, "", "", {}}, {Severity::error, "E101", {}, "", "", {}}}));
}

TEST(Catalogue, IsOrderedByCodeWithoutRepetition) {
  const auto& kinds = diagnostic_kinds();
  EXPECT_TRUE(
      std::is_sorted(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.code <= b.code; }));
}

TEST(Catalogue, HoldsPhrasesUnderCodes) {
  ASSERT_FALSE(diagnostic_kinds().empty());
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    ASSERT_EQ(kind.code.size(), 4u) << kind.code;
    EXPECT_TRUE(kind.code[0] == 'E' || kind.code[0] == 'W') << kind.code;
    EXPECT_TRUE(std::all_of(kind.code.begin() + 1, kind.code.end(), [](unsigned char c) { return std::isdigit(c); }));
    EXPECT_FALSE(kind.title.empty());
    EXPECT_FALSE(kind.title.ends_with('.')) << kind.title;
  }
}

}  // namespace
}  // namespace edgewise
