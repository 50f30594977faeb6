// SPDX-License-Identifier: Apache-2.0
// Any bytes become text that every format can hold.
#include <string>

#include <gmock/gmock.h>
#include <pugixml.hpp>

#include "export/clean_text.h"
#include "export/dot_text.h"
#include "export/evidence_text.h"
#include "export/json_text.h"
#include "export/xml_text.h"
#include "tests/export/sample_graphs.h"
#include "text/mend_utf8.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

using testing::awkward_texts;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string as_xml(std::string_view text, void (*write)(OutputBuffer&, std::string_view)) {
  std::string written;
  const ByteSink sink = [&](std::string_view bytes) { return written += bytes, true; };
  OutputBuffer out(sink);
  write(out, text);
  out.finish();
  return written;
}

TEST(CleanText, LeavesGoodTextWhereItIs) {
  const std::string_view text = "英伟达 & <B>\n\t𠮷 \U0001F680 \u202Eabc";
  std::string scratch;
  EXPECT_EQ(clean_text(text, scratch).data(), text.data());
}

TEST(CleanText, DropsControlsAndNonCharactersAndMendsTheRest) {
  EXPECT_EQ(clean_text(std::string_view("a\0b\x1b[c\x7F", 7)), "ab[c");
  EXPECT_EQ(clean_text("a\xC2\x85"
                       "b\xEF\xBF\xBE"
                       "c\xEF\xBF\xBF"),
            "abc");
  EXPECT_EQ(clean_text("a\xFF"
                       "b"),
            "a\uFFFDb");
  EXPECT_EQ(clean_text("one\r\ntwo\rthree\r"), "one\ntwo\nthree\n");
}

TEST(CleanText, RejectsEveryKindOfBrokenSequence) {
  for (const char* broken : {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                             "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xE4\xBD", "\xE4", "\xF0\x9F\x9A"})
    EXPECT_THAT(clean_text(broken), ::testing::HasSubstr("\uFFFD")) << broken;
}

TEST(CleanText, IsIdempotentAndGivesOnlyWhatXmlAllows) {
  for (const std::string& text : awkward_texts()) {
    const std::string clean = clean_text(text);
    EXPECT_EQ(clean_text(clean), clean);
    EXPECT_THAT(mend_utf8(clean).bad_offsets, IsEmpty());
    for (std::size_t at = 0; at < clean.size();) {
      const char32_t c = next_code_point(clean, at);
      EXPECT_TRUE(c == '\n' || c == '\t' || (c >= 0x20 && !(c >= 0x7F && c <= 0x9F) && c != 0xFFFE && c != 0xFFFF));
    }
  }
}

TEST(CutText, NeverDividesACharacter) {
  EXPECT_EQ(cut_bytes("英伟达", 8), "英伟");
  EXPECT_EQ(cut_bytes("英伟达", 9), "英伟达");
  EXPECT_EQ(cut_bytes("英伟达", 2), "");
  EXPECT_EQ(cut_code_points("a𠮷b", 2), "a𠮷");
  EXPECT_EQ(cut_code_points("ab", 5), "ab");
}

TEST(XmlText, ReadsBackAsTheCleanText) {
  for (const std::string& text : awkward_texts()) {
    const std::string xml =
        "<a b=\"" + as_xml(text, write_xml_attribute) + "\">" + as_xml(text, write_xml_text) + "</a>";
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(xml.c_str(), pugi::parse_full | pugi::parse_ws_pcdata)) << xml;
    std::string content;
    for (const pugi::xml_node part : document.child("a")) content += part.value();
    EXPECT_EQ(content, clean_text(text));
    EXPECT_EQ(document.child("a").attribute("b").value(), clean_text(text));
  }
}

TEST(XmlText, UsesASectionOnlyWhereReadersWouldLoseSomething) {
  EXPECT_EQ(as_xml("英伟达 > \"AMD\"", write_xml_text), "英伟达 > \"AMD\"");
  EXPECT_EQ(as_xml("A & <B>", write_xml_text), "<![CDATA[A & <B>]]>");
  EXPECT_EQ(as_xml(" a", write_xml_text), "<![CDATA[ a]]>");
  EXPECT_EQ(as_xml("]]>", write_xml_text), "<![CDATA[]]]]><![CDATA[>]]>");
  EXPECT_EQ(as_xml("", write_xml_text), "");
}

