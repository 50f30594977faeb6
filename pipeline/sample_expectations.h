// SPDX-License-Identifier: Apache-2.0
// What sample articles should yield, as their authors wrote it into a table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "text/modality.h"
#include "text/result.h"

namespace edgewise {

// A line of expected.tsv.
struct ExpectedStatement {
  std::string document;               // name of the file without its ending; #2 behind it for its second article
  std::vector<std::string> from, to;  // spellings, any of which will do
  std::string relation;
  std::optional<Modality> modality;  // absent: any but negated
  // todo: known to be missing. wrong: known to come out although it should not.
  enum class Kind { required, optional, todo, wrong } kind = Kind::required;
  std::string reason;
  Place where;
};

// Reads a table with a header line and the columns doc, from, relation, to, and if wanted modality and note; spellings
// are separated by `|`, notes are `optional`, `todo: reason` or `wrong: reason`, lines that begin with `#` are
// comments. Every mistake is reported (E403).
Result<std::vector<ExpectedStatement>> read_expected_statements(const std::string& path, const RuleSet& rules);

}  // namespace edgewise
