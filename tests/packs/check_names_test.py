#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Shows that check_names.py complains about each mistake it promises to find, and about nothing else.
import tempfile
import unittest
from pathlib import Path

import check_names

TYPES = """types:
  Organization: {label: {zh: 组织, en: Organization}}
  Company: {is: Organization, label: {zh: 公司, en: Company}}
  Government: {}
  Agency: {is: [Organization, Government], label: {zh: 机构, en: Agency}}
  CommonWord: {label: {zh: 普通词语, en: Common word}}
"""
HEADER = "name\ttype\tzh\ten\taliases\tid\n"
GOOD = "甲公司\tCompany\t甲公司\tAlpha\t甲方集团|Alpha Group\tQ1\n"


def complaints(*rows, promised=(), header=HEADER, listed=("a.tsv",)):
    with tempfile.TemporaryDirectory() as folder:
        core = Path(folder)
        (core / "types.yaml").write_text(TYPES, encoding="utf-8")
        (core / "names.yaml").write_text(
            "entities:\n" + "".join(f"  - {{file: {name}}}\n" for name in listed), encoding="utf-8")
        (core / "a.tsv").write_text(header + "".join(rows), encoding="utf-8")
        return check_names.check_folder(core, promised)[0]


class NameCheck(unittest.TestCase):
    def expect(self, found, *expected):
        self.assertEqual(found, list(expected))

    def test_a_good_table_with_a_comment_passes(self):
        self.expect(complaints("# Chips\n", GOOD))

    def test_a_name_of_two_things_names_the_first_place(self):
        self.expect(complaints(GOOD, "乙公司\tCompany\t乙公司\tBeta\tAlpha\t\n"),
                    "a.tsv:3: 'Alpha' is already a name in a.tsv:2")

    def test_an_alias_given_twice_in_a_row(self):
        self.expect(complaints("甲公司\tCompany\t甲公司\tAlpha\t甲公司\t\n"),
                    "a.tsv:2: alias '甲公司' is in this row twice")

    def test_a_table_of_names_in_doubt_shares_names_on_purpose(self):
        header = "name\ttype\tweak\tnear\n"
        self.expect(complaints("梨子(水果)\tCommonWord\t梨子\t果园|果农\n", "梨子(地方)\tAgency\t梨子\t码头\n", header=header))
        self.expect(complaints("乙公司\tFirm\t乙号\t果园|果园\n", "丙河(河)\tAgency\t\t石桥\n", header=header),
                    "a.tsv:2: unknown type 'Firm'", "a.tsv:2: near '果园' is in this row twice",
                    "a.tsv:2: no other table lists '乙公司'; say in brackets what it is", "a.tsv:3: weak is empty")

    def test_an_id_used_twice(self):
        self.expect(complaints(GOOD, "乙公司\tCompany\t乙公司\tBeta\t\tQ1\n"),
                    "a.tsv:3: id Q1 is already used in a.tsv:2")

    def test_an_id_of_another_kind(self):
        self.expect(complaints("甲公司\tCompany\t甲公司\tAlpha\t\tP31\n"), "a.tsv:2: id 'P31' is not a Wikidata item")

    def test_an_unknown_type(self):
        self.expect(complaints("甲公司\tFirm\t甲公司\tAlpha\t\t\n"), "a.tsv:2: unknown type 'Firm'")

    def test_a_column_for_the_case_is_optional_and_holds_a_way_to_compare(self):
        header = HEADER.rstrip("\n") + "\tcase\n"
        self.expect(complaints("甲药\tCompany\t甲药\talpha\t\t\tfold\n", header=header))
        self.expect(complaints("甲药\tCompany\t甲药\talpha\t\t\tsmall\n", header=header),
                    "a.tsv:2: case 'small' is neither fold nor exact")

    def test_a_missing_cell_and_an_empty_cell(self):
        self.expect(complaints("甲公司\tCompany\t甲公司\tAlpha\t\n"), "a.tsv:2: 5 cells, expected 6")
        self.expect(complaints("甲公司\tCompany\t甲公司\t\t\t\n"), "a.tsv:2: en is empty")
        self.expect(complaints("甲公司\tCompany\t甲公司\tAlpha\tA1|\t\n"), "a.tsv:2: an alias is empty")

    def test_a_common_word_has_a_name_and_no_labels(self):
        self.expect(complaints("甲方公司法\tCommonWord\t\t\t\t\n"))
        self.expect(complaints("甲方公司法\tCommonWord\t\tx1\t\t\n"), "a.tsv:2: a common word has no label")

    def test_a_trailing_blank(self):
        self.expect(complaints("甲公司\tCompany\t甲公司\tAlpha \t\t\n"), "a.tsv:2: name 'Alpha ' has a needless blank")

    def test_a_full_width_letter(self):
        self.expect(complaints("甲公司\tCompany\t甲公司\tＡlpha\t\t\n"), "a.tsv:2: name 'Ａlpha' is not in NFKC")

    def test_a_character_nobody_sees(self):
        self.expect(complaints("甲公司\tCompany\t甲公司\tAl\u200bpha\t\t\n"),
                    "a.tsv:2: name 'Al\u200bpha' holds an unprintable character")

    def test_a_name_of_one_character(self):
        self.expect(complaints("甲公司\tCompany\t甲公司\tAlpha\t甲\t\n"), "a.tsv:2: name '甲' is a single character")

    def test_another_header(self):
        self.expect(complaints(GOOD, header="name\ttype\n"), "a.tsv:1: expected the header name type zh en aliases id")

    def test_a_last_line_without_end(self):
        self.expect(complaints(GOOD, "# end"), "a.tsv:3: no line end at the end of the file")

    def test_a_table_that_nobody_lists(self):
        self.expect(complaints(GOOD, listed=()), "a.tsv:1: the table is not listed in names.yaml")

    def test_a_promised_number_that_is_not_reached_counts_subtypes(self):
        promised = [("organizations", {"Organization"}, {"Agency"}, 2)]
        agency = "丙局\tAgency\t丙局\tGamma\t\t\n"
        self.expect(complaints(GOOD, agency, promised=promised), "names.yaml:1: 1 organizations, expected at least 2")
        self.expect(complaints(GOOD, "乙公司\tCompany\t乙公司\tBeta\t\t\n", promised=promised))


if __name__ == "__main__":
    unittest.main()
