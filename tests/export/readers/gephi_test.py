#!/usr/bin/env python3
"""The Gephi Toolkit opens the GraphML without a complaint and shows our graph after its default merge of edges."""
import collections
import json
import math
import pathlib
import shutil
import subprocess
import sys
import unittest

import truth

FOLDER = truth.folder()
ROOT = pathlib.Path(__file__).resolve().parents[3]
SKIPPED = 77

Import = collections.namedtuple("Import", "issues in_file in_graph node_columns edge_columns nodes edges")
PLACES = ["x", "y", "size", "color"]
NODE_COLUMNS = {"Label": "String", "name": "String", "type": "String", "aliases": "String", "external_id": "String",
                "ticker": "String", "mentions": "Integer", "docs": "String"}
EDGE_COLUMNS = {"Label": "String", "Weight": "Double", "relation": "String", "modality": "String",
                "support": "Integer", "symmetric": "String", "rule": "String", "docs": "String", "qualifiers": "String",
                "evidence": "String", "confidence": "String", "first_date": "String", "last_date": "String",
                "sources": "String", "speakers": "String"}


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def toolkit():
    if shutil.which("java") is None or shutil.which("javac") is None:
        skip("there is no Java development kit; scripts/setup test installs one")
    jars = sorted((ROOT / "build/gephi").glob("gephi-toolkit-*-all.jar"))
    if not jars:
        skip("the Gephi Toolkit is not in build/gephi; scripts/fetch-gephi puts it there")
    return jars[-1]


def imports(jar):
    """What arrives in Gephi of each sample: one start of Java for all of them."""
    files = [str(FOLDER / f"{sample}.graphml") for sample in truth.SAMPLES]
    done = subprocess.run(
        ["java", "-Djava.awt.headless=true", "-cp", str(jar), pathlib.Path(__file__).with_name("GephiReads.java"), *files],
        capture_output=True, encoding="utf-8", timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"the reader failed:\n{done.stdout}\n{done.stderr}")
    found = {}
    for line in done.stdout.split("\n")[:-1]:
        kind, *values = json.loads(line)
        if kind == "file":
            current = found[pathlib.Path(values[0]).stem] = Import([], [], [], [], [], {}, {})
        elif kind == "issue":
            current.issues.append(values)
        elif kind in ("in_file", "in_graph"):
            getattr(current, kind).extend(map(int, values))
        elif kind in ("node_column", "edge_column"):
            getattr(current, kind + "s").append(values)
        elif kind == "node":
            titles = [title for _, title, _ in current.node_columns]
            current.nodes[values[0]] = dict(zip(["id"] + PLACES + titles, values))
        elif kind == "edge":
            titles = [title for _, title, _ in current.edge_columns]
            current.edges[values[0]] = dict(zip(["id", "source", "target", "kind", "directed", "color"] + titles, values))
    return found


def as_gephi_keeps(value):
    """Gephi takes INF for a number wherever it stands in a column, and has no empty values."""
    return str(value).replace("INF", "Infinity") or None


class GephiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.found = imports(toolkit())

    def for_each_sample(self, check):
        self.assertEqual(list(self.found), truth.SAMPLES)
        for sample, found in self.found.items():
            with self.subTest(sample=sample):
                check(found, *truth.read(FOLDER / f"{sample}.truth"))

    def test_report_is_empty(self):
        self.for_each_sample(lambda found, nodes, edges: self.assertEqual(found.issues, []))

    def test_no_node_or_edge_is_added_lost_or_merged(self):
        def check(found, nodes, edges):
            self.assertEqual(found.in_file, [len(nodes), len(edges)])
            self.assertEqual(found.in_graph, [len(nodes), len(edges)])
            self.assertEqual(set(found.nodes), set(nodes))
            self.assertEqual({(edge["id"], edge["source"], edge["target"]) for edge in found.edges.values()},
                             {(edge.id, edge.source, edge.target) for edge in edges.values()})

        self.for_each_sample(check)

    def test_type_of_an_edge_is_its_relation(self):
        def check(found, nodes, edges):
            self.assertEqual({edge["id"]: edge["kind"] for edge in found.edges.values()}, truth.edge_types(edges))
            self.assertEqual({edge["directed"] for edge in found.edges.values()} - {"true"}, set())

        self.for_each_sample(check)

    def test_columns_have_their_titles_and_types(self):
        def check(found, nodes, edges):
            for columns, expected in [(found.node_columns, NODE_COLUMNS), (found.edge_columns, EDGE_COLUMNS)]:
                own = {title: kind for _, title, kind in columns if title not in ["Id", "Interval"]}
                if nodes:
                    self.assertEqual(own, expected)
                self.assertEqual(len(columns), len({title for _, title, _ in columns}))

        self.for_each_sample(check)

    def test_values_arrive(self):
        def check(found, nodes, edges):
            for node in nodes.values():
                there = found.nodes[node.id]
                self.assertEqual(there["Label"], node.label or node.id)
                for name in ["name", "type", "external_id", "mentions", "docs"]:
                    self.assertEqual(there[name], as_gephi_keeps(getattr(node, name)), name)
            for edge in edges.values():
                there = found.edges[edge.id]
                self.assertEqual(there["Label"], edge.label)
                self.assertEqual(float(there["Weight"]), float(edge.support))
                for name in ["relation", "modality", "support", "symmetric", "docs", "evidence"]:
                    self.assertEqual(there[name], as_gephi_keeps(getattr(edge, name)), name)

        self.for_each_sample(check)

    def test_picture_is_ours_but_for_its_middle(self):
        def check(found, nodes, edges):
            shifts = [(float(found.nodes[node.id]["x"]) - float(node.x), float(found.nodes[node.id]["y"]) - float(node.y))
                      for node in nodes.values()]
            for shift in shifts:
                self.assertTrue(math.dist(shift, shifts[0]) < 0.01, f"{shift} and {shifts[0]}")
            for node in nodes.values():
                self.assertAlmostEqual(float(found.nodes[node.id]["size"]), float(node.size), places=3)
                self.assertEqual(found.nodes[node.id]["color"], node.color)
            for edge in edges.values():
                self.assertEqual(found.edges[edge.id]["color"], edge.color)

        self.for_each_sample(check)


if __name__ == "__main__":
    toolkit()
    unittest.main()
