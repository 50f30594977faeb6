#!/usr/bin/env python3
"""scripts/fetch-gephi with a stand-in for Maven: it says what hinders it, keeps no wrong file and asks for nothing twice."""
import hashlib
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ["bash", "env", "dirname", "mkdir", "rm", "sha256sum", "timeout", "touch"]
# Writes a file of the asked name that holds the name.
MAVEN = """#!/usr/bin/env bash
for argument in "$@"; do
  case "$argument" in
    -Dartifact=*) artifact=${argument#-Dartifact=} ;;
    -DoutputDirectory=*) folder=${argument#-DoutputDirectory=} ;;
  esac
done
IFS=: read -r _ name version _ classifier <<< "$artifact"
file="$name-$version${classifier:+-$classifier}.jar"
printf %s "$file" > "$folder/$file"
printf '%s\\n' "$artifact" >> asked
"""


class FetchGephiTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "bin").mkdir()
        (self.folder / "scripts").mkdir()
        for tool in TOOLS:
            (self.folder / "bin" / tool).symlink_to(shutil.which(tool))
        self.script = (ROOT / "scripts/fetch-gephi").read_text()
        self.files = re.findall(r"[\w.-]+\.jar", self.script)
        self.put("scripts/fetch-gephi", self.script)

    def put(self, path, text):
        (self.folder / path).write_text(text)
        (self.folder / path).chmod(0o755)

    def expect_stand_ins(self):
        """The script as it would be if the stand-in's files were the right ones."""
        text = self.script
        for file in self.files:
            digest = hashlib.sha256(file.encode()).hexdigest()
            text = re.sub(rf"({re.escape(file)}[\s\\]*)[0-9a-f]{{64}}", rf"\g<1>{digest}", text)
        self.put("scripts/fetch-gephi", text)

    def fetch(self):
        return subprocess.run([self.folder / "scripts/fetch-gephi"], capture_output=True, text=True,
                              env={"PATH": str(self.folder / "bin")}, timeout=60)

    def fetched(self):
        return sorted(path.name for path in (self.folder / "build/gephi").glob("*.jar"))

    def test_without_maven_it_says_how_to_get_it(self):
        done = self.fetch()
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertEqual(done.stderr, "fetch-gephi: Maven is missing; scripts/setup test installs it\n")

    def test_a_failing_maven_is_reported_in_one_line(self):
        self.put("bin/mvn", "#!/usr/bin/env bash\necho unreachable\nexit 1\n")
        done = self.fetch()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertIn("is Maven Central within reach?", done.stderr)
        self.assertEqual((self.folder / "build/gephi/maven.log").read_text(), "unreachable\n")

    def test_a_wrong_file_is_removed(self):
        self.put("bin/mvn", MAVEN)
        done = self.fetch()
        self.assertEqual(done.returncode, 1)
        self.assertIn("is not the file that was expected; it has been removed", done.stderr)
        self.assertEqual(self.fetched(), [])

    def test_what_is_there_is_not_fetched_again(self):
        self.put("bin/mvn", MAVEN)
        self.expect_stand_ins()
        self.assertEqual(self.fetch().returncode, 0)
        self.assertEqual(self.fetched(), sorted(self.files))
        again = self.fetch()
        self.assertEqual((again.returncode, again.stdout, again.stderr), (0, "", ""))
        self.assertEqual(len((self.folder / "asked").read_text().splitlines()), len(self.files))


if __name__ == "__main__":
    unittest.main()
