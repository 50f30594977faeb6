// SPDX-License-Identifier: Apache-2.0
// A scanner for the pattern language; what RE2 understands is passed through untouched.
#include "rules/pattern_syntax.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "rules/diagnostic_order.h"
#include "rules/fragment_call.h"
#include "rules/slot_syntax.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kDeepestFragment = 16;
constexpr std::size_t kMostPieces = 10000;

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

struct LookAround {
  std::string_view opening, guard;
  bool ahead, negative;
};
constexpr std::array<LookAround, 4> kLookArounds = {{
    {"(?<=", "after", false, false},
    {"(?<!", "not_after", false, true},
    {"(?=", "before", true, false},
    {"(?!", "not_before", true, true},
}};

class PatternScanner {
 public:
  PatternScanner(PatternUse use, const PatternScope& scope, Diagnostics& diagnostics)
      : use_(use), scope_(scope), diagnostics_(diagnostics) {}

  bool scan(const Located& scalar) {
    const std::size_t before = diagnostics_.size();
    scan_text(scalar);
    return diagnostics_.size() == before;
  }
  ParsedPattern take() { return std::move(result_); }

 private:
  struct Use {
    const FragmentDecl* fragment;
    PatternOrigin place;
    std::map<std::string_view, const Located*> arguments;  // by parameter
    std::size_t caller = 0;                                // how many of uses_ the arguments were written under
  };

  void scan_text(const Located& scalar);
  std::size_t scan_escape(const Located& scalar, std::size_t at);
  std::size_t scan_class(const Located& scalar, std::size_t at);
  std::size_t scan_group(const Located& scalar, std::size_t at);
  std::size_t scan_brace(const Located& scalar, std::size_t at);
  std::size_t scan_fragment(const Located& scalar, std::size_t at);
  const Located* argument(std::string_view name) const;
  bool bind(Use& use, const Located& scalar, const FragmentCall& call);
  void scan_in_brackets(const Located& scalar, const PatternOrigin& call, std::size_t bindings);
  std::size_t scan_character(const Located& scalar, std::size_t at, bool in_class);
  void name_group(const PatternOrigin& origin, const std::string& name);
  bool put_qualifier(const PatternOrigin& origin, std::string_view body);
  std::size_t scan_plain(const Located& scalar, std::size_t at);

  std::string rewritten(const Located& scalar, std::size_t at, const LookAround& form) const;
  void put(const Located& scalar, std::size_t begin, std::size_t end, std::string regex);
  void fail(const PatternOrigin& origin, std::string code, std::string message, std::string help);

  PatternUse use_;
  const PatternScope& scope_;
  Diagnostics& diagnostics_;
  ParsedPattern result_;
  std::vector<Use> uses_;     // fragments being put in place, outermost first
  std::size_t bindings_ = 0;  // how many of uses_ give meaning to parameters here
  bool too_large_ = false;
};

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
      fail({&scalar, 0, text.size()}, "E214", "the pattern is too large once its fragments are put in place",
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

// The bracket that closes the one at `at`, or the end of the text.
std::size_t closing_bracket(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  bool in_class = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (in_class) {
      in_class = text[at] != ']';
    } else if (text[at] == '[') {
      in_class = true;
    } else if (text[at] == '(') {
      ++depth;
    } else if (text[at] == ')' && --depth == 0) {
      return at;
    }
  }
  return text.size();
}

