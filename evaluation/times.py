"""Score time expressions alone on the shared gold: `python evaluation/times.py [NAME…] [--show N]`.

Runs the text-only path (no parse) and, for a text without a date, the inference of the date as the pipeline does.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from recoupe.annotate.published import infer_from_text
from recoupe.annotate.times import times_of

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = ("fr_ud_news", "fr_challenge", "en_timebank", "en_aquaint", "en_wikiwars")


def code(row: dict[str, str]) -> dict[str, object]:
    """Return what `recoupe code` would say of the times of one gold document."""
    published = row["dct"] or infer_from_text(row["text"], row["lang"]).value
    times = times_of(row["text"], published, row["lang"])
    return {"id": row["doc_id"], "times": [asdict(time) for time in times]}


def main() -> None:
    """Score each set named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--show", default="0")
    given = parser.parse_args()
    for name in given.sets or SETS:
        gold = SHARED / "gold" / f"times_{name}_dev.jsonl"
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as coded:
            coded.writelines(json.dumps(code(row), ensure_ascii=False) + "\n" for row in rows)
            coded.flush()
            scorer = [sys.executable, str(SHARED / "score" / "score_times.py"), str(gold), coded.name]
            done = subprocess.run([*scorer, "--show", given.show], capture_output=True, text=True, check=True)  # noqa: S603
        print(name, done.stdout.strip(), done.stderr.strip(), sep="\n" if given.show != "0" else " ")


if __name__ == "__main__":
    main()
