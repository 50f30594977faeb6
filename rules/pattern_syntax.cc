// SPDX-License-Identifier: Apache-2.0
// A scanner for the pattern language; what RE2 understands is passed through untouched.
#include "rules/pattern_syntax.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/diagnostic_order.h"
#include "rules/look_around.h"
#include "rules/pattern_scanner.h"
#include "rules/slot_syntax.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kMostPieces = 10000;

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

void PatternScanner::fail(const PatternOrigin& origin, std::string code, std::string message, std::string help) {
  Diagnostic diagnostic{
      Severity::error,    std::move(code), scope_.source.place(*origin.scalar, origin.begin, origin.end),
      std::move(message), std::move(help), {}};
  for (auto use = uses_.rbegin(); use != uses_.rend(); ++use)
    diagnostic.notes.push_back({scope_.source.place(*use->place.scalar, use->place.begin, use->place.end),
                                fmt::format("fragment '{}' is used here", use->fragment->name.text)});
  diagnostics_.push_back(std::move(diagnostic));
}

void PatternScanner::put(const Located& scalar, std::size_t begin, std::size_t end, std::string regex) {
  PatternPiece piece;
  piece.origin = {&scalar, begin, end};
  piece.regex = std::move(regex);
  result_.pieces.push_back(std::move(piece));
}

void PatternScanner::scan_text(const Located& scalar) {
  const std::string& text = scalar.text;
  for (std::size_t at = 0; at < text.size() && !too_large_ && diagnostics_.size() < kMostGathered;) {
    if (result_.pieces.size() > kMostPieces) {
      too_large_ = true;
      fail({&scalar, 0, text.size()}, "E214",
           uses_.empty() ? "the pattern is too large" : "the pattern is too large once its fragments are put in place",
           "split it into several patterns");
      return;
    }
    switch (text[at]) {
      case '\\':
        at = scan_escape(scalar, at);
        break;
      case '[':
        at = scan_class(scalar, at);
        break;
      case '(':
        at = scan_group(scalar, at);
        break;
      case '{':
        at = scan_brace(scalar, at);
        break;
      case '<':
        at = scan_fragment(scalar, at);
        break;
      default:
        at = scan_plain(scalar, at);
    }
  }
}

std::size_t PatternScanner::scan_escape(const Located& scalar, std::size_t at) {
  const std::string& text = scalar.text;
  std::size_t end = at + 1;
  if (end >= text.size()) {
    fail({&scalar, at, end}, "E208", "the regular expression is broken: nothing follows the backslash",
         "write \\\\ for the character");
  } else {
    const char kind = text[end];
    (void)next_code_point(text, end);
    if ((kind == 'p' || kind == 'P' || kind == 'x') && end < text.size() && text[end] == '{') {
      const std::size_t close = text.find('}', end);
      end = close == std::string::npos ? text.size() : close + 1;
    }
  }
  put(scalar, at, end, text.substr(at, end - at));
  return end;
}

std::size_t PatternScanner::scan_class(const Located& scalar, std::size_t at) {
  const std::string& text = scalar.text;
  const std::size_t begin = at++;
  put(scalar, begin, at, "[");
  if (at < text.size() && text[at] == '^') put(scalar, at, at + 1, "^"), ++at;
  if (at < text.size() && text[at] == ']') put(scalar, at, at + 1, "]"), ++at;
  while (at < text.size() && text[at] != ']') {
    if (text[at] == '\\') {
      at = scan_escape(scalar, at);
    } else if (text.compare(at, 2, "[:") == 0 && text.find(":]", at) != std::string::npos) {
      const std::size_t end = text.find(":]", at) + 2;
      put(scalar, at, end, text.substr(at, end - at));
      at = end;
    } else {
      at = scan_character(scalar, at, true);
    }
  }
  if (at < text.size()) {
    put(scalar, at, at + 1, "]");
    return at + 1;
  }
  // A fragment is followed by more of its pattern, which must not close this bracket.
  fail({&scalar, begin, begin + 1}, "E208", "the regular expression is broken: missing ]",
       "close the bracket, or write \\[ for the character");
  return at;
}

