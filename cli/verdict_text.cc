// SPDX-License-Identifier: Apache-2.0
// Says what is missing, and where the nearest rules stop.
#include "cli/verdict_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/explanation_text.h"
#include "cli/tree_text.h"

namespace edgewise {
namespace {

constexpr std::size_t kMostPatterns = 3;
constexpr std::size_t kWidestText = 48;

class VerdictTree {
 public:
  VerdictTree(const RuleSet& rules, const Document& document, const Explanation& explanation,
              const Expectation& expected, const Verdict& verdict, bool colour)
      : rules_(rules),
        document_(document),
        explanation_(explanation),
        expected_(expected),
        verdict_(verdict),
        colour_(colour) {}

  TextTree run() const {
    TextTree tree;
    const std::string what =
        fmt::format("{} {} {}", name(expected_.from), rules_.relations()[expected_.relation].id, name(expected_.to));
    tree.line = inked(verdict_.good() ? "found" : "not found", verdict_.good() ? Ink::good : Ink::bad, colour_) + ": " +
                what + (expected_.modality ? fmt::format(" ({})", edgewise::name(*expected_.modality)) : "");
    tree.branches = reasons();
    return tree;
  }

 private:
  std::string name(std::string_view text) const { return inked(text, Ink::name, colour_); }
  std::string place(Span span) const { return inked(place_text(document_, span), Ink::place, colour_); }
  std::string quoted(Span span) const {
    return fmt::format("'{}'", name(shortened(span.in(document_.text()), kWidestText)));
  }
  std::string mention(std::uint32_t index) const {
    const Mention& known = explanation_.extraction.mentions[index];
    return fmt::format("{} at {}, a {} ({})", quoted(known.span), place(known.span),
                       rules_.types()[explanation_.mention_types[index]].name,
                       how_found(document_, explanation_.extraction, known));
  }
  std::vector<TextTree> reasons() const;
  std::vector<TextTree> found() const;
  TextTree missing(const MissingName& missing) const;
  std::vector<TextTree> mentions(std::string_view line) const;
  std::vector<TextTree> nearest() const;
  TextTree of(const NearPattern& near) const;
  std::string steps(const NearPattern& near) const;
  std::vector<std::string> why(const NearPattern& near) const;

