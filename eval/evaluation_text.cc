// SPDX-License-Identifier: Apache-2.0
// Tables of figures.
#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "eval/evaluation.h"
#include "text/source_excerpt.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

constexpr std::string_view kNothing = "—";

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

template <typename Rows>
std::size_t widest_key(const Rows& rows, std::size_t at_least) {
  for (const auto& [key, unused] : rows) at_least = std::max(at_least, display_width(printable(key)));
  return at_least;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string interval(const Interval& range) { return fmt::format("{:.2f}–{:.2f}", range.low, range.high); }

std::string overall(const Evaluation& evaluation) {
  const Score& score = evaluation.score;
  std::string text = fmt::format("gold: {}, {}", counted(score.documents.size(), "document"),
                                 counted(score.overall.wanted, "relation"));
  if (score.optional_gold > 0)
    text += fmt::format("; optional ones found: {} of {}", score.optional_found, score.optional_gold);
  text += "\n\n";
  const auto row = [&text](std::string_view what, const Tally& tally) {
    text += fmt::format("{:<18} {:>9.3f} {:>9.3f} {:>9.3f} {:>7} {:>10} {:>6}\n", what, tally.precision(),
                        tally.recall(), tally.f1(), tally.right, tally.extracted, tally.wanted);
  };
  text += fmt::format("{:<18} {:>9} {:>9} {:>9} {:>7} {:>10} {:>6}\n", "", "precision", "recall", "F1", "right",
                      "extracted", "gold");
  row("all", score.overall);
  const Intervals& intervals = evaluation.intervals;
  if (evaluation.resamples > 0)
    text += fmt::format("{:<18} {:>9} {:>9} {:>9}\n", "  95 % interval", interval(intervals.precision),
                        interval(intervals.recall), interval(intervals.f1));
  row("names as written", evaluation.strict.overall);
  return text;
}

std::string modality(const Evaluation& evaluation) {
  const Score& score = evaluation.score;
  if (score.modality.judged == 0) return {};
  std::string text = fmt::format("\nmodality: {:.3f}{}, {} of {} right ones\n", score.modality.accuracy(),
                                 evaluation.resamples > 0 ? " (" + interval(evaluation.intervals.modality) + ")" : "",
                                 score.modality.right, score.modality.judged);
  for (const auto& [pair, count] : score.modalities)
    if (pair.first != pair.second)
      text += fmt::format("{:>6}  gold {}, extracted {}\n", count, pair.first, printable(pair.second));
  return text;
}

// How often texts in which there is nothing to be found gave something all the same.
std::string false_alarms(const Score& score) {
  std::size_t empty = 0, alarmed = 0;
  for (const DocumentScore& document : score.documents) {
    empty += document.empty ? 1 : 0;
    alarmed += document.empty && document.tally.extracted > 0 ? 1 : 0;
  }
  if (empty == 0) return {};
  return fmt::format("\nnothing is to be found in {}; something was found in {} of them ({:.3f})\n",
                     counted(empty, "document"), alarmed, ratio(alarmed, empty));
}

std::string by_relation(const Score& score) {
  const std::size_t columns = widest_key(score.relations, 18);
  std::string text = fmt::format("\n{} {:>9} {:>9} {:>9} {:>7} {:>10} {:>6}\n", padded("relation", columns),
                                 "precision", "recall", "F1", "right", "extracted", "gold");
  for (const auto& [relation, tally] : score.relations)
    text += fmt::format("{} {:>9.3f} {:>9.3f} {:>9.3f} {:>7} {:>10} {:>6}\n", padded(printable(relation), columns),
                        tally.precision(), tally.recall(), tally.f1(), tally.right, tally.extracted, tally.wanted);
  return text;
}

// Recall of a rule is its share of the gold relations of its kind.
std::string by_rule(const Score& score) {
  if (score.rules.empty()) return {};
  const std::size_t columns = widest_key(score.rules, 18);
  std::string text = fmt::format("\n{} {:>9} {:>9} {:>9} {:>7} {:>10} {:>6}\n", padded("rule", columns), "precision",
                                 "recall", "F1", "right", "alone", "wrong");
  for (const auto& [rule, counts] : score.rules) {
    const Tally tally = counts.tally(score.relations);
    text += fmt::format("{} {:>9.3f} {:>9.3f} {:>9.3f} {:>7} {:>10} {:>6}\n", padded(printable(rule), columns),
                        tally.precision(), tally.recall(), tally.f1(), counts.right, counts.alone, counts.wrong);
  }
  return text;
}

std::string confusion(const Score& score) {
  std::vector<std::pair<std::string, std::size_t>> rows;
  for (const auto& [pair, count] : score.confusion) {
    if (pair.gold == pair.claimed && !pair.reversed && !pair.denied) continue;
    rows.emplace_back(
        fmt::format("{}{} → {}{}", pair.gold.empty() ? kNothing : pair.gold, pair.denied ? " (negated)" : "",
                    pair.claimed.empty() ? kNothing : pair.claimed, pair.reversed ? " (reversed)" : ""),
        count);
  }
  if (rows.empty()) return {};
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text = "\nconfusion: gold → extracted of the same two ends\n";
  for (const auto& [pair, count] : rows) text += fmt::format("{:>6}  {}\n", count, printable(pair));
  return text;
}

std::string place(const std::string& document, std::uint32_t line) {
  return line == 0 ? document : fmt::format("{}:{}", document, line);
}

std::string misses(const Evaluation& evaluation) {
  std::string text = evaluation.score.misses.empty() ? "" : "\n";
  for (std::size_t i = 0; i < evaluation.score.misses.size(); ++i) {
    const auto& [document, gold] = evaluation.score.misses[i];
    text += printable(fmt::format("missed {}: {} —{}→ {} ({})", place(document, gold->line), gold->from, gold->relation,
                                  gold->to, name(gold->modality)));
    text += '\n';
    if (!evaluation.miss_sentences[i].empty()) text += "    " + printable(evaluation.miss_sentences[i]) + "\n";
  }
  return text;
}

std::string extras(const Score& score) {
  std::string text = score.extras.empty() ? "" : "\n";
  for (const Extra& extra : score.extras) {
    const std::uint32_t line = extra.sources.empty() ? 0 : extra.sources.front().line;
    std::set<std::string> modalities = extra.modalities;
    modalities.erase(std::string());
    const std::string said = modalities.empty() ? "" : fmt::format(" ({})", fmt::join(modalities, ", "));
    text += printable(
        fmt::format("extra {}: {} —{}→ {}{}", place(extra.document, line), extra.from, extra.relation, extra.to, said));
    text += '\n';
    for (const ClaimSource& source : extra.sources)
      if (!source.sentence.empty())
        text += "    " + printable(source.sentence) +
                (source.rule.empty() ? "" : fmt::format(" [{}]", printable(source.rule))) + "\n";
  }
  return text;
}

std::string left_out(const Evaluation& evaluation) {
  std::string text;
  std::size_t claims = 0;
  for (const auto& [relation, count] : evaluation.score.left_out) claims += count;
  if (claims > 0) {
    text += fmt::format("\nleft out: {} of relations that do not count:", counted(claims, "claim"));
    for (const auto& [relation, count] : evaluation.score.left_out)
      text += fmt::format(" {} ({})", printable(relation), count);
    text += '\n';
  }
  if (!evaluation.without_input.empty())
    text += fmt::format("\nnothing was given for {}\n",
                        printable(fmt::format("{}", fmt::join(evaluation.without_input, ", "))));
  return text;
}

}  // namespace

std::string evaluation_text(const Evaluation& evaluation, const EvaluationTextOptions& options) {
  std::string text = overall(evaluation) + modality(evaluation) + false_alarms(evaluation.score) +
                     by_relation(evaluation.score) + by_rule(evaluation.score) + confusion(evaluation.score);
  if (options.misses) text += misses(evaluation);
  if (options.extras) text += extras(evaluation.score);
  return text + left_out(evaluation);
}

}  // namespace edgewise
