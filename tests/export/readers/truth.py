"""What is in a sample graph, as the program write_samples has listed it."""
import collections
import json
import pathlib
import sys

SAMPLES = ["empty", "trade", "torture"]
MODALITIES = ["asserted", "planned", "possible", "reported", "past", "negated"]

Node = collections.namedtuple("Node", "id label name type external_id mentions docs color size x y")
Edge = collections.namedtuple(
    "Edge", "id source target relation modality symmetric support label color docs evidence qualifiers")


def folder():
    """The folder of the samples: the last argument of the test, which is taken away from unittest."""
    return pathlib.Path(sys.argv.pop())


def read(path):
    """Nodes and edges by id."""
    nodes, edges = {}, {}
    for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
        kind, *values = json.loads(line)
        item = Node(*values) if kind == "node" else Edge(*values)
        (nodes if kind == "node" else edges)[item.id] = item
    return nodes, edges


def node_values(node):
    """The data of a node by attribute name, each in its type; values that are empty are not written."""
    values = {"label": node.label, "name": node.name, "type": node.type, "external_id": node.external_id,
              "mentions": int(node.mentions), "docs": node.docs, "color": node.color, "size": float(node.size),
              "x": float(node.x), "y": float(node.y)}
    return {name: value for name, value in values.items() if value != ""}


def edge_values(edge):
    values = {"label": edge.label, "relation": edge.relation, "modality": edge.modality, "symmetric": edge.symmetric,
              "weight": float(edge.support), "support": int(edge.support), "docs": edge.docs, "color": edge.color,
              "evidence": edge.evidence, "qualifiers": edge.qualifiers}
    return {name: value for name, value in values.items() if value != ""}


def edge_types(edges):
    """The type that each edge must have in Gephi: its relation, with the modality where a sister has taken that."""
    types, taken = {}, set()
    for edge in sorted(edges.values(), key=lambda edge: MODALITIES.index(edge.modality)):
        kept = (edge.source, edge.target, edge.relation)
        types[edge.id] = f"{edge.relation}/{edge.modality}" if kept in taken else edge.relation
        taken.add(kept)
    return types
