#!/usr/bin/env python3
"""xmllint finds the GraphML and the pictures well formed."""
import subprocess
import unittest

import truth

FOLDER = truth.folder()


class XmllintTest(unittest.TestCase):
    def test_every_file_is_well_formed(self):
        for file in [sample + ending for sample in truth.SAMPLES for ending in [".graphml", ".strict.graphml", ".svg"]]:
            with self.subTest(file=file):
                done = subprocess.run(["xmllint", "--noout", "--nonet", file], cwd=FOLDER, capture_output=True,
                                      encoding="utf-8", timeout=120)
                self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
