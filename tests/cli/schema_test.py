#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds `edgewise schema` against its standard, the shipped packs, and what the loader itself accepts.

usage: schema_test.py PROGRAM (needs the Python packages jsonschema and yaml; exit code 77 without them)
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop()).resolve() if len(sys.argv) > 1 else None
SHAPE_CODES = {"E103", "E105", "E106", "E107", "E113", "E126", "E127", "E128", "E130", "E131", "E132", "E133"}


class CoreLoader(yaml.SafeLoader):
    """YAML as editors read it: only true, false, null and numbers are no texts."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, expression, first in (
        ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
        ("tag:yaml.org,2002:null", r"^(?:~|null|)$", ["~", "n", ""]),
        ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", list("-+0123456789")),
        ("tag:yaml.org,2002:float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)$", list("-+.0123456789"))):
    CoreLoader.add_implicit_resolver(tag, __import__("re").compile(expression), first)

MODELINE = "# yaml-language-server: $schema="
HEAD = "edgewise: 1\ntypes:\n  Company: {}\n"
# A file each, and whether a rule file may look like that.
FILES = {
    "a minimal file": (HEAD, True),
    "nothing declared": ("edgewise: 1\n", False),
    "no version": ("types:\n  Company: {}\n", False),
    "a version as text": ("edgewise: '1'\ntypes:\n  Company: {}\n", True),
    "another version": ("edgewise: 2\ntypes:\n  Company: {}\n", False),
    "an unknown key": (HEAD + "relation: {}\n", False),
    "a misspelt key of a relation": (HEAD + "relations:\n  x: {from: Company, too: Company}\n", False),
    "a type in small letters": ("edgewise: 1\ntypes:\n  company: {}\n", False),
    "a type without a map": ("edgewise: 1\ntypes:\n  Company:\n", True),
    "a colour by name": ("edgewise: 1\ntypes:\n  Company: {color: blue}\n", False),
    "a colour": ("edgewise: 1\ntypes:\n  Company: {color: '#4e79a7'}\n", True),
    "a number as a name": (HEAD + "entities:\n  - {name: 360, type: Company}\n", True),
    "an entity without a type": (HEAD + "entities:\n  - {name: A}\n", False),
    "an entity with an unknown key": (HEAD + "entities:\n  - {name: A, type: Company, alias: B}\n", False),
    "a table with a name": (HEAD + "entities:\n  - {file: a.tsv, name: A, type: Company}\n", False),
    "entities as a map": (HEAD + "entities: {name: A, type: Company}\n", False),
    "an empty list of entities": (HEAD + "entities:\n", True),
    "an empty name": (HEAD + "entities:\n  - {name: ' ', type: Company}\n", False),
    "a stage": (HEAD + "mentions:\n  - {type: Company, match: x, stage: 3}\n", True),
    "a stage that is not there": (HEAD + "mentions:\n  - {type: Company, match: x, stage: 10}\n", False),
    "a flag in words": (HEAD + "mentions:\n  - {type: Company, match: x, learn: maybe}\n", False),
    "a flag in quotes": (HEAD + "mentions:\n  - {type: Company, match: x, learn: 'true'}\n", True),
    "a cue of an unknown modality": (HEAD + "cues:\n  - {modality: doubtful, match: x}\n", False),
    "a cue that asserts": (HEAD + "cues:\n  - {modality: asserted, match: x}\n", False),
    "a cue": (HEAD + "cues:\n  - {modality: planned, match: [x, y], where: clause}\n", True),
    "a fragment that is a list": (HEAD + "fragments:\n  a: [x]\n", False),
    "a label in a third language": (HEAD + "relations:\n  x: {label: {fr: x}, from: Company, to: Company}\n", False),
    "one pattern as a text": (HEAD + "relations:\n  x: {from: Company, to: Company, match: '{from}{to}'}\n", True),
    "one pattern as a map": (HEAD + "relations:\n  x: {from: Company, to: Company, match: {pattern: '{from}{to}'}}\n", True),
    "a pattern without its expression": (HEAD + "relations:\n  x: {from: Company, to: Company, match: [{unless: y}]}\n", False),
    "an example without yields": (HEAD + "relations:\n  x: {from: Company, to: Company, examples: [{text: y}]}\n", False),
    "a note, references and a confidence": (
        HEAD + "relations:\n  x: {from: Company, to: Company, match: {pattern: '{from}{to}', note: y, references: [z], "
        "confidence: low}}\n", True),
    "a confidence in numbers": (
        HEAD + "relations:\n  x: {from: Company, to: Company, match: {pattern: '{from}{to}', confidence: 0.5}}\n", False),
    "a version of the program": (HEAD + "requires: 0.1\n", True),
    "a whole version of the program": (HEAD + "requires: 0.1.0\n", True),
    "a version of the program in words": (HEAD + "requires: newest\n", False),
    "a version of the program with a sign": (HEAD + "requires: '>=0.1'\n", False),
    "a line of documents": (HEAD + "document:\n  - {match: '^{date}$', where: end}\n", True),
    "a line of documents that stands nowhere": (HEAD + "document:\n  - {match: '^{date}$', where: middle}\n", False),
    "a list in a text": (HEAD + "pack: [a]\n", False),
}


class SchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = json.loads(subprocess.run([PROGRAM, "schema"], capture_output=True, check=True).stdout)
        cls.validator = jsonschema.Draft7Validator(cls.schema)

    def errors_in(self, text):
        return [error.message for error in self.validator.iter_errors(yaml.load(text, CoreLoader))]

    def test_the_schema_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(self.schema)

    def test_every_key_says_what_it_holds(self):
        maps = [self.schema, *(shape for shape in self.schema["definitions"].values() if "properties" in shape)]
        self.assertGreater(len(maps), 8)
        for shape in maps:
            for key, value in shape["properties"].items():
                self.assertTrue(value["description"], key)

    def test_shipped_packs_are_valid(self):
        packs = sorted((ROOT / "rules/packs").rglob("*.yaml"))
        self.assertGreater(len(packs), 20)
        for pack in packs:
            with self.subTest(pack.relative_to(ROOT)):
                self.assertEqual(self.errors_in(pack.read_text(encoding="utf-8")), [])

    def test_the_shipped_schema_is_current(self):
        shipped = (ROOT / "rules/packs/edgewise.schema.json").read_text(encoding="utf-8")
        self.assertEqual(json.loads(shipped), self.schema, "run: edgewise schema > rules/packs/edgewise.schema.json")

    def test_every_shipped_rule_file_leads_editors_to_the_schema(self):
        files = sorted([*(ROOT / "rules/packs").rglob("*.yaml"), *(ROOT / "examples/language").glob("*.yaml")])
        self.assertGreater(len(files), 30)
        for file in files:
            with self.subTest(file.relative_to(ROOT)):
                lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith(MODELINE)]
                self.assertEqual(len(lines), 1, f"add a line such as {MODELINE}../edgewise.schema.json")
                named = (file.parent / lines[0].removeprefix(MODELINE)).resolve()
                self.assertEqual(named, ROOT / "rules/packs/edgewise.schema.json")

    def test_the_line_for_editors_is_written_and_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder).resolve() / "new.yaml"
            subprocess.run([PROGRAM, "new-relation", "company-sues", "--from", "Company", "--to", "Company", "-o", file],
                           check=True, capture_output=True)
            first = file.read_text(encoding="utf-8").splitlines()[0]
            self.assertTrue(first.startswith(MODELINE), first)
            self.assertEqual(json.loads((file.parent / first.removeprefix(MODELINE)).resolve().read_text()), self.schema)
            file.write_text(first + "\nedgewise:   1\ntypes: {Company:   {}}\n", encoding="utf-8")
            subprocess.run([PROGRAM, "fmt", file], check=True, capture_output=True)
            self.assertEqual(file.read_text(encoding="utf-8"), first + "\nedgewise: 1\ntypes: {Company: {}}\n")

    def test_schema_and_loader_agree(self):
        for what, (text, good) in FILES.items():
            with self.subTest(what), tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "rules.yaml"
                file.write_text(text, encoding="utf-8")
                report = subprocess.run([PROGRAM, "check", "--json", file], capture_output=True, text=True).stdout
                codes = {json.loads(line)["code"] for line in report.splitlines()}
                self.assertEqual(not codes & SHAPE_CODES, good, f"the loader says {codes}")
                self.assertEqual(not self.errors_in(text), good, "the schema disagrees")


if __name__ == "__main__":
    unittest.main()
