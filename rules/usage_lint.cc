// SPDX-License-Identifier: Apache-2.0
// Looks at declarations only; nothing here needs a compiled pattern.
#include "rules/usage_lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rules/diagnostic_order.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

using Words = std::set<std::string, std::less<>>;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The words in the braces of a pattern: the types of its slots are among them.
void gather_slot_words(const Located& pattern, Words& words) {
  const std::string& text = pattern.text;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    const std::size_t close = std::min(text.find('}', open), text.size());
    for (std::size_t at = open + 1; at < close;) {
      const std::size_t begin = at;
      while (at < close && is_word_byte(text[at])) ++at;
      if (at > begin) words.insert(text.substr(begin, at - begin));
      if (at < close) ++at;
    }
  }
}

void gather_pattern(const PatternDecl& decl, Words& words) {
  gather_slot_words(decl.match, words);
  visit_guards(decl, [&](const Located& guard) { gather_slot_words(guard, words); });
}

// Types by how they are used.
struct TypeUses {
  Words taken;  // a slot or the end of a relation takes them
  Words borne;  // something is said to be one
  Words parents;
};

TypeUses type_uses(const RuleSource& source) {
  TypeUses uses;
  for (const RuleFile& file : source.rules) {
    for (const TypeDecl& decl : file.types)
      for (const Located& parent : decl.parents) uses.parents.insert(parent.text);
    for (const EntityDecl& decl : file.entities) uses.borne.insert(decl.type.text);
    for (const MentionDecl& decl : file.mentions) {
      uses.borne.insert(decl.type.text);
      gather_pattern(decl.pattern, uses.taken);
    }
    for (const ReferenceDecl& decl : file.references) {
      uses.borne.insert(decl.type.text);
      gather_pattern(decl.pattern, uses.taken);
    }
    for (const ShortenDecl& decl : file.shorten) uses.borne.insert(decl.type.text);
    for (const SpeakerDecl& decl : file.speakers) gather_pattern(decl.pattern, uses.taken);
    for (const DocumentDecl& decl : file.document) gather_pattern(decl.pattern, uses.taken);
    for (const CueDecl& decl : file.cues) gather_slot_words(decl.match, uses.taken);
    for (const FitDecl& decl : file.fits)
      for (const auto* guards : {&decl.before, &decl.after})
        for (const Located& guard : *guards) gather_slot_words(guard, uses.taken);
    for (const FragmentDecl& decl : file.fragments) gather_slot_words(decl.pattern, uses.taken);
    for (const RelationDecl& decl : file.relations) {
      for (const auto* ends : {&decl.from, &decl.to})
        for (const Located& type : *ends) uses.taken.insert(type.text);
      for (const QualifierDecl& qualifier : decl.qualifiers) uses.taken.insert(qualifier.kind.text);
      for (const PatternDecl& pattern : decl.match) gather_pattern(pattern, uses.taken);
    }
  }
  return uses;
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

// Whether `file` is there for others to import, who need not use all of it: it has no relations, and does not lie in
// the folder of a pack that is being read.
bool is_vocabulary(const RuleSource& source, const RuleFile& file) {
  const RuleSource::File& written = source.files[file.file];
  if (!file.relations.empty() || !written.named) return false;
  return std::none_of(source.files.begin(), source.files.end(), [&](const RuleSource::File& other) {
    const std::string_view folder = folder_of(other.path);
    return !other.named && std::string_view(other.path).substr(folder.size()) == "pack.yaml" &&
           std::string_view(written.path).starts_with(folder);
  });
}

class UsageLint {
 public:
  UsageLint(const RuleSource& source, const Gazetteer& gazetteer, Diagnostics& warnings)
      : source_(source), gazetteer_(gazetteer), warnings_(warnings), uses_(type_uses(source)) {}

  void lint_types();
  void lint_lists();
  void lint_repeated_names();
  void lint_case();

 private:
  void warn(std::string code, const Located& at, std::string message, std::string help,
            std::vector<DiagnosticNote> notes = {}) {
    if (warnings_.size() >= kMostGathered) return;
    warnings_.push_back(
        {Severity::warning, std::move(code), source_.place(at), std::move(message), std::move(help), std::move(notes)});
  }
  bool hides_another(const EntityDecl& decl) const;
  Words types_that_slots_take() const;

  const RuleSource& source_;
  const Gazetteer& gazetteer_;
  Diagnostics& warnings_;
  TypeUses uses_;
};

void UsageLint::lint_types() {
  Words reported;
  for (const RuleFile& file : source_.rules) {
    if (is_vocabulary(source_, file)) continue;
    for (const TypeDecl& decl : file.types) {
      const std::string& name = decl.name.text;
      if (uses_.taken.count(name) + uses_.borne.count(name) + uses_.parents.count(name) > 0) continue;
      if (!reported.insert(name).second) continue;
      warn("W207", decl.name, fmt::format("type '{}' is used nowhere", name),
           "take it away, or list things of this type");
    }
  }
}

// A type and everything below each type that a slot takes.
Words UsageLint::types_that_slots_take() const {
  std::multimap<std::string, std::string> children;
  for (const RuleFile& file : source_.rules)
    for (const TypeDecl& decl : file.types)
      for (const Located& parent : decl.parents) children.emplace(parent.text, decl.name.text);
  Words taken;
  std::vector<std::string> open(uses_.taken.begin(), uses_.taken.end());
  while (!open.empty()) {
    const std::string type = std::move(open.back());
    open.pop_back();
    if (!taken.insert(type).second) continue;
    const auto [first, last] = children.equal_range(type);
    for (auto child = first; child != last; ++child) open.push_back(child->second);
  }
  return taken;
}

// Whether another listed name stands within a name: then listing the longer one keeps the shorter from being found.
bool UsageLint::hides_another(const EntityDecl& decl) const {
  const auto holds = [&](const std::string& written) {
    const std::string name = normalise_name(written);
    const auto size = static_cast<std::uint32_t>(name.size());
    for (std::size_t at = 0; at < name.size(); (void)next_code_point(name, at)) {
      const auto begin = static_cast<std::uint32_t>(at);
      const NameTrie::Hit hit = gazetteer_.longest_at(name, begin, begin == 0 ? size - 1 : size);
      if (hit.value != NameTrie::kNone) return true;
    }
    return false;
  };
  return holds(decl.name.text) ||
         std::any_of(decl.also.begin(), decl.also.end(), [&](const Located& alias) { return holds(alias.text); });
}

void UsageLint::lint_lists() {
  const Words taken = types_that_slots_take();
  if (uses_.taken.empty()) return;                                 // a file of names for others
  std::map<std::string, std::pair<const EntityDecl*, bool>> idle;  // by type: its first name, and whether any hides
  for (const RuleFile& file : source_.rules) {
    if (is_vocabulary(source_, file)) continue;
    for (const EntityDecl& decl : file.entities) {
      if (taken.count(decl.type.text) > 0) continue;
      auto& [first, hides] = idle.try_emplace(decl.type.text, &decl, false).first->second;
      hides = hides || hides_another(decl);
    }
  }
  for (const auto& [type, found] : idle)
    if (!found.second)
      warn("W208", found.first->name, fmt::format("no slot takes the names listed as {}", type),
           "take them away, or write a pattern with a slot for them");
}

void UsageLint::lint_repeated_names() {
  for (const RuleFile& file : source_.rules) {
    for (const EntityDecl& decl : file.entities) {
      std::map<std::string, const Located*> names = {{normalise_name(decl.name.text), &decl.name}};
      for (const Located& alias : decl.also) {
        const auto [first, fresh] = names.try_emplace(normalise_name(alias.text), &alias);
        if (!fresh)
          warn("W304", alias, fmt::format("'{}' is already a name of '{}'", alias.text, decl.name.text),
               "take one of the two away", {{source_.place(*first->second), "listed first here"}});
      }
    }
  }
}

std::string folded(std::string_view name) {
  std::string lower;
  for (std::size_t at = 0; at < name.size();) append_utf8(lower, lower_code_point(next_code_point(name, at)));
  return lower;
}

// A name that ignores case takes every spelling; one of another thing that does not ignore it is then a matter of luck.
void UsageLint::lint_case() {
  struct Name {
    const Located* at;
    const EntityDecl* decl;
  };
  std::unordered_map<std::string, Name> folding;
  const auto for_each_name = [&](bool folds, const auto& visit) {
    for (const RuleFile& file : source_.rules) {
      for (const EntityDecl& decl : file.entities) {
        if (decl.fold_case != folds) continue;
        visit(decl, decl.name);
        for (const Located& alias : decl.also) visit(decl, alias);
      }
    }
  };
  for_each_name(true, [&](const EntityDecl& decl, const Located& name) {
    folding.try_emplace(folded(normalise_name(name.text)), Name{&name, &decl});
  });
  if (folding.empty()) return;
  for_each_name(false, [&](const EntityDecl& decl, const Located& name) {
    const auto found = folding.find(folded(normalise_name(name.text)));
    if (found == folding.end() || found->second.decl->name.text == decl.name.text) return;
    warn("W305", name,
         fmt::format("'{}' of '{}' is also taken by '{}', which ignores case", name.text, decl.name.text,
                     found->second.decl->name.text),
         "take 'case: fold' away there, or one of the two names", {{source_.place(*found->second.at), "listed here"}});
  });
}

}  // namespace

void lint_usage(const RuleSource& source, const Gazetteer& gazetteer, Diagnostics& warnings) {
  UsageLint lint(source, gazetteer, warnings);
  lint.lint_types();
  lint.lint_lists();
  lint.lint_repeated_names();
  lint.lint_case();
}

}  // namespace edgewise
