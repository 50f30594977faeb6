// SPDX-License-Identifier: Apache-2.0
// Hands out the code points of typed text.
#include "rules/type_codes.h"

#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr char32_t kBasicArea = 0xE000;  // 6,399 code points, three bytes each; U+F8FF is the bar of barred text
constexpr std::size_t kBasicAreaSize = 0x18FF;
constexpr char32_t kPlane15 = 0xF0000;  // 65,534 more, four bytes each
constexpr std::size_t kPins = 2;

}  // namespace

TypeCodes::TypeCodes(const TypeTree& types, const Gazetteer& gazetteer, const std::set<EntityId>& named)
    : types_(types), base_(types.size() + named.size() + kPins <= kBasicAreaSize ? kBasicArea : kPlane15) {
  for (TypeId type = 0; type < types.size(); ++type) code_types_.push_back(type);
  for (const EntityId entity : named) {
    named_.emplace(entity, static_cast<std::uint32_t>(code_types_.size()));
    code_types_.push_back(gazetteer.entities()[entity].type);
  }
}

std::uint32_t TypeCodes::index(TypeId type, EntityId entity) const {
  if (!named_.empty() && entity != NameTrie::kNone)
    if (const auto found = named_.find(entity); found != named_.end()) return found->second;
  return type;
}

CodeSet TypeCodes::codes_of_types(std::span<const TypeId> types) const {
  CodeSet codes(size(), false);
  for (std::size_t code = 0; code < size(); ++code)
    for (const TypeId type : types)
      if (types_.is_a(code_types_[code], type)) codes[code] = true;
  return codes;
}

CodeSet TypeCodes::codes_of_entity(EntityId entity) const {
  CodeSet codes(size(), false);
  if (const auto found = named_.find(entity); found != named_.end()) codes[found->second] = true;
  return codes;
}

std::string TypeCodes::class_items(const CodeSet& codes) const {
  std::string items;
  for (std::uint32_t begin = 0; begin < codes.size(); ++begin) {
    if (!codes[begin]) continue;
    std::uint32_t last = begin;
    while (last + 1 < codes.size() && codes[last + 1]) ++last;
    items += fmt::format("\\x{{{:X}}}", static_cast<std::uint32_t>(code_point(begin)));
    if (last > begin) items += fmt::format("-\\x{{{:X}}}", static_cast<std::uint32_t>(code_point(last)));
    begin = last;
  }
  return items;
}

}  // namespace edgewise
