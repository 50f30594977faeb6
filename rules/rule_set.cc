// SPDX-License-Identifier: Apache-2.0
// The public face of compiled rules.
#include "rules/rule_set.h"

#include <chrono>
#include <iterator>
#include <utility>

#include "rules/compiled_rules.h"
#include "rules/diagnostic_order.h"
#include "rules/document_facts.h"
#include "rules/mention_finder.h"
#include "rules/relation_matcher.h"
#include "rules/rule_compiler.h"
#include "rules/rule_profile.h"
#include "rules/speaker_finder.h"

namespace edgewise {

std::string_view name(Via via) {
  switch (via) {
    case Via::name:
      return "name";
    case Via::context:
      return "context";
    case Via::pattern:
      return "pattern";
    case Via::learned:
      return "learned";
    case Via::short_form:
      return "short-form";
    case Via::reference:
      return "reference";
  }
  return "name";
}

RuleSet::RuleSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

Result<RuleSet> RuleSet::compile(RuleSource source, Diagnostics& warnings) {
  auto compiled = std::make_unique<Compiled>();
  compiled->source = std::move(source);
  Diagnostics diagnostics;
  Diagnostics suspicions;
  compile_rules(*compiled, diagnostics, suspicions);
  arrange(compiled->source, diagnostics);
  arrange(compiled->source, suspicions);
  shorten(diagnostics);
  shorten(suspicions);
  std::move(suspicions.begin(), suspicions.end(), std::back_inserter(warnings));
  if (has_errors(diagnostics)) return tl::make_unexpected(std::move(diagnostics));
  return RuleSet(std::move(compiled));
}

const std::vector<TypeInfo>& RuleSet::types() const { return compiled_->types.infos(); }
const std::vector<RelationInfo>& RuleSet::relations() const { return compiled_->relations; }
const std::vector<PatternInfo>& RuleSet::patterns() const { return compiled_->infos; }
const RuleSource& RuleSet::source() const { return compiled_->source; }
std::string_view RuleSet::language() const { return compiled_->language; }
std::size_t RuleSet::alias_count() const { return compiled_->gazetteer.alias_count(); }

Extraction RuleSet::extract(const Document& document, Search search) const {
  return extract_with(*compiled_, document, search);
}

Extraction extract_profiled(const RuleSet& rules, const Document& document, RuleProfile& profile) {
  return extract_with(rules.compiled(), document, Search::prefiltered, &profile);
}

Extraction extract_with(const RuleSet::Compiled& rules, const Document& given, Search search, RuleProfile* profile) {
  const auto begin = profile != nullptr ? std::chrono::steady_clock::now() : std::chrono::steady_clock::time_point();
  const Story story(rules, given);
  const Document& document = story.document();
  MentionFinder finder(rules, document);
  finder.run();
  if (profile != nullptr) {
    profile->names += std::chrono::steady_clock::now() - begin;
    ++profile->documents;
    profile->sentences += document.sentences().size();
  }
  Extraction extraction;
  extraction.facts = story.facts();
  std::vector<std::uint32_t> first_mention;
  const auto& by_sentence = finder.mentions();
  for (std::uint32_t sentence = 0; sentence < by_sentence.size(); ++sentence) {
    first_mention.push_back(static_cast<std::uint32_t>(extraction.mentions.size()));
    for (const FoundMention& mention : by_sentence[sentence])
      extraction.mentions.push_back({mention.span, sentence, mention.entity, mention.via, mention.stands_for});
  }
  extraction.matches = match_relations(rules, story, by_sentence, finder.entities(), first_mention, search, profile);
  attribute_matches(rules, document, by_sentence, first_mention, extraction);
  extraction.entities = std::move(finder.entities());
  extraction.choices = std::move(finder.choices());
  return extraction;
}

}  // namespace edgewise
