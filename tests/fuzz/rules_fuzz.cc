// SPDX-License-Identifier: Apache-2.0
// Any text is a rule file or a list of complaints, each of which can be shown.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "rules/rule_examples.h"
#include "rules/rule_reader.h"
#include "rules/rule_set.h"
#include "tests/fuzz/require.h"

namespace edgewise {
namespace {

void check_complaints(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    EDGEWISE_REQUIRE(!diagnostic.code.empty() && !diagnostic.message.empty());
    EDGEWISE_REQUIRE(!render(diagnostic).empty());
  }
}

void check_rules(std::string yaml) {
  Diagnostics warnings;
  Result<RuleSource> source = read_rules_text("fuzz.yaml", std::move(yaml), warnings);
  if (!source) {
    EDGEWISE_REQUIRE(has_errors(source.error()));
    return check_complaints(source.error());
  }
  Result<RuleSet> rules = RuleSet::compile(*std::move(source), warnings);
  check_complaints(warnings);
  if (!rules) {
    EDGEWISE_REQUIRE(has_errors(rules.error()));
    return check_complaints(rules.error());
  }
  check_complaints(run_examples(*rules).failures);
}

}  // namespace
}  // namespace edgewise

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  edgewise::check_rules(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
