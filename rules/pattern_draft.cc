// SPDX-License-Identifier: Apache-2.0
// The guards first: a pattern whose guards are wrong is not written down at all.
#include "rules/pattern_draft.h"

#include "rules/pattern_compile.h"

namespace edgewise {
namespace {

void append_group(const ParsedPattern& pattern, PatternRegex& regex) {
  if (pattern.pieces.empty()) return;
  regex.append("(?:");
  regex.append(pattern);
  regex.append(")");
}

}  // namespace

CodeSet PatternDraft::end_codes(const ParsedPattern& core, SlotRole role, const std::vector<TypeId>& end) const {
  if (!core.has(role)) return {};
  CodeSet result(codes_.size(), false);
  for (const PatternPiece& slot : core.pieces) {
    if (slot.kind != PatternPiece::Kind::slot || slot.role != role) continue;
    const CodeSet more = slot.entity           ? codes_.codes_of_entity(*slot.entity)
                         : !slot.types.empty() ? codes_.codes_of_types(slot.types)
                                               : codes_.codes_of_types(end);
    for (std::size_t code = 0; code < result.size(); ++code) result[code] = result[code] || more[code];
  }
  return result;
}

// All of them whatever the first ones say, so that one run shows every mistake.
bool PatternDraft::compile_guards(const PatternDecl& decl, const PatternScope& scope, Diagnostics& diagnostics) {
  bool good = compile_guard(decl.after, "\\z", scope, codes_, guards_.after, diagnostics);
  good = compile_guard(decl.before, "", scope, codes_, guards_.before, diagnostics) && good;
  good = compile_guard(decl.not_before, "", scope, codes_, guards_.not_before, diagnostics) && good;
  good = compile_guard(decl.not_after, "\\z", scope, codes_, guards_.not_after, diagnostics) && good;
  good = compile_guard(decl.not_inside, "", scope, codes_, guards_.not_inside, diagnostics) && good;
  good = compile_guard(decl.unless, "", scope, codes_, guards_.unless, diagnostics) && good;
  return compile_guard(decl.within, "", scope, codes_, guards_.within, diagnostics) && good;
}

bool PatternDraft::fill(const ParsedPattern* core, const PatternDecl& decl, const PatternScope& scope,
                        Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  Diagnostics repeated;  // compile_guards() reports them
  auto after = parse_alternatives(decl.after, scope, repeated);
  auto ahead = parse_alternatives(decl.before, scope, repeated);
  const bool good = compile_guards(decl, scope, diagnostics);
  if (!good || core == nullptr || !after || !ahead || diagnostics.size() != before) return false;

  after_ = std::move(*after);
  ahead_ = std::move(*ahead);
  regex_.open_group();
  regex_.append(*core);
  regex_.append(")");
  append_group(after_, behind_);
  append_group(ahead_, front_);
  from_ = end_codes(*core, SlotRole::from, ends_.from);
  to_ = end_codes(*core, SlotRole::to, ends_.to);
  return true;
}

}  // namespace edgewise
