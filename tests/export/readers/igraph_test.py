#!/usr/bin/env python3
"""igraph reads the GraphML, with every value in its type."""
import unittest

import igraph

import truth

FOLDER = truth.folder()


class IgraphTest(unittest.TestCase):
    def assert_same(self, found, expected):
        for name, value in expected.items():
            self.assertEqual(found[name], value, name)
            self.assertEqual(isinstance(found[name], str), isinstance(value, str), name)
        for name, value in found.items():
            if name not in expected and name not in ["id", "aliases", "rule"]:
                self.assertIn(value, [None, ""], name)

    def test_every_node_and_edge_arrives_with_its_values(self):
        for sample in truth.SAMPLES:
            nodes, edges = truth.read(FOLDER / f"{sample}.truth")
            with self.subTest(sample=sample):
                graph = igraph.Graph.Read_GraphML(str(FOLDER / f"{sample}.graphml"))
                self.assertTrue(graph.is_directed())
                self.assertEqual((graph.vcount(), graph.ecount()), (len(nodes), len(edges)))
                self.assertEqual({node["id"] for node in graph.vs}, set(nodes))
                for node in graph.vs:
                    self.assert_same(node.attributes(), truth.node_values(nodes[node["id"]]))
                for edge in graph.es:
                    expected = edges[edge["id"]]
                    self.assertEqual((graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]),
                                     (expected.source, expected.target))
                    self.assert_same(edge.attributes(), truth.edge_values(expected))


if __name__ == "__main__":
    unittest.main()
