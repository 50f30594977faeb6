#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds `edgewise check --format sarif` against SARIF 2.1.0.

usage: sarif_test.py PROGRAM

The rules that concern what we write are checked one by one, and no other property may occur. With
EDGEWISE_SARIF_SCHEMA=FILE (the schema that OASIS publishes) and the Python package jsonschema the logs are validated
against it as well.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop()).resolve() if len(sys.argv) > 1 else None
BROKEN = sorted((ROOT / "tests/cli/golden").glob("fail-check-*/*.yaml"))
CLEAN = ROOT / "tests/cli/golden/check-writes-an-empty-sarif-log/good.yaml"


def log_of(folder, *packs):
    done = subprocess.run([PROGRAM, "check", "--format", "sarif", *packs], cwd=folder, capture_output=True, text=True)
    return json.loads(done.stdout), done.returncode


class SarifTest(unittest.TestCase):
    def keys(self, thing, required, optional=()):
        self.assertLessEqual(set(required), set(thing), thing)
        self.assertLessEqual(set(thing), set(required) | set(optional), thing)

    def text(self, message, *more):
        self.keys(message, ["text", *more])
        for value in message.values():
            self.assertIsInstance(value, str)
            self.assertTrue(value.strip(), "a text must not be empty")

    def region(self, region, lines):
        self.keys(region, ["startLine"], ["startColumn", "endColumn"])
        self.assertGreaterEqual(region["startLine"], 1)
        self.assertLessEqual(region["startLine"], len(lines))
        if "startColumn" in region:
            self.assertGreaterEqual(region["startColumn"], 1)
            self.assertGreaterEqual(region["endColumn"], region["startColumn"])
            self.assertLessEqual(region["endColumn"], len(lines[region["startLine"] - 1]) + 1)

    def location(self, location, folder):
        self.keys(location, ["artifactLocation"], ["region", "contextRegion"])
        artifact = location["artifactLocation"]
        self.keys(artifact, ["uri", "uriBaseId"])
        uri = urllib.parse.urlsplit(artifact["uri"])
        self.assertEqual((uri.scheme, uri.netloc, uri.query, uri.fragment), ("", "", "", ""))
        self.assertRegex(artifact["uri"], r"\A[\x21-\x7e]+\Z")
        path = urllib.parse.unquote(uri.path)
        self.assertFalse(path.startswith("/") or ".." in path.split("/"), path)
        if (folder / path).is_file():
            lines = (folder / path).read_text(encoding="utf-8").splitlines()
            if "region" in location:
                self.region(location["region"], lines)
            if "contextRegion" in location:
                self.keys(location["contextRegion"], ["startLine", "snippet"])
                self.text(location["contextRegion"]["snippet"])
                self.assertEqual(location["contextRegion"]["snippet"]["text"], lines[location["region"]["startLine"] - 1])

    def rule(self, rule):
        self.keys(rule, ["id", "shortDescription", "help", "defaultConfiguration"])
        self.assertRegex(rule["id"], r"\A[EW]\d{3}\Z")
        self.text(rule["shortDescription"])
        self.text(rule["help"], "markdown")
        self.assertIn(rule["help"]["text"], (ROOT / "docs/diagnostics.md").read_text(encoding="utf-8"))
        self.assertEqual(rule["defaultConfiguration"], {"level": "warning" if rule["id"][0] == "W" else "error"})

    def log(self, log, folder):
        self.keys(log, ["$schema", "version", "runs"])
        self.assertEqual(log["version"], "2.1.0")
        self.assertTrue(log["$schema"].endswith("sarif-schema-2.1.0.json"))
        [run] = log["runs"]
        self.keys(run, ["tool", "columnKind", "originalUriBaseIds", "results"])
        self.assertEqual(run["columnKind"], "unicodeCodePoints")
        driver = run["tool"]["driver"]
        self.keys(driver, ["name", "semanticVersion", "rules"])
        self.assertTrue(re.fullmatch(r"\d+\.\d+\.\d+", driver["semanticVersion"]))
        ids = [rule["id"] for rule in driver["rules"]]
        self.assertEqual(ids, sorted(set(ids)))
        for rule in driver["rules"]:
            self.rule(rule)
        for result in run["results"]:
            self.keys(result, ["ruleId", "ruleIndex", "level", "message", "locations"], ["relatedLocations"])
            self.assertEqual(ids[result["ruleIndex"]], result["ruleId"])
            self.assertIn(result["level"], {"error", "warning"})
            self.text(result["message"])
            for location in result["locations"]:
                self.keys(location, ["physicalLocation"])
                self.location(location["physicalLocation"], folder)
            related = result.get("relatedLocations", [])
            self.assertEqual([place["id"] for place in related], list(range(1, len(related) + 1)))
            for place in related:
                self.keys(place, ["id", "message"], ["physicalLocation"])
                self.text(place["message"])
        self.assertEqual({result["ruleId"] for result in run["results"]}, set(ids), "rules are those that occur")
        return run["results"]

    def test_logs_of_broken_packs_keep_to_the_standard(self):
        self.assertTrue(BROKEN)
        for pack in BROKEN:
            with self.subTest(pack.parent.name):
                log, code = log_of(pack.parent, pack.name)
                self.assertEqual(bool(self.log(log, pack.parent)), code != 0)

    def test_a_log_without_findings_keeps_to_the_standard(self):
        log, code = log_of(CLEAN.parent, CLEAN.name)
        self.assertEqual((self.log(log, CLEAN.parent), code), ([], 0))

    def test_logs_are_valid_by_the_published_schema(self):
        schema = os.environ.get("EDGEWISE_SARIF_SCHEMA")
        if not schema:
            self.skipTest("EDGEWISE_SARIF_SCHEMA names no schema")
        import jsonschema
        validator = jsonschema.Draft7Validator(json.loads(pathlib.Path(schema).read_text(encoding="utf-8")))
        for pack in [*BROKEN, CLEAN]:
            errors = list(validator.iter_errors(log_of(pack.parent, pack.name)[0]))
            self.assertEqual(errors, [], pack)


if __name__ == "__main__":
    unittest.main()
