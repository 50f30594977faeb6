// SPDX-License-Identifier: Apache-2.0
// Writes a verdict, member by member.
#include "cli/verdict_json.h"

#include <string_view>

#include "cli/extraction_json.h"

namespace edgewise {
namespace {

std::string_view name(Verdict::Kind kind) {
  switch (kind) {
    case Verdict::Kind::found:
      return "found";
    case Verdict::Kind::other_modality:
      return "other-modality";
    case Verdict::Kind::no_name:
      return "no-name";
    case Verdict::Kind::same_entity:
      return "same-entity";
    case Verdict::Kind::wrong_types:
      return "wrong-types";
    case Verdict::Kind::apart:
      return "apart";
    case Verdict::Kind::no_patterns:
      return "no-rules";
    case Verdict::Kind::no_match:
      return "no-match";
  }
  return "no-match";
}

class VerdictJson : public ExtractionJson {
 public:
  using ExtractionJson::ExtractionJson;

  void write(const Expectation& expected, const Verdict& verdict) {
    json_.open_object().member("document", document_.id()).member("from", expected.from);
    json_.member("relation", rules_.relations()[expected.relation].id).member("to", expected.to);
    if (expected.modality) json_.member("modality", edgewise::name(*expected.modality));
    json_.member("found", verdict.good()).member("reason", name(verdict.kind));
    json_.key("matches").open_array();
    for (const std::uint32_t match : verdict.matches) write_match(explanation_.extraction.matches[match]);
    json_.close_array().key("missing").open_array();
    for (const MissingName& missing : verdict.missing) write_missing(missing);
    json_.close_array().key("from_mentions").open_array();
    for (const std::uint32_t mention : verdict.from) write_mention(mention);
    json_.close_array().key("to_mentions").open_array();
    for (const std::uint32_t mention : verdict.to) write_mention(mention);
    json_.close_array().key("nearest").open_array();
    for (const NearPattern& near : verdict.nearest) write_near(near);
    json_.close_array().close_object();
  }

 private:
  void write_match(const Match& match) {
    json_.open_object().member("modality", edgewise::name(match.modality));
    write_rule(match.pattern);
    write_span(match.span);
    json_.close_object();
  }
  void write_missing(const MissingName& missing) {
    json_.open_object().member("name", missing.name).member("in_text", missing.text.has_value());
    if (missing.text) {
      json_.key("stands");
      write_place(*missing.text);
    }
    if (missing.inside) {
      json_.key("inside");
      write_mention(*missing.inside);
    }
    if (missing.listed_as) json_.member("listed_as", *missing.listed_as);
    if (missing.nearest) {
      json_.key("nearest");
      write_mention(*missing.nearest);
    }
    json_.close_object();
  }
  void write_near(const NearPattern& near) {
    json_.open_object();
    write_rule(near.pattern);
    json_.member("pattern", near.written).member("reversed", near.reversed);
    json_.key("steps").open_array();
    for (const PatternStep& step : near.steps) {
      json_.open_object().member("written", step.written);
      if (!step.guard.empty()) json_.member("guard", step.guard);
      json_.close_object();
    }
    json_.close_array().member("matched", near.matched).key("reached");
    write_place(near.reached);
    if (near.wrong_type) json_.member("wrong_type", true);
    if (!near.better_gap.empty()) json_.member("better_gap", near.better_gap);
    if (!near.refused_by.empty()) json_.member("refused_by", near.refused_by);
    if (near.taken_instead) {
      json_.key("taken_instead");
      write_place(*near.taken_instead);
    }
    json_.close_object();
  }
};

}  // namespace

void write_json(JsonWriter& json, const RuleSet& rules, const Document& document, const Explanation& explanation,
                const Expectation& expected, const Verdict& verdict) {
  VerdictJson(json, rules, document, explanation).write(expected, verdict);
}

}  // namespace edgewise
