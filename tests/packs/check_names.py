#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Checks the name tables of a pack: shape, spelling, no name for two things; in rules/packs/core also enough of each kind.
"""usage: check_names.py PACK_FOLDER

Prints one line per complaint, as file:line: message. Ends with 1 if there was any.
"""
import re
import sys
import unicodedata
from pathlib import Path

HEADER = ["name", "type", "zh", "en", "aliases", "id"]
WITH_CASE = [*HEADER, "case"]
IN_DOUBT = ["name", "type", "weak", "near"]

# At least so many entities of these types (subtypes count) are promised by the README of the folder.
PROMISED = [
    ("companies and other organizations", {"Organization"}, {"Agency", "Media"}, 500),
    ("places and governments", {"Place", "Government"}, {"Agency"}, 250),
    ("agencies", {"Agency"}, set(), 80),
    ("universities, institutes and associations", {"University", "ResearchInstitute", "Association"}, set(), 60),
    ("media", {"Media"}, set(), 60),
    ("people", {"Person"}, set(), 130),
    ("products and technologies", {"Product", "Technology"}, set(), 150),
    ("laws, policies and reports", {"Policy"}, set(), 40),
]


class Complaints:
    def __init__(self):
        self.lines = []

    def add(self, path, line, message):
        self.lines.append(f"{path.name}:{line}: {message}")


def read_types(path):
    """Type name -> set of the type itself and all its ancestors."""
    parents = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.match(r"  ([A-Z]\w*): \{(?:is: (?:\[([^\]]*)\]|(\w+)),? ?)?", line)
        if found:
            parents[found[1]] = [p.strip() for p in (found[2] or found[3] or "").split(",") if p.strip()]

    def lineage(name):
        return {name}.union(*(lineage(p) for p in parents[name]))

    return {name: lineage(name) for name in parents}


def listed_tables(path):
    return re.findall(r"^ *- \{file: ([^,}]+)", path.read_text(encoding="utf-8"), re.MULTILINE)


def check_spelling(text, column, path, number, complaints):
    if text != text.strip() or "  " in text:
        complaints.add(path, number, f"{column} '{text}' has a needless blank")
    if text != unicodedata.normalize("NFKC", text):
        complaints.add(path, number, f"{column} '{text}' is not in NFKC")
    if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn") for c in text):
        complaints.add(path, number, f"{column} '{text}' holds an unprintable character")
    if len(text) == 1:
        complaints.add(path, number, f"{column} '{text}' is a single character")


def check_row(cells, path, number, types, header, complaints):
    """The names of the row, or nothing if the row cannot be read."""
    if len(cells) != len(header):
        complaints.add(path, number, f"{len(cells)} cells, expected {len(header)}")
        return []
    name, type_, zh, en, aliases, id_ = cells[:len(HEADER)]
    if cells[len(HEADER):] not in ([], ["fold"], ["exact"], [""]):
        complaints.add(path, number, f"case '{cells[-1]}' is neither fold nor exact")
    common_word = type_ == "CommonWord"
    if common_word and (zh or en):
        complaints.add(path, number, "a common word has no label")
    for column, text in (("name", name), ("type", type_), ("zh", zh), ("en", en)):
        if not text and not (common_word and column in ("zh", "en")):
            complaints.add(path, number, f"{column} is empty")
    if type_ and type_ not in types:
        complaints.add(path, number, f"unknown type '{type_}'")
    if id_ and not re.fullmatch(r"Q[1-9][0-9]*", id_):
        complaints.add(path, number, f"id '{id_}' is not a Wikidata item")
    also = aliases.split("|") if aliases else []
    if "" in also:
        complaints.add(path, number, "an alias is empty")
    for alias in also:
        if alias in (name, zh, en) or also.count(alias) > 1:
            complaints.add(path, number, f"alias '{alias}' is in this row twice")
    names = list(dict.fromkeys(n for n in [name, zh, en, *also] if n))
    for text in names:
        check_spelling(text, "name", path, number, complaints)
    return names


def check_row_in_doubt(cells, path, number, types, owner, complaints):
    """A name in doubt may have several rows, each for another thing; its other names stand in the other tables."""
    if len(cells) != len(IN_DOUBT):
        complaints.add(path, number, f"{len(cells)} cells, expected {len(IN_DOUBT)}")
        return
    name, type_, weak, near = cells
    if type_ not in types:
        complaints.add(path, number, f"unknown type '{type_}'")
    for column, text in (("name", name), ("weak", weak), ("near", near)):
        if not text:
            complaints.add(path, number, f"{column} is empty")
        pieces = text.split("|") if text else []
        for piece in dict.fromkeys(pieces):
            check_spelling(piece, column, path, number, complaints)
            if pieces.count(piece) > 1:
                complaints.add(path, number, f"{column} '{piece}' is in this row twice")
    if name not in owner and "(" not in name:
        complaints.add(path, number, f"no other table lists '{name}'; say in brackets what it is")


def check_folder(core, promised=PROMISED):
    complaints = Complaints()
    types = read_types(core / "types.yaml")
    tables = listed_tables(core / "names.yaml")
    for path in sorted(core.glob("*.tsv")):
        if path.name not in tables:
            complaints.add(path, 1, "the table is not listed in names.yaml")
    owner, ids, kinds = {}, {}, []
    for table in tables:
        path = core / table
        lines = path.read_text(encoding="utf-8").split("\n")
        if lines[-1] != "":
            complaints.add(path, len(lines), "no line end at the end of the file")
        header = lines[0].split("\t")
        if header == IN_DOUBT:
            for number, line in enumerate(lines[1:-1], 2):
                if not line.startswith("#"):
                    check_row_in_doubt(line.split("\t"), path, number, types, owner, complaints)
            continue
        if header not in (HEADER, WITH_CASE):
            complaints.add(path, 1, f"expected the header {' '.join(HEADER)}")
            header = HEADER
        for number, line in enumerate(lines[1:-1], 2):
            if line.startswith("#"):
                continue
            cells = line.split("\t")
            for text in check_row(cells, path, number, types, header, complaints):
                if text in owner:
                    complaints.add(path, number, f"'{text}' is already a name in {owner[text]}")
                owner.setdefault(text, f"{path.name}:{number}")
            if len(cells) == len(header):
                kinds.append(types.get(cells[1], set()))
                if cells[5] and cells[5] in ids:
                    complaints.add(path, number, f"id {cells[5]} is already used in {ids[cells[5]]}")
                ids.setdefault(cells[5], f"{path.name}:{number}")
    for what, wanted, unwanted, least in promised:
        count = sum(1 for kind in kinds if kind & wanted and not kind & unwanted)
        if count < least:
            complaints.add(core / "names.yaml", 1, f"{count} {what}, expected at least {least}")
    return complaints.lines, len(kinds), len(owner)


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    complaints, entities, names = check_folder(folder, PROMISED if folder.name == "core" else [])
    for line in complaints:
        print(line)
    print(f"{entities} entities, {names} names, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
