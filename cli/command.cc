// SPDX-License-Identifier: Apache-2.0
// The commands and how they are used.
#include "cli/command.h"

#include <array>

#include "cli/workshop_commands.h"

namespace edgewise {
namespace {

constexpr std::array kCommands = {
    Command{"run", "read articles and write their knowledge graph",
            "  edgewise run -r zh-business news/ -o graph.graphml\n"
            "      every .txt and .md file under news/, for Gephi\n"
            "  edgewise run -r zh-business -r my-rules.yaml a.txt b.txt -o graph.dot -o graph.svg\n"
            "      two packs, two files, two formats\n"
            "  curl -s https://example.org/article.txt | edgewise run -r en-business - -o - --format dot\n"
            "      from standard input to standard output\n",
            declare_run},
    Command{"check", "find mistakes in rule packs",
            "  edgewise check zh-business\n"
            "      a pack that is shipped\n"
            "  edgewise check my-rules.yaml more-rules/\n"
            "      a file, and a folder with a pack.yaml, as one rule set\n"
            "  edgewise check --format json my-rules.yaml\n"
            "      one JSON object a line, for editors\n"
            "  edgewise check --format github my-rules.yaml\n"
            "      annotations beside the changed lines; --format sarif for a report to upload\n",
            declare_check},
    Command{"test", "run the examples that stand beside the rules",
            "  edgewise test zh-business\n"
            "      counts what passed; shows what failed and why\n"
            "  edgewise test my-rules.yaml --samples articles/\n"
            "      articles/expected.tsv says what each article must yield\n"
            "  edgewise test --format junit my-rules.yaml > results.xml\n"
            "      for build servers\n"
            "  edgewise test --coverage --mutate my-rules.yaml\n"
            "      what the examples leave out, and what could be dropped without any of them noticing\n",
            declare_test},
    Command{"eval", "compare what comes out with what should",
            "  edgewise eval -r zh-business --gold gold.jsonl articles/\n"
            "      precision, recall and F1 of what a pack finds in articles\n"
            "  edgewise eval --gold gold.jsonl --aliases names.tsv --misses --extras graph.graphml\n"
            "      a graph that lies there already; what it misses and what it has too much\n"
            "  edgewise eval -r zh-business --gold gold.jsonl articles/ --fail-under precision=0.9,recall=0.7\n"
            "      for a build that should stop when the rules get worse\n",
            declare_eval},
    Command{"coverage", "show which rules and names a corpus uses, and where the next rule should go",
            "  edgewise coverage -r zh-business news/\n"
            "      rules that never fire and that fire most, names never seen, perhaps names, near misses\n"
            "  edgewise coverage -r my-rules.yaml --format json news/ > coverage.json\n"
            "      everything, for programs\n",
            declare_coverage},
    Command{"profile", "show what each rule costs",
            "  edgewise profile -r zh-business news/\n"
            "      time, sentences tried, matches and statements of each rule, the slowest first\n",
            declare_profile},
    Command{"new-relation", "begin a rule file for a new relation",
            "  edgewise new-relation company-sues --from Company --to Company -o sues.yaml\n"
            "      a file of its own that passes check and test, with words to replace\n"
            "  edgewise new-relation city-hosts --from City --to 'Company|Agency' -r zh-business -o hosts.yaml\n"
            "      with the types of a pack\n",
            declare_new_relation},
    Command{"fmt", "bring rule files into their normal form",
            "  edgewise fmt my-rules.yaml\n"
            "      comments, quotes and the order of keys stay\n"
            "  edgewise fmt --check rules/\n"
            "      changes nothing; names the files that are not in normal form\n",
            declare_fmt},
    Command{"schema", "print the JSON Schema of rule files, for editors",
            "  edgewise schema > rule-file.schema.json\n"
            "      then begin rule files with  # yaml-language-server: $schema=rule-file.schema.json\n",
            declare_schema},
    Command{"explain", "say what was found in a text and by what",
            "  edgewise explain -r zh-business --text '华为与英特尔竞争。'\n"
            "      mentions, statements, and matches that were refused\n"
            "  edgewise explain -r zh-business news.txt:12\n"
            "      the sentences on line 12\n"
            "  edgewise explain -r zh-business news.txt --expect '华为 company-competes-with 英特尔'\n"
            "      whether the text says so; if not, what keeps the rules from seeing it\n"
            "  edgewise explain -r zh-business --format json news.txt\n"
            "      one JSON object, for programs\n",
            declare_explain},
};

}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace edgewise
