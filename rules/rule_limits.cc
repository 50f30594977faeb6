// SPDX-License-Identifier: Apache-2.0
// Counts what rule files declare.
#include "rules/rule_limits.h"

#include <cstddef>
#include <string_view>

#include <fmt/format.h>

#include "rules/rule_errors.h"

namespace edgewise {
namespace {

constexpr std::size_t kMostTypes = 4096;
constexpr std::size_t kMostPatterns = 20'000;

}  // namespace

bool is_too_large(const RuleSource& source, Diagnostics& diagnostics) {
  RuleErrors errors(source, diagnostics);
  const auto refuse = [&](const Located& at, std::size_t limit, std::string_view what) {
    errors.add("E230", at, fmt::format("more than {} {} in one rule set", limit, what), "load fewer packs at once");
    return true;
  };
  std::size_t types = 0, patterns = 0, fragments = 0;
  for (const RuleFile& file : source.rules) {
    types += file.types.size();
    if (types > kMostTypes) return refuse(file.types.back().name, kMostTypes, "types");
    fragments += file.fragments.size();
    if (fragments > kMostPatterns) return refuse(file.fragments.back().name, kMostPatterns, "fragments");
    patterns += file.mentions.size() + file.references.size() + file.document.size() + file.cues.size() +
                file.fits.size() + file.speakers.size();
    for (const RelationDecl& decl : file.relations) {
      patterns += decl.match.size();
      if (patterns > kMostPatterns) return refuse(decl.id, kMostPatterns, "patterns");
    }
    if (patterns > kMostPatterns)
      return refuse(!file.mentions.empty()     ? file.mentions.back().type
                    : !file.references.empty() ? file.references.back().type
                    : !file.fits.empty()       ? file.fits.back().type
                    : !file.document.empty()   ? file.document.back().pattern.match
                    : !file.speakers.empty()   ? file.speakers.back().pattern.match
                                               : file.cues.back().match,
                    kMostPatterns, "patterns");
  }
  return false;
}

}  // namespace edgewise
