"""Runs the commands that README.md shows and puts their true output below them.

    python tools/readme_output.py [--check]

A block that begins with «$ recoupe …» is rewritten; the ledger is made from examples/reports. --check only compares.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN_LEDGER = "build/demo.db"
BLOCK = re.compile(r"```console\n\$ (?P<command>recoupe [^\n]*)\n(?P<output>.*?)```", re.DOTALL)


def run(command: list[str]) -> str:
    """Return what the command prints when it is piped."""
    whole = [sys.executable, "-m", *command]
    return subprocess.run(whole, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8").stdout  # noqa: S603


def refreshed(text: str, ledger: Path) -> str:
    """Return the text with the true output below each command."""

    def block(hit: re.Match[str]) -> str:
        words = [str(ledger) if word == SHOWN_LEDGER else word for word in hit["command"].split()]
        return f"```console\n$ {hit['command']}\n{run(words)}```"

    return BLOCK.sub(block, text)


def main() -> None:
    """Rewrite README.md, or end with 1 if it is not true."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "demo.db"
        run(["recoupe", "add", "examples/reports", "--ledger", str(ledger)])
        true = refreshed(text, ledger)
    if "--check" not in sys.argv:
        README.write_text(true, encoding="utf-8")
    elif true != text:
        sys.exit("README.md does not show what its commands print: run make readme")


if __name__ == "__main__":
    main()
