#!/usr/bin/env python3
"""networkx reads both profiles of GraphML, with every value in its type."""
import unittest

import networkx

import truth

FOLDER = truth.folder()


class NetworkxTest(unittest.TestCase):
    def read(self, sample, profile):
        graph = networkx.read_graphml(FOLDER / f"{sample}{profile}.graphml", force_multigraph=True)
        self.assertTrue(graph.is_directed())
        return graph

    def assert_same(self, found, expected, optional):
        for name in optional:
            found.pop(name, None)
        self.assertEqual(found, expected)
        for name, value in expected.items():
            self.assertIs(type(found[name]), type(value), name)

    def test_every_node_and_edge_arrives_with_its_values(self):
        for sample in truth.SAMPLES:
            nodes, edges = truth.read(FOLDER / f"{sample}.truth")
            for profile in ["", ".strict"]:
                with self.subTest(sample=sample, profile=profile):
                    graph = self.read(sample, profile)
                    self.assertEqual(set(graph.nodes), set(nodes))
                    self.assertEqual(graph.number_of_edges(), len(edges))
                    for node, data in graph.nodes(data=True):
                        self.assert_same(dict(data), truth.node_values(nodes[node]), ["aliases"])
                    for source, target, key, data in graph.edges(keys=True, data=True):
                        self.assertEqual((source, target), (edges[key].source, edges[key].target))
                        self.assert_same({name: value for name, value in data.items() if name != "id"},
                                         truth.edge_values(edges[key]), ["rule"])


if __name__ == "__main__":
    unittest.main()