std::size_t PatternScanner::scan_group(const Located& scalar, std::size_t at) {
  const std::string& text = scalar.text;
  if (const LookAround* form = look_around_at(text, at)) {
    const bool alone = use_ != PatternUse::guard && uses_.empty();
    fail({&scalar, at, at + form->opening.size()}, "E209",
         fmt::format("look-around '{}' is not part of the pattern language", form->opening),
         instead_of_look_around(text, at, *form,
                                !alone                         ? ""
                                : use_ == PatternUse::relation ? "pattern"
                                                               : "match"));
    return at + form->opening.size();
  }
  if (text.compare(at, 2, "(?") != 0) {
    put(scalar, at, at + 1, "(");
    result_.pieces.back().kind = PatternPiece::Kind::group_open;
    return at + 1;
  }
  if (text.compare(at, 4, "(?P<") == 0) {
    const std::size_t close = text.find('>', at);
    const std::size_t end = close == std::string::npos ? text.size() : close + 1;
    put(scalar, at, end, text.substr(at, end - at));
    result_.pieces.back().kind = PatternPiece::Kind::group_open;
    if (close != std::string::npos) name_group({&scalar, at + 4, close}, text.substr(at + 4, close - at - 4));
    return end;
  }
  put(scalar, at, at + 2, "(?");
  return at + 2;
}

std::size_t PatternScanner::scan_character(const Located& scalar, std::size_t at, bool in_class) {
  const std::string& text = scalar.text;
  std::size_t end = at;
  if (next_code_point(text, end) < 0x80) {
    put(scalar, at, end, text.substr(at, 1));
    return end;
  }
  const std::string written = text.substr(at, end - at);
  const std::string normal = normalise_name(written);
  std::string regex;
  for (const char c : normal) {
    const bool special = std::string_view(R"(\.+*?()|[]{}^$-)").find(c) != std::string_view::npos;
    if (special) regex += '\\';
    regex += c;
  }
  if (normal.empty() && written == "\xE3\x80\x80") regex = " ";
  // Several characters from one are a unit, so that a quantifier behind them applies to all of them.
  if (!in_class && count_code_points(normal) > 1) regex = "(?:" + regex + ")";
  put(scalar, at, end, std::move(regex));
  return end;
}

// A run of what means itself to RE2 and in every normal form is one piece: long lists of words are most of some packs.
std::size_t PatternScanner::scan_plain(const Located& scalar, std::size_t at) {
  const std::string& text = scalar.text;
  std::size_t end = at;
  while (end < text.size() && (is_ascii_word(text[end]) || text[end] == ' ')) ++end;
  if (end == at) return scan_character(scalar, at, false);
  put(scalar, at, end, text.substr(at, end - at));
  return end;
}

std::size_t PatternScanner::scan_brace(const Located& scalar, std::size_t at) {
  const std::string& text = scalar.text;
  const std::size_t close = text.find('}', at);
  if (close == std::string::npos) {
    fail({&scalar, at, text.size()}, "E206", "this '{' is never closed", "write \\{ for the character");
    return text.size();
  }
  const std::string_view body = std::string_view(text).substr(at + 1, close - at - 1);
  const PatternOrigin origin{&scalar, at, close + 1};
  if (!body.empty() && ((body[0] >= '0' && body[0] <= '9') || body[0] == ',')) {
    put(scalar, at, close + 1, text.substr(at, close + 1 - at));
  } else {
    if (put_qualifier(origin, body)) return close + 1;
    SlotTrouble wrong;
    auto piece = body.substr(0, 2) == ".." ? read_gap(body.substr(2), wrong) : read_slot(body, use_, scope_, wrong);
    if (piece) {
      piece->origin = origin;
      result_.pieces.push_back(*std::move(piece));
    } else {
      const auto part = static_cast<std::size_t>(wrong.part.empty() ? 0 : wrong.part.data() - text.data());
      fail(wrong.part.empty() ? origin : PatternOrigin{&scalar, part, part + wrong.part.size()}, std::move(wrong.code),
           std::move(wrong.message), std::move(wrong.help));
    }
  }
  return close + 1;
}

bool ParsedPattern::has(SlotRole role) const {
  return std::any_of(pieces.begin(), pieces.end(), [&](const PatternPiece& piece) {
    return piece.kind == PatternPiece::Kind::slot && piece.role == role;
  });
}

std::optional<ParsedPattern> parse_pattern(const Located& pattern, PatternUse use, const PatternScope& scope,
                                           Diagnostics& diagnostics) {
  PatternScanner scanner(use, scope, diagnostics);
  if (!scanner.scan(pattern)) return std::nullopt;
  return scanner.take();
}

}  // namespace edgewise
