// SPDX-License-Identifier: Apache-2.0
// One test for each shape that a text may have.
#include "rules/text_values.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/engine_version.h"

namespace edgewise {

namespace {

// What other rule languages, and our own name tables, call the same thing.
constexpr std::pair<std::string_view, std::string_view> kOtherWords[] = {
    {"aliases", "also"},   {"also", "aliases"},   {"synonyms", "also"}, {"parent", "is"},      {"parents", "is"},
    {"extends", "is"},     {"regex", "pattern"},  {"regex", "match"},   {"patterns", "match"}, {"pattern", "match"},
    {"source", "from"},    {"target", "to"},      {"subject", "from"},  {"object", "to"},      {"tests", "examples"},
    {"include", "import"}, {"imports", "import"}, {"expect", "yields"}, {"negative", "never"}, {"ignore", "unless"},
};

std::string_view meant_by(std::string_view word, const std::vector<std::string>& known) {
  const std::string_view near = nearest_name(word, known);
  if (!near.empty()) return near;
  for (const auto& [other, ours] : kOtherWords)
    if (other == word && std::find(known.begin(), known.end(), ours) != known.end()) return ours;
  return {};
}

}  // namespace

std::string near_and_known(std::string_view word, const std::vector<std::string>& known, std::string_view label) {
  const std::string_view near = meant_by(word, known);
  const std::string all = fmt::format("{}: {}", label, fmt::join(known, ", "));
  return near.empty() ? all : fmt::format("did you mean '{}'? {}", near, all);
}

namespace {

void check_word(const Located& text, const RuleKey& key, Complaints& complaints) {
  if (std::find(key.words.begin(), key.words.end(), text.text) != key.words.end()) return;
  const std::vector<std::string> known(key.words.begin(), key.words.end());
  complaints.error("E107", text, fmt::format("'{}' cannot be '{}'", key.name, text.text),
                   near_and_known(text.text, known, "accepted values"));
}

}  // namespace

void check_text_value(const Located& text, const RuleKey& key, Complaints& complaints) {
  const std::string& value = text.text;
  if (key.shape == RuleShape::word) {
    check_word(text, key, complaints);
  } else if (key.shape == RuleShape::flag && value != "true" && value != "false") {
    complaints.error("E106", text, fmt::format("'{}' must be true or false, but is '{}'", key.name, value),
                     "write true or false");
  } else if (key.shape == RuleShape::version && value != kLanguageVersion) {
    complaints.error("E127", text,
                     fmt::format("'{}' is not a version of the rule language that this program reads", value),
                     fmt::format("write 'edgewise: {}'; a pack's own version is the key 'version'", kLanguageVersion));
  } else if (key.shape == RuleShape::engine && !parse_engine_version(value)) {
    complaints.error(
        "E133", text, fmt::format("'{}' is not a version of Edgewise", value),
        fmt::format("write up to three numbers with dots between them, such as {}", to_string(engine_version())));
  } else if (key.shape == RuleShape::stage) {
    std::uint32_t stage = 0;
    const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), stage);
    if (wrong != std::errc() || end != value.data() + value.size() || stage < 1 || stage > kLastStage)
      complaints.error("E128", text, fmt::format("'{}' is not a stage", value),
                       fmt::format("write a number from 1 to {}", kLastStage));
  } else if (key.shape == RuleShape::number) {
    std::int32_t number = 0;
    const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (wrong != std::errc() || end != value.data() + value.size() || number < kLeastNumber || number > kMostNumber)
      complaints.error("E132", text,
                       fmt::format("'{}' must be a whole number from {} to {}, but is '{}'", key.name, kLeastNumber,
                                   kMostNumber, value),
                       "write it in digits");
  } else if (key.shape == RuleShape::colour) {
    const bool digits = value.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    if (value.size() != 7 || value[0] != '#' || !digits)
      complaints.error("E131", text, fmt::format("'{}' is not a colour", value),
                       "write # and six hexadecimal digits in quotes, such as \"#4e79a7\"");
  }
}

void check_type_name(const Located& name, Complaints& complaints) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
  const std::size_t wrong = name.text.find_first_not_of(kLetters);
  if (wrong == std::string::npos && name.text[0] >= 'A' && name.text[0] <= 'Z') return;
  complaints.error("E130", name, fmt::format("'{}' cannot be the name of a type", name.text),
                   "begin with a capital letter A to Z; go on with letters, digits and _; labels may be in any script");
}

}  // namespace edgewise
