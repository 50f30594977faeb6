// SPDX-License-Identifier: Apache-2.0
// Extracts, and looks at what was left over.
#include "rules/corpus_coverage.h"

#include <map>
#include <string_view>
#include <utility>

#include "rules/compiled_rules.h"
#include "rules/near_misses.h"

namespace edgewise {
namespace {

constexpr std::size_t kMostNearMisses = 10'000;

}  // namespace

struct CorpusCoverage::State {
  explicit State(const RuleSet& all)
      : rules(all), seen(all.compiled().gazetteer.entities().size(), false), near_misses(all.compiled()) {}

  const RuleSet& rules;
  RuleProfile profile;
  std::uint64_t statements = 0;
  std::vector<bool> seen;  // by listed entity
  UnknownNames unknown;
  NearMisses near_misses;
};

CorpusCoverage::CorpusCoverage(const RuleSet& rules) : state_(std::make_unique<State>(rules)) {
  state_->profile.patterns.resize(rules.patterns().size());
}
CorpusCoverage::~CorpusCoverage() = default;

void CorpusCoverage::add(const Document& document) {
  const Extraction extraction = extract_profiled(state_->rules, document, state_->profile);
  state_->statements += extraction.matches.size();
  for (const EntityRef& entity : extraction.entities)
    if (const auto listed = state_->rules.compiled().gazetteer.find(entity.key)) state_->seen[*listed] = true;
  std::vector<Span> taken;
  for (const Mention& mention : extraction.mentions) taken.push_back(mention.span);
  state_->unknown.add(document, taken);
  state_->near_misses.add(document, extraction);
}

CorpusReport CorpusCoverage::report() const {
  CorpusReport report;
  report.profile = state_->profile;
  report.statements = state_->statements;
  const std::vector<ListedEntity>& listed = state_->rules.compiled().gazetteer.entities();
  std::map<std::string_view, TypeCoverage> types;
  for (std::size_t i = 0; i < listed.size(); ++i) {
    TypeCoverage& type = types[listed[i].ref.type];
    ++type.listed;
    if (!state_->seen[i]) type.unseen.push_back(listed[i].ref.key);
  }
  for (auto& [name, type] : types) {
    type.type = name;
    report.names.push_back(std::move(type));
  }
  report.unknown_names = state_->unknown.ranked();
  report.near_miss_count = state_->near_misses.count();
  report.near_misses = state_->near_misses.ranked(kMostNearMisses);
  report.missed_words = state_->near_misses.words();
  return report;
}

}  // namespace edgewise
