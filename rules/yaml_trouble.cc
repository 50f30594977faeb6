// SPDX-License-Identifier: Apache-2.0
// From the YAML reader's messages to causes: mostly patterns without quotes, tabs, and lines out of line.
#include "rules/yaml_trouble.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr std::string_view kQuoteIt = "put the whole text into single quotes";
constexpr std::string_view kPlainBackslash = "use single quotes; a backslash is a backslash there";
constexpr std::string_view kQuoteAlias = "put a text that begins with * into single quotes";
constexpr std::string_view kQuoteAnchor = "put a text that begins with & into single quotes";
constexpr std::string_view kQuoteTag = "put a text that begins with ! into single quotes";
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kClosing = "}]\"'";

// A row for each reason that has one cause. `code` and `message` are ours.
struct Reason {
  std::string_view reason, code, message, help;
};
constexpr std::array kReasons = {
    Reason{"illegal tab when looking for indentation", "E123", "a tab in the indentation", "indent with spaces"},
    Reason{"illegal map key", "E102", "a key cannot begin here", kQuoteIt},
    Reason{"illegal map value", "E102", "a colon cannot stand here",
           "put a text that holds ': ' into single quotes; keys of one map begin in the same column"},
    Reason{"cannot set zero indentation for a block scalar", "E102", "an indentation of 0 is not possible",
           "leave the number out"},
    Reason{"illegal document indicator in scalar", "E102", "a line of --- within quotes", "close the quotes before it"},
    Reason{"bad character found while scanning hex number", "E102", "an escape needs hexadecimal digits",
           kPlainBackslash},
    Reason{"the referenced anchor is not defined", "E109", "aliases are not allowed", kQuoteAlias},
    Reason{"alias not found after *", "E109", "aliases are not allowed", kQuoteAlias},
    Reason{"illegal character found while scanning alias", "E109", "aliases are not allowed", kQuoteAlias},
    Reason{"anchor not found after &", "E109", "anchors are not allowed", kQuoteAnchor},
    Reason{"illegal character found while scanning anchor", "E109", "anchors are not allowed", kQuoteAnchor},
    Reason{"cannot assign multiple anchors to the same node", "E109", "anchors are not allowed", kQuoteAnchor},
    Reason{"cannot assign multiple tags to the same node", "E118", "tags are not allowed", kQuoteTag},
    Reason{"tag handle with no suffix", "E118", "tags are not allowed", kQuoteTag},
    Reason{"end of verbatim tag not found", "E118", "tags are not allowed", kQuoteTag},
    Reason{"illegal character found while scanning tag handle", "E118", "tags are not allowed", kQuoteTag},
};

// The length of the character at `offset`, at least 1 within the text.
std::uint32_t character_at(std::string_view text, std::uint32_t offset) {
  std::uint32_t end = offset + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - offset;
}

YamlTrouble trouble(const YamlStop& stop, std::string_view code, std::uint32_t at, std::string message,
                    std::string_view help) {
  const auto size = static_cast<std::uint32_t>(stop.text.size());
  at = std::min(at, size);
  return {code, at, at < size ? at + character_at(stop.text, at) : at, std::move(message), std::string(help)};
}

YamlTrouble broken(const YamlStop& stop, std::uint32_t at, std::string message, std::string_view help) {
  return trouble(stop, "E102", at, std::move(message), help);
}

// The first tab before the text of the line at `offset`, or of the line before it.
std::optional<std::uint32_t> tab_in_indentation(std::string_view text, std::uint32_t offset) {
  std::size_t line_end = offset;
  for (int lines = 0; lines < 2; ++lines) {
    const std::size_t feed = line_end == 0 ? std::string_view::npos : text.find_last_of('\n', line_end - 1);
    const std::size_t begin = feed == std::string_view::npos ? 0 : feed + 1;
    const std::size_t tab = text.find_first_not_of(' ', begin);
    if (tab != std::string_view::npos && text[tab] == '\t') return static_cast<std::uint32_t>(tab);
    if (feed == std::string_view::npos) return std::nullopt;
    line_end = feed;
  }
  return std::nullopt;
}

// What stands open at the end of a stretch that the YAML reader had looked at but not yet reported.
struct Unfinished {
  std::optional<std::uint32_t> quote;
  std::string brackets;  // the innermost last
};

Unfinished unfinished(std::string_view text, std::size_t from, std::string brackets) {
  Unfinished found{{}, std::move(brackets)};
  bool token_may_begin = true;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#' && token_may_begin) {
      i = std::min(text.find('\n', i), text.size());
    } else if (token_may_begin && (c == '"' || c == '\'')) {
      const std::size_t begin = i;
      for (++i; i < text.size() && text[i] != c; ++i)
        if (c == '"' && text[i] == '\\') ++i;
      if (i >= text.size()) found.quote = static_cast<std::uint32_t>(begin);
    } else if (c == '[' || c == '{') {
      if (token_may_begin || !found.brackets.empty()) found.brackets += c;
    } else if ((c == ']' || c == '}') && !found.brackets.empty()) {
      found.brackets.pop_back();
    }
    token_may_begin = std::string_view(" \t\n[{,").find(c) != std::string_view::npos;
  }
  return found;
}

