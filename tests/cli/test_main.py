"""The command itself: help, version, and a quick start."""

import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import lines, recoupe
from recoupe.cli.main import COMMANDS
from recoupe.parse import model_card

SLOW = ("spacy", "trafilatura", "sqlalchemy", "recoupe.parse")


def test_help_lists_every_command():
    shown = recoupe("--help").stdout.decode()
    assert all(name in shown for name in COMMANDS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself(command):
    shown = recoupe(command, "--help").stdout.decode()
    assert "Usage: recoupe" in shown


def test_the_version_is_printed():
    assert lines(recoupe("--version")) == ["0.1.0"]


def test_the_models_say_what_they_are():
    assert recoupe("model").stdout.decode() == f"{model_card()}\n"


def test_an_unknown_command_is_a_usage_fault():
    recoupe("mine", status=2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_line():
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "recoupe", "schema"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.stderr == "recoupe: standard output: No space left on device\n"
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("command", "slow"), [("", SLOW), ("schema", SLOW), ("timeline", ("spacy", "recoupe.parse", "trafilatura"))]
)
def test_what_needs_no_model_starts_without_one(command, slow):
    program = (
        "import sys; from recoupe.cli.main import main\n"
        f"sys.argv = ['recoupe', *{[command] if command else []}, '--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    assert "typer" in loaded
    assert not set(slow) & set(loaded)
