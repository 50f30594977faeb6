// SPDX-License-Identifier: Apache-2.0
// A few forms of names, looked for in what the rules left over.
#include "rules/unknown_names.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <re2/re2.h>

#include "text/document_place.h"

namespace edgewise {
namespace {

constexpr std::size_t kMostNames = 1'000'000;

constexpr const char* kLatin = R"(([A-Z][A-Za-z0-9&+-]+(?: (?:(?:of|de|van|von|and) )?[A-Z][A-Za-z0-9&+-]+){0,4}))";
// Without the characters that rarely stand in names: particles, prepositions, conjunctions, pronouns.
constexpr const char* kInstitution =
    R"(([^\x{0}-\x{4DFF}\x{A000}-\x{10FFFF}的了着过是在和与及或而但也都还又就才则却并把被将让给跟从到向对由于以为因所这那该其等]{2,6})"
    R"((?:公司|集团|银行|大学|学院|研究院|研究所|委员会|协会|联盟|基金会|实验室|管理局|总局)))";
constexpr const char* kSpeaker =
    R"(([王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦方白邹孟熊秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤])"
    R"(\p{Han}{1,2})(?:表示|指出|认为|介绍|透露|强调|告诉|说|称))";
constexpr const char* kQuoted = R"([“「『《]([^“”「」『』《》]{2,12})[”」』》])";

}  // namespace

struct UnknownNames::Form {
  std::string_view name;
  std::unique_ptr<RE2> regex;
  bool skips_first_word = false;  // a capital there says nothing
};

UnknownNames::UnknownNames() {
  RE2::Options options;
  options.set_log_errors(false);
  const auto add = [&](std::string_view name, const char* regex, bool skips_first_word) {
    forms_.push_back({name, std::make_unique<RE2>(regex, options), skips_first_word});
  };
  add("institution", kInstitution, false);
  add("before a verb of saying", kSpeaker, false);
  add("in quotation marks", kQuoted, false);
  add("capital letters", kLatin, true);
}

UnknownNames::~UnknownNames() = default;

void UnknownNames::add(const Document& document, const std::vector<Span>& taken) {
  ++documents_;
  for (const Form& form : forms_) add_form(form, document, taken);
}

void UnknownNames::add_form(const Form& form, const Document& document, const std::vector<Span>& taken) {
  const re2::StringPiece text(document.text().data(), document.text().size());
  for (const Sentence& sentence : document.sentences()) {
    std::size_t at = sentence.span.begin;
    re2::StringPiece groups[2];
    while (at < sentence.span.end && form.regex->Match(text, at, sentence.span.end, RE2::UNANCHORED, groups, 2)) {
      const auto begin = static_cast<std::uint32_t>(groups[1].data() - text.data());
      const Span span{begin, begin + static_cast<std::uint32_t>(groups[1].size())};
      at = span.end;
      const auto next = std::lower_bound(taken.begin(), taken.end(), span,
                                         [](Span mention, Span other) { return mention.end <= other.begin; });
      const bool known = next != taken.end() && next->overlaps(span);
      const std::string word(span.in(document.text()));
      const bool lone_first_word =
          form.skips_first_word && begin == sentence.span.begin && word.find(' ') == std::string::npos;
      if (known || lone_first_word || (names_.size() >= kMostNames && names_.count(word) == 0)) continue;
      UnknownName& name = names_[word];
      if (name.count++ == 0) {
        name.text = word;
        name.form = form.name;
        name.first = start_in(document, span);
      }
      if (std::exchange(last_document_[word], documents_) != documents_) ++name.documents;
    }
  }
}

std::vector<UnknownName> UnknownNames::ranked() const {
  std::vector<UnknownName> ranked;
  for (const auto& [text, name] : names_) ranked.push_back(name);
  std::stable_sort(ranked.begin(), ranked.end(), [](const UnknownName& a, const UnknownName& b) {
    return std::tuple(b.documents, b.count) < std::tuple(a.documents, a.count);
  });
  return ranked;
}

}  // namespace edgewise
