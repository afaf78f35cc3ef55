"""What README.md promises is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.model
def test_the_output_in_the_readme_is_what_its_commands_print():
    checker = ROOT / "tools" / "readme_output.py"
    done = subprocess.run([sys.executable, str(checker), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_readme_shows_the_output_of_a_command():
    assert re.search(r"```console\n\$ recoupe timeline [^\n]+\nDATE .+\n(?:\d{4}.+\n){9,}```", README)


def test_the_readme_names_only_what_exists():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`?make (\w+)`?", README)) - {"and"} <= targets
    assert set(re.findall(r"^ +recoupe (\w+)", README, re.MULTILINE)) <= set(COMMANDS)
    for link in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / link).exists()


def test_ci_runs_what_the_readme_tells_a_reader_to_run():
    commands = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line and not line.startswith("#")]
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]
    assert "make test" in README
