// SPDX-License-Identifier: Apache-2.0
// `edgewise new-relation`: a rule file to begin with.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/choice.h"
#include "cli/interrupt.h"
#include "cli/pack_loading.h"
#include "cli/workshop_commands.h"
#include "pipeline/input_diagnostic.h"
#include "pipeline/output_file.h"
#include "pipeline/pack_locator.h"
#include "rules/relation_template.h"
#include "text/source_excerpt.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;
constexpr std::array<std::string_view, 2> kLanguages = {"zh", "en"};

struct NewRelationFlags {
  RelationRequest request;
  std::string from, to, output = "-";
  std::vector<std::string> packs;
};

ExitCode wrong_usage(Terminal& terminal, std::string_view message) {
  terminal.print_error(fmt::format("edgewise: {}\n  try 'edgewise new-relation --help'\n", message));
  return ExitCode::usage;
}

std::vector<std::string> types_in(const std::string& words) {
  std::vector<std::string> types;
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find('|', begin), words.size());
    types.push_back(words.substr(begin, end - begin));
    begin = end + 1;
  }
  return types;
}

// What is wrong with a type of the request, given the types that the packs declare (none if there are no packs).
std::string type_problem(const std::string& type, const std::vector<std::string>& known) {
  if (known.empty()) {
    const bool word =
        !type.empty() && type[0] >= 'A' && type[0] <= 'Z' && std::all_of(type.begin(), type.end(), [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        });
    return word ? std::string() : fmt::format("'{}' cannot be the name of a type, such as Company", printable(type));
  }
  if (std::find(known.begin(), known.end(), type) != known.end()) return {};
  const std::string_view near = nearest_name(type, known);
  return fmt::format("no type of these packs is called '{}'{}", printable(type),
                     near.empty() ? "" : fmt::format("; did you mean '{}'?", near));
}

// A pack's file, or the schema, as the new file will name it.
std::string path_seen_from(const std::string& output, const fs::path& file) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(file, error);
  if (output == "-") return whole.generic_string();
  const fs::path folder = fs::weakly_canonical(fs::absolute(output, error).parent_path(), error);
  return whole.lexically_relative(folder).generic_string();
}

ExitCode write(const std::string& path, const std::string& text, Terminal& terminal) {
  Result<OutputFile> file = OutputFile::create(path, set_temporary_file);
  if (!file) {
    terminal.report(file.error());
    return ExitCode::findings;
  }
  file->write(text);
  if (const std::optional<Diagnostic> problem = file->commit()) {
    terminal.report({*problem});
    return ExitCode::findings;
  }
  if (path != "-")
    terminal.print(
        fmt::format("{} is ready: replace the words of its pattern and examples, then run\n"
                    "  edgewise check {}\n  edgewise test {}\n",
                    input_name(path), input_name(path), input_name(path)));
  return ExitCode::good;
}

ExitCode begin(const NewRelationFlags& flags, Terminal& terminal) {
  RelationRequest request = flags.request;
  request.from = types_in(flags.from);
  request.to = types_in(flags.to);
  if (const std::string problem = relation_id_problem(request.id); !problem.empty())
    return wrong_usage(terminal,
                       fmt::format("'{}' cannot be the id of a relation; {}", printable(request.id), problem));
  const char* extra = std::getenv("EDGEWISE_PACKS");
  const std::vector<fs::path> folders = pack_folders(extra ? extra : "");
  if (const fs::path schema = locate_schema(folders); !schema.empty())
    request.schema = path_seen_from(flags.output, schema);
  std::vector<std::string> types;
  if (!flags.packs.empty()) {
    Diagnostics warnings;
    const Result<RuleSet> rules = load_packs(flags.packs, warnings);
    if (!rules) {
      terminal.report(rules.error());
      return ExitCode::findings;
    }
    for (const TypeInfo& type : rules->types()) types.push_back(type.name);
    for (const RelationInfo& relation : rules->relations())
      if (relation.id == request.id)
        return wrong_usage(terminal,
                           fmt::format("these packs have a relation '{}' already; add patterns to it under its "
                                       "name, without 'from' and 'to'",
                                       request.id));
    for (const std::string& pack : flags.packs)
      if (const auto file = locate_pack(pack, folders)) request.imports.push_back(path_seen_from(flags.output, *file));
  }
  for (const std::vector<std::string>* end : {&request.from, &request.to})
    for (const std::string& type : *end)
      if (const std::string problem = type_problem(type, types); !problem.empty())
        return wrong_usage(terminal, problem);
  std::error_code error;
  if (flags.output != "-" && fs::exists(flags.output, error))
    return wrong_usage(terminal, fmt::format("'{}' is there already; give another name", input_name(flags.output)));
  return write(flags.output, relation_template(request), terminal);
}

}  // namespace

Action declare_new_relation(CLI::App& app) {
  const auto flags = std::make_shared<NewRelationFlags>();
  app.add_option("ID", flags->request.id, "what the relation is called, such as company-supplies")
      ->option_text("(required)")
      ->required();
  app.add_option("--from", flags->from, "the type of the first end; several are separated by |")
      ->option_text("TYPE (required)")
      ->required();
  app.add_option("--to", flags->to, "the type of the second end; several are separated by |")
      ->option_text("TYPE (required)")
      ->required();
  app.add_option("-r,--rules", flags->packs, "packs to take the types from; without any, the file declares its own")
      ->option_text("PACK (may be repeated)")
      ->allow_extra_args(false);
  add_choice(app, "--language", flags->request.language, kLanguages, "of the sentences to match: zh or en");
  app.add_option("-o,--output", flags->output, "the file to write; standard output without it")->option_text("FILE");
  return [flags](Terminal& terminal) { return begin(*flags, terminal); };
}

}  // namespace edgewise
