// SPDX-License-Identifier: Apache-2.0
// What a corpus says about rules, for people and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "rules/corpus_coverage.h"
#include "rules/rule_set.h"

namespace edgewise {

// Each list cut off behind `limit` entries; 0 shows all.
std::string coverage_text(const RuleSet& rules, const CorpusReport& report, std::size_t limit);
std::string coverage_json(const RuleSet& rules, const CorpusReport& report);

}  // namespace edgewise