TEST(DotText, EscapesSoThatGraphvizShowsTheText) {
  EXPECT_EQ(dot_string("a \"b\" \\N &lt;\n\t", 100), R"("a \"b\" \\N &amp;lt;\n ")");
  EXPECT_EQ(dot_string("\\", 100), R"("\\")");
  EXPECT_EQ(dot_string("", 100), R"("")");
  EXPECT_EQ(dot_string("英伟达", 2), "\"英伟…\"");
}

TEST(DotText, BreaksLongNamesAtSpacesOrBesideChineseCharacters) {
  EXPECT_EQ(wrapped("International Business Machines Corporation", 22, 3),
            "International Business\nMachines Corporation");
  EXPECT_EQ(wrapped("鸿海精密工业股份有限公司", 22, 3), "鸿海精密工业\n股份有限公司");
  EXPECT_EQ(wrapped("one two three", 3, 2), "one\ntwo…");
  EXPECT_EQ(wrapped(std::string(50, 'x'), 20, 5),
            std::string(17, 'x') + "\n" + std::string(17, 'x') + "\n" + std::string(16, 'x'));
  EXPECT_EQ(wrapped(" \n ", 10, 3), "");
  EXPECT_EQ(wrapped("a\nb", 10, 3), "a\nb");
}

TEST(JsonText, IsAWholeArrayWhateverItHolds) {
  EXPECT_EQ(json_array({"NVIDIA", "辉\"达\\", "a\nb\tc\x01"}, 1000), R"(["NVIDIA","辉\"达\\","a\nb\tc"])");
  EXPECT_EQ(json_array({}, 1000), "[]");
  EXPECT_EQ(json_array({"one", "two"}, 9), R"(["one"])");
}

Evidence evidence(std::string document, std::uint32_t line, std::string quote) {
  Evidence item;
  item.document = std::move(document);
  item.line = line;
  item.quote = std::move(quote);
  item.rule = "acquires#1";
  return item;
}

TEST(EvidenceText, TakesOneLineForEachPiece) {
  EXPECT_EQ(evidence_text({evidence("a.txt", 3, "甲收购\n乙。"), evidence("b.txt", 0, "甲买下乙。")}, 1000),
            "a.txt:3 “甲收购 乙。” [acquires#1]\nb.txt “甲买下乙。” [acquires#1]");
}

TEST(EvidenceText, SaysHowManyPiecesAreLeftOut) {
  const std::vector<Evidence> three(3, evidence("a.txt", 1, "x"));
  EXPECT_EQ(evidence_text(three, 60), "a.txt:1 “x” [acquires#1]\na.txt:1 “x” [acquires#1]\n… 1 more");
  EXPECT_EQ(evidence_text({evidence("a.txt", 1, "甲乙")}, 14), "a.txt:1 “甲…");
}

TEST(EvidenceText, SaysWhoSaysIt) {
  std::vector<Evidence> items(3, evidence("a.txt", 1, "x"));
  items[0].said = {"乙公司", "表示", {}, {}};
  items[2].said = {"Orlin", "said", {}, {}};
  EXPECT_EQ(evidence_text({items[0]}, 1000), "a.txt:1 “x” [acquires#1] — 乙公司 (表示)");
  EXPECT_THAT(speakers_of(items), ElementsAre("Orlin", "乙公司"));
}

TEST(EvidenceText, ListsRulesOnceAndInOrder) {
  std::vector<Evidence> items(3, evidence("a.txt", 1, "x"));
  items[0].rule = "z#1";
  EXPECT_THAT(rules_of(items), ElementsAre("acquires#1", "z#1"));
}

TEST(JoinedValues, EndsWithAnEllipsisWhereItIsCut) {
  EXPECT_EQ(joined_values(std::vector<std::string>{"a", "bb"}, 10), "a;bb");
  EXPECT_EQ(joined_values(std::vector<std::string>{"a", "bb"}, 3), "a;…");
}

}  // namespace
}  // namespace edgewise