YamlTrouble explain_escape(const YamlStop& stop) {
  const std::size_t slash = stop.at == 0 ? std::string_view::npos : stop.text.find_last_of('\\', stop.at - 1);
  const std::uint32_t at = slash == std::string_view::npos ? stop.at : static_cast<std::uint32_t>(slash);
  const std::string_view escape =
      stop.text.substr(at, 1 + (at + 1 < stop.text.size() ? character_at(stop.text, at + 1) : 0));
  YamlTrouble result = broken(stop, at, fmt::format("'{}' is not an escape of YAML", escape), kPlainBackslash);
  result.end = at + static_cast<std::uint32_t>(escape.size());
  return result;
}

// A closing bracket that fits no open one.
YamlTrouble explain_bracket(const YamlStop& stop) {
  const char bracket = stop.at < stop.text.size() ? stop.text[stop.at] : '}';
  const char known = stop.open ? stop.text[*stop.open] : '-';
  const std::string before =
      unfinished(stop.text.substr(0, stop.at), stop.seen, std::string(known == '[' || known == '{', known)).brackets;
  const char open = before.empty() ? '\0' : before.back();
  if ((open == '[' && bracket == '}') || (open == '{' && bracket == ']'))
    return broken(stop, stop.at, fmt::format("this {} cannot close the {} that is open", bracket, open),
                  fmt::format("write {} first", open == '[' ? ']' : '}'));
  return broken(stop, stop.at, fmt::format("this {} closes nothing", bracket), kQuoteIt);
}

YamlTrouble explain_item(const YamlStop& stop) {
  const std::size_t feed = stop.at == 0 ? std::string_view::npos : stop.text.find_last_of('\n', stop.at - 1);
  const std::size_t begin = feed == std::string_view::npos ? 0 : feed + 1;
  if (stop.text.find_first_not_of(' ', begin) == stop.at)
    return broken(stop, stop.at, "a list item cannot stand among keys", "indent it, below the key that it belongs to");
  return broken(stop, stop.at, "a list item cannot begin here",
                "begin the list on a line of its own, or put the text into single quotes");
}

// Text on the line of | or >, which may also stand behind closing quotes or brackets.
YamlTrouble explain_block(const YamlStop& stop) {
  const std::size_t sign = stop.at == 0 ? std::string_view::npos : stop.text.find_last_of("|>", stop.at - 1);
  const bool behind =
      sign != std::string_view::npos && sign > 0 && kClosing.find(stop.text[sign - 1]) != std::string_view::npos;
  if (behind)
    return broken(stop, static_cast<std::uint32_t>(sign),
                  fmt::format("text goes on behind the closing {}", stop.text[sign - 1]), kQuoteIt);
  return broken(stop, stop.at, "a text cannot begin on the line of | or >",
                "begin it on the next line, or put it into single quotes");
}

// A list or map ended where nobody expected it: behind something closed, at the end of the file, or at a line that
// stands further left or right than it should.
YamlTrouble explain_end(const YamlStop& stop) {
  const bool flow = stop.reason.ends_with("flow not found");
  const std::size_t before = stop.at == 0 ? std::string_view::npos : stop.text.find_last_not_of(kBlanks, stop.at - 1);
  const bool same_line = before != std::string_view::npos &&
                         stop.text.substr(before, stop.at - before).find('\n') == std::string_view::npos;
  if (same_line && stop.at < stop.text.size() && kClosing.find(stop.text[before]) != std::string_view::npos)
    return broken(stop, stop.at, fmt::format("text goes on behind the closing {}", stop.text[before]), kQuoteIt);
  if (flow && stop.open)
    return broken(stop, *stop.open, "this bracket is not closed",
                  "close it, or put the text into single quotes; items are separated by commas");
  if (stop.reason == "end of map not found" && stop.text.substr(stop.at).starts_with("- ")) return explain_item(stop);
  return broken(stop, stop.at,
                fmt::format("this does not line up with the {} before it",
                            stop.reason == "end of map not found" ? "keys" : "list items"),
                "indent what belongs together by the same number of spaces");
}

}  // namespace

YamlTrouble explain(const YamlStop& stop) {
  if (const auto tab = tab_in_indentation(stop.text, stop.at))
    return trouble(stop, "E123", *tab, "a tab in the indentation", "indent with spaces");
  const auto row =
      std::find_if(kReasons.begin(), kReasons.end(), [&](const Reason& r) { return r.reason == stop.reason; });
  if (row != kReasons.end()) return trouble(stop, row->code, stop.at, std::string(row->message), row->help);
  if (stop.reason.starts_with("unknown escape character") || stop.reason.starts_with("invalid unicode"))
    return explain_escape(stop);
  if (stop.reason == "illegal flow end") return explain_bracket(stop);
  if (stop.reason == "illegal block entry") return explain_item(stop);
  if (stop.reason == "unexpected character in block scalar") return explain_block(stop);
  if (stop.reason.starts_with("end of ")) return explain_end(stop);
  if (stop.reason == "illegal EOF in scalar")
    return broken(stop, unfinished(stop.text, stop.seen, {}).quote.value_or(stop.at), "these quotes are not closed",
                  "close them; within single quotes a quote is written twice");
  if (stop.reason == "unknown token" && stop.at < stop.text.size())
    return trouble(
        stop, "E102", stop.at,
        fmt::format("a text cannot begin with {}", stop.text.substr(stop.at, character_at(stop.text, stop.at))),
        kQuoteIt);
  return broken(stop, stop.at, std::string(stop.reason), "write it as YAML 1.2");
}

}  // namespace edgewise
