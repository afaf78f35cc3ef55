"""Measures the places of reports against gold toponyms, given along or found.

uv run python evaluation/places.py ../shared/gold/places_lgl_dev.jsonl [--found] [--limit N] [--misses N]

Prints acc161: the share of gold toponyms with coordinates that were put within 161 km of them, an unresolved or
unfound one counting as wrong; with --found also precision and recall of finding (any overlap, one to one).
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from recoupe.annotate.places import annotate_places
from recoupe.clean import clean
from recoupe.model import Place, Report, Toponym
from recoupe.parse import Parser

NEAR_KM = 161


@dataclass(slots=True)
class Tally:
    """What was counted over a file."""

    gold: int = 0
    got: int = 0
    found: int = 0
    with_point: int = 0
    right: int = 0
    misses: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """Return the figures on one line."""
        precision, recall = self.found / max(self.got, 1), self.found / max(self.gold, 1)
        share = self.right / max(self.with_point, 1)
        return f"acc161 {share:.4f}  found P {precision:.3f} R {recall:.3f}  ({self.gold} gold)"


def km(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Return the great-circle distance."""
    (a, b), (c, d) = ([math.radians(x) for x in point] for point in (left, right))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def reports(path: Path, *, given: bool) -> Iterator[tuple[Report, list[dict[str, object]]]]:
    """Give the reports of a gold file with their gold toponyms."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        places = tuple(Toponym(start=t["start"], end=t["end"]) for t in row["toponyms"]) if given else None
        yield (
            Report(id=str(row["doc_id"]), text=row["text"], lang=row.get("lang", "en"), places=places),
            row["toponyms"],
        )


def count(places: tuple[Place, ...], toponyms: list[dict[str, object]], tally: Tally) -> None:
    """Add one report to the tally."""
    left = list(places)
    tally.got += len(left)
    for gold in toponyms:
        start, end = int(str(gold["start"])), int(str(gold["end"]))
        place = next((p for p in left if p.start < end and start < p.end), None)
        tally.gold += 1
        if place is not None:
            left.remove(place)
            tally.found += 1
        if gold.get("lat") is None:
            continue
        tally.with_point += 1
        point = (float(str(gold["lat"])), float(str(gold["lon"])))
        near = place is not None and place.lat is not None and place.lon is not None
        if near and place and km((place.lat or 0.0, place.lon or 0.0), point) <= NEAR_KM:
            tally.right += 1
        else:
            tally.misses[f"{gold['text']} -> {(place.name, place.kind, place.country) if place else 'not found'}"] += 1


def main() -> None:
    """Measure one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--found", action="store_true", help="find the toponyms as well")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    read, tally = Parser(("en", "fr")), Tally()
    for number, (report, toponyms) in enumerate(reports(options.gold, given=not options.found)):
        if options.limit and number >= options.limit:
            break
        parsed = read.parse(clean(report), report.lang or "en")
        count(annotate_places(parsed), toponyms, tally)
    print(tally.line())
    for miss, times in tally.misses.most_common(options.misses):
        print(times, miss)


if __name__ == "__main__":
    main()
