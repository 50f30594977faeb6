#!/usr/bin/env python3
"""The program dot reads the DOT file without a complaint and draws every node and edge."""
import json
import subprocess
import unittest
import xml.etree.ElementTree

import truth

FOLDER = truth.folder()
ELEMENT = "{http://www.w3.org/2000/svg}g"


class GraphvizTest(unittest.TestCase):
    def for_each_sample(self, output, check):
        for sample in truth.SAMPLES:
            with self.subTest(sample=sample):
                done = subprocess.run(["dot", f"-T{output}", f"{sample}.dot"], cwd=FOLDER, capture_output=True,
                                      text=True, encoding="utf-8", timeout=120)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                check(done.stdout, *truth.read(FOLDER / f"{sample}.truth"))

    def test_plain_output_has_our_nodes_and_edges(self):
        def check(plain, nodes, edges):
            rows = [line.split(" ") for line in plain.splitlines()]
            drawn = [row[1].strip('"') for row in rows if row[0] == "node"]
            self.assertEqual({node for node in drawn if not node.startswith("legend")}, set(nodes))
            ends = sorted((row[1], row[2]) for row in rows if row[0] == "edge")
            self.assertEqual(ends, sorted((edge.source, edge.target) for edge in edges.values()))

        self.for_each_sample("plain", check)

    def test_json_output_has_our_ids_and_ends(self):
        def check(text, nodes, edges):
            graph = json.loads(text)
            names = {item["_gvid"]: item["name"] for item in graph.get("objects", [])}
            self.assertEqual(set(names.values()) & nodes.keys(), set(nodes))
            drawn = {edge["id"]: (names[edge["tail"]], names[edge["head"]]) for edge in graph.get("edges", [])}
            self.assertEqual(drawn, {edge.id: (edge.source, edge.target) for edge in edges.values()})

        self.for_each_sample("json0", check)

    def test_picture_has_every_node_and_edge(self):
        def check(svg, nodes, edges):
            ids = [item.get("id") for item in xml.etree.ElementTree.fromstring(svg).iter(ELEMENT)]
            self.assertEqual(len(ids), len(set(ids)))
            self.assertEqual(set(ids) & nodes.keys(), set(nodes))
            self.assertEqual(set(ids) & edges.keys(), set(edges))

        self.for_each_sample("svg", check)


if __name__ == "__main__":
    unittest.main()