std::string in_single_quotes(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

// What to write instead of a look-around at `at`.
std::string PatternScanner::rewritten(const Located& scalar, std::size_t at, const LookAround& form) const {
  const std::string_view text = scalar.text;
  const std::size_t close = closing_bracket(text, at), begin = at + form.opening.size();
  if (use_ == PatternUse::guard || !uses_.empty() || close >= text.size())
    return fmt::format("take it out and write '{}: …' beside the pattern", form.guard);
  const std::string_view body = text.substr(begin, close - begin);
  const std::string rest = std::string(text.substr(0, at)) + std::string(text.substr(close + 1));
  const bool at_its_end = form.ahead ? close + 1 == text.size() : at == 0;
  if (at_its_end && !rest.empty())
    return fmt::format("write {{{}: {}, {}: {}}}", use_ == PatternUse::relation ? "pattern" : "match",
                       in_single_quotes(rest), form.guard, in_single_quotes(body));
  return form.negative ? fmt::format(
                             "guards look only around the whole match; to keep words out of it write "
                             "'not_inside: {}' beside the pattern",
                             in_single_quotes(body))
                       : std::string("guards look only around the whole match; split the pattern in two");
}

std::size_t PatternScanner::scan_group(const Located& scalar, std::size_t at) {
  const std::string& text = scalar.text;
  for (const LookAround& form : kLookArounds) {
    if (text.compare(at, form.opening.size(), form.opening) != 0) continue;
    fail({&scalar, at, at + form.opening.size()}, "E209",
         fmt::format("look-around '{}' is not part of the pattern language", form.opening),
         rewritten(scalar, at, form));
    return at + form.opening.size();
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

// In a relation's pattern a named group is one of its qualifiers.
void PatternScanner::name_group(const PatternOrigin& origin, const std::string& name) {
  if (use_ != PatternUse::relation || scope_.qualifiers == nullptr) return;
  if (scope_.qualifiers->count(name) > 0) {
    result_.pieces.back().qualifier = name;
    return;
  }
  std::vector<std::string> known;
  for (const auto& [qualifier, kind] : *scope_.qualifiers) known.push_back(qualifier);
  const std::string_view near = nearest_name(name, known);
  fail(origin, "E224", fmt::format("the relation has no qualifier '{}'", name),
       near.empty() ? "declare it under 'qualifiers', or write (?:…)" : fmt::format("did you mean '{}'?", near));
}

// `{amount}` for a qualifier of the relation: a group of its own around what takes such a quantity or mention.
bool PatternScanner::put_qualifier(const PatternOrigin& origin, std::string_view body) {
  if (use_ != PatternUse::relation || scope_.qualifiers == nullptr) return false;
  const auto found = scope_.qualifiers->find(body);
  if (found == scope_.qualifiers->end()) return false;
  put(*origin.scalar, origin.begin, origin.end, "(");
  result_.pieces.back().kind = PatternPiece::Kind::group_open;
  result_.pieces.back().qualifier = found->first;
  if (found->second.type) {
    PatternPiece slot;
    slot.kind = PatternPiece::Kind::slot;
    slot.origin = origin;
    slot.types = {*found->second.type};
    result_.pieces.push_back(std::move(slot));
  } else {
    put(*origin.scalar, origin.begin, origin.end, std::string(quantity_expression(found->second.quantity)));
  }
  put(*origin.scalar, origin.begin, origin.end, ")");
  return true;
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

const Located* PatternScanner::argument(std::string_view name) const {
  if (bindings_ == 0) return nullptr;
  const auto& arguments = uses_[bindings_ - 1].arguments;
  const auto found = arguments.find(name);
  return found == arguments.end() ? nullptr : found->second;
}

// Gives each parameter of the fragment its argument.
bool PatternScanner::bind(Use& use, const Located& scalar, const FragmentCall& call) {
  const std::string_view declared = use.fragment->name.text;
  const std::vector<std::string_view> parameters = fragment_parameters(declared);
  if (call.arguments.size() != parameters.size()) {
    fail(use.place, "E220",
         fmt::format("fragment '{}' takes {} arguments, but is given {}", fragment_name(declared), parameters.size(),
                     call.arguments.size()),
         fmt::format("write <{}{}{}>", fragment_name(declared), parameters.empty() ? "" : ": ",
                     fmt::join(parameters, "; ")));
    return false;
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const auto [begin, end] = call.arguments[i];
    result_.arguments.push_back(std::make_shared<const Located>(part_of(scalar, begin, end)));
    use.arguments.emplace(parameters[i], result_.arguments.back().get());
  }
  return true;
}

void PatternScanner::scan_in_brackets(const Located& scalar, const PatternOrigin& call, std::size_t bindings) {
  put(*call.scalar, call.begin, call.end, "(?:");
  const std::size_t here = bindings_;
  bindings_ = bindings;
  scan_text(scalar);
  bindings_ = here;
  put(*call.scalar, call.begin, call.end, ")");
}

std::size_t PatternScanner::scan_fragment(const Located& scalar, std::size_t at) {
  const auto call = fragment_call_at(scalar.text, at);
  if (!call) return scan_character(scalar, at, false);
  const std::string name(call->name);
  const PatternOrigin origin{&scalar, at, call->end};
  if (const Located* given = call->arguments.empty() ? argument(name) : nullptr) {
    scan_in_brackets(*given, origin, uses_[bindings_ - 1].caller);
    return call->end;
  }
  const auto found = scope_.fragments.find(name);
  if (found == scope_.fragments.end()) {
    std::vector<std::string> known;
    for (const auto& [fragment, decl] : scope_.fragments) known.push_back(fragment);
    const std::string_view near = nearest_name(name, known);
    fail(origin, "E204", fmt::format("unknown fragment '{}'", name),
         near.empty() ? "declare it under 'fragments', or write \\< for the character"
                      : fmt::format("did you mean <{}>?", near));
    return call->end;
  }
  const auto active = [&](const Use& use) { return use.fragment == found->second; };
  if (uses_.size() >= kDeepestFragment) {
    too_large_ = true;
    fail(origin, "E214", fmt::format("fragments within fragments, more than {} deep", kDeepestFragment),
         "write some of them out");
    return call->end;
  }
  if (std::any_of(uses_.begin(), uses_.end(), active)) {
    fail(origin, "E205", fmt::format("fragment '{}' contains itself", name), "take the reference away");
    return call->end;
  }
  Use use{found->second, origin, {}, bindings_};
  if (!bind(use, scalar, *call)) return call->end;
  uses_.push_back(std::move(use));
  scan_in_brackets(found->second->pattern, origin, uses_.size());
  uses_.pop_back();
  return call->end;
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

}  // namespace

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
