// SPDX-License-Identifier: Apache-2.0
// Builds the shared sample graphs.
#include "tests/export/sample_graphs.h"

#include <array>
#include <random>

#include <fmt/format.h>

#include "graph/graph_builder.h"

namespace edgewise::testing {
namespace {

struct Thing {
  const char* name;
  const char* type;
};

constexpr std::array kThings = {
    Thing{"英伟达", "Company"},
    Thing{"台积电", "Company"},
    Thing{"华为", "Company"},
    Thing{"美国商务部", "Agency"},
    Thing{"超威半导体", "Company"},
    Thing{"阿斯麦", "Company"},
    Thing{"三星电子", "Company"},
    Thing{"SK海力士", "Company"},
    Thing{"英特尔", "Company"},
    Thing{"中国", "Country"},
    Thing{"美国", "Country"},
    Thing{"荷兰", "Country"},
    Thing{"黄仁勋", "Person"},
    Thing{"OpenAI", "Company"},
    Thing{"微软", "Company"},
    Thing{"谷歌", "Company"},
    Thing{"亚马逊", "Company"},
    Thing{"中芯国际", "Company"},
    Thing{"长江存储", "Company"},
    Thing{"美光科技", "Company"},
    Thing{"高通", "Company"},
    Thing{"联发科", "Company"},
    Thing{"博通", "Company"},
    Thing{"寒武纪", "Company"},
    Thing{"魏哲家", "Person"},
    Thing{"苏姿丰", "Person"},
    Thing{"H20芯片", "Product"},
    Thing{"昇腾910B", "Product"},
    Thing{"Blackwell", "Product"},
    Thing{"国家市场监督管理总局", "Agency"},
    Thing{"日本", "Country"},
    Thing{"东京电子", "Company"},
    Thing{"软银集团", "Company"},
    Thing{"孙正义", "Person"},
    Thing{"安谋", "Company"},
    Thing{"苹果", "Company"},
    Thing{"字节跳动", "Company"},
    Thing{"阿里巴巴", "Company"},
    Thing{"腾讯", "Company"},
    Thing{"百度", "Company"},
    Thing{"甲骨文", "Company"},
    Thing{"马斯克", "Person"},
    Thing{"特斯拉", "Company"},
    Thing{"xAI", "Company"},
    Thing{"欧盟委员会", "Agency"},
    Thing{"韩国", "Country"},
    Thing{"格芯", "Company"},
    Thing{"联华电子", "Company"},
    Thing{"鸿海精密工业股份有限公司", "Company"},
    Thing{"戴尔", "Company"},
    Thing{"超微电脑", "Company"},
    Thing{"马来西亚", "Country"},
    Thing{"白宫", "Agency"},
    Thing{"陈立武", "Person"},
    Thing{"拉皮德斯", "Company"},
    Thing{"恩智浦半导体", "Company"},
    Thing{"英飞凌", "Company"},
    Thing{"International Business Machines Corporation", "Company"},
    Thing{"摩尔线程", "Company"},
    Thing{"沐曦集成电路", "Company"},
};

Schema trade_schema() {
  Schema schema;
  schema.types = {{"Company", {{"zh", "公司"}, {"en", "Company"}}, "#4e79a7"},
                  {"Agency", {{"zh", "机构"}, {"en", "Agency"}}, "#e15759"},
                  {"Country", {{"zh", "国家"}, {"en", "Country"}}, "#59a14f"},
                  {"Person", {{"zh", "人物"}, {"en", "Person"}}, ""},
                  {"Product", {{"zh", "产品"}, {"en", "Product"}}, ""}};
  schema.relations = {{"company-competes-with", {{"zh", "竞争"}, {"en", "competes with"}}, "", true},
                      {"company-supplies", {{"zh", "供货"}, {"en", "supplies"}}, "", false},
                      {"company-invests-in", {{"zh", "投资"}, {"en", "invests in"}}, "", false},
                      {"company-acquires", {{"zh", "收购"}, {"en", "acquires"}}, "", false},
                      {"government-restricts", {{"zh", "限制"}, {"en", "restricts"}}, "#b03a2e", false},
                      {"person-leads", {{"zh", "执掌"}, {"en", "leads"}}, "", false},
                      {"company-makes", {{"zh", "推出"}, {"en", "makes"}}, "", false}};
  schema.language = "zh";
  return schema;
}

Evidence evidence(const std::string& document, std::uint32_t line, std::string quote, std::string rule) {
  Evidence result;
  result.document = document;
  result.sentence = result.line = line;
  result.span = {line * 100, line * 100 + static_cast<std::uint32_t>(quote.size())};
  result.quote = std::move(quote);
  result.rule = std::move(rule);
  result.via = "name";
  return result;
}

// A relation that makes sense between the two types.
const char* relation_between(std::string_view from, std::string_view to, unsigned choice) {
  constexpr std::array kBetweenCompanies = {"company-competes-with", "company-supplies", "company-invests-in",
                                            "company-supplies", "company-acquires"};
  if (from == "Agency" || from == "Country") return "government-restricts";
  if (from == "Person") return "person-leads";
  if (to == "Product") return "company-makes";
  return kBetweenCompanies[choice % kBetweenCompanies.size()];
}

Statement trade_statement(std::size_t from, std::size_t to, unsigned choice, std::uint32_t line) {
  const Thing &a = kThings[from], &b = kThings[to];
  const char* relation = relation_between(a.type, b.type, choice);
  const auto modality =
      choice % 3 == 0 ? static_cast<Modality>(choice / 3 % kModalityNames.size()) : Modality::asserted;
  Statement statement{{a.name, a.type, {}, {}}, {b.name, b.type, {}, {}}, relation, modality, {}};
  statement.evidence =
      evidence(fmt::format("news/{}.txt", choice % 6), line, fmt::format("报道提到{}与{}之间的往来。", a.name, b.name),
               std::string(relation) + "#1");
  if (choice % 4 == 0)
    statement.evidence.qualifiers = {{"amount", fmt::format("USD {}00000", choice + 1), "若干万美元", {0, 15}}};
  return statement;
}

}  // namespace

KnowledgeGraph trade_graph() {
  GraphBuilder builder(trade_schema());
  std::mt19937 random(20251125);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::uint32_t line = 1;
  for (std::size_t i = 1; i < kThings.size(); ++i) {
    const std::size_t hub = below(i) * below(i) / i;
    const bool turned = std::string_view(kThings[hub].type) == "Company" && below(3) == 0;
    builder.add(trade_statement(turned ? hub : i, turned ? i : hub, static_cast<unsigned>(below(100)), line++));
    builder.add_mentions({kThings[i].name, kThings[i].type, {}, {}}, "news/1.txt", 1);
  }
  for (int extra = 0; extra < 44; ++extra) {
    const std::size_t a = below(kThings.size()), b = below(kThings.size()) * below(kThings.size()) / kThings.size();
    if (a != b) builder.add(trade_statement(a, b, static_cast<unsigned>(below(100)), line++));
  }
  return builder.build();
}

const std::vector<std::string>& awkward_texts() {
  static const std::vector<std::string> texts = {
      "A & <B>",
      "\"quoted\" 'single' `back`",
      "]]>",
      "x]]>y]]>",
      "&lt;b&gt; &unknown; &#65; &amp;",
      "two\nlines\r\nand\rmore",
      "tab\there",
      " blanks around ",
      std::string("nul\0bell\a escape\x1b", 17),
      "C1 \xC2\x85 and \xC2\x9F, \xEF\xBF\xBE and \xEF\xBF\xBF",
      "broken \xFF\xFE utf-8 \xE4\xBD",
      "lone surrogate \xED\xA0\x80",
      "ends with a backslash\\",
      "C:\\new\\table",
      "\\N \\G \\E \\L \\l\\r",
      "node",
      "graph",
      "digraph { edge -> strict }",
      "INFINEON",
      "英伟达“芯片”《规则》",
      "𠮷野家𝒜",
      "emoji 👩‍👩‍👧 🇨🇳 🚀",
      "שלום עולם \u202Eتحكم\u202C",
      "private use \uE000 \uF8FF \U0010FFFD",
      "not a character \uFDD0",
      "combining e\u0301 and zero\u200Bwidth",
      "1e999",
      "NaN",
      "-1,5",
      "true",
      "\u2028line\u2029paragraph",
      "",
      "<![CDATA[x]]>",
      "<!-- -- -->",
      "{}%s%n",
      "http://example.org/?a=1&b=2#c",
      std::string(20000, 'x') + "終",
  };
  return texts;
}

KnowledgeGraph torture_graph() {
  Schema schema = trade_schema();
  schema.types.push_back({"A & <B> \"type\"", {{"zh", "型&<>\"'"}}, "not a colour", false});
  schema.relations.push_back({"odd \"relation\" & <x>", {{"zh", "关系]]>\n\\"}}, "#ABCDEF", false});
  GraphBuilder builder(schema);
  const std::vector<std::string>& texts = awkward_texts();
  const auto entity = [&](std::size_t i) {
    return EntityMention{texts[i % texts.size()],
                         i % 3 ? "Company" : "A & <B> \"type\"",
                         {{"en", texts[(i + 5) % texts.size()]}},
                         i % 4 ? "" : texts[(i + 1) % texts.size()]};
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Evidence item = evidence(texts[(i + 3) % texts.size()], static_cast<std::uint32_t>(i),
                             texts[(i + 7) % texts.size()], texts[(i + 9) % texts.size()]);
    item.qualifiers = {{"amount", i % 2 ? texts[(i + 11) % texts.size()] : "", texts[(i + 13) % texts.size()], {0, 1}},
                       {"share", "0.5", "五成", {1, 2}}};
    builder.add({entity(i), entity(i + 1), "company-supplies", Modality::asserted, item});
    builder.add({entity(i + 1), entity(i), "odd \"relation\" & <x>", static_cast<Modality>(i % 6), item});
    builder.add_mentions(entity(i), texts[(i + 2) % texts.size()], 3);
  }
  for (std::size_t i = 0; i < kModalityNames.size(); ++i)
    builder.add({entity(0), entity(1), "company-supplies", static_cast<Modality>(i), evidence("a", 1, "甲乙", "r")});
  builder.add({entity(4), entity(4), "company-competes-with", Modality::asserted, evidence("a", 2, "自", "r")});
  builder.add({entity(4), entity(4), "company-competes-with", Modality::planned, evidence("a", 3, "自", "r")});
  builder.add({entity(6), entity(5), "company-competes-with", Modality::asserted, evidence("a", 4, "双", "r")});
  builder.add({entity(5), entity(6), "company-competes-with", Modality::asserted, evidence("a", 5, "双", "r")});
  for (std::uint32_t i = 0; i < 9000; ++i)
    builder.add({entity(19), entity(20), "company-invests-in", Modality::asserted,
                 evidence("long.txt", i, "一句不短也不长的话,说了一次又一次,直到没有人再听。", "rule#1")});
  return builder.build();
}

KnowledgeGraph empty_graph() { return GraphBuilder(trade_schema()).build(); }

KnowledgeGraph random_graph(std::size_t nodes, std::size_t edges) {
  GraphBuilder builder(trade_schema());
  std::mt19937 random(7);
  const auto entity = [&](std::size_t i) {
    return EntityMention{fmt::format("企业{}", i), i % 5 ? "Company" : "Agency", {}, {}};
  };
  for (std::size_t i = 0; i < edges; ++i) {
    const std::size_t from = i < nodes ? i : random() % nodes;
    const std::size_t to = (random() % nodes) * (random() % nodes) / nodes;
    builder.add({entity(from), entity(to), i % 2 ? "company-supplies" : "company-acquires", Modality::asserted,
                 evidence(fmt::format("news/{}.txt", i % 1000), static_cast<std::uint32_t>(i % 50 + 1),
                          "该公司周二宣布,将在未来三年内扩大双方在先进制程上的合作。", "company-supplies#3")});
  }
  return builder.build();
}

}  // namespace edgewise::testing
