// SPDX-License-Identifier: Apache-2.0
// Walking folders and sorting out files that are reached twice.
#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

#include "pipeline/document_reader.h"
#include "pipeline/input_diagnostic.h"

namespace edgewise {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

bool is_article_name(const fs::path& path) {
  std::string ending = path.extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending == ".txt" || ending == ".md";
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

void refuse(InputList& list, Diagnostic diagnostic) {
  ++list.refused;
  list.diagnostics.push_back(std::move(diagnostic));
}

void add_file(InputList& list, const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  list.files.push_back({input_name(path.string()), path, error ? 0 : size});
}

// A link to nothing, a loop of links, a pipe or a device, where a file was expected.
Diagnostic no_file(const fs::path& path) {
  const std::string name = input_name(path.string());
  std::error_code error;
  const bool exists = fs::exists(path, error);
  if (error) return input_unreadable(name, error);
  return exists ? input_not_plain(name) : input_missing(name);
}

// The entries of one folder, sorted by the bytes of their names.
std::vector<fs::directory_entry> entries_of(const fs::path& folder, InputList& list) {
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) entries.push_back(*entry);
  if (error) refuse(list, input_unreadable(input_name(folder.string()), error));
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
  return entries;
}

// Takes the articles under `folder`. Links to folders are not followed: neither a loop nor a farm of links can make
// the walk endless, and a file keeps one name.
void walk_folder(const fs::path& top, InputList& list) {
  const std::size_t found_before = list.files.size(), said_before = list.diagnostics.size();
  std::vector<fs::path> to_visit{top};
  while (!to_visit.empty()) {
    const fs::path folder = std::move(to_visit.back());
    to_visit.pop_back();
    for (const fs::directory_entry& entry : entries_of(folder, list)) {
      std::error_code error;
      if (is_hidden(entry.path())) continue;
      if (entry.is_directory(error) && !entry.is_symlink(error)) {
        to_visit.push_back(entry.path());
      } else if (entry.is_directory(error)) {
        list.diagnostics.push_back(input_diagnostic("W521", input_name(entry.path().string()),
                                                    "link to a folder is not followed",
                                                    "name the folder itself as an input"));
      } else if (is_article_name(entry.path())) {
        if (entry.is_regular_file(error)) {
          add_file(list, entry.path());
        } else {
          refuse(list, no_file(entry.path()));
        }
      }
    }
  }
  if (list.files.size() == found_before && list.diagnostics.size() == said_before)
    refuse(list, input_diagnostic("E515", input_name(top.string()), "no articles in this folder",
                                  "articles are files that end in .txt or .md"));
}

void add_input(const std::string& input, InputList& list) {
  if (input == kStandardInput) {
    list.files.push_back({"-", {}, 0});
    return;
  }
  std::error_code error;
  const fs::path path(input);
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) {
    walk_folder(path, list);
  } else if (fs::is_regular_file(status)) {
    add_file(list, path);
  } else if (status.type() == fs::file_type::not_found) {
    refuse(list, input_missing(input.empty() ? "''" : input_name(input)));
  } else if (status.type() == fs::file_type::none || status.type() == fs::file_type::unknown) {
    refuse(list, input_unreadable(input_name(input), error));
  } else {
    refuse(list, input_not_plain(input_name(input)));
  }
}

std::string identity(const InputFile& file) {
  if (file.path.empty()) return {};
  std::error_code error;
  const fs::path canonical = fs::canonical(file.path, error);
  return error ? file.path.string() : canonical.string();
}

// Keeps of each file one name, by a rule that does not depend on the order of the inputs: the shortest, which prefers
// names relative to the current folder to absolute ones, then the smallest.
void drop_repeated(InputList& list) {
  std::sort(list.files.begin(), list.files.end(), [](const InputFile& a, const InputFile& b) {
    return std::forward_as_tuple(a.name.size(), a.name, a.path) < std::forward_as_tuple(b.name.size(), b.name, b.path);
  });
  std::map<std::string, std::string> name_of;
  std::vector<InputFile> kept;
  for (InputFile& file : list.files) {
    const auto [known, is_new] = name_of.try_emplace(identity(file), file.name);
    if (!is_new) {
      list.diagnostics.push_back(input_diagnostic("W520", file.name, "given more than once",
                                                  fmt::format("it is read once, as '{}'", known->second)));
    } else if (!kept.empty() && kept.back().name == file.name) {
      refuse(list, input_diagnostic("E516", file.name, "another input has this name already",
                                    "rename the file; evidence could not tell the two apart"));
    } else {
      kept.push_back(std::move(file));
    }
  }
  std::sort(kept.begin(), kept.end(), [](const InputFile& a, const InputFile& b) { return a.name < b.name; });
  list.files = std::move(kept);
}

}  // namespace

InputList find_inputs(std::span<const std::string> inputs) {
  InputList list;
  for (const std::string& input : inputs) add_input(input, list);
  drop_repeated(list);
  return list;
}

}  // namespace edgewise
