// SPDX-License-Identifier: Apache-2.0
// What a broken rule file may have meant to declare, so that nobody is told that it is missing.
#pragma once

#include "rules/yaml_tree.h"
#include "text/diagnostic.h"

namespace edgewise {

// After a mistake of shape the rest of the rules is compiled all the same, to show every mistake in one run. What
// follows only from something that could not be read is left out by this.
class ReadingLosses {
 public:
  // A file could not be read at all.
  void lose_file();
  // Rows of a table were left out.
  void lose_names() { entities_ = true; }
  // Notes what the shape of `root` hides.
  void note(const YamlNode& root);

  // Whether a complaint of the compiler holds whatever the lost parts said.
  bool leaves_standing(const Diagnostic& diagnostic) const;

 private:
  void lose(std::string_view section);
  void note_types(const YamlNode& node);
  void note_fragments(const YamlNode& node);
  void note_entities(const YamlNode& node);
  void note_relations(const YamlNode& node);

  bool types_ = false, parents_ = false, fragments_ = false, entities_ = false, relations_ = false;
};

}  // namespace edgewise
