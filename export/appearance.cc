// SPDX-License-Identifier: Apache-2.0
// The palette and the table of modality styles.
#include "export/appearance.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace edgewise {
namespace {

constexpr std::array<std::string_view, 10> kTypePalette = {"#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#76b7b2",
                                                           "#b07aa1", "#edc948", "#9c755f", "#ff9da7", "#86bcb6"};
constexpr std::array<std::string_view, 10> kRelationPalette = {"#3b6ea5", "#c2701c", "#3f8f4f", "#8a5aa8", "#2a8f8f",
                                                               "#a8562f", "#5f6fb5", "#7d8b2c", "#b0507f", "#6b6b6b"};

constexpr std::array<ModalityStyle, 6> kModalityStyles = {{
    {"solid", "", "normal", "", "已确认", "asserted"},
    {"dashed", "", "normal", "", "计划", "planned"},
    {"dotted", "", "normal", "", "可能", "possible"},
    {"dashed", "#7f7f7f", "normal", "", "据报道", "reported"},
    {"solid", "#a6a6a6", "normal", "", "过去", "past"},
    {"solid", "#d62728", "tee", "✗ ", "否认", "negated"},
}};

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == text.npos;
}

std::string lower_case(std::string_view color) {
  std::string lower(color);
  for (char& c : lower)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

using ColourTable = std::map<std::string, std::string, std::less<>>;

ColourTable assign_colours(const std::vector<SchemaEntry>& declared, const std::set<std::string_view>& used,
                           const std::array<std::string_view, 10>& palette) {
  ColourTable colours;
  std::set<std::string> taken;
  for (const SchemaEntry& entry : declared)
    if (is_colour(entry.color)) taken.insert(colours.emplace(entry.id, lower_case(entry.color)).first->second);

  std::size_t next = 0;
  const auto add = [&](std::string_view id) {
    if (colours.contains(id)) return;
    while (next < palette.size() && taken.contains(std::string(palette[next]))) ++next;
    colours.emplace(id, palette[next++ % palette.size()]);
  };
  for (const SchemaEntry& entry : declared) add(entry.id);
  for (std::string_view id : used) add(id);
  return colours;
}

std::string_view colour_in(const ColourTable& colours, std::string_view id) {
  const auto found = colours.find(id);
  return found == colours.end() ? std::string_view("#7f7f7f") : std::string_view(found->second);
}

struct Rgb {
  int red = 0, green = 0, blue = 0;
};

Rgb parse_colour(std::string_view color) {
  const auto part = [&](std::size_t at) {
    int value = 0;
    std::from_chars(color.data() + at, color.data() + at + 2, value, 16);
    return value;
  };
  return {part(1), part(3), part(5)};
}

}  // namespace

const ModalityStyle& style_of(Modality modality) { return kModalityStyles[static_cast<std::size_t>(modality)]; }

std::string_view modality_word(Modality modality, std::string_view language) {
  return language.starts_with("zh") ? style_of(modality).zh : style_of(modality).en;
}

Colours::Colours(const KnowledgeGraph& graph) {
  std::set<std::string_view> types, relations;
  for (auto v : boost::make_iterator_range(boost::vertices(graph.graph))) types.insert(graph.graph[v].type);
  for (auto e : boost::make_iterator_range(boost::edges(graph.graph))) relations.insert(graph.graph[e].relation);
  types_ = assign_colours(graph.schema.types, types, kTypePalette);
  relations_ = assign_colours(graph.schema.relations, relations, kRelationPalette);
}

std::string_view Colours::of_type(std::string_view type) const { return colour_in(types_, type); }

std::string_view Colours::of_relation(std::string_view relation) const { return colour_in(relations_, relation); }

std::string_view Colours::of_edge(const Relationship& edge) const {
  const std::string_view own = style_of(edge.modality).color;
  return own.empty() ? of_relation(edge.relation) : own;
}

std::string tint(std::string_view color, double white) {
  const Rgb rgb = parse_colour(color);
  const auto mixed = [&](int part) { return static_cast<int>(std::lround(part + (255 - part) * white)); };
  return fmt::format("#{:02x}{:02x}{:02x}", mixed(rgb.red), mixed(rgb.green), mixed(rgb.blue));
}

std::string darkened(std::string_view color, int most) {
  Rgb rgb = parse_colour(color);
  const int luminance = (299 * rgb.red + 587 * rgb.green + 114 * rgb.blue) / 1000;
  if (luminance > most) {
    rgb.red = rgb.red * most / luminance;
    rgb.green = rgb.green * most / luminance;
    rgb.blue = rgb.blue * most / luminance;
  }
  return fmt::format("#{:02x}{:02x}{:02x}", rgb.red, rgb.green, rgb.blue);
}

}  // namespace edgewise
