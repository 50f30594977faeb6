// SPDX-License-Identifier: Apache-2.0
// Writes a pattern down for RE2 and compiles its guards.
#include "rules/pattern_draft.h"

#include "rules/pattern_compile.h"
#include "rules/rule_errors.h"

namespace edgewise {
namespace {

void append_group(const ParsedPattern& pattern, PatternRegex& regex) {
  if (pattern.pieces.empty()) return;
  regex.append("(?:");
  regex.append(pattern);
  regex.append(")");
}

// Nothing if they are wrong, which compile_guards() says.
ParsedPattern parse_quietly(const std::vector<Located>& guards, const PatternScope& scope) {
  Diagnostics ignored;
  return parse_alternatives(guards, scope, ignored).value_or(ParsedPattern());
}

}  // namespace

PatternDraft::PatternDraft(const PatternDecl& decl, const PatternScope& scope, const TypeCodes& codes,
                           const PatternEnds& ends, std::string_view language)
    : decl_(decl),
      scope_(scope),
      codes_(codes),
      ends_(ends),
      regex_(codes, ends, language),
      behind_(codes, ends),
      front_(codes, ends) {}

CodeSet PatternDraft::end_codes(SlotRole role, const std::vector<TypeId>& end) const {
  if (!core_.has(role)) return {};
  CodeSet result(codes_.size(), false);
  for (const PatternPiece& slot : core_.pieces) {
    if (slot.kind != PatternPiece::Kind::slot || slot.role != role) continue;
    const CodeSet more = slot.entity           ? codes_.codes_of_entity(*slot.entity)
                         : !slot.types.empty() ? codes_.codes_of_types(slot.types)
                                               : codes_.codes_of_types(end);
    for (std::size_t code = 0; code < result.size(); ++code) result[code] = result[code] || more[code];
  }
  return result;
}

void PatternDraft::write(ParsedPattern core) {
  core_ = std::move(core);
  after_ = parse_quietly(decl_.after, scope_);
  ahead_ = parse_quietly(decl_.before, scope_);
  regex_.open_group();
  regex_.append(core_);
  regex_.append(")");
  append_group(after_, behind_);
  append_group(ahead_, front_);
  from_ = end_codes(SlotRole::from, ends_.from);
  to_ = end_codes(SlotRole::to, ends_.to);
}

bool PatternDraft::compile_guards(Diagnostics& diagnostics) {
  bool good = compile_guard(decl_.after, "\\z", scope_, codes_, guards_.after, diagnostics);
  good = compile_guard(decl_.before, "", scope_, codes_, guards_.before, diagnostics) && good;
  good = compile_guard(decl_.not_before, "", scope_, codes_, guards_.not_before, diagnostics) && good;
  good = compile_guard(decl_.not_after, "\\z", scope_, codes_, guards_.not_after, diagnostics) && good;
  good = compile_guard(decl_.not_inside, "", scope_, codes_, guards_.not_inside, diagnostics) && good;
  good = compile_guard(decl_.unless, "", scope_, codes_, guards_.unless, diagnostics) && good;
  return compile_guard(decl_.within, "", scope_, codes_, guards_.within, diagnostics) && good;
}

void PatternDraft::complain(const RE2* compiled, bool takes_empty_text, Diagnostics& diagnostics) const {
  if (compiled == nullptr) {
    report_broken(RE2(regex_.text(), pattern_options()), regex_, decl_.match, scope_.source, diagnostics);
    return;
  }
  if (regex_.lonely_bracket()) report_broken(*compiled, regex_, decl_.match, scope_.source, diagnostics);
  if (takes_empty_text)
    RuleErrors(scope_.source, diagnostics)
        .add("E219", decl_.match, "the pattern matches the empty text", "make at least one part of it required");
}

void PatternDraft::complain_of_size(Diagnostics& diagnostics) const {
  RuleErrors(scope_.source, diagnostics)
      .add("E230", decl_.match, "the patterns up to here are too large together",
           "shorten gaps and counted repetitions, or load fewer packs at once");
}

}  // namespace edgewise
