// SPDX-License-Identifier: Apache-2.0
// What is to be evaluated, filed under the gold documents it speaks of.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "eval/claim.h"
#include "eval/gold_set.h"
#include "text/diagnostic.h"

namespace edgewise {

// Refers to `gold` and `diagnostics`, which must outlive it. Complaints are appended to `diagnostics`.
class ClaimIntake {
 public:
  ClaimIntake(const GoldSet& gold, Diagnostics& diagnostics) : gold_(gold), diagnostics_(diagnostics) {}

  // Takes the claims whose document gold knows; gives the documents that it does not.
  std::set<std::string> take(std::vector<Claim> claims);

  // Takes the claims of a GraphML file, or of a list with one relation or document a line. `file` is how the input is
  // called in complaints, and stands for the document where the claims name none.
  void read_graph(const std::string& bytes, const std::string& file);
  void read_list(const std::string& bytes, const std::string& file);

  // Notes that there is something to evaluate for `document`. Two files of one name in different folders would both be
  // taken for the same gold document, so a second file is complained of.
  void note_given(const std::string& document) { given_.insert(document); }
  void note_given(const std::string& document, const std::string& file);

  void complain_without_gold(const std::string& document);

  bool was_given(const std::string& document) const { return given_.contains(document); }
  const std::map<std::string, std::vector<Claim>>& claims() const { return claims_; }  // by gold document
  const std::set<std::string>& symmetric() const { return symmetric_; }                // relations claimed to be so

 private:
  void take_from(std::vector<Claim> claims, const std::string& file);

  const GoldSet& gold_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::vector<Claim>> claims_;
  std::set<std::string> given_, symmetric_;
  std::map<std::string, std::string> file_of_;
};

}  // namespace edgewise
