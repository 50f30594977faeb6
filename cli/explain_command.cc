// SPDX-License-Identifier: Apache-2.0
// `edgewise explain`: what was found and by what, and why something was not.
#include <array>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.h"
#include "cli/command.h"
#include "cli/explanation_json.h"
#include "cli/explanation_text.h"
#include "cli/pack_loading.h"
#include "cli/reading_options.h"
#include "cli/verdict_json.h"
#include "cli/verdict_text.h"
#include "pipeline/article_source.h"
#include "rules/expectation.h"
#include "rules/explanation.h"
#include "text/mend_utf8.h"
#include "text/source_excerpt.h"

namespace edgewise {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};

struct ExplainFlags {
  std::vector<std::string> packs;
  std::string input, text, expect;
  std::string format = "text";
};

// A file, or one line of it.
struct InputPlace {
  std::string path;
  std::optional<std::uint32_t> line;
};

// A name that exists is taken as it stands, even if it ends like a line.
InputPlace place_of(const std::string& input) {
  const std::size_t colon = input.rfind(':');
  std::error_code ignored;
  if (colon == std::string::npos || std::filesystem::exists(input, ignored)) return {input, std::nullopt};
  std::uint32_t line = 0;
  const char* const end = input.data() + input.size();
  const auto [stop, error] = std::from_chars(input.data() + colon + 1, end, line);
  if (error != std::errc() || stop != end || line == 0) return {input, std::nullopt};
  return {input.substr(0, colon), line};
}

std::optional<std::vector<Document>> read_documents(const InputPlace& place, Terminal& terminal) {
  const std::vector<std::string> inputs = {place.path};
  const InputList files = find_inputs(inputs);
  terminal.report(files.diagnostics);
  ArticleSource source(files.files, ArticleSplit::automatic);
  std::vector<Document> documents;
  bool good = !has_errors(files.diagnostics);
  while (const std::optional<SourceStep> step = source.next()) {
    terminal.report(step->diagnostics);
    good = good && !step->file_skipped;
    if (!step->article) continue;
    const ArticleTask& task = *step->article;
    documents.push_back(
        Document::make(task.id, std::string(task.article.bytes), task.file, task.article.offset, task.article.line));
    terminal.report(documents.back().diagnostics());
  }
  if (!good) return std::nullopt;
  return documents;
}

std::vector<std::uint32_t> sentences_on(const Document& document, std::optional<std::uint32_t> line) {
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t i = 0; i < document.sentences().size(); ++i) {
    const Span original = document.original_span(document.sentences()[i].span);
    const bool covers =
        !line || (document.locate(original.begin).line <= *line && *line <= document.locate(original.end - 1).line);
    if (covers) chosen.push_back(i);
  }
  return chosen;
}

ExitCode explain_documents(const ExplainFlags& flags, const RuleSet& rules, const std::vector<Document>& documents,
                           std::optional<std::uint32_t> line, Terminal& terminal) {
  JsonWriter json(2);
  json.open_object().key("documents").open_array();
  bool any = false;
  for (const Document& document : documents) {
    const std::vector<std::uint32_t> sentences = sentences_on(document, line);
    if (sentences.empty()) continue;
    any = true;
    const Explanation explanation = explain(rules, document);
    if (flags.format == "json")
      write_json(json, rules, document, explanation, sentences);
    else
      terminal.print(explanation_text(rules, document, explanation, sentences, terminal.coloured()));
  }
  json.close_array().close_object();
  if (flags.format == "json") terminal.print(json.text() + "\n");
  if (any || !line) return ExitCode::good;
  terminal.print_error(fmt::format("edgewise: no sentence stands on line {}\n", *line));
  return ExitCode::findings;
}

struct Judged {
  const Document* document;
  Explanation explanation;
  Verdict verdict;
};

// Of several articles: the first that says it, or else the one that comes nearest.
ExitCode judge_documents(const ExplainFlags& flags, const RuleSet& rules, const std::vector<Document>& documents,
                         std::optional<std::uint32_t> line, const Expectation& expected, Terminal& terminal) {
  std::optional<Judged> best;
  for (const Document& document : documents) {
    const std::vector<std::uint32_t> sentences = sentences_on(document, line);
    if (sentences.empty()) continue;
    Judged judged{&document, explain(rules, document), {}};
    judged.verdict = judge(rules, document, judged.explanation, sentences, expected);
    if (!best || nearer(judged.verdict, best->verdict)) best = std::move(judged);
    if (best->verdict.good()) break;
  }
  if (!best) {
    terminal.print_error("edgewise: there is no sentence to look at\n");
    return ExitCode::findings;
  }
  if (flags.format == "json") {
    JsonWriter json(2);
    write_json(json, rules, *best->document, best->explanation, expected, best->verdict);
    terminal.print(json.text() + "\n");
  } else {
    terminal.print(
        verdict_text(rules, *best->document, best->explanation, expected, best->verdict, terminal.coloured()));
  }
  return best->verdict.good() ? ExitCode::good : ExitCode::findings;
}

ExitCode wrong_usage(Terminal& terminal, std::string_view message) {
  terminal.print_error(fmt::format("edgewise: {}\n  try 'edgewise explain --help'\n", message));
  return ExitCode::usage;
}

ExitCode run_explain(const ExplainFlags& flags, bool text_given, Terminal& terminal) {
  if (text_given != flags.input.empty())
    return wrong_usage(terminal,
                       text_given ? "give a file or --text, not both" : "what is to be explained? a file or --text");
  const std::optional<RuleSet> rules = load_packs(flags.packs, terminal);
  if (!rules) return ExitCode::findings;
  std::optional<Expectation> expected;
  if (!flags.expect.empty()) {
    const auto read = read_expectation(*rules, mend_utf8(flags.expect).text);
    if (!read) return wrong_usage(terminal, printable(read.error()));
    expected = *read;
  }
  const InputPlace place = text_given ? InputPlace{} : place_of(flags.input);
  std::vector<Document> documents;
  if (text_given) {
    documents.push_back(Document::make("text", flags.text));
  } else {
    auto read = read_documents(place, terminal);
    if (!read) return ExitCode::findings;
    documents = std::move(*read);
  }
  return expected ? judge_documents(flags, *rules, documents, place.line, *expected, terminal)
                  : explain_documents(flags, *rules, documents, place.line, terminal);
}

}  // namespace

Action declare_explain(CLI::App& app) {
  const auto flags = std::make_shared<ExplainFlags>();
  app.add_option("INPUT", flags->input, "a text file, or one line of it; a folder; or - for standard input")
      ->option_text("FILE[:LINE]");
  const CLI::Option* text =
      app.add_option("--text", flags->text, "a text to explain instead of a file")->option_text("TEXT");
  declare_packs(app, flags->packs);
  app.add_option("--expect", flags->expect, "a statement that should come out, 'A relation B'; says why it does not")
      ->option_text("STATEMENT");
  add_choice(app, "--format", flags->format, kFormats, "how to report: text (a tree), json");
  return [flags, text](Terminal& terminal) { return run_explain(*flags, text->count() > 0, terminal); };
}

}  // namespace edgewise
