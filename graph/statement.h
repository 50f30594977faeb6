// SPDX-License-Identifier: Apache-2.0
// What is said, and where it is said: the records that everything in the graph is made of.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "text/modality.h"
#include "text/span.h"

namespace edgewise {

// Something that a sentence says of a statement besides its ends, such as an amount.
struct Qualifier {
  std::string name;   // amount
  std::string value;  // the normal form, USD 12000000; empty if it cannot be read
  std::string text;   // as it stands there, 1200万美元
  Span span;          // in bytes of the file
  friend auto operator<=>(const Qualifier&, const Qualifier&) = default;
};

// Who is said to say something, and by which words.
struct Attribution {
  std::string speaker;            // canonical name; empty: nobody but the article
  std::string words;              // as they stand there: 表示
  Span speaker_span, words_span;  // in bytes of the file
  friend auto operator<=>(const Attribution&, const Attribution&) = default;
};

// One place that supports a statement. Owns its strings: the document may be gone.
struct Evidence {
  std::string document;        // id, such as news/a1.txt or all.txt#2
  std::string title;           // may be empty
  std::string date;            // of the document, ISO 8601 (2023-08-16, 2023-08 or 2023); may be empty
  std::string source;          // who published it; may be empty
  std::uint32_t sentence = 0;  // 1-based within the document
  std::uint32_t line = 0;      // 1-based in the file
  Span span;                   // of the quote, in bytes of the file
  Span from, to;               // of the two mentions, in bytes of the file
  Span cue;                    // of what decided the modality; empty if nothing did
  // Where an end is a word that stands for something (该公司): the earlier mention it was resolved to; else empty.
  Span from_meant, to_meant;
  Attribution said;
  std::string quote;  // the sentence, verbatim; of an overlong one, the clauses around the statement
  std::string rule;   // company-competes-with#2
  std::string rule_digest;
  std::string confidence;  // of the rule: "high", "medium", "low", or empty if the extractor does not say
  std::string via;         // "name", or how the ends were resolved: "from=reference,to=learned"; see via_steps.h
  std::vector<Qualifier> qualifiers;  // in the order of the text
  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

// One end of a statement as an extractor saw it. `key` decides identity.
struct EntityMention {
  std::string key;
  std::string type;
  std::vector<std::pair<std::string, std::string>> labels;  // language, name
  std::string external_id;
  std::string ticker = {};
};

struct Statement {
  EntityMention from, to;
  std::string relation;
  Modality modality = Modality::asserted;
  Evidence evidence;
};

}  // namespace edgewise
