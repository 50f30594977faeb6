// SPDX-License-Identifier: Apache-2.0
// Puts fragments in the place of their calls, with what they were given for their parameters.
#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/pattern_scanner.h"

namespace edgewise {
namespace {

constexpr std::size_t kDeepestFragment = 16;

}  // namespace

const Located* PatternScanner::argument(std::string_view name) const {
  if (bindings_ == 0) return nullptr;
  const auto& arguments = uses_[bindings_ - 1].arguments;
  const auto found = arguments.find(name);
  return found == arguments.end() ? nullptr : found->second;
}

// Gives each parameter of the fragment its argument.
bool PatternScanner::bind(Use& use, const Located& scalar, const FragmentCall& call) {
  const std::string_view declared = use.fragment->name.text;
  const std::vector<std::string_view> parameters = fragment_parameters(declared);
  if (call.arguments.size() != parameters.size()) {
    fail(use.place, "E220",
         fmt::format("fragment '{}' takes {} arguments, but is given {}", fragment_name(declared), parameters.size(),
                     call.arguments.size()),
         fmt::format("write <{}{}{}>", fragment_name(declared), parameters.empty() ? "" : ": ",
                     fmt::join(parameters, "; ")));
    return false;
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const auto [begin, end] = call.arguments[i];
    result_.arguments.push_back(std::make_shared<const Located>(part_of(scalar, begin, end)));
    use.arguments.emplace(parameters[i], result_.arguments.back().get());
  }
  return true;
}

void PatternScanner::scan_in_brackets(const Located& scalar, const PatternOrigin& call, std::size_t bindings) {
  put(*call.scalar, call.begin, call.end, "(?:");
  const std::size_t here = bindings_;
  bindings_ = bindings;
  scan_text(scalar);
  bindings_ = here;
  put(*call.scalar, call.begin, call.end, ")");
}

std::size_t PatternScanner::scan_fragment(const Located& scalar, std::size_t at) {
  const auto call = fragment_call_at(scalar.text, at);
  if (!call) return scan_character(scalar, at, false);
  const std::string name(call->name);
  const PatternOrigin origin{&scalar, at, call->end};
  if (const Located* given = call->arguments.empty() ? argument(name) : nullptr) {
    scan_in_brackets(*given, origin, uses_[bindings_ - 1].caller);
    return call->end;
  }
  const auto found = scope_.fragments.find(name);
  if (found == scope_.fragments.end()) {
    std::vector<std::string> known;
    for (const auto& [fragment, decl] : scope_.fragments) known.push_back(fragment);
    const std::string_view near = nearest_name(name, known);
    fail(origin, "E204", fmt::format("unknown fragment '{}'", name),
         near.empty() ? "declare it under 'fragments', or write \\< for the character"
                      : fmt::format("did you mean <{}>?", near));
    return call->end;
  }
  const auto active = [&](const Use& use) { return use.fragment == found->second; };
  if (uses_.size() >= kDeepestFragment) {
    too_large_ = true;
    fail(origin, "E214", fmt::format("fragments within fragments, more than {} deep", kDeepestFragment),
         "write some of them out");
    return call->end;
  }
  if (std::any_of(uses_.begin(), uses_.end(), active)) {
    fail(origin, "E205", fmt::format("fragment '{}' contains itself", name), "take the reference away");
    return call->end;
  }
  Use use{found->second, origin, {}, bindings_};
  if (!bind(use, scalar, *call)) return call->end;
  uses_.push_back(std::move(use));
  scan_in_brackets(found->second->pattern, origin, uses_.size());
  uses_.pop_back();
  return call->end;
}

}  // namespace edgewise