  const RuleSet& rules_;
  const Document& document_;
  const Explanation& explanation_;
  const Expectation& expected_;
  const Verdict& verdict_;
  bool colour_;
};

std::vector<TextTree> VerdictTree::reasons() const {
  using Kind = Verdict::Kind;
  switch (verdict_.kind) {
    case Kind::found:
    case Kind::other_modality:
      return found();
    case Kind::no_name: {
      std::vector<TextTree> all;
      for (const MissingName& one : verdict_.missing) all.push_back(missing(one));
      return all;
    }
    case Kind::same_entity:
      return mentions("both names mean the same thing, and nothing is related to itself");
    case Kind::wrong_types:
      return mentions(verdict_.reversed_fits
                          ? "their types do not fit the ends of the relation; the other way round they would"
                          : "their types do not fit the ends of the relation");
    case Kind::apart:
      return mentions("the two never stand in one sentence, and no rule of the relation looks further");
    case Kind::no_patterns:
      return mentions("the relation has no rule for the language of these sentences");
    case Kind::no_match:
      break;
  }
  return nearest();
}

std::vector<TextTree> VerdictTree::found() const {
  std::vector<TextTree> all;
  for (const std::uint32_t index : verdict_.matches) {
    const Match& match = explanation_.extraction.matches[index];
    const PatternInfo& info = rules_.patterns()[match.pattern];
    std::string line =
        fmt::format("{}: {}, by rule {} ({})", place(match.span), edgewise::name(match.modality), name(info.rule),
                    inked(fmt::format("{}:{}", info.file, info.line), Ink::place, colour_));
    if (!match.cue.empty()) line += fmt::format(", because of {}", quoted(match.cue));
    all.push_back({std::move(line), {}});
  }
  if (verdict_.good()) return all;
  const std::string wanted = expected_.modality ? fmt::format("not {}", edgewise::name(*expected_.modality))
                                                : fmt::format("negated; write '… (negated)' to expect that");
  return {{fmt::format("it comes out, but {}", wanted), std::move(all)}};
}

TextTree VerdictTree::missing(const MissingName& missing) const {
  TextTree tree{fmt::format("{} is not found as a name", name(missing.name)), {}};
  const auto add = [&](std::string line) { tree.branches.push_back({std::move(line), {}}); };
  if (missing.text && missing.inside) {
    add(fmt::format("the text stands at {}, but there it is part of {}", place(*missing.text),
                    mention(*missing.inside)));
  } else if (missing.text) {
    add(fmt::format("the text stands at {}, but nothing says what it is", place(*missing.text)));
    add(fmt::format("list it under 'entities': - {{name: {}, type: {}}}", inked(missing.name, Ink::plain, colour_),
                    missing.types.empty() ? "…" : missing.types.front()));
  } else if (missing.listed_as) {
    add(fmt::format("the packs list it as {}, but neither this name nor an alias of it stands here",
                    name(*missing.listed_as)));
  } else {
    add("the text does not stand here");
  }
  if (missing.nearest) add("the nearest name is " + mention(*missing.nearest));
  return tree;
}

std::vector<TextTree> VerdictTree::mentions(std::string_view line) const {
  TextTree tree{std::string(line), {}};
  std::vector<std::uint32_t> all = verdict_.from;
  all.insert(all.end(), verdict_.to.begin(), verdict_.to.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  for (const std::uint32_t index : all) tree.branches.push_back({mention(index), {}});
  if (verdict_.kind == Verdict::Kind::wrong_types)
    tree.branches.push_back({fmt::format("from takes {}, to takes {}", fmt::join(verdict_.from_types, ", "),
                                         fmt::join(verdict_.to_types, ", ")),
                             {}});
  return {tree};
}

std::vector<TextTree> VerdictTree::nearest() const {
  std::vector<TextTree> all;
  const std::size_t shown = std::min(kMostPatterns, verdict_.nearest.size());
  for (std::size_t i = 0; i < shown; ++i) all.push_back(of(verdict_.nearest[i]));
  if (const std::size_t more = verdict_.nearest.size() - shown)
    all.push_back({fmt::format("{} more rule{} less far", more, more == 1 ? " gets" : "s get"), {}});
  return all;
}

// The pattern in three pieces: what matches, what fails, what comes behind.
std::string VerdictTree::steps(const NearPattern& near) const {
  std::string line;
  for (std::size_t i = 0; i < near.steps.size(); ++i) {
    const Ink ink = i < near.matched ? Ink::good : i == near.matched ? Ink::bad : Ink::faint;
    const PatternStep& step = near.steps[i];
    if (i > 0) line += ' ';
    if (i == near.matched) line += "»";
    line += inked(step.guard.empty() ? step.written : step.guard + ": " + step.written, ink, colour_);
    if (i == near.matched) line += "«";
  }
  return line;
}

std::vector<std::string> VerdictTree::why(const NearPattern& near) const {
  std::vector<std::string> lines;
  if (near.matched > 0)
    lines.push_back(fmt::format("matches up to here: {} at {}", quoted(near.reached), place(near.reached)));
  if (near.matched == near.steps.size()) {
    if (!near.refused_by.empty())
      lines.push_back(fmt::format("everything matches, but '{}' of the rule refuses", near.refused_by));
    else if (near.taken_instead)
      lines.push_back(fmt::format("everything could match, but the search takes {} at {} and goes on behind it",
                                  quoted(*near.taken_instead), place(*near.taken_instead)));
    else
      lines.push_back("everything could match, but the search does not stop here");
    return lines;
  }
  const PatternStep& failing = near.steps[near.matched];
  const std::string written = name(failing.written);
  if (!failing.guard.empty()) {
    lines.push_back(fmt::format("the guard '{}' refuses: {}", failing.guard, written));
  } else if (near.wrong_type) {
    lines.push_back(fmt::format("{} does not take a thing of this type", written));
  } else if (near.matched == 0) {
    lines.push_back(fmt::format("{} matches nowhere here", written));
  } else {
    const Span rest{near.reached.end, std::max(near.reached.end, near.place.end)};
    lines.push_back(fmt::format("{} does not match what follows: '{}'", written,
                                shortened(rest.in(document_.text()), kWidestText)));
  }
  if (!near.better_gap.empty())
    lines.push_back(fmt::format("it would match if the gap before it were {}", name(near.better_gap)));
  return lines;
}

TextTree VerdictTree::of(const NearPattern& near) const {
  const PatternInfo& info = rules_.patterns()[near.pattern];
  TextTree tree;
  tree.line = fmt::format("rule {}, {}: {} of {} parts match{}", name(info.rule),
                          inked(fmt::format("{}:{}", info.file, info.line), Ink::place, colour_), near.score,
                          near.score_of, near.reversed ? ", with the names the other way round" : "");
  tree.branches.push_back({steps(near), {}});
  for (std::string& line : why(near)) tree.branches.push_back({std::move(line), {}});
  return tree;
}

}  // namespace

std::string verdict_text(const RuleSet& rules, const Document& document, const Explanation& explanation,
                         const Expectation& expected, const Verdict& verdict, bool colour) {
  return render(VerdictTree(rules, document, explanation, expected, verdict, colour).run(), colour);
}

}  // namespace edgewise
