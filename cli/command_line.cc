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
#include "text/mend_utf8.h"
#include "text/source_excerpt.h"

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

std::string which_command() {
  std::string names;
  for (const Command& command : commands()) {
    const std::string_view glue = names.empty() ? "" : &command == &commands().back() ? " or " : ", ";
    names += fmt::format("{}{}", glue, command.name);
  }
  return fmt::format("which command? {}", names);
}

void usage_error(Terminal& terminal, std::string_view message, std::string_view command, std::string_view nearest) {
  std::string text = fmt::format("{}: {}\n", kProgram, message);
  if (!nearest.empty()) text += fmt::format("  did you mean '{}'?\n", nearest);
  text += fmt::format("  try '{}{}{} --help'\n", kProgram, command.empty() ? "" : " ", command);
  terminal.print_error(text);
}

// A word of the command line, safe to show.
std::string shown(const std::string& word) { return printable(mend_utf8(word).text); }

// The words after the program's name, last one first as CLI11 wants them. It would take a path such as [news] for a
// list of its own notation, so that such a path gets a folder in front.
std::vector<std::string> reversed_words(int argc, const char* const* argv) {
  std::vector<std::string> words;
  for (int i = argc - 1; i > 0; --i) {
    std::string word = argv[i];
    if (word.starts_with('[')) word.insert(0, "./");
    words.push_back(std::move(word));
  }
  return words;
}

// The first word, if it should be a command and is none.
std::optional<std::string> unknown_command(int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return std::nullopt;
  std::string word = shown(argv[1]);
  for (const Command& command : commands())
    if (command.name == word) return std::nullopt;
  return word;
}

// The first of the words that were not understood that looks like an option.
std::optional<std::string> unknown_option(const CLI::App& app) {
  for (const std::string& word : app.remaining())
    if (word.starts_with('-')) return shown(word);
  return std::nullopt;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::string what_is_missing(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options())
    if (option->get_required() && option->count() == 0)
      return fmt::format("{} is missing: {}", option->get_name(option->get_positional()), option->get_description());
  return "something is missing";
}

ExitCode complain(const CLI::App& app, const CLI::ParseError& error, std::string_view command, Terminal& terminal) {
  // An option mistyped is why another is missing, so it comes first.
  if (const std::optional<std::string> word = unknown_option(app)) {
    const std::vector<std::string> known = option_names(app);
    usage_error(terminal, fmt::format("unknown option '{}'", *word), command, nearest_name(*word, known));
  } else if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    usage_error(terminal, what_is_missing(app), command, "");
  } else if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && app.remaining_size() > 0) {
    usage_error(terminal, fmt::format("unexpected word '{}'", shown(app.remaining().front())), command, "");
  } else if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string_view words = error.what();
    usage_error(terminal, fmt::format("{} needs a value", words.substr(0, words.find(':'))), command, "");
  } else {
    usage_error(terminal, shown(error.what()), command, "");
  }
  return ExitCode::usage;
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
    usage_error(terminal, which_command(), "", "");
    return ExitCode::usage;
  }
  if (const std::optional<std::string> word = unknown_command(argc, argv)) {
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    usage_error(terminal, fmt::format("unknown command '{}'", *word), "", nearest_name(*word, names));
    return ExitCode::usage;
  }
  try {
    app.parse(reversed_words(argc, argv));
  } catch (const CLI::CallForHelp&) {
    terminal.print(app.help());
    return ExitCode::good;
  } catch (const CLI::CallForVersion& version) {
    terminal.print(fmt::format("{}\n", version.what()));
    return ExitCode::good;
  } catch (const CLI::ParseError& error) {
    const std::vector<CLI::App*> chosen = app.get_subcommands();
    if (chosen.empty() || unknown_option(app)) return complain(app, error, "", terminal);
    return complain(*chosen.front(), error, chosen.front()->get_name(), terminal);
  }
  return actions.at(app.get_subcommands().front())(terminal);
}

}  // namespace edgewise
