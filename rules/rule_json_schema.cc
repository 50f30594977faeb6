// SPDX-License-Identifier: Apache-2.0
// Walks the table of keys; each kind of map becomes one definition.
#include "rules/rule_json_schema.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "rules/rule_keys.h"
#include "text/json_writer.h"

namespace edgewise {
namespace {

// "an entry of 'shorten'" makes "entry-of-shorten".
std::string definition_name(const RuleMap& map) {
  std::string name;
  for (const char c : map.what.substr(map.what.find(' ') + 1)) {
    if (c == ' ')
      name += '-';
    else if (c != '\'')
      name += c;
  }
  return name;
}

class SchemaWriter {
 public:
  std::string run() {
    json_.open_object();
    json_.member("$schema", "http://json-schema.org/draft-07/schema#").member("title", "Edgewise rule file");
    write_map(kFileMap);
    write_declarations();
    json_.key("definitions").open_object();
    json_.key("text").open_object().member("description", "a text; numbers, true and false are texts as well");
    write_types({"string", "number", "boolean"});
    json_.member("pattern", "\\S").close_object();
    // Grows while definitions refer to others.
    for (std::size_t i = 0; i < referred_.size(); ++i) {
      json_.key(definition_name(*referred_[i])).open_object();
      write_map(*referred_[i]);
      json_.close_object();
    }
    json_.close_object().close_object();
    return json_.text() + "\n";
  }

 private:
  void write_types(std::initializer_list<std::string_view> types) {
    json_.key("type").open_array();
    for (const std::string_view type : types) json_.value(type);
    json_.close_array();
  }

  void write_map(const RuleMap& map) {
    json_.member("type", "object").member("additionalProperties", false);
    json_.key("required").open_array();
    for (const RuleKey& key : map.keys)
      if (key.required) json_.value(key.name);
    json_.close_array();
    json_.key("properties").open_object();
    for (const RuleKey& key : map.keys) {
      json_.key(key.name).open_object().member("description", key.meaning);
      write_value(key);
      json_.close_object();
    }
    json_.close_object();
  }

  // A file must say something beside describing itself.
  void write_declarations() {
    json_.key("anyOf").open_array();
    for (const RuleKey& key : kFileMap.keys) {
      if (key.inner == nullptr && key.shape != RuleShape::texts && key.shape != RuleShape::fragments) continue;
      json_.open_object().key("required").open_array().value(key.name).close_array().close_object();
    }
    json_.close_array();
  }

  void refer(std::string_view definition) { json_.member("$ref", fmt::format("#/definitions/{}", definition)); }
  void refer(const RuleMap& map) {
    if (std::find(referred_.begin(), referred_.end(), &map) == referred_.end()) referred_.push_back(&map);
    refer(definition_name(map));
  }

  template <typename Write>
  void choice(Write write) {
    json_.open_object();
    write();
    json_.close_object();
  }
  void null_choice() {
    choice([&] { json_.member("type", "null"); });
  }
  void text_choice() {
    choice([&] { refer("text"); });
  }

  void write_value(const RuleKey& key) {
    switch (key.shape) {
      case RuleShape::text:
        return write_any_of([&] { text_choice(); });
      case RuleShape::texts:
        return write_texts(key);
      case RuleShape::word:
        return write_words(key.words);
      case RuleShape::flag:
        json_.key("enum").open_array().value(true).value(false).value("true").value("false").close_array();
        return;
      case RuleShape::number:
        return write_number();
      case RuleShape::version:
        json_.key("enum").open_array().value(static_cast<unsigned>(std::stoul(std::string(kLanguageVersion))));
        json_.value(kLanguageVersion).close_array();
        return;
      case RuleShape::engine:
        return write_engine();
      case RuleShape::stage:
        return write_stage();
      case RuleShape::colour:
        json_.member("type", "string").member("pattern", "^#[0-9a-fA-F]{6}$");
        return;
      case RuleShape::labels:
      case RuleShape::map:
        return write_any_of([&] { choice([&] { refer(*key.inner); }); });
      case RuleShape::maps:
        return write_maps(key);
      case RuleShape::named:
      case RuleShape::fragments:
        return write_named(key);
      case RuleShape::patterns:
        return write_patterns(key);
    }
  }

  // Beside a $ref, older readers see nothing else, so that every choice has an object of its own.
  template <typename Write>
  void write_any_of(Write write) {
    json_.key("anyOf").open_array();
    write();
    json_.close_array();
  }

  void write_texts(const RuleKey& key) {
    write_any_of([&] {
      text_choice();
      choice([&] {
        json_.member("type", "array").key("items").open_object().member("$ref", "#/definitions/text").close_object();
      });
      if (!key.required) null_choice();
    });
  }

  void write_words(std::span<const std::string_view> words) {
    json_.key("enum").open_array();
    for (const std::string_view word : words) json_.value(word);
    json_.close_array();
  }

  // To YAML 0.2 is a number.
  void write_engine() {
    write_any_of([&] {
      choice([&] { json_.member("type", "string").member("pattern", "^[0-9]{1,4}(\\.[0-9]{1,4}){0,2}$"); });
      choice([&] { json_.member("type", "number").member("minimum", 0U).member("exclusiveMaximum", 10000U); });
    });
  }

  void write_stage() {
    write_any_of([&] {
      choice([&] { json_.member("type", "integer").member("minimum", 1U).member("maximum", kLastStage); });
      choice([&] { json_.member("type", "string").member("pattern", fmt::format("^[1-{}]$", kLastStage)); });
    });
  }

  void write_number() {
    json_.member("type", "integer");
    json_.key("minimum").value(std::int64_t{kLeastNumber}).key("maximum").value(std::int64_t{kMostNumber});
  }

  void write_maps(const RuleKey& key) {
    write_types({"array", "null"});
    json_.key("items").open_object();
    if (key.inner == &kEntityMap) {
      json_.key("if").open_object().member("type", "object");
      json_.key("required").open_array().value("file").close_array().close_object();
      json_.key("then").open_object();
      refer(kTableMap);
      json_.close_object().key("else").open_object();
      refer(kEntityMap);
      json_.close_object();
    } else {
      refer(*key.inner);
    }
    json_.close_object();
  }

  void write_named(const RuleKey& key) {
    write_types({"object", "null"});
    json_.key("propertyNames").open_object();
    json_.member("pattern", key.inner == &kTypeMap ? "^[A-Z][A-Za-z0-9_]*$" : "\\S").close_object();
    json_.key("additionalProperties").open_object();
    if (key.shape == RuleShape::fragments)
      refer("text");
    else
      write_any_of([&] {
        choice([&] { refer(*key.inner); });
        null_choice();
      });
    json_.close_object();
  }

  void write_patterns(const RuleKey& key) {
    const auto pattern = [&] {
      text_choice();
      choice([&] { refer(*key.inner); });
    };
    write_any_of([&] {
      pattern();
      choice([&] {
        json_.member("type", "array").key("items").open_object();
        write_any_of(pattern);
        json_.close_object();
      });
      null_choice();
    });
  }

  JsonWriter json_{2};
  std::vector<const RuleMap*> referred_;
};

}  // namespace

std::string rule_json_schema() { return SchemaWriter().run(); }

}  // namespace edgewise
