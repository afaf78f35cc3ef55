"""Score the resolution of names alone: `python evaluation/actors.py [--show]`.

On the French set of our own (`corpora/actors_fr.jsonl`: written before it was run, none of its rows made a row of the
base) and, where it is there, on the shared English set. Country, sector and both, as `score_actors.py` counts them:
"" must be left open, null is not judged, a sector counts among the first two.
"""

import argparse
import json
from pathlib import Path

from recoupe.annotate.actor_resolution import resolve_actor
from recoupe.model import ResolvedActor

OURS = Path(__file__).parent / "corpora" / "actors_fr.jsonl"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "gold" / "en_actors_dev.jsonl"
Row = dict[str, str | None]


def judged(row: Row, found: ResolvedActor) -> dict[str, bool]:
    """Return for each thing the gold judges whether it is right."""
    verdict = {}
    if row["country"] is not None:
        verdict["country"] = (found.country or "") == row["country"]
    if row["sector"] is not None:
        verdict["sector"] = row["sector"] in found.sectors[:2] if row["sector"] else not found.sectors
    if len(verdict) == 2:
        verdict["both"] = all(verdict.values())
    return verdict


def score(path: Path, *, show: bool) -> dict[str, float]:
    """Return the share of right answers for country, sector and both."""
    counts = {"country": [0, 0], "sector": [0, 0], "both": [0, 0]}
    for line in path.read_text(encoding="utf-8").splitlines():
        row: Row = json.loads(line)
        found = resolve_actor(str(row["text"]), context=row["context"], date=row["date"])
        verdict = judged(row, found)
        for what, right in verdict.items():
            counts[what][0] += right
            counts[what][1] += 1
        if show and not all(verdict.values()):
            print(f"{row['text']} ({row['date']}): {row['country']} {row['sector']}, found {found}")
    return {what: round(right / max(all_, 1), 4) for what, (right, all_) in counts.items()}


def main() -> None:
    """Score both sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print the rows that fall short")
    given = parser.parse_args()
    for path in (OURS, SHARED):
        if path.exists():
            print(path.name, json.dumps(score(path, show=given.show)))


if __name__ == "__main__":
    main()
