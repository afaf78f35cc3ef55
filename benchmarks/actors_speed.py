"""Names per second of `resolve_actor` on one core: `python benchmarks/actors_speed.py`.

Takes the names of the French set in `evaluation/corpora` and, where it is there, of the shared English one, each once
cold and then three times over; prints the best.
"""

import json
import time
from pathlib import Path

from recoupe.annotate.actor_resolution import resolve_actor
from recoupe.gazetteer.actorbase import actor_base

ROOT = Path(__file__).resolve().parents[1]
SETS = (
    ROOT / "evaluation" / "corpora" / "actors_fr.jsonl",
    ROOT.parent / "shared" / "gold" / "en_actors_dev.jsonl",
)
ROUNDS = 3


def main() -> None:
    """Measure loading and look-up."""
    start = time.perf_counter()
    known = len(actor_base().entities)
    print(f"base of {known} actors read in {(time.perf_counter() - start) * 1000:.0f} ms")
    for path in filter(Path.exists, SETS):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        rates = []
        for _ in range(ROUNDS + 1):
            start = time.process_time()
            for row in rows:
                resolve_actor(row["text"], context=row["context"], date=row["date"])
            rates.append(len(rows) / (time.process_time() - start))
        print(f"{path.name}: {rates[0]:,.0f} names/s cold, {max(rates):,.0f} warm")


if __name__ == "__main__":
    main()
