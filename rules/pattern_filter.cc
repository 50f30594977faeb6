// SPDX-License-Identifier: Apache-2.0
// RE2 does all matching; FilteredRE2 says which literals an expression needs, and a trie finds those literals.
#include "rules/pattern_filter.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <utility>

#include "rules/pattern_compile.h"
#include "text/utf8.h"

namespace edgewise {
namespace {

// Of all expressions together: a bound for memory, many times what the largest packs need.
constexpr std::size_t kMostInstructions = 8'000'000;
constexpr int kShortestLiteral = 2;  // bytes; one Han character has three
// Fixed, so that the same rules give the same parts on every machine. More of them cost time at every sentence.
constexpr std::size_t kShards = 4;
constexpr std::size_t kFewestPerShard = 8;

// RE2 makes its literals lower-case, so the text has to be as well.
std::string lower_case(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      lower += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
      ++at;
    } else if (byte >= 0xE3 && byte <= 0xE9) {
      // U+3000 to U+9FFF: no letters with case.
      lower.append(text, at, 3);
      at += 3;
    } else {
      append_utf8(lower, lower_code_point(next_code_point(text, at)));
    }
  }
  return lower;
}

// Calls work(i) for every i below `count`, on as many threads as the machine runs at once.
void for_each_at_once(std::size_t count, const std::function<void(std::uint32_t)>& work) {
  std::atomic<std::uint32_t> next = 0;
  const auto take = [&] {
    for (std::uint32_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t threads = std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, take));
  take();
  for (auto& other : others) other.get();
}

}  // namespace

PatternFilter::Shard::Shard() : filter(kShortestLiteral) {}

void PatternFilter::compile_shard(std::uint32_t number, std::size_t count, const Expression& expression) {
  Shard& shard = shards_[number];
  std::size_t instructions = 0;
  for (std::size_t i = number; i < count; i += shards_.size()) {
    const std::optional<std::string> text = expression(i);
    if (!text) continue;
    if (instructions > kMostInstructions / shards_.size()) {
      shard.first_without_room = i;
      return;
    }
    int id = 0;
    if (shard.filter.Add(*text, pattern_options(), &id) != RE2::NoError) continue;
    const RE2& regex = shard.filter.GetRE2(id);
    compiled_[i] = {&regex, RE2::FullMatch("", regex)};
    instructions += static_cast<std::size_t>(regex.ProgramSize());
    shard.expressions.push_back(static_cast<std::uint32_t>(i));
  }
  // FilteredRE2 complains on standard error about an empty set.
  if (!shard.expressions.empty()) shard.filter.Compile(&shard.literals);
}

void PatternFilter::build(std::size_t count, const Expression& expression) {
  shards_ = std::vector<Shard>(std::clamp<std::size_t>(count / kFewestPerShard, 1, kShards));
  compiled_.resize(count);
  for_each_at_once(shards_.size(), [&](std::uint32_t number) { compile_shard(number, count, expression); });
  for (std::uint32_t number = 0; number < shards_.size(); ++number) {
    Shard& shard = shards_[number];
    if (shard.first_without_room)
      first_without_room_ = std::min(first_without_room_.value_or(count), *shard.first_without_room);
    for (std::size_t atom = 0; atom < shard.literals.size(); ++atom) {
      const std::uint32_t value = literals_.add(shard.literals[atom], static_cast<std::uint32_t>(uses_.size()));
      if (value == uses_.size()) uses_.emplace_back();
      uses_[value].push_back({number, static_cast<int>(atom)});
    }
    std::vector<std::string>().swap(shard.literals);
  }
}

void PatternFilter::candidates(std::string_view text, std::vector<std::uint32_t>& result) const {
  std::vector<std::uint32_t> found;
  literals_.occurrences(lower_case(text), found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<int> atoms, potentials;
  for (std::uint32_t number = 0; number < shards_.size(); ++number) {
    const Shard& shard = shards_[number];
    if (shard.expressions.empty()) continue;
    atoms.clear();
    for (const std::uint32_t value : found)
      for (const LiteralUse& use : uses_[value])
        if (use.shard == number) atoms.push_back(use.atom);
    shard.filter.AllPotentials(atoms, &potentials);
    for (const int id : potentials) result.push_back(shard.expressions[static_cast<std::size_t>(id)]);
  }
}

}  // namespace edgewise
