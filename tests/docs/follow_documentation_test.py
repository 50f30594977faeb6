#!/usr/bin/env python3
"""Does what the documentation tells its readers to do, and checks that they would see what it shows.

usage: follow_documentation_test.py PROGRAM

Each page is followed from top to bottom in a folder that looks like a built checkout:
- a block after a line that ends in "as `NAME`:" is saved under that name;
- ```sh blocks are run, line by line; each command must succeed;
- ```console blocks hold commands behind "$ ", each with its whole output; a line "…" stands for any lines;
  a last line "[exit code N]" says that the command fails;
- a ```cpp block must stand word for word in the file it is named after ("as `FILE`:" where FILE exists).
Commands that build or install are not run again from inside the tests; their scripts must exist.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop()).resolve() if len(sys.argv) > 1 else None
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md"] + sorted(
    str(page.relative_to(ROOT)) for page in (ROOT / "docs").rglob("*.md"))
BUILDING = {"cmake", "ctest", "git", "sudo", "apt-get"}
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
SAVED_AS = re.compile(r"as `([^`\s]+)`:$")


class Block:
    def __init__(self, page, line, language, saved_as):
        self.where, self.language, self.saved_as, self.lines = f"{page}:{line}", language, saved_as, []

    @property
    def body(self):
        return "".join(line + "\n" for line in self.lines)


def blocks_of(page):
    blocks, inside, before = [], False, ""
    for number, line in enumerate((ROOT / page).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```"):
            inside = not inside
            if inside:
                named = SAVED_AS.search(before)
                blocks.append(Block(page, number, line[3:].strip(), named and named.group(1)))
        elif inside:
            blocks[-1].lines.append(line)
        if line.strip() and not inside:
            before = line
    return blocks


def commands_of(block):
    """(command, expected output or None, exit code) for each command of a block; a trailing backslash goes on."""
    found, text = [], ""
    if block.language == "sh":
        for line in block.lines:
            text += line
            if text.endswith("\\"):
                text = text[:-1]
            elif text.strip() and not text.startswith("#"):
                found.append((text, None, 0))
                text = ""
            else:
                text = ""
        return found
    for line in block.lines:
        if line.startswith("$ "):
            found.append((line[2:], "", 0))
        elif re.fullmatch(r"\[exit code \d\]", line):
            found[-1] = (*found[-1][:2], int(line[11]))
        elif found[-1][0].endswith("\\"):
            found[-1] = (found[-1][0][:-1] + line, "", 0)
        else:
            found[-1] = (found[-1][0], found[-1][1] + line + "\n", 0)
    return found


def as_expression(shown):
    lines = ["(?:.*\n)*?" if line == "…" else re.escape(line) + "\n" for line in shown.splitlines()]
    return re.compile("".join(lines))


class FollowDocumentationTest(unittest.TestCase):
    maxDiff = None

    def checkout(self):
        folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        for entry in ROOT.iterdir():
            if entry.name not in {"build", "out", ".git"}:
                (folder / entry.name).symlink_to(entry)
        (folder / "build/release/bin").mkdir(parents=True)
        (folder / "build/release/bin/edgewise").symlink_to(PROGRAM)
        (folder / "out").mkdir()
        return folder

    def run_command(self, folder, command, shown, code):
        first = shlex.split(command)[0]
        if first in BUILDING:
            return
        if first.startswith("scripts/"):
            self.assertTrue(os.access(ROOT / first, os.X_OK), f"{first} is not there")
            return
        done = subprocess.run(["bash", "-c", command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, timeout=120)
        self.assertEqual(done.returncode, code, f"$ {command}\n{done.stdout}")
        if shown is not None and not as_expression(shown).fullmatch(done.stdout):
            self.assertEqual(done.stdout, shown, f"$ {command}")

    def follow(self, page):
        folder = self.checkout()
        for block in blocks_of(page):
            with self.subTest(block.where):
                if block.language == "cpp":
                    self.assertIsNotNone(block.saved_as, "say which file the code stands in")
                    self.assertIn(block.body, (ROOT / block.saved_as).read_text(encoding="utf-8"))
                elif block.language in {"sh", "console"}:
                    for command, shown, code in commands_of(block):
                        self.run_command(folder, command, shown, code)
                elif block.saved_as:
                    path = folder / block.saved_as
                    self.assertFalse(path.exists(), f"{block.saved_as} is part of the project")
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(block.body, encoding="utf-8")

    def test_links_lead_somewhere(self):
        for page in PAGES:
            for number, line in enumerate((ROOT / page).read_text(encoding="utf-8").splitlines(), 1):
                for target in LINK.findall(re.sub(r"`[^`]*`", "", line)):
                    if re.match(r"https?://|#", target):
                        continue
                    file = (ROOT / page).parent / target.split("#")[0]
                    self.assertTrue(file.exists(), f"{page}:{number}: {target} does not exist")

    def test_shown_output_is_compared_whole(self):
        self.assertTrue(as_expression("a\n…\nd\n").fullmatch("a\nb\nc\nd\n"))
        self.assertFalse(as_expression("a\n").fullmatch("a\nb\n"))
        self.assertFalse(as_expression("a.c\n").fullmatch("abc\n"))

    def test_a_failing_command_fails_the_page(self):
        with self.assertRaises(AssertionError):
            self.run_command(ROOT, "false", None, 0)
        with self.assertRaises(AssertionError):
            self.run_command(ROOT, "echo yes", "no\n", 0)


def add_page(page):
    setattr(FollowDocumentationTest, "test_" + re.sub(r"\W", "_", page), lambda self: self.follow(page))


for each in PAGES:
    add_page(each)

if __name__ == "__main__":
    if PROGRAM is None:
        sys.exit(__doc__)
    unittest.main()
