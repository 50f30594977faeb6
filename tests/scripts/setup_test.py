#!/usr/bin/env python3
"""scripts/setup with stand-ins for the commands of the system: it installs as root, asks everybody else, and is quiet."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LOGGED = 'printf "%s %s\\n" "$(basename "$0")" "$*" >> "$LOG"\n'


class SetupTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        for tool in ["bash", "env", "dirname", "basename", "mktemp", "cat", "rm"]:
            (self.bin / tool).symlink_to(shutil.which(tool))
        (self.folder / "scripts").mkdir()
        shutil.copy(ROOT / "scripts/setup", self.folder / "scripts")
        (self.folder / "scripts/debian-packages").write_text(
            "# a comment\nbuild  compiler  compiles\nbuild  maker  makes\ntest  checker  checks\n")

    def stand_in(self, name, body):
        path = self.bin / name
        path.write_text("#!/usr/bin/env bash\n" + body)
        path.chmod(0o755)

    def packages(self, *installed):
        known = "".join(f'[ "$p" = {name} ] && echo "installed {name}"\n' for name in installed)
        self.stand_in("dpkg-query", f'for p in "$@"; do\n:\n{known}done\nexit 1\n')

    def run_setup(self, *groups):
        done = subprocess.run([self.folder / "scripts/setup", *groups], capture_output=True, text=True,
                              env={"PATH": str(self.bin), "LOG": str(self.folder / "log"),
                                   "TMPDIR": os.environ.get("TMPDIR", "/tmp")})
        log = self.folder / "log"
        return done, log.read_text().splitlines() if log.exists() else []

    def test_silent_when_nothing_is_missing(self):
        self.packages("compiler", "maker")
        done, log = self.run_setup("build")
        self.assertEqual((done.returncode, done.stdout, done.stderr, log), (0, "", "", []))

    def test_root_installs_only_what_is_missing(self):
        self.packages("compiler")
        self.stand_in("id", "echo 0\n")
        self.stand_in("apt-get", LOGGED)
        done, log = self.run_setup("build", "test")
        self.assertEqual((done.returncode, done.stdout), (0, "setup: installing maker checker\n"))
        self.assertEqual(log, ["apt-get -q -y update", "apt-get -q -y install --no-install-recommends maker checker"])

    def test_without_rights_the_command_is_printed(self):
        self.packages("maker")
        self.stand_in("id", "echo 1000\n")
        self.stand_in("sudo", "exit 1\n")
        self.stand_in("apt-get", LOGGED)
        done, log = self.run_setup("build")
        self.assertEqual((done.returncode, done.stdout, log), (1, "", []))
        self.assertEqual(done.stderr,
                         "setup: these packages are missing; install them with\n"
                         "  sudo apt-get update && sudo apt-get install --no-install-recommends compiler\n")

    def test_a_failed_installation_shows_its_log_and_fails(self):
        self.packages()
        self.stand_in("id", "echo 0\n")
        self.stand_in("apt-get", 'echo "no such mirror"; exit 100\n')
        done, _ = self.run_setup("build")
        self.assertEqual((done.returncode, done.stderr), (1, "no such mirror\nsetup: 'apt-get update' failed\n"))

    def test_an_unknown_group_is_a_usage_error(self):
        self.packages()
        done, _ = self.run_setup("tests")
        self.assertEqual((done.returncode, done.stderr),
                         (2, "setup: no package group named 'tests' in scripts/debian-packages\n"))

    def test_another_system_is_told_what_the_build_needs(self):
        done, _ = self.run_setup("build")
        self.assertEqual((done.returncode, done.stderr),
                         (0, "setup: this is no Debian system; the build needs what these packages hold: "
                             "compiler maker\n"))


if __name__ == "__main__":
    unittest.main()
