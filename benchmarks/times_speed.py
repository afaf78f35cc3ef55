"""Words per second of time expressions alone, on one core, beside dateparser on the same text.

`python benchmarks/times_speed.py [FILE…]`: plain text files; without any, the texts of the shared gold, whole.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates

from recoupe.annotate.times import times_of

SHARED = Path(__file__).resolve().parents[2] / "shared"
PUBLISHED = "2020-03-19"
PEER_CHARACTERS = 20_000
"""dateparser is too slow for the whole."""


def texts(lang: str) -> list[str]:
    """Return the texts of the shared gold of one language; short sentences are joined to reports."""
    found = []
    for path in sorted(SHARED.glob(f"gold/*_{lang}_*dev.jsonl")) + sorted(SHARED.glob(f"gold/{lang}_*dev.jsonl")):
        rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)
        found.append("\n".join(row["text"] for row in rows if isinstance(row.get("text"), str)))
    return [text for text in found if text]


def words_per_second(run: Callable[[str], object], parts: list[str], words: int) -> float:
    """Return the best of three runs."""
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        for part in parts:
            run(part)
        best = max(best, words / (time.process_time() - start))
    return best


def measure(lang: str, whole: str) -> None:
    """Print one line for the language."""
    parts = [whole[i : i + 4000] for i in range(0, len(whole), 4000)]
    times_of(parts[0], PUBLISHED, lang)
    ours = words_per_second(lambda part: times_of(part, PUBLISHED, lang), parts, len(whole.split()))
    head = whole[:PEER_CHARACTERS]
    start = time.process_time()
    search_dates(head, languages=[lang])
    peer = len(head.split()) / (time.process_time() - start)
    print(f"{lang}: {len(whole.split())} words, recoupe {ours:,.0f} words/s, dateparser {peer:,.0f} words/s")


def main() -> None:
    """Measure the files given, taken for French where their name says so, or the shared gold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--lang", default="fr", help="language of the files")
    given = parser.parse_args()
    if given.files:
        measure(given.lang, "\n".join(path.read_text(encoding="utf-8") for path in given.files))
        return
    for lang in ("fr", "en"):
        whole = "\n".join(texts(lang))
        if not whole:
            print(f"{lang}: no text in {SHARED}", file=sys.stderr)
            continue
        measure(lang, whole)


if __name__ == "__main__":
    main()
