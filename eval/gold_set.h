// SPDX-License-Identifier: Apache-2.0
// What should be found in each document.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "eval/relation_lines.h"
#include "eval/relation_map.h"
#include "text/diagnostic.h"
#include "text/modality.h"

namespace edgewise {

struct GoldRelation {
  std::string from, relation, to;
  Modality modality = Modality::asserted;
  bool optional = false;   // finding it is neither right nor wrong
  std::uint32_t line = 0;  // 1-based, of the article; 0: not known
  std::string evidence;    // words of the article; may be empty
};

struct GoldDocument {
  std::optional<std::string> text;  // if the gold file brings it along
  std::vector<GoldRelation> relations;
};

// Documents and relations from any number of gold files.
class GoldSet {
 public:
  // Adds what `lines` hold, with their relations renamed by `map`. A relation that says the same of a document as one
  // before it is left out, with a warning (W701); one of them denied and the other not is not the same. A second,
  // different text for a document is an error (E704).
  void add(const RelationFile& lines, const RelationMap& map, const std::string& file, Diagnostics& diagnostics);

  // Drops the relations that are not in `relations`. The documents stay.
  void keep_only(const std::set<std::string>& relations);

  const std::map<std::string, GoldDocument>& documents() const { return documents_; }
  // Relations that some line marks as symmetric.
  const std::set<std::string>& symmetric() const { return symmetric_; }

  // The gold document that an article's id speaks of: the id itself, else without its folders, else also without its
  // ending; `a.txt#2` is `a#2`, and `a.txt` may be `a#1`. If none of these is known, all articles of a file are the
  // document called like the file. Empty if there is none.
  std::string_view find(std::string_view article_id) const;

 private:
  struct Place {
    std::string file;
    std::uint32_t line = 0;
  };
  std::map<std::string, GoldDocument> documents_;
  std::map<std::vector<std::string>, Place> first_places_;  // of what makes a relation the same, for W701
  std::set<std::string> symmetric_;
};

}  // namespace edgewise
