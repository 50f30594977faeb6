// SPDX-License-Identifier: Apache-2.0
// Filing claims, and complaining of those that gold says nothing of.
#include "pipeline/claim_intake.h"

#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "eval/graphml_claims.h"
#include "eval/relation_lines.h"
#include "pipeline/input_diagnostic.h"

namespace edgewise {

std::set<std::string> ClaimIntake::take(std::vector<Claim> claims) {
  std::set<std::string> unknown;
  for (Claim& claim : claims) {
    const std::string_view document = gold_.find(claim.document);
    if (document.empty()) {
      unknown.insert(claim.document);
      continue;
    }
    given_.emplace(document);
    if (claim.symmetric) symmetric_.insert(claim.relation);
    claims_[std::string(document)].push_back(std::move(claim));
  }
  return unknown;
}

void ClaimIntake::take_from(std::vector<Claim> claims, const std::string& file) {
  for (const std::string& document : take(std::move(claims))) complain_without_gold(document.empty() ? file : document);
}

void ClaimIntake::complain_without_gold(const std::string& document) {
  diagnostics_.push_back(input_diagnostic("W702", input_name(document), "gold says nothing of this document",
                                          "gold documents are called like the files, without their endings"));
}

void ClaimIntake::read_graph(const std::string& bytes, const std::string& file) {
  const std::string document(gold_.find(file));
  Result<std::vector<Claim>> claims = read_graphml_claims(bytes, file, document);
  if (!claims) {
    std::move(claims.error().begin(), claims.error().end(), std::back_inserter(diagnostics_));
    return;
  }
  if (!document.empty()) note_given(document, file);
  take_from(std::move(*claims), file);
}

void ClaimIntake::read_list(const std::string& bytes, const std::string& file) {
  Result<RelationFile> lines = read_relation_lines(bytes, file);
  if (!lines) {
    std::move(lines.error().begin(), lines.error().end(), std::back_inserter(diagnostics_));
    return;
  }
  std::vector<Claim> claims;
  for (RelationLine& line : lines->relations)
    claims.push_back({std::move(line.document),
                      std::move(line.from),
                      std::move(line.relation),
                      std::move(line.to),
                      std::move(line.modality),
                      line.symmetric,
                      {{std::move(line.rule), std::move(line.evidence), line.line}}});
  take_from(std::move(claims), file);
  for (const DocumentLine& document : lines->documents) given_.emplace(gold_.find(document.id));
}

void ClaimIntake::note_given(const std::string& document, const std::string& file) {
  note_given(document);
  const auto [first, is_new] = file_of_.try_emplace(document, file);
  if (!is_new && first->second != file)
    diagnostics_.push_back(
        input_diagnostic("W703", file, fmt::format("a second input for the gold document '{}'", input_name(document)),
                         fmt::format("the first is '{}'; what is found in both counts", first->second)));
}

}  // namespace edgewise
