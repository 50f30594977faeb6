#!/usr/bin/env python3
"""scripts/check-layers accepts this source tree, and finds every kind of breach planted into a copy of it."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ["text", "rules", "graph", "export", "eval", "pipeline", "cli"]


def check(root):
    done = subprocess.run([sys.executable, ROOT / "scripts/check-layers", root], capture_output=True, text=True)
    return done.returncode, done.stdout.splitlines()


class CheckLayersTest(unittest.TestCase):
    def setUp(self):
        self.copy = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.copy)
        for room in ROOMS:
            shutil.copytree(ROOT / room, self.copy / room, ignore=shutil.ignore_patterns("packs"))
        (self.copy / "docs").mkdir()
        shutil.copy(ROOT / "docs/architecture.md", self.copy / "docs")

    def plant(self, path, line):
        with open(self.copy / path, "a", encoding="utf-8") as file:
            file.write(line + "\n")
        return len((self.copy / path).read_text(encoding="utf-8").splitlines())

    def assert_found(self, path, line, message):
        number = self.plant(path, line)
        self.assertEqual(check(self.copy), (1, [f"{path}:{number}: {message}"]))

    def test_this_source_tree_is_clean(self):
        self.assertEqual(check(ROOT), (0, []))

    def test_rules_and_graph_never_see_each_other(self):
        self.assert_found("rules/planted.cc", '#include "graph/statement.h"',
                          '"graph/statement.h": rules may include text')
        (self.copy / "rules/planted.cc").unlink()
        self.assert_found("graph/planted.cc", '  #  include "rules/rule_set.h"',
                          '"rules/rule_set.h": graph may include text')

    def test_text_includes_nothing_of_ours(self):
        self.assert_found("text/span.h", '#include "graph/schema.h"',
                          '"graph/schema.h": text may include no other room')

    def test_a_library_stays_in_its_room(self):
        self.assert_found("export/planted.cc", "#include <yaml-cpp/yaml.h>", "<yaml-cpp/yaml.h> belongs to rules")

    def test_installed_headers_do_not_need_private_libraries(self):
        self.assert_found("rules/rule_set.h", "#include <re2/re2.h>", "<re2/re2.h> must stay out of installed headers")

    def test_private_headers_may_need_them(self):
        self.plant("rules/planted.h", "#include <re2/re2.h>")
        self.assertEqual(check(self.copy), (0, []))

    def test_only_the_upper_rooms_speak_to_the_operating_system(self):
        self.assert_found("graph/planted.cc", "#include <unistd.h>", "<unistd.h> belongs to cli, pipeline")

    def test_a_new_library_needs_a_room(self):
        self.assert_found("text/planted.cc", "#include <zlib.h>",
                          "<zlib.h> is not known here; give the library a room in scripts/check-layers and "
                          "docs/architecture.md")

    def test_includes_are_written_from_the_root(self):
        self.assert_found("text/planted.cc", '#include "span.h"',
                          '"span.h" does not name a room; write includes from the root, outside headers in <>')
        (self.copy / "text/planted.cc").unlink()
        self.assert_found("text/planted.cc", "#include <text/span.h>", "<text/span.h> is ours; include it in quotes")
        (self.copy / "text/planted.cc").unlink()
        self.assert_found("text/planted.cc", '#include "text/nothing.h"', '"text/nothing.h" does not exist')

    def test_a_room_without_a_row_in_the_architecture_page_is_reported(self):
        page = self.copy / "docs/architecture.md"
        page.write_text(page.read_text(encoding="utf-8").replace("| `graph` |", "| graph |"), encoding="utf-8")
        self.assertEqual(check(self.copy), (1, ["docs/architecture.md: no row for the room graph"]))


if __name__ == "__main__":
    unittest.main()
