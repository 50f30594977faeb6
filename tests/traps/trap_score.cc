// SPDX-License-Identifier: Apache-2.0
// Compares what came out of a trap with what should.
#include "tests/traps/trap_score.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/document.h"
#include "text/normalise.h"

namespace edgewise::testing {
namespace {

// An edge that came out; the ends by all their names.
struct DrawnEdge {
  std::set<std::string> from, to;
  std::string relation;
  bool symmetric = false;
  Modality modality = Modality::asserted;
  std::string shown;
};

std::set<std::string> names_of(const Document& document, const Extraction& found, std::uint32_t entity) {
  std::set<std::string> names{found.entities[entity].key};
  for (const Label& label : found.entities[entity].labels) names.insert(label.text);
  for (const Mention& mention : found.mentions)
    if (mention.entity == entity) names.insert(std::string(mention.span.in(document.text())));
  return names;
}

std::vector<DrawnEdge> draw(const RuleSet& rules, const std::string& text) {
  const Document document = Document::make("trap", text);
  const Extraction found = rules.extract(document);
  std::vector<DrawnEdge> edges;
  for (const Match& match : found.matches) {
    const std::uint32_t from = found.mentions[match.from].entity, to = found.mentions[match.to].entity;
    const RelationInfo& relation = rules.relations()[match.relation];
    edges.push_back({names_of(document, found, from), names_of(document, found, to), relation.id, relation.symmetric,
                     match.modality,
                     fmt::format("{} {} {} ({}) by {}", found.entities[from].key, relation.id, found.entities[to].key,
                                 name(match.modality), rules.patterns()[match.pattern].rule)});
  }
  return edges;
}

bool same_ends(const DrawnEdge& drawn, const WantedEdge& wanted) {
  const std::string from = normalise_name(wanted.from), to = normalise_name(wanted.to);
  return drawn.relation == wanted.relation && ((drawn.from.contains(from) && drawn.to.contains(to)) ||
                                               (drawn.symmetric && drawn.from.contains(to) && drawn.to.contains(from)));
}

bool fits(const DrawnEdge& drawn, const WantedEdge& wanted) {
  return same_ends(drawn, wanted) && wanted.modalities.contains(drawn.modality);
}

template <typename Test>
bool any(const std::vector<WantedEdge>& edges, Test test) {
  return std::any_of(edges.begin(), edges.end(), test);
}

}  // namespace

TrapScore score_trap(const RuleSet& rules, const Trap& trap) {
  TrapScore score;
  const std::vector<DrawnEdge> drawn = draw(rules, trap.text);
  for (const DrawnEdge& edge : drawn) {
    const auto is_it = [&](const WantedEdge& wanted) { return fits(edge, wanted); };
    const auto is_nearly = [&](const WantedEdge& wanted) { return same_ends(edge, wanted); };
    if (any(trap.must, is_it) || any(trap.may, is_it)) continue;
    const bool shaded = edge.modality != Modality::asserted && (any(trap.must, is_nearly) || any(trap.may, is_nearly));
    (shaded ? score.shaded : score.wrong).push_back(edge.shown);
  }
  score.wanted = trap.must.size();
  for (const WantedEdge& wanted : trap.must) {
    if (std::any_of(drawn.begin(), drawn.end(), [&](const DrawnEdge& edge) { return fits(edge, wanted); }))
      ++score.found;
    else
      score.missed.push_back(wanted.written);
  }
  return score;
}

}  // namespace edgewise::testing
