// SPDX-License-Identifier: Apache-2.0
// Lays a file out and makes sure that it still says the same.
#include "rules/rule_format.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "rules/complaints.h"
#include "rules/source_file.h"
#include "rules/yaml_layout.h"
#include "rules/yaml_tree.h"

namespace edgewise {
namespace {

struct ReadFile {
  RuleSource source;
  YamlNode root;
  Diagnostics errors;
};

// Only what keeps a file from being read as YAML is an error here.
void read(const std::string& path, std::string_view bytes, ReadFile& file) {
  Complaints complaints(file.source);
  if (const auto number = add_text(path, std::string(bytes), file.source, complaints))
    file.root = read_yaml(*number, complaints);
  file.errors = complaints.take_errors();
}

bool says_the_same(const YamlNode& a, const YamlNode& b) {
  if (a.kind != b.kind || a.text.text != b.text.text || a.items.size() != b.items.size() ||
      a.entries.size() != b.entries.size())
    return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!says_the_same(a.items[i], b.items[i])) return false;
  for (std::size_t i = 0; i < a.entries.size(); ++i)
    if (a.entries[i].key.text != b.entries[i].key.text || !says_the_same(a.entries[i].value, b.entries[i].value))
      return false;
  return true;
}

}  // namespace

Result<std::string> format_rules(const std::string& path, std::string_view bytes) {
  ReadFile before, after;
  read(path, bytes, before);
  if (has_errors(before.errors)) return tl::make_unexpected(std::move(before.errors));
  YamlLayout layout = lay_out_yaml(before.source.files.front().text);
  read(path, layout.text, after);
  const YamlLayout again = lay_out_yaml(layout.text);
  const bool safe = !has_errors(after.errors) && says_the_same(before.root, after.root) && again.text == layout.text &&
                    again.comments == layout.comments;
  if (safe) return std::move(layout.text);
  return tl::make_unexpected(
      Diagnostics{{Severity::error,
                   "E141",
                   Place{path, 0, 0, 0, {}},
                   "the file cannot be brought into the normal form without changing what it says",
                   "write unusual places in a plainer way; the file stays as it is",
                   {}}});
}

}  // namespace edgewise
