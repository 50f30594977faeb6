// SPDX-License-Identifier: Apache-2.0
// Signatures and the share of control characters.
#include "pipeline/binary_check.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace edgewise {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kUnpack = "unpack it and name the text files in it";
constexpr std::string_view kExtract = "extract its text into a .txt file first";
constexpr std::string_view kRecode = "convert it to UTF-8, for example with iconv -f UTF-16 -t UTF-8";

struct Signature {
  std::string_view bytes;
  BinaryKind kind;
};

constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, {"a PDF document", kExtract}},
    Signature{"PK\x03\x04"sv, {"a ZIP archive or an office document", kExtract}},
    Signature{"\x1f\x8b"sv, {"gzip-compressed data", kUnpack}},
    Signature{"\x28\xb5\x2f\xfd"sv, {"zstd-compressed data", kUnpack}},
    Signature{"\xfd"
              "7zXZ\0"sv,
              {"xz-compressed data", kUnpack}},
    Signature{"\xd0\xcf\x11\xe0"sv, {"an office document", kExtract}},
    Signature{"\x89PNG"sv, {"a PNG picture", "name text files"}},
    Signature{"\xff\xd8\xff"sv, {"a JPEG picture", "name text files"}},
    Signature{"\xff\xfe"sv, {"UTF-16", kRecode}},
    Signature{"\xfe\xff"sv, {"UTF-16", kRecode}},
};

// Measured on shares, not on single bytes: a scraped article with a few NUL bytes is still an article, while programs,
// pictures and UTF-16 without a mark are far above this.
constexpr std::size_t kWindow = std::size_t{64} * 1024, kFewestControls = 16, kTextToOneControl = 20;

bool is_stray_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte != 0x1b) || byte == 0x7f;
}

}  // namespace

std::optional<BinaryKind> binary_kind(std::string_view bytes) {
  for (const Signature& signature : kSignatures)
    if (bytes.starts_with(signature.bytes)) return signature.kind;
  const std::string_view window = bytes.substr(0, kWindow);
  const auto controls = static_cast<std::size_t>(std::count_if(window.begin(), window.end(), is_stray_control));
  if (controls >= kFewestControls && controls * kTextToOneControl > window.size())
    return BinaryKind{"binary data", "name text files in UTF-8"};
  return std::nullopt;
}

}  // namespace edgewise
