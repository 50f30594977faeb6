#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds `edgewise test --format junit` against what readers of JUnit XML expect.

usage: junit_test.py PROGRAM
"""
import pathlib
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop()).resolve() if len(sys.argv) > 1 else None
GOLDEN = ROOT / "tests/cli/golden"
# For each element the attributes it must have and the elements it may hold.
SHAPES = {
    "testsuites": ({"name", "tests", "failures", "errors", "skipped"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"classname", "name", "file", "line"}, {"failure", "skipped"}),
    "failure": ({"type", "message"}, set()),
    "skipped": ({"message"}, set()),
}


class JUnitTest(unittest.TestCase):
    def report_of(self, folder, *words):
        done = subprocess.run([PROGRAM, "test", "--format", "junit", *words], cwd=folder, capture_output=True)
        self.assertTrue(done.stdout.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n'))
        return ElementTree.fromstring(done.stdout), done.returncode

    def check_shape(self, element):
        attributes, children = SHAPES[element.tag]
        self.assertEqual(set(element.attrib), attributes)
        for child in element:
            self.assertIn(child.tag, children)
            self.check_shape(child)

    def check_counts(self, element):
        cases = list(element.iter("testcase"))
        self.assertEqual(int(element.get("tests")), len(cases))
        self.assertEqual(int(element.get("failures")), sum(case.find("failure") is not None for case in cases))
        self.assertEqual(int(element.get("skipped")), sum(case.find("skipped") is not None for case in cases))
        self.assertEqual(element.get("errors"), "0")

    def check(self, folder, *words):
        report, code = self.report_of(folder, *words)
        self.assertEqual(report.tag, "testsuites")
        self.check_shape(report)
        for element in [report, *report]:
            self.check_counts(element)
        for case in report.iter("testcase"):
            self.assertLessEqual(len(case), 1)
            self.assertGreaterEqual(int(case.get("line")), 1)
        self.assertEqual(len({suite.get("name") for suite in report}), len(report))
        self.assertEqual(code, 1 if int(report.get("failures")) else 0)
        return report

    def test_examples_with_awkward_characters(self):
        report = self.check(GOLDEN / "fail-test-for-build-servers-writes-junit", "mixed.yaml")
        self.assertEqual([case.get("name") for case in report.iter("testcase")][0], '东海电子向R&D <南山>供应"屏幕"。')
        self.assertEqual([skipped.get("message") for skipped in report.iter("skipped")], ['todo: passive voice, "by"'])

    def test_samples_make_a_suite_for_each_article(self):
        report = self.check(GOLDEN / "fail-test-samples-show-what-is-missing-and-what-is-too-much", "rules.yaml",
                            "--samples", "samples")
        self.assertEqual([suite.get("name") for suite in report],
                         ["rules.yaml", "samples/articles/one.txt", "samples/articles/two.txt"])

    def test_a_shipped_pack_passes(self):
        self.assertGreater(int(self.check(ROOT, "zh-business").get("tests")), 100)


if __name__ == "__main__":
    unittest.main()
