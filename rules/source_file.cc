// SPDX-License-Identifier: Apache-2.0
// Loading files that nobody has checked.
#include "rules/source_file.h"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

#include "rules/nearest_path.h"
#include "text/line_marks.h"
#include "text/mend_utf8.h"

namespace edgewise {
namespace {

constexpr std::size_t kLargestFile = 64U << 20;
constexpr std::size_t kLongestLine = 1U << 20;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Refusal {
  std::string_view code;
  std::string message, help;
};

std::optional<Refusal> refusal_of(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  const std::string name = path.string();
  switch (status.type()) {
    case std::filesystem::file_type::regular:
      break;
    case std::filesystem::file_type::not_found:
      return Refusal{"E101", fmt::format("there is no file '{}'", name), {}};
    case std::filesystem::file_type::directory:
      return Refusal{"E116", fmt::format("'{}' is a folder", name), "name a file in it"};
    case std::filesystem::file_type::none:
    case std::filesystem::file_type::unknown:
      return Refusal{"E117", fmt::format("'{}' cannot be read", name),
                     "check its permissions and those of its folders"};
    default:
      return Refusal{"E116", fmt::format("'{}' is not a file", name), "name a file that holds text"};
  }
  if (std::filesystem::file_size(path, error) <= kLargestFile || error) return std::nullopt;
  return Refusal{"E111", fmt::format("'{}' is larger than {} MB", name, kLargestFile >> 20),
                 "split it into several files"};
}

std::string help_for_missing(const std::string& written, const std::string& named_in) {
  constexpr std::string_view kRelative = "paths are relative to the file that names them";
  const std::filesystem::path folder = std::filesystem::path(named_in).parent_path();
  std::error_code error;
  if (std::filesystem::is_directory(folder / written, error)) return "a folder that is imported holds a pack.yaml";
  const std::string near = nearest_path(folder, written);
  if (!near.empty()) return fmt::format("did you mean '{}'? {}", near, kRelative);
  if (written.find_first_of("./") != std::string::npos) return std::string(kRelative);
  return fmt::format("{}; packs are called by name on the command line only: -r {} beside this file", kRelative,
                     written);
}

// The number of the first byte of a control character that no text holds, or the size of `text`.
std::size_t control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F) return i;
    if (byte != 0xC2 || i + 1 >= text.size()) continue;
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if (next < 0xA0 && next != 0x85) return i;
  }
  return text.size();
}

std::optional<std::size_t> long_line(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end - begin > kLongestLine) return begin;
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> load_bytes(const std::filesystem::path& path, const Located* named, Complaints& complaints) {
  const auto refuse = [&](Refusal refusal) {
    if (refusal.help.empty())
      refusal.help = named != nullptr ? help_for_missing(named->text, complaints.source().files[named->file].path)
                                      : "check the path";
    if (named != nullptr)
      complaints.error(refusal.code, *named, refusal.message, refusal.help);
    else
      complaints.error(refusal.code, path.string(), refusal.message, refusal.help);
    return std::nullopt;
  };
  if (auto refusal = refusal_of(path)) return refuse(*std::move(refusal));
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  std::error_code error;
  const auto expected = std::filesystem::file_size(path, error);
  if (!error) bytes.reserve(static_cast<std::size_t>(expected) + 1);
  // In pieces, for a file may grow meanwhile, and some have no size before they are read.
  for (std::string piece(1U << 16, '\0'); in && bytes.size() <= kLargestFile;) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    bytes.append(piece, 0, static_cast<std::size_t>(in.gcount()));
  }
  if (bytes.size() > kLargestFile)
    return refuse({"E111", fmt::format("'{}' is larger than {} MB", path.string(), kLargestFile >> 20),
                   "split it into several files"});
  if (in.bad() || !in.eof())
    return refuse(
        {"E117", fmt::format("'{}' cannot be read", path.string()), "check its permissions and those of its folders"});
  return bytes;
}

std::optional<std::uint32_t> add_text(std::string path, std::string bytes, RuleSource& source, Complaints& complaints) {
  const auto file = static_cast<std::uint32_t>(source.files.size());
  source.files.push_back({std::move(path), {}, {}, fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size()))});
  RuleSource::File& entry = source.files.back();
  const std::size_t skipped = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const auto at = [&](std::size_t offset) { return Located{{}, file, static_cast<std::uint32_t>(offset), {}}; };
  // First of all, since everything below looks at each character.
  if (const auto line = long_line(bytes)) {
    entry.text = std::move(bytes);
    entry.marks = mark_lines(entry.text, 1);
    complaints.error("E119", at(*line), "a line of more than 1 MB", "no rule needs that; names belong into tables");
    return std::nullopt;
  }
  Mended mended = mend_utf8(bytes);
  // Up to its first broken byte the mended text runs along with the file, so a place in it is right for both.
  entry.text = mended.bad_offsets.empty() ? std::move(bytes) : std::move(mended.text);
  entry.text.erase(0, skipped);
  entry.marks = mark_lines(entry.text, 1);
  if (!mended.bad_offsets.empty()) {
    const std::size_t first = mended.bad_offsets.front(), places = mended.bad_offsets.size();
    complaints.error("E112", at(first - skipped),
                     places == 1 ? fmt::format("byte {} is not UTF-8", first)
                                 : fmt::format("byte {} and {} more are not UTF-8", first, places - 1),
                     "save the file as UTF-8");
    return std::nullopt;
  }
  if (const std::size_t control = control_character(entry.text); control < entry.text.size()) {
    const auto byte = static_cast<unsigned char>(entry.text[control]);
    const unsigned code = byte == 0xC2 ? static_cast<unsigned char>(entry.text[control + 1]) : byte;
    complaints.error("E120", at(control), fmt::format("the control character U+{:04X}", code), "take it away");
    return std::nullopt;
  }
  return file;
}

}  // namespace edgewise
