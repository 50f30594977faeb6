// SPDX-License-Identifier: Apache-2.0
// Rules and a text, divided by a line `%%`: what is extracted lies within the text and refers to what exists.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "rules/rule_reader.h"
#include "rules/rule_set.h"
#include "tests/fuzz/require.h"
#include "text/document.h"

namespace edgewise {
namespace {

void check_extraction(const RuleSet& rules, const Document& document, const Extraction& found) {
  for (const Mention& mention : found.mentions) {
    EDGEWISE_REQUIRE(mention.entity < found.entities.size());
    EDGEWISE_REQUIRE(mention.sentence < document.sentences().size());
    EDGEWISE_REQUIRE(document.sentences()[mention.sentence].span.contains(mention.span));
    EDGEWISE_REQUIRE(!mention.span.empty());
  }
  for (const Match& match : found.matches) {
    EDGEWISE_REQUIRE(match.relation < rules.relations().size() && match.pattern < rules.patterns().size());
    EDGEWISE_REQUIRE(match.from < found.mentions.size() && match.to < found.mentions.size());
    EDGEWISE_REQUIRE(match.sentence < document.sentences().size());
    EDGEWISE_REQUIRE(match.span.end <= document.text().size() && match.cue.end <= document.text().size());
    EDGEWISE_REQUIRE(found.mentions[match.from].entity != found.mentions[match.to].entity);
  }
}

void check_input(std::string_view input) {
  constexpr std::string_view kDivider = "\n%%\n";
  const std::size_t divider = input.find(kDivider);
  if (divider == std::string_view::npos) return;
  Diagnostics warnings;
  Result<RuleSource> source = read_rules_text("fuzz.yaml", std::string(input.substr(0, divider + 1)), warnings);
  if (!source) return;
  Result<RuleSet> rules = RuleSet::compile(*std::move(source), warnings);
  if (!rules) return;
  const Document document = Document::make("fuzz", std::string(input.substr(divider + kDivider.size())));
  const Extraction found = rules->extract(document);
  check_extraction(*rules, document, found);
  EDGEWISE_REQUIRE(rules->extract(document).matches.size() == found.matches.size());
}

}  // namespace
}  // namespace edgewise

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  edgewise::check_input({reinterpret_cast<const char*>(data), size});
  return 0;
}
