// SPDX-License-Identifier: Apache-2.0
// Which sections a mistake of shape makes unreliable, and which complaints rely on them.
#include "rules/reading_losses.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/rule_keys.h"

namespace edgewise {
namespace {

using Kind = YamlNode::Kind;

// Whether keys may have been lost; one that is written twice is not.
bool hides_keys(const YamlNode& node) { return node.kind == Kind::refused || !node.complete; }

bool hides_something(const YamlNode& node) { return hides_keys(node) || node.repeats; }

// A text or a list of texts, or nothing.
bool holds_texts(const YamlNode* node) {
  if (node == nullptr || node->kind == Kind::text || node->kind == Kind::null) return true;
  return node->kind == Kind::list && node->complete &&
         std::all_of(node->items.begin(), node->items.end(),
                     [](const YamlNode& item) { return item.kind == Kind::text; });
}

bool holds_text(const YamlNode* node) { return node != nullptr && node->kind == Kind::text; }

}  // namespace

void ReadingLosses::lose_file() { types_ = fragments_ = entities_ = relations_ = true; }

void ReadingLosses::lose(std::string_view section) {
  if (section == "types") types_ = true;
  if (section == "fragments") fragments_ = true;
  if (section == "entities") entities_ = true;
  if (section == "relations") relations_ = true;
  if (section == "import") lose_file();
}

void ReadingLosses::note_types(const YamlNode& node) {
  for (const YamlEntry& entry : node.entries)
    parents_ = parents_ || hides_something(entry.value) || !holds_texts(entry.value.find("is"));
  parents_ = parents_ || node.repeats;
}

void ReadingLosses::note_fragments(const YamlNode& node) {
  for (const YamlEntry& entry : node.entries) fragments_ = fragments_ || !holds_text(&entry.value);
}

void ReadingLosses::note_entities(const YamlNode& node) {
  for (const YamlNode& item : node.items)
    entities_ = entities_ || hides_something(item) ||
                !(holds_text(item.find("name")) || holds_text(item.find("file"))) || !holds_texts(item.find("also"));
}

void ReadingLosses::note_relations(const YamlNode& node) {
  for (const YamlEntry& entry : node.entries)
    relations_ = relations_ || hides_something(entry.value) || !holds_texts(entry.value.find("from")) ||
                 !holds_texts(entry.value.find("to")) ||
                 std::any_of(entry.value.entries.begin(), entry.value.entries.end(),
                             [](const YamlEntry& key) { return kRelationMap.find(key.key.text) == nullptr; });
}

void ReadingLosses::note(const YamlNode& root) {
  if (hides_something(root) || (root.kind != Kind::map && root.kind != Kind::null)) return lose_file();
  const std::vector<std::string> known = kFileMap.names();
  for (const YamlEntry& entry : root.entries) {
    const std::string_view key = entry.key.text;
    if (kFileMap.find(key) == nullptr) {
      const std::string_view meant = nearest_name(key, known);
      meant.empty() ? lose_file() : lose(meant);
      continue;
    }
    const YamlNode& value = entry.value;
    const bool items = key == "entities" || key == "import";
    const bool right = value.kind == Kind::null || value.kind == (items ? Kind::list : Kind::map) ||
                       (key == "import" && value.kind == Kind::text);
    const bool names = key == "types" || key == "fragments";
    if (!right || (names ? hides_keys(value) : hides_something(value))) lose(key);
    if (key == "types") note_types(value);
    if (key == "fragments") note_fragments(value);
    if (key == "entities") note_entities(value);
    if (key == "relations") note_relations(value);
  }
}

bool ReadingLosses::leaves_standing(const Diagnostic& diagnostic) const {
  const std::string_view code = diagnostic.code;
  if (code == "E201") return !types_;
  if (code == "E213") return !types_ && !parents_;
  if (code == "E204") return !fragments_;
  if (code == "E210") return !entities_;
  if (code == "E211") return !relations_;
  // What is used, matched or shown by examples can be judged only when everything has been read.
  return diagnostic.severity == Severity::error || code == "W206" || code == "W301";
}

}  // namespace edgewise
