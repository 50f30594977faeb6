// SPDX-License-Identifier: Apache-2.0
// Stretches of text in the typical form of names that no rule took for one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"
#include "text/document.h"
#include "text/span.h"

namespace edgewise {

struct UnknownName {
  std::string text;
  std::string_view form;  // "capital letters", "institution", "before a verb of saying", "in quotation marks"
  std::uint64_t count = 0, documents = 0;
  Place first;
};

// Gathers candidates document by document. Keeps at most a million different ones; what comes after that is not
// counted.
class UnknownNames {
 public:
  UnknownNames();
  ~UnknownNames();

  // `taken` are the mentions of the document, ordered and disjoint.
  void add(const Document& document, const std::vector<Span>& taken);
  // Those in most documents first, then by count and text.
  std::vector<UnknownName> ranked() const;

 private:
  struct Form;
  void add_form(const Form& form, const Document& document, const std::vector<Span>& taken);

  std::vector<Form> forms_;
  std::map<std::string, UnknownName> names_;
  std::map<std::string, std::uint64_t> last_document_;
  std::uint64_t documents_ = 0;
};

}  // namespace edgewise
