// SPDX-License-Identifier: Apache-2.0
// Parsing with CLI11; its complaints in our words.
#include "cli/command_line.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.h"
#include "export/format.h"
#include "text/normalise.h"

namespace edgewise {
namespace {

constexpr std::string_view kProgram = "edgewise";

std::string general_footer() {
  std::string text = "\nExamples:\n";
  for (const Command& command : commands()) text += command.examples.substr(0, command.examples.find('\n') + 1);
  text += "\nOutput formats, chosen by the file's ending:\n";
  for (const Format& format : formats()) text += fmt::format("  {:<10} {}\n", format.ending, format.summary);
  text += "\nExit codes: 0 good, 1 findings or bad input, 2 wrong usage\n";
  return text;
}

void usage_error(Terminal& terminal, std::string_view message, std::string_view command, std::string_view nearest) {
  std::string text = fmt::format("{}: {}\n", kProgram, message);
  if (!nearest.empty()) text += fmt::format("  did you mean '{}'?\n", nearest);
  text += fmt::format("  try '{}{}{} --help'\n", kProgram, command.empty() ? "" : " ", command);
  terminal.print_error(text);
}

// The first word that is no option, if it is not a command.
std::optional<std::string> unknown_command(int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return std::nullopt;
  std::string word = mend_utf8(argv[1]).text;
  for (const Command& command : commands())
    if (command.name == word) return std::nullopt;
  return word;
}

// The known option nearest to the first word of the command line that is none, or nothing.
std::string nearest_option(const CLI::App& app) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  for (const std::string& word : app.remaining())
    if (word.starts_with("--")) return std::string(nearest_name(mend_utf8(word).text, known));
  return {};
}

std::string complaint(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> unknown = app.remaining();
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !unknown.empty())
    return fmt::format("{} '{}'", unknown.front().starts_with('-') ? "unknown option" : "unexpected word",
                       mend_utf8(unknown.front()).text);
  return error.what();
}

}  // namespace

ExitCode run_command_line(int argc, const char* const* argv, Terminal& terminal) {
  CLI::App app("Knowledge graphs from articles by rules that people can read.", std::string(kProgram));
  app.set_version_flag("--version", fmt::format("{} {}", kProgram, EDGEWISE_VERSION));
  app.footer(general_footer());
  app.require_subcommand(1);
  std::map<const CLI::App*, Action> actions;
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    sub->footer(fmt::format("\nExamples:\n{}", command.examples));
    actions[sub] = command.declare(*sub);
  }
  if (argc < 2) {
    usage_error(terminal, "which command? run, check or test", "", "");
    return ExitCode::usage;
  }
  if (const std::optional<std::string> word = unknown_command(argc, argv)) {
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    usage_error(terminal, fmt::format("unknown command '{}'", *word), "", nearest_name(*word, names));
    return ExitCode::usage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    terminal.print(chosen.empty() ? app.help() : chosen.front()->help());
    return ExitCode::good;
  } catch (const CLI::CallForVersion& version) {
    terminal.print(fmt::format("{}\n", version.what()));
    return ExitCode::good;
  } catch (const CLI::ParseError& error) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    const CLI::App& spoken_to = chosen.empty() ? app : *chosen.front();
    usage_error(terminal, complaint(spoken_to, error), chosen.empty() ? "" : chosen.front()->get_name(),
                nearest_option(spoken_to));
    return ExitCode::usage;
  }
  return actions.at(app.get_subcommands().front())(terminal);
}

}  // namespace edgewise
