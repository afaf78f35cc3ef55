"""Prints how fast the gazetteer opens and finds names: uv run python benchmarks/places_speed.py [--names 50000].

Names are drawn evenly from the pack, each one once, so that the cache of the index never helps; a mixed sample of
the press would be faster, since it says the same names again and again.
"""

import argparse
import sqlite3
import time

from recoupe.gazetteer.places import PACK, PlaceIndex


def sample(count: int) -> list[str]:
    """Return names of places, spread evenly over the whole pack."""
    with sqlite3.connect(f"file:{PACK}?mode=ro", uri=True) as db:
        total = db.execute("SELECT max(id) FROM place").fetchone()[0]
        step = max(1, total // count)
        rows = db.execute("SELECT name FROM place WHERE id % ? = 0 LIMIT ?", (step, count)).fetchall()
    return [str(row[0]) for row in rows]


def main() -> None:
    """Measure opening, look-ups by key and look-ups by consonants."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=50_000)
    options = parser.parse_args()
    names = sample(options.names)
    started = time.perf_counter()
    index = PlaceIndex(PACK)
    index.find("Bagdad")
    print(f"opens and finds one name in {(time.perf_counter() - started) * 1000:.1f} ms")
    started = time.perf_counter()
    candidates = sum(len(index.find(name)) for name in names)
    spent = time.perf_counter() - started
    print(f"{len(names) / spent:,.0f} toponyms/s by key ({candidates / len(names):.1f} candidates each)")
    few = names[:: max(1, len(names) // 5000)]
    started = time.perf_counter()
    for name in few:
        index.find_alike(name, ("IRQ", "SYR"))
    print(f"{len(few) / (time.perf_counter() - started):,.0f} toponyms/s by consonants, in two countries")


if __name__ == "__main__":
    main()
